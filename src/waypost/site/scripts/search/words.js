// Words as they stand in the index; words of a text that is shown; and in scripts without spaces a
// character of Han or kana, about a syllable of Thai, Lao, Khmer or Burmese.
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const WHOLE = /[\p{L}\p{N}](?:['’\u00ad\u200c\u200d]?[\p{L}\p{M}\p{N}])*/gu;
const LETTER = /[เ-ไເ-ໄ]?\P{M}(?:[\u17d2\u1039]\P{M}|[\p{M}ะาๅະາຽ])*/gu;

const pairUp = text => {
  const letters = text.match(LETTER);
  return letters.length < 3 ? [text] : letters.slice(1).map((letter, at) => letters[at] + letter);
};

const makeWord = (form, last) =>
  ({form, key: fold(form), last, rarity: 0, cut: 0, keys: [], pages: new Map()});

const reverse = text => text.split("").reverse().join("");

const stem = key => key.slice(0, Math.max(3, key.length * .6));

// Whether one edit at most, or two neighbours changing places, makes one of the other.
const isNear = (one, other) => {
  let at = 0;
  while (one[at] && one[at] == other[at]) at++;
  const isSame = (x, y) => one.slice(at + x) == other.slice(at + y);
  return isSame(1, 1) || isSame(0, 1) || isSame(1, 0) ||
    isSame(2, 2) && one[at] == other[at + 1] && one[at + 1] == other[at];
};

// All pages that any word finds, best first; a page with few of the words comes late.
const merge = list => [...new Set(list.flatMap(word => [...word.pages.keys()]))].map(page => {
  let score = 0, share = 0, isWhole = 1;
  for (const {pages, rarity, cut} of list) {
    if (pages.has(page)) score += pages.get(page), share += rarity;
    else if (!cut) isWhole = 0;
  }
  return {page, isWhole, score: score * share * share};
}).sort((one, other) => other.score - one.score || one.page - other.page);

// A task that runs long keeps the keyboard waiting.
let began = 0;
const breathe = () => performance.now() - began > 5 && new Promise(done => setTimeout(() => {
  began = performance.now();
  done();
}));
