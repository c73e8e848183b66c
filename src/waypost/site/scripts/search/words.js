// Words as they stand in the index; and in scripts without spaces a
// character of Han or kana, about a syllable of Thai, Lao, Khmer or Burmese.
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const LETTER = /[เ-ไເ-ໄ]?\P{M}(?:[\u17d2\u1039]\P{M}|[\p{M}ะาๅະາຽ])*/gu;

const pairUp = text => {
  const letters = text.match(LETTER) || [];
  return letters[2] && text > "\u0e00" ? letters.slice(1).map((letter, at) => letters[at] + letter) : [text];
};

const makeWord = (form, last) =>
  ({form, key: fold(form), last, around: [], pages: new Map()});

const isRun = /han|sea/.test(kind);

// What is asked, in words; a run without spaces in pairs of its letters.
const listWords = text => {
  if (kind == "elision") text = text.replace(/['`´‘’ʼ]/g, " ");
  text = fold(text, 1).replace(/(\d)[.,٬](?=\d{3}(?!\d))/g, "$1");
  let list = text.match(WORD) || [];
  if (isRun) {
    list = list.flatMap(run => run.match(/[\0-\u0dff]+|[^\0-\u0dff]+/gu));
    if (!list[1]) list = list.flatMap(pairUp);
  }
  return list.slice(0, 12).map((form, at, all) => makeWord(form.slice(0, 40), !all[at + 1]));
};

const reverse = text => [...text].reverse().join("");

const stem = key => key.slice(0, Math.max(3, key.length * .6));

// Whether one edit at most, or two neighbours changing places, makes one of the other: 2 where the
// other lacks a letter or has two in the wrong order. Few words are as near, while of those with one
// wrong letter, or one too many, there are as many as letters.
const isNear = (one, other) => {
  let at = 0;
  while (one[at] && one[at] == other[at]) at++;
  one = one.slice(at), other = other.slice(at);
  return one.slice(1) == other.slice(1) || one == other.slice(1) ||
    2 * (one.slice(1) == other || one[1] + one[0] + one.slice(2) == other);
};

// All pages that any word finds, best first: those with more of the words. Where all stand, it counts
// whether they stand in one line, but for words that half of the pages have (not pairs of letters).
const merge = list => [...new Set(list.flatMap(word => [...word.pages.keys()]))].map(page => {
  let score = 0, share = 0, most = 0, near = 0, isWhole = 1;
  const lines = {};
  for (const {pages, isExtra} of list) {
    const met = pages.get(page);
    if (met) {
      const {rarity} = met;
      score += met.score, share += rarity, most = Math.max(most, rarity);
      if (isRun || rarity > .55) for (const line of new Set(met.lines))
        lines[line] = (lines[line] || 0) + rarity;
    } else isWhole &= isExtra || isRun && !pages.size && !name.includes(" ");
  }
  if (isWhole) for (const line in lines)
    near = Math.max(near, lines[line] - most);
  return {page, isWhole, score: (score + 24 * near) * share};
}).sort((one, other) => other.score - one.score);

// A task that runs long keeps the keyboard waiting.
let began = 0;
const breathe = () => Date.now() - began > 5 && pause().then(() => began = Date.now());
