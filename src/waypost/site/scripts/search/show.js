// A text of a page, with the words marked that were found; text only, never HTML.
const show = (parent, tag, page, text) => {
  const element = make(tag), {keys, fold} = page;
  const units = [...text.matchAll(page.units)];
  const folded = fold(units.map(([unit]) => unit).join("\n")).split("\n");
  let done = 0;
  if (page.written != language) element.lang = page.written, element.dir = "auto";
  units.forEach(({0: unit, index: start}, at) => {
    const own = folded[at];
    if ([own, folded[at - 1] + own, own + folded[at + 1]].some(key => keys.has(key))) {
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

// The pages as items of a list; where its title leads is known of each.
const showAll = (list, pages, tag, other) => {
  list.textContent = "";
  for (const page of pages) {
    const item = make("li");
    show(item, tag, page, page.title).href = page.url;
    if (page.summary) show(item, other, page, page.summary);
    if (page.language != language) {
      const note = make("small");
      note.textContent = words.in[page.language] || page.language;
      item.append(note);
    }
    list.append(item);
  }
};

const countUp = count => count ?
  (words[new Intl.PluralRules(locale).select(count)] || words.other)
    .replace("#", count.toLocaleString(locale)) :
  words.none;
