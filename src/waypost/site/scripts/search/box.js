// The box: a combobox (WAI-ARIA APG, "editable combobox with list autocomplete"), or, on the page
// of results, a box that fills that page. Focus stays in it.
const input = form.querySelector("input"), status = make("output");
const list = make("ul"), options = list.children, onPage = name => document.getElementById("found" + name), results = onPage("");
const set = (element, values) => {
  for (const name in values) element.setAttribute(name, values[name]);
};
let turn = 0, limit = 5, chosen, typing, saying;

// Announced politely, and only once the typing rests; after half a minute, what else is to be said.
const say = (text, wait, next) => {
  clearTimeout(saying);
  saying = setTimeout(() => {
    status.textContent = text;
    if (next) say(next, 3e4);
  }, wait);
};

const choose = at => {
  chosen = at;
  [...options].map((item, each) => set(item, {"aria-selected": each == at}));
  set(input, {"aria-activedescendant": at < 0 ? "" : "q-" + at});
  options[at]?.scrollIntoView({block: "nearest"});
};

const expand = isOpen => {
  list.hidden = !isOpen;
  set(input, {"aria-expanded": !!isOpen});
  choose(-1);
};

const draw = results ? async ({pages, also, count}, told, isLive) => {
  onPage("-count").textContent = told;
  onPage("-more").hidden = !(count > pages.length);
  onPage("-none").hidden = count;
  onPage("-also").hidden = !also[0];
  return await showAll(onPage("-list"), pages, "a", "p", isLive) &&
    showAll(onPage("-also-list"), also, "a", "p", isLive);
} : ({pages, also}, told, isLive) => {
  const all = pages.concat(also);
  expand(all[0] && document.activeElement == input);
  return showAll(list, all, "b", "span", isLive);
};

// Shows what the box asks for; an answer to what isn't asked any longer is dropped. On a slow line
// each file counts: nothing is guessed before the typing rests.
const ask = async () => {
  const mine = ++turn, isLive = () => mine == turn, text = input.value.trim();
  let answer = {pages: [], also: []}, told = "";
  if (results) results.hidden = !text;
  if (text) try {
    say(words.busy, 900, words.failed);
    answer = await answerAll(text, limit, wait => pause(wait).then(isLive),
      own => draw(own, countUp(own.count), isLive));
    told = countUp(answer.count + (results ? 0 : answer.also.length));
  } catch (_) {
    told = words.failed;
  }
  if (!isLive()) return;
  say(told, 400);
  // At the end: a browser in which it happens too often refuses it.
  if (await draw(answer, told, isLive) && results)
    history.replaceState(0, "", "?" + new URLSearchParams({q: text}));
};

const wait = event => {
  if (event.isComposing) return;
  clearTimeout(typing);
  limit = 5;
  typing = setTimeout(ask, 120);
};

input.onfocus = () => {
  // To make all of this ready takes long: before anybody types.
  answerOnce("", language, 0, () => 0).catch(() => 0);
  countUp(1);
};
input.oninput = wait;
input.addEventListener("compositionend", wait);
form.onsubmit = event => {
  const q = input.value.trim();
  if (q) event.preventDefault(), results ? ask() :
    location = root + language + "/search/" + fileEnd + "#" + new URLSearchParams({q});
};
// Without an entry the list isn't seen.
form.append(list, status);

if (results) {
  onPage("-more").onclick = async () => {
    const last = limit;
    limit += 5;
    await ask();
    onPage("-list").children[last]?.firstChild.focus();
  };
  input.value = new URLSearchParams(location.search + "&" + location.hash.slice(1)).get("q") || "";
  if (input.value) ask();
} else {
  set(input, {
    type: "text", role: "combobox", "aria-autocomplete": "list", "aria-controls": "q-list"
  });
  set(list, {role: "listbox", id: "q-list", "aria-label": input.labels[0].textContent});
  expand();
  list.onclick = ({target}) => {
    if (target != list) location = target.closest("li").firstChild.href;
  };
  list.onmousedown = () => false;
  input.onblur = () => expand();
  // Whoever comes back finds a calm page.
  onpagehide = () => input.blur();
  input.onkeydown = event => {
    // As a string: the script's own `key` has a shorter name.
    const pressed = event["key"], length = options.length;
    if (event.isComposing) return;
    if (/Arrow[DU]/.test(pressed) && length) {
      const next = (chosen + (pressed == "ArrowUp" ? length : 1) + 1) % (length + 1) - 1;
      expand(1);
      choose(next);
    } else if (pressed == "Enter" && chosen >= 0) location = options[chosen].firstChild.href;
    else if (pressed == "Escape") {
      if (list.hidden) input.value = "", ask();
      expand();
    } else return choose(-1);
    event.preventDefault();
  };
}
