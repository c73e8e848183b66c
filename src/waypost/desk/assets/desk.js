/* Corrections that stay in this browser until they are saved to a file; filter, order, keys.
   Pages can be read without it. It sends nothing anywhere. */
(function () {
  "use strict";

  var all = function (selector, inside) {
    return Array.prototype.slice.call((inside || document).querySelectorAll(selector));
  };
  var one = function (selector, inside) { return (inside || document).querySelector(selector); };
  var make = function (tag, attributes, text) {
    var element = document.createElement(tag);
    Object.keys(attributes).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    if (text) element.textContent = text;
    return element;
  };
  var plural = function (number, one, many) { return number + " " + (number === 1 ? one : many); };

  var saving = one("[data-saving]");
  if (!saving) return;
  var language = saving.dataset.language;
  var english = saving.dataset.english;
  var PREFIX = JSON.stringify(["waypost-desk", saving.dataset.site, language]) + "|";

  /* The browser's storage, or memory where it is switched off. */
  var memory = {};
  var lasts = true;
  try {
    localStorage.setItem("waypost-desk|try", "1");
    localStorage.removeItem("waypost-desk|try");
  } catch (error) { lasts = false; }
  function read(key) { return lasts ? localStorage.getItem(key) : memory[key] || null; }
  function write(key, value) {
    memory[key] = value;
    if (!lasts) return true;
    try { localStorage.setItem(key, value); } catch (error) { lasts = false; return false; }
    return true;
  }
  function remove(key) { delete memory[key]; if (lasts) localStorage.removeItem(key); }
  function keys() {
    return (lasts ? Object.keys(localStorage) : Object.keys(memory)).filter(function (key) {
      return key.indexOf(PREFIX) === 0;
    });
  }
  function parse(text) {
    try {
      var value = JSON.parse(text);
      return value && typeof value.target === "string" ? value : null;
    } catch (error) { return null; }
  }
  function corrections() {
    return keys().map(function (key) { return parse(read(key)); }).filter(Boolean).sort(function (a, b) {
      return a.document === b.document ? a.order - b.order : a.document < b.document ? -1 : 1;
    });
  }

  /* ---- saving -------------------------------------------------------------------------------- */

  var by = one("[name=by]", saving);
  var forget = one("[data-forget]", saving);
  by.value = read("waypost-desk|by") || "";
  by.addEventListener("input", function () { write("waypost-desk|by", by.value); });

  function showSaving() {
    var list = corrections();
    var open = list.filter(function (each) { return !each.saved; });
    var faulty = open.filter(function (each) { return each.faulty; });
    saving.hidden = !list.length;
    var said = open.length
      ? plural(open.length, "correction", "corrections") + " to " + english + ", not saved to a file yet."
      : plural(list.length, "correction", "corrections") + " to " + english + ", saved to a file.";
    if (faulty.length) said += " " + plural(faulty.length, "text misses a mark and would be", "texts miss marks and would be") + " refused.";
    if (!lasts) said += " This browser keeps nothing: save before you leave the page.";
    var count = one(".saving-count", saving);
    if (count.textContent !== said) count.textContent = said;
    one(".saving-how", saving).hidden = !list.length || open.length > 0;
    forget.hidden = list.length === open.length;
  }

  function save() {
    var list = corrections();
    var file = {
      waypost: "corrections", version: 1, language: language, by: by.value.trim(),
      corrections: list.map(function (each) {
        return {
          document: each.document, address: each.address, source: each.source,
          target: each.target, note: each.note, mark: each.mark || ""
        };
      })
    };
    var blob = new Blob([JSON.stringify(file, null, 1) + "\n"], { type: "application/json" });
    var link = make("a", { download: "corrections-" + language + "-" + new Date().toISOString().slice(0, 10) + ".json" });
    link.href = URL.createObjectURL(blob);
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
    list.forEach(function (each) { each.saved = true; keep(each); });
    refresh();
  }

  function keep(each) {
    return write(PREFIX + each.document + "|" + each.address, JSON.stringify(each));
  }

  one("[data-save]", saving).addEventListener("click", save);
  forget.addEventListener("click", function () {
    corrections().forEach(function (each) {
      if (each.saved) remove(PREFIX + each.document + "|" + each.address);
    });
    texts.forEach(function (text) { if (!found(text)) closeEditor(text); });
    refresh();
    by.focus();
  });

  var within = false;
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href]");
    within = Boolean(link && !link.download && link.host === location.host && link.protocol === location.protocol);
  }, true);
  window.addEventListener("beforeunload", function (event) {
    var open = corrections().some(function (each) { return !each.saved; });
    if (open && !(within && lasts)) { event.preventDefault(); event.returnValue = ""; }
  });
  window.addEventListener("storage", function () { refresh(); });
  window.addEventListener("pageshow", function () { within = false; refresh(); });

  /* ---- one text ------------------------------------------------------------------------------ */

  var stage = one("[data-texts]");
  var texts = all("[data-text]");
  var document_ = stage ? stage.dataset.document : "";

  function found(text) { return parse(read(PREFIX + document_ + "|" + text.dataset.address)); }

  function closeEditor(text) {
    var editor = one(".editor", text);
    if (editor) editor.remove();
    one("[data-correct]", text).textContent = "Correct";
  }

  function openEditor(text) {
    var known = one(".editor", text);
    if (known) return known;
    var kept = found(text) || {};
    var editor = make("div", { class: "editor" });
    var id = text.id + "-own";
    var field = make("textarea", {
      id: id, lang: language, dir: stage.dataset.direction, rows: "3", spellcheck: "true",
      "aria-describedby": id + "-said"
    });
    field.value = kept.target === undefined ? text.dataset.target : kept.target;
    var note = make("input", { id: id + "-note", type: "text", maxlength: "500" });
    note.value = kept.note || "";
    var status = make("div", { id: id + "-said", role: "status" });
    var said = status.appendChild(make("ul", { class: "editor-said" }));
    var undo = make("button", { type: "button", class: "md-button" }, "Take it back");
    editor.appendChild(make("label", { for: id }, "Your text in " + english));
    editor.appendChild(field);
    if (kept.source !== undefined && kept.source !== text.dataset.source) {
      editor.appendChild(make("p", { class: "editor-moved" }, "The source has changed since you wrote this. It said: " + kept.source));
    }
    editor.appendChild(status);
    editor.appendChild(make("label", { for: note.id }, "Note for the web team (optional)"));
    editor.appendChild(note);
    editor.appendChild(undo);
    text.insertBefore(editor, one(".end", text));
    one("[data-correct]", text).textContent = "Go to your text";

    function check() {
      var problems = WaypostMarks.check(field.value, JSON.parse(text.dataset.marks), text.dataset.syntax);
      var words = problems.join(" ");
      if (said.dataset.words !== words) {
        said.dataset.words = words;
        said.textContent = "";
        problems.forEach(function (problem) { said.appendChild(make("li", {}, problem)); });
        field.setAttribute("aria-invalid", String(problems.length > 0));
      }
      return problems.length > 0;
    }
    function grow() { field.style.blockSize = "auto"; field.style.blockSize = field.scrollHeight + 4 + "px"; }
    function changed() {
      var faulty = check();
      grow();
      if (field.value === text.dataset.target && !note.value.trim()) {
        remove(PREFIX + document_ + "|" + text.dataset.address);
      } else {
        keep({
          document: document_, address: text.dataset.address, source: text.dataset.source,
          target: field.value, note: note.value.trim(), mark: text.dataset.mark, order: Number(text.dataset.order),
          faulty: faulty, saved: false
        });
      }
      refresh();
    }
    field.addEventListener("input", changed);
    note.addEventListener("input", changed);
    undo.addEventListener("click", function () {
      remove(PREFIX + document_ + "|" + text.dataset.address);
      closeEditor(text);
      refresh();
      text.focus();
    });
    if (found(text)) check();
    grow();
    return editor;
  }

  function correct(text) {
    one("textarea", openEditor(text)).focus();
  }

  texts.forEach(function (text) {
    var kept = found(text);
    // What has reached the site is no correction any more.
    if (kept && kept.target === text.dataset.target && !kept.note) remove(PREFIX + document_ + "|" + text.dataset.address);
    else if (kept) openEditor(text);
    var button = one("[data-correct]", text);
    button.hidden = false;
    button.addEventListener("click", function () { correct(text); });
  });

  /* ---- filter and order ---------------------------------------------------------------------- */

  var tools = one("[data-tools]");
  var groups = all("[data-group]");

  function matches(text, state) {
    if (!state) return true;
    if (state === "open") return "open" in text.dataset;
    if (state === "doubted") return "doubted" in text.dataset;
    if (state === "corrected") return Boolean(found(text));
    return text.dataset.state === state;
  }

  function filter() {
    var state = tools.elements.state.value, shown = 0;
    texts.forEach(function (text) {
      text.hidden = !matches(text, state);
      shown += text.hidden ? 0 : 1;
    });
    groups.forEach(function (group) { group.hidden = !one("[data-text]:not([hidden])", group); });
    var words = shown === texts.length ? "All " + plural(shown, "text", "texts") + "." : plural(shown, "text", "texts") + " of " + texts.length + ".";
    var count = one(".tools-count", tools);
    if (count.textContent !== words) count.textContent = words;
  }

  var homes = texts.map(function (text) { return text.parentNode; });
  function order() {
    if (tools.elements.order.value === "critical") {
      texts.forEach(function (text, number) { homes[number].appendChild(text); });
    } else {
      texts.slice().sort(function (a, b) { return a.dataset.order - b.dataset.order; })
        .forEach(function (text) { groups[0].appendChild(text); });
    }
    stage.toggleAttribute("data-plain", tools.elements.order.value !== "critical");
    filter();
  }

  function remember(name) { write("waypost-desk|" + name, name === "keys" ? String(tools.elements.keys.checked) : tools.elements[name].value); }

  if (tools) {
    tools.hidden = false;
    one("[data-keys]").hidden = false;
    tools.elements.order.value = read("waypost-desk|order") === "page" ? "page" : "critical";
    tools.elements.keys.checked = read("waypost-desk|keys") !== "false";
    tools.addEventListener("submit", function (event) { event.preventDefault(); });
    tools.elements.state.addEventListener("change", filter);
    tools.elements.order.addEventListener("change", function () { remember("order"); order(); });
    tools.elements.keys.addEventListener("change", function () { remember("keys"); });
    var asked = new URLSearchParams(location.search).get("show");
    if (asked && one('[name=state] option[value="' + CSS.escape(asked) + '"]', tools)) tools.elements.state.value = asked;
    order();
  }

  function refresh() {
    texts.forEach(function (text) { text.toggleAttribute("data-corrected", Boolean(found(text))); });
    showSaving();
  }
  refresh();

  /* ---- keys ---------------------------------------------------------------------------------- */

  function step(from, by) {
    var shown = all("[data-text]:not([hidden])");
    if (!shown.length) return;
    var at = shown.indexOf(from);
    if (at < 0) {
      at = shown.findIndex(function (text) { return text.getBoundingClientRect().bottom > 120; });
      if (by > 0) at -= 1;
    }
    var next = shown[Math.min(Math.max(at + by, 0), shown.length - 1)];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  }

  function copyPlace(text) {
    var place = one("[data-place]", text);
    var range = document.createRange();
    range.selectNodeContents(place);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    try { document.execCommand("copy"); } catch (error) { return; }
  }

  document.addEventListener("keydown", function (event) {
    var target = event.target;
    var text = target.closest && target.closest("[data-text]");
    if (event.key === "Escape" && text && target !== text) {
      text.focus();
      return;
    }
    if (!stage || !tools.elements.keys.checked || event.ctrlKey || event.altKey || event.metaKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable) return;
    var onText = target === text;
    var act = {
      j: function () { step(text, 1); }, k: function () { step(text, -1); },
      ArrowDown: onText && function () { step(text, 1); },
      ArrowUp: onText && function () { step(text, -1); },
      e: text && function () { correct(text); },
      g: text && function () {
        var link = one("[data-edit]", text);
        if (link) { within = false; window.open(link.href, "_blank", "noopener,noreferrer"); } else copyPlace(text);
      },
      s: !saving.hidden && function () { by.focus(); saving.scrollIntoView({ block: "center" }); }
    }[event.key];
    if (act) { event.preventDefault(); act(); }
  });
})();
