// A text of a page, with the words marked that were found; text only, never HTML.
const WHOLE = /[\p{L}\p{N}](?:['’‘ʼ·״"\u00ad\u200c\u200d-]?[\p{L}\p{M}\p{N}])*/gu;

const show = (parent, tag, page, text) => {
  const element = document.createElement(tag);
  let done = 0;
  const mark = (start, end) => {
    const marked = document.createElement("mark");
    marked.textContent = text.slice(start, end);
    element.append(text.slice(done, start), marked);
    done = end;
  };
  if (page.written != said.language) element.lang = page.written, element.dir = "auto";
  for (const {0: run, index: start} of text.matchAll(page.index.kind == "elision" ? WORD : WHOLE)) {
    if (!isRun(page.index)) {
      if (page.keys.has(fold(run))) mark(start, start + run.length);
      continue;
    }
    const letters = run.match(LETTER), folded = letters.map(letter => fold(letter));
    for (let at = 0, place = start; at < letters.length;) {
      let size = letters.length - at;
      while (size && !page.keys.has(folded.slice(at, at + size).join(""))) size--;
      const end = place + letters.slice(at, at + (size || 1)).join("").length;
      if (size) mark(place, end);
      at += size || 1, place = end;
    }
  }
  element.append(text.slice(done));
  parent.append(element, " ");
  return element;
};

const showPage = (list, page, tag, other) => {
  const item = document.createElement("li");
  list.append(item);
  const title = show(item, tag, page, page.title);
  if (page.summary) show(item, other, page, page.summary);
  if (page.language != said.language) {
    const note = document.createElement("small");
    note.textContent = words.in[page.language] || page.language;
    item.append(note);
  }
  return [item, title];
};

const countUp = count => count ?
  (words[new Intl.PluralRules(said.locale).select(count)] || words.other)
    .replace("#", new Intl.NumberFormat(said.locale).format(count)) :
  words.none;
