// Words of a text. Where they stand unspaced, the browser's dictionary parts them, which is the one
// that parted them for the index; a browser without one has to do with pairs of letters.
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu, LETTER = /\P{M}(?:[\u17d2\u1039]\P{M}|\p{M})*/gu;

const isRun = index => /^(han|sea)/.test(index.kind);

const partElisions = (index, text) => index.kind == "elision" ? text.replace(/['`´‘’ʼ]/g, " ") : text;

const pairUp = text => {
  const letters = text.match(LETTER);
  return letters.length < 3 ? [text] : letters.slice(1).map((letter, at) => letters[at] + letter);
};

const makeWord = (form, weight, last) =>
  ({form, key: fold(form), weight, last, rarity: 0, cut: 0, keys: [], pages: new Map()});

const listWords = (index, text) => {
  text = fold(partElisions(index, text.slice(0, 200)), 1);
  let list = text.match(WORD) || [];
  if (isRun(index)) list = Intl.Segmenter ?
    [...new Intl.Segmenter("und", {granularity: "word"}).segment(text)]
      .filter(part => part.isWordLike).map(part => part.segment) :
    list.flatMap(pairUp);
  return list.slice(0, 12).map((form, at, all) => makeWord(form.slice(0, 40), 1, !all[at + 1]));
};

const reverse = text => text.split("").reverse().join("");

// Whether one edit, or two neighbours changing places, makes one of the other.
const isNear = (one, other) => {
  let start = 0, x = one.length, y = other.length;
  if (x - y > 1 || y - x > 1) return;
  while (start < x && start < y && one[start] == other[start]) start++;
  while (x > start && y > start && one[x - 1] == other[y - 1]) x--, y--;
  x -= start, y -= start;
  return x < 2 && y < 2 || x == 2 && y == 2 &&
    one[start] == other[start + 1] && one[start + 1] == other[start];
};
