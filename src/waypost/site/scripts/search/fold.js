// Rules of a manifest: what a regular expression finds is replaced; where that is a number, by
// characters that stand so much lower in Unicode.
const lower = (letter, steps) => String.fromCodePoint(letter.codePointAt() - steps);

const readRules = line => [...line.matchAll(/(\S+)>(\S*)/g)].map(([, from, to]) =>
  [RegExp(from, "gu"), to > 9 ? letter => lower(letter, to) : to]);

const change = (text, rules) => rules.reduce((text, rule) => text.replace(...rule), text);

// Same as src/waypost/search/fold.py: the key of a text, or, without rules, the text with its marks.
const foldBy = (text, rules) => {
  text = text.replace(/´/g, "'").replace(/\u200b/g, " ").normalize("NFKC").toLowerCase()
    .replace(/['`·ʹ-ˋ՚-՞׳״ـ‘’‛‧′Ꞌꞌ]|\p{DI}/gu, "").replace(/i\u0307+/g, "i")
    .replace(/(?!\d)\p{Nd}/gu, digit => {
      let value = 0;
      while (/\p{Nd}/u.test(lower(digit, ++value)));
      return ~-value % 10;
    });
  return change(rules[0] ? text.normalize("NFKD") : text, rules).normalize("NFC")
    .replace(/"+(?=[א-ת])/g, "");
};
