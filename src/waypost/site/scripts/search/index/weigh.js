// Adds the pages of entries to a word's. It is worth more, the fewer pages hold it (like BM25's idf);
// what is only guessed (least 0) makes no word commoner on the pages that have it.
const add = (word, found, least = 1) => {
  let count = 0;
  for (const [entry] of found) for (const {page, lines} of pagesOf(entry)) {
    const met = word.pages.get(page);
    if (!met) word.pages.set(page, {score: 0, lines, found});
    else if (met.found == found) met.lines = met.lines.concat(lines);
    count = Math.max(count, entry.all);
  }
  const rarity = Math.log(-~total / (Math.max(count, word.pages.size) + .5));
  for (const [entry, worth] of found) for (const {page, level} of pagesOf(entry)) {
    const met = word.pages.get(page);
    met.score = Math.max(met.score, worth * rarity * level);
    if (least) met.rarity = rarity, met.found = found;
    met.rarity ||= .8 * rarity;
  }
};

// Adds the pages that a word finds: they are worth less, the less an entry is like the word. Marks
// tell words apart where the language keeps them in its index, and somebody typed them.
const weigh = (word, entries, isLoose) => {
  const {key} = word, same = new Set(), found = [];
  const form = entries.some(entry => entry.form != entry.key) ? word.form : key;
  for (const entry of entries) if (entry.key == key) same.add(entry.group);
  const goesOn = (word.last || !same.size) && (key[1] || key > "\u2e80");
  for (const entry of entries) {
    const own = entry.key, worth =
      own == key ? entry.form == form ? 1 : form == key ? .8 : isLoose && .4 :
      same.has(entry.group) ? .95 :
      goesOn && own.startsWith(key) && !own.includes(" ") ?
        (entry.form.startsWith(form) ? .5 : .3) + .2 * key.length / own.length :
      isLoose && (own + key)[6 - (key > "\u0e00")] && isNear(own, key) ?
        .3 + .15 * isNear(entry.form, form) :
      own == word.sound ? .4 :
      word.stem && own.startsWith(word.stem) && !own[key.length + 2] ? .3 : 0;
    if (worth) found.push([entry, worth]);
  }
  let before = 0;
  for (const least of [1, .8, .5, 0]) {
    const some = found.filter(([, worth]) => worth >= least);
    if (some[before]) add(word, some, least);
    before = some.length;
  }
};

// A key that may be missing, with its pages.
const addName = (form, entries, worth) => {
  const name = makeWord(form);
  name.isExtra = 1;
  add(name, entries.filter(({key}) => key == name.key).map(entry => [entry, worth]));
  return name;
};

// Loads what words need, all at once, and weighs it. Names of several words are keys of their own,
// and so are words that people part and the index doesn't: they come as words that may be missing.
const meet = async list => {
  const names = [], nameAt = (at, size, space) =>
    list.slice(at, at + size).map(word => word.key).join(space);
  const loaded = await Promise.all(list.map((word, at) =>
    find([word.key, nameAt(at, 2, " "), nameAt(at, 2, "")], word.last)));
  for (const [at, word] of list.entries()) {
    await breathe();
    weigh(word, word.around = loaded[at]);
    for (let size = Math.min(4, list.length - at); size > 1; size--) for (const space of ["", " "]) {
      const name = addName(nameAt(at, size, space), word.around, 1);
      if (name.pages.size) names.push(name);
    }
  }
  return [...list, ...names];
};
