// The known words of which a run consists, if it does; the longest first word wins. It is given
// up after some tries.
const part = async (run, tries) => {
  const starts = [...run].map((_, at) => run.slice(0, run.length - at));
  const keys = new Set((await find(starts.slice(0, -1).map(start => fold(start)))).flatMap(({key, form}) => [key, form]));
  const known = starts.filter(start => start[1] && keys.has(kind == "syllable" ? start : fold(start)));
  if (known[0] == run) return [run];
  for (const start of known) if (!tries[8]) {
    tries.push(start);
    const more = await part(run.slice(start.length), tries);
    if (more) return [start, ...more];
  }
};

// The first letters of a text, each as the beginning of a word.
const meetLetters = text =>
  meet((text.match(LETTER) || []).slice(0, 12).map(letter => makeWord(letter, 1)));

// What an unknown word may be: with a typo in its first letters, sounding alike, a run of known
// words, or with another ending; of two characters, one may be wrong.
const guess = async word => {
  const {key, form} = word, back = reverse(key), keys = [];
  if (swaps) keys.push(word.sound = change(`~${key}!`, readRules(swaps)).replace(/!|(.)(?=\1)/g, ""));
  const [tail] = await locate(tails, back);
  if (key[2] && tail) for (const other of await load(code, tail, parseTails))
    if (isNear(other, back)) keys.push(reverse(other));
  weigh(word, [...word.around, ...await find(keys)], 1);
  if (word.pages.size) return word;
  const parts = isRun ? pairUp(form) : await part(form, []);
  if (parts?.[1]) return meet(parts.map(form => makeWord(form)));
  if (isRun && name.includes(" ") && form > "\u0e00")
    for (const {pages} of await meetLetters(form))
      for (const [page, met] of pages)
        if (!(word.pages.get(page)?.rarity > met.rarity)) word.pages.set(page, met);
  weigh(word, await find([word.stem = stem(key)]), 1);
  return word;
};
