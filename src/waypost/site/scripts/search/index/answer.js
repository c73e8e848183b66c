// The pages that a text finds, best first. More files are loaded only if no page has all words, and
// nobody types on. A strict answer has only pages with all words, and guesses nothing.
await breathe();
const nameText = text => "=" + (fold(text).match(WORD) || []).join(" "), name = nameText(text);
await breathe();
let ranked, [bets, list] = await Promise.all([
  find(+hasBets && text ? [name] : []), meet(listWords(text))
]);
await breathe();
const best = addName(name, bets, 1e9), rank = () => ranked = merge([...list, best]);
if (!rank().some(sum => sum.isWhole) && !isStrict) {
  // A syllable that is known is right, and one that isn't needs all that is near.
  if (kind != "syllable") for (const word of list) {
    await breathe();
    if (word.pages.size) word.stem = stem(word.key);
    weigh(word, word.around, 1);
  }
  if (await isLive(250))
    list = (await Promise.all(list.map(word => word.pages.size ? word : guess(word)))).flat();
  if (isRun && !rank()[0]) list = await meetLetters(text);
  await breathe();
  rank();
}
// Nothing more is loaded for what isn't asked any longer.
if (!await isLive()) return {pages: []};
const found = ranked.filter(one => isStrict ? one.isWhole :
  one.score > (ranked[best.pages.size] || ranked[0]).score / 30);
return {count: found.length, pages: (await Promise.all(
  found.slice(0, limit).map(async ({page}) => {
    const [id, title, summary, written, behind] = await findLine(page);
    return {
      url: root + code + "/" + id + "/" + fileEnd, title, summary, id, fold,
      // What is marked: of a guess, only where it counts.
      marked: new Set(list.flatMap(({pages, key}) =>
        pairUp(key).concat(pages.get(page)?.found.map(([{key}]) => key)))),
      // The page with this very title, before those that hold its words more often.
      isNamed: !best.pages.size && nameText(title) == name,
      units: isRun ? LETTER : WORD,
      written: others[written - 1] || code, language: others[(behind || written) - 1] || code
    };
  })
)).sort((one, other) => other.isNamed - one.isNamed)};
