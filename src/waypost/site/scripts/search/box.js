// The box: a combobox (WAI-ARIA APG, "editable combobox with list autocomplete"), or, on the page
// of results, a box that fills that page. Focus stays in it.
const input = form.querySelector("input"), status = document.createElement("output");
const list = document.createElement("ul"), results = document.getElementById("found");
const onPage = name => document.getElementById("found-" + name);
const on = (element, type, act) => element.addEventListener(type, act);
const set = (element, values) => {
  for (const name in values) element.setAttribute(name, values[name]);
};
const {title} = document;
let turn = 0, limit = 10, chosen = -1, options = [], typing, saying;

// Announced politely, and only once the typing rests.
const say = (text, wait) => {
  clearTimeout(saying);
  saying = setTimeout(() => status.textContent = text, wait);
};

const choose = at => {
  chosen = at;
  options.forEach(({item}, each) => set(item, {"aria-selected": each == at}));
  set(input, {"aria-activedescendant": at < 0 ? "" : "q-" + at});
  if (at >= 0) options[at].item.scrollIntoView({block: "nearest"});
};

const expand = isOpen => {
  list.hidden = !isOpen;
  set(input, {"aria-expanded": !!isOpen});
  choose(-1);
};

const listOptions = ({pages, also}) => {
  list.textContent = "";
  options = [...pages, ...also].map((page, at) => {
    const [item] = showPage(list, page, "b", "span");
    set(item, {role: "option", id: "q-" + at});
    on(item, "click", () => location = page.url);
    return {item, url: page.url};
  });
  expand(options[0] && document.activeElement == input);
};

const listResults = ({pages, also, count}) => {
  for (const [name, some] of [["list", pages], ["also-list", also]]) {
    onPage(name).textContent = "";
    for (const page of some) showPage(onPage(name), page, "a", "p")[1].href = page.url;
  }
  onPage("count").textContent = countUp(count);
  onPage("more").hidden = count <= pages.length;
  onPage("none").hidden = count;
  onPage("also").hidden = !also[0];
};

// Shows what the box asks for; an answer to what isn't asked any longer is dropped.
const ask = async () => {
  const mine = ++turn, text = input.value.trim(), query = "?" + new URLSearchParams({q: text});
  let answer = {pages: [], also: []}, told = "";
  if (results) {
    history.replaceState(null, "", text ? query : location.pathname);
    document.title = text ? words.title.split("{q}").join(text) : title;
    results.hidden = !text;
  }
  if (text) try {
    say(words.busy, 900);
    answer = await answerAll(text, results ? limit : 5, results ? 3 : 1, () => mine == turn);
    told = countUp(answer.count);
  } catch (_) {
    told = words.failed;
  }
  if (mine != turn) return;
  (results ? listResults : listOptions)(answer);
  if (results) onPage("count").textContent = told;
  say(told, 400);
};

const wait = event => {
  if (event.isComposing) return;
  clearTimeout(typing);
  turn++;
  limit = 10;
  typing = setTimeout(ask, 120);
};

on(input, "focus", () => open(said.language, "").catch(() => 0));
on(input, "input", wait);
on(input, "compositionend", wait);
on(form, "submit", event => {
  const q = input.value.trim();
  if (!q) return;
  event.preventDefault();
  if (results) ask();
  else location = root + said.language + "/search/" + fileEnd + "?" + new URLSearchParams({q});
});
form.append(status);

if (results) {
  on(onPage("more"), "click", async () => {
    const {children} = onPage("list"), {length} = children;
    limit += 10;
    await ask();
    if (children[length]) children[length].firstChild.focus();
  });
  input.value = new URLSearchParams(location.search).get("q") || input.value;
  if (input.value) ask();
} else {
  set(input, {
    type: "text", role: "combobox", "aria-autocomplete": "list", "aria-controls": "q-list",
    autocapitalize: "off", spellcheck: false
  });
  set(list, {role: "listbox", id: "q-list", "aria-label": form.querySelector("label").textContent});
  form.append(list);
  expand();
  on(list, "mousedown", event => event.preventDefault());
  on(input, "blur", () => expand());
  on(input, "click", () => expand(options[0]));
  on(input, "keydown", event => {
    const {key} = event, last = options.length - 1;
    if (event.isComposing) return;
    if (/^Arrow[DU]/.test(key) && options[0]) {
      const next = key == "ArrowDown" ? chosen + 1 : chosen < 0 ? last : chosen - 1;
      expand(1);
      choose(next > last ? -1 : next);
    } else if (key == "Enter" && chosen >= 0) location = options[chosen].url;
    else if (key == "Escape") {
      if (list.hidden) input.value = "", ask();
      expand();
    } else {
      choose(-1);
      return;
    }
    event.preventDefault();
  });
}
