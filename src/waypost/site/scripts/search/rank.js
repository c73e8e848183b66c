// Adds the pages of entries to a word's. It is worth more, the fewer pages hold it (BM25's idf).
const add = (index, word, entries, worth, seen) => {
  for (const entry of entries) {
    word.keys.push(entry.key);
    for (const [page] of pagesOf(entry)) seen.add(page);
    word.cut = Math.max(word.cut, entry.cut);
  }
  const count = Math.max(word.cut, seen.size) + .5;
  word.rarity = Math.log(1 + (index.pages - count + 1) / count);
  for (const entry of entries) for (const [page, impact] of pagesOf(entry))
    word.pages.set(page, Math.max(word.pages.get(page) || 0, worth * word.rarity * impact));
};

// Adds the pages that a word finds: they are worth less, the less an entry is like the word.
const weigh = (index, word, entries, isLoose) => {
  const {key} = word, same = new Set(), tiers = new Map(), seen = new Set();
  for (const entry of entries) if (entry.key == key) same.add(entry.group);
  const goesOn = (word.last || !same.size) && (key[1] || key > "\u2e80");
  for (const entry of entries) {
    const own = entry.key, worth =
      own == key ? entry.form == word.form ? 1 : .9 :
      same.has(entry.group) ? .8 :
      goesOn && own.startsWith(key) && !own.includes(" ") ? .5 + .2 * key.length / own.length :
      isLoose && key[3] && isNear(own, key) ? .45 :
      own == word.sound ? .4 :
      word.stem && own.startsWith(word.stem) && !own[key.length + 2] ? .3 : 0;
    if (worth) tiers.set(worth, [...tiers.get(worth) || [], entry]);
  }
  for (const [worth, tier] of [...tiers].sort((one, other) => other[0] - one[0]))
    add(index, word, tier, worth * word.weight, seen);
};

// All pages that any word finds, best first; a page with few of the words comes late.
const merge = list => {
  const pages = new Map();
  let all = 0;
  for (const word of list) {
    all += word.rarity;
    for (const [page, score] of word.pages) {
      const sum = pages.get(page) || {page, score: 0, share: 0, met: 0};
      sum.score += score;
      sum.share += word.rarity;
      if (!word.cut) sum.met++;
      pages.set(page, sum);
    }
  }
  const found = [...pages.values()];
  for (const sum of found) {
    sum.score *= (sum.share / all) ** 2;
    if (sum.met == list.filter(word => !word.cut).length) found.isWhole = 1;
  }
  return found.sort((one, other) => other.score - one.score || one.page - other.page);
};

// Names of more than one word, which are keys of their own, count for each of their words.
const addNames = (index, list, at, entries) => {
  const rest = list.slice(at).map(word => word.key).join(" ") + " ";
  for (const entry of entries) {
    const {length} = entry.key.split(" "), name = makeWord(entry.key);
    if (length > 1 && rest.startsWith(entry.key + " ")) {
      add(index, name, [entry], 1 / length, new Set());
      for (const word of list.slice(at, at + length)) for (const [page, score] of name.pages)
        word.pages.set(page, (word.pages.get(page) || 0) + score);
    }
  }
};

// Two words that the index knows as one.
const join = async (index, one, other) => {
  const key = one.key + other.key, both = makeWord(key);
  add(index, both, (await find(index, [key])).filter(entry => entry.key == key), .6, new Set());
  for (const word of [one, other]) for (const [page, score] of both.pages) {
    word.rarity = word.rarity || both.rarity;
    word.pages.set(page, Math.max(word.pages.get(page) || 0, score));
    word.keys.push(key);
  }
};

// The known words of which a run consists; the longest first word wins.
const part = async (index, run, depth) => {
  const starts = [...run].map((_, at) => run.slice(0, at)).slice(2, -1).reverse();
  const known = await find(index, starts.slice(0, -1));
  const parts = starts.filter(start => known.some(entry => entry.key == start)).slice(0, 4)
    .map(start => [start, run.slice(start.length)]);
  const rests = await Promise.all(parts.map(([, rest]) => find(index, [rest])));
  for (const [at, [start, rest]] of parts.entries())
    if (rests[at].some(entry => entry.key == rest)) return [start, rest];
  if (depth) for (const [start, rest] of parts) {
    const more = await part(index, rest, depth - 1);
    if (more[0]) return [start, ...more];
  }
  return [];
};

// What an unknown word may be: with a typo in its first letters, sounding alike, a run of known
// words, or with another ending.
const guess = async (index, word) => {
  const {key} = word, back = reverse(key);
  let keys = pairUp(key);
  if (!isRun(index)) {
    keys = [];
    if (index.swaps) keys.push(word.sound = index.swaps.reduce((text, swap) => {
      const [from, to] = swap.split(">");
      return text.split(from).join(to);
    }, "~" + key));
    if (key[3]) for (const tail of await findTails(index, back))
      if (isNear(tail, back)) keys.push(reverse(tail));
    weigh(index, word, await find(index, keys), 1);
    if (word.pages.size) return word;
    keys = await part(index, key, 2);
  }
  if (keys[1]) return Promise.all(keys.map(async key => {
    const one = makeWord(key, .6, word.last);
    weigh(index, one, await find(index, [key]));
    return one;
  }));
  word.stem = key.slice(0, Math.max(2, key.length * .6));
  weigh(index, word, await find(index, [word.stem]), 1);
  return word;
};

// A task that runs long keeps the keyboard waiting.
let began = 0;
const breathe = () => performance.now() - began > 5 && new Promise(done => setTimeout(() => {
  began = performance.now();
  done();
}));

// What a text finds in one language: pages, best first, and the keys that matched. More files are
// loaded only if no page has all words.
const rank = async (index, text, isLive) => {
  let list = listWords(index, text), at = 0;
  const bet = "=" + fold(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
  const [bets, ...loaded] = await Promise.all([
    +index.bets ? find(index, [bet]) : [],
    ...list.map((word, at) =>
      find(index, [word.key, ...list[at + 1] ? [word.key + " " + list[at + 1].key] : []], word.last))
  ]);
  for (const word of list) {
    await breathe();
    weigh(index, word, loaded[at]);
    addNames(index, list, at, loaded[at++]);
  }
  let found = merge(list);
  if (list[0] && !found.isWhole && isLive()) {
    for (const [at, word] of list.entries()) if (!word.pages.size) {
      await breathe();
      weigh(index, word, loaded[at], 1);
    }
    found = merge(list);
    if (!found.isWhole && isLive()) {
      await Promise.all(list.slice(1).map((word, at) => join(index, list[at], word)));
      list = (await Promise.all(list.map(word => word.pages.size ? word : guess(index, word)))).flat();
      found = merge(list);
    }
  }
  for (const entry of bets) if (entry.key == bet) for (const [page] of pagesOf(entry))
    found = [{page, score: 1e9}, ...found.filter(sum => sum.page != page)];
  return [found, new Set(list.flatMap(word => word.keys))];
};
