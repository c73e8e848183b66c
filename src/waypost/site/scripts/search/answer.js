// The first of all pages that a text finds in one language, and how many there are. After a new
// version of the site, a manifest that the browser has kept names files that are gone: so what
// fails is tried once more, with a new one.
const answer = async (text, code, limit, isLive) => {
  const attempt = async query => {
    const index = await open(code, query), [ranked, keys] = await rank(index, text, isLive);
    const found = ranked.filter(sum => sum.score > ranked[0].score / 10);
    return {count: found.length, pages: isLive() ? await Promise.all(
      found.slice(0, limit).map(async ({page}) => {
        const [id, title, summary, written, behind] = await findLine(index, page);
        return {
          url: root + code + "/" + id + "/" + fileEnd, title, summary, id, index, keys,
          written: index.codes[+written], language: index.codes[+(behind || written)]
        };
      })
    ) : []};
  };
  began = performance.now();
  try {
    return await attempt("");
  } catch (_) {
    return attempt("?" + Date.now());
  }
};

// The same, and what the source language has for the same words where this one has little.
const answerAll = async (text, limit, few, isLive) => {
  const own = await answer(text, said.language, limit, isLive);
  own.also = [];
  if (own.count < few && said.source != said.language && isLive()) try {
    own.also = (await answer(text, said.source, 5, isLive)).pages
      .filter(page => !own.pages.some(one => one.id == page.id));
  } catch (_) { /* What there is in this language stands. */ }
  return own;
};

window.waypost = {
  put,
  search: async text => {
    const {pages, also} = await answerAll(String(text), 10, 3, () => 1);
    return [...pages, ...also].map(({url, title, summary, language}) =>
      ({url, title, summary, language}));
  }
};
