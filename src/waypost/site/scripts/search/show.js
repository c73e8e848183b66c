// A text of a page, with the words marked that were found; text only, never HTML.
const show = (parent, tag, page, text) => {
  const element = make(tag), {marked, fold} = page;
  const units = [...text.matchAll(page.units)];
  const folded = fold(units.map(([unit]) => unit).join("\n")).split("\n");
  let done = 0;
  if (page.written != language) set(element, {lang: page.written, dir: "auto"});
  units.map(({0: unit, index: start}, at) => {
    const own = folded[at];
    if (marked.has(own) || marked.has(folded[at - 1] + own) || marked.has(own + folded[at + 1])) {
      const mark = make("mark");
      mark.textContent = unit;
      element.append(text.slice(done, start), mark);
      done = start + unit.length;
    }
  });
  element.append(text.slice(done));
  parent.append(element, " ");
  return element;
};

// The pages as items of a list; where its title leads is known of each. An item at a time, since to
// lay out all of them at once keeps a slow phone from the keyboard; what stands there stays until
// its place is taken, and for good if it is the same.
const showAll = async (list, pages, tag, other, isLive) => {
  for (const [at, page] of pages.entries()) {
    await pause(20);
    if (!isLive()) return;
    const item = make("li"), old = list.children[at];
    show(item, tag, page, page.title).href = page.url;
    if (page.summary) show(item, other, page, page.summary);
    if (page.language != language) {
      const note = make("small");
      note.textContent = words.in[page.language] || page.language;
      item.append(note);
    }
    if (!results) set(item, {role: "option", id: "q-" + at, "aria-selected": false});
    if (old?.isEqualNode(item) && old.firstChild.href == page.url) continue;
    old ? old.replaceWith(item) : list.append(item);
  }
  while (list.children[pages.length]) list.lastChild.remove();
  return 1;
};

const countUp = count => count ?
  (words[new Intl.PluralRules(locale).select(count)] || words.other)
    .replace("#", count.toLocaleString(locale)) :
  words.none;
