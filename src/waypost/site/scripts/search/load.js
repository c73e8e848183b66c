// The files of the index are scripts that call `waypost.put`, so that a page opened from a USB
// stick searches, too. Each is asked for once, and read in the task in which it arrives; one that
// failed is forgotten, to be asked for again. The manifest has the name of its language. Once one
// has failed, files are asked for by addresses of which no browser can have kept an error page.
const files = new Map(), payloads = new Map();
let anew = "";

const load = (code, name, parse = text => text.split("\n")) =>
  files.get(name) || files.set(name, new Promise((done, fail) => {
    const script = make("script");
    script.src = root + (name == code ? "search/" : "assets/search/" + code + "/") + name + ".js" + anew;
    script.onload = script.onerror = () => {
      script.remove();
      if (payloads.has(name)) done(parse(payloads.get(name)));
      else files.delete(name), fail();
      payloads.delete(name);
    };
    document.head.append(script);
  })).get(name);

// Sorted words: each with how many letters it shares with the one before it.
const unfold = (coded, before) => before.slice(0, parseInt(coded[0], 36)) + coded.slice(1);

const parseTails = payload => {
  let key = "";
  return payload.split(" ").map(coded => key = unfold(coded, key));
};

// Pages, each with how much of it a form is (16 levels), and the first and the last of its lines in
// which it stands; title and names are at 0. Of very common forms only 600 pages are there;
// after a dot it says how many there would be. A digit is one of A–Z, a–z, 0–9, - and _.
const valueOf = digit => {
  const code = digit.charCodeAt();
  return code > 96 ? code - 71 : code > 94 ? 63 : code > 64 ? code - 65 : code > 47 ? code + 4 : 62;
};

const pagesOf = entry => {
  const [coded, all = 0] = entry.coded.split(".");
  let page = -1;
  entry.all = parseInt(all, 36);
  return entry.pages ||= [...coded.matchAll(/([g-z\d_-]*[A-Za-f])([A-P]|[Q-f].)(.)/g)]
    .map(([, number, [level, ...lines], line]) => ({
      page: page += 1 + [...number].reduceRight((sum, digit) => sum * 32 + valueOf(digit) % 32, 0),
      level: valueOf(level) % 16 + .5,
      lines: [...lines, line]
    }));
};
