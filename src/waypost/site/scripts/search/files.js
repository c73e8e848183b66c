// The files of the index are scripts that call `waypost.put`, so that a page opened from a USB
// stick searches, too. Each is asked for once; one that failed is forgotten, to be asked for again.
const files = new Map(), waiting = new Map();

const load = (name, path) => {
  if (!files.has(name)) files.set(name, new Promise((done, fail) => {
    const script = document.createElement("script");
    waiting.set(name, done);
    script.src = root + path;
    script.onload = script.onerror = () => {
      script.remove();
      if (waiting.delete(name)) files.delete(name), fail(path);
    };
    document.head.append(script);
  }));
  return files.get(name);
};

const put = (name, payload) => {
  const done = waiting.get(name);
  waiting.delete(name);
  if (done) done(payload);
};

// Names of files have 7 letters. A long list of them stands in files of its own, 64 in each.
const parseTable = line => ({
  isDeep: line[0] == "*",
  rows: line && line.replace("*", "").split("\t").map(row => ({name: row.slice(0, 7), lower: row.slice(7)}))
});

// The manifest of a language. With a query it is fetched anew, past what a browser has kept.
const open = async (code, query) => {
  if (query) files.delete(code);
  const [head, shards, tails, chunks, swaps, codes] =
    (await load(code, "search/" + code + ".js" + query)).split("\n");
  const [, pages, kind, size, bets] = head.split(" ");
  return {
    code, pages, kind, size, bets, chunks, shards: parseTable(shards), tails: parseTable(tails),
    swaps: swaps && swaps.split(" "), codes: [code, ...codes.split(" ")]
  };
};

// A file of the index as `parse` reads it: once, in the task in which it arrived.
const read = (index, hash, parse) => {
  const name = index.code + hash;
  if (!files.has(name)) {
    const parsed = load(hash, "assets/search/" + index.code + "/" + hash + ".js").then(parse);
    files.set(name, parsed);
    parsed.catch(() => files.delete(name));
  }
  return files.get(name);
};

const unfold = (coded, before) => before.slice(0, parseInt(coded[0], 36)) + coded.slice(1);

// Entries of a shard; those of a line are forms of one word.
const parseShard = payload => {
  let form = "";
  return payload.split("\n").flatMap(line => {
    const parts = line.split("\t"), group = [];
    for (let at = 0; at < parts.length; at += 2) {
      form = unfold(parts[at], form);
      group.push({form, key: fold(form), group, coded: parts[at + 1]});
    }
    return group;
  });
};

const parseTails = payload => {
  let key = "";
  return payload.split(" ").map(coded => key = unfold(coded, key));
};

// The file in which a key stands, or would stand, and the one after it.
const locate = async (index, {rows, isDeep}, key) => {
  let at = rows.length - 1;
  while (at > 0 && rows[at].lower > key) at--;
  return isDeep ? locate(index, await read(index, rows[at].name, parseTable), key) :
    [rows[at], rows[at + 1]];
};

// The entries of all shards in which the keys stand; of the next, too, where words go on so.
const find = async (index, keys, goesOn) => {
  const names = new Set();
  for (const key of keys) {
    const [row, next] = await locate(index, index.shards, key);
    if (row) names.add(row.name);
    if (next && goesOn && next.lower.startsWith(key)) names.add(next.name);
  }
  return (await Promise.all([...names].map(name => read(index, name, parseShard)))).flat();
};

const findTails = async (index, key) => {
  const [row] = await locate(index, index.tails, key);
  return row ? read(index, row.name, parseTails) : [];
};

// The line of a page in its chunk.
const findLine = async (index, page) => {
  let names = index.chunks, at = Math.floor(page / index.size);
  if (names[0] == "*") {
    names = await read(index, names.slice(1 + 7 * (at >> 6), 8 + 7 * (at >> 6)), text => text);
    at &= 63;
  }
  const lines = await read(index, names.slice(7 * at, 7 * at + 7), text => text.split("\n"));
  return lines[page % index.size].split("\t");
};

// Pages, each with how much of it a form is: 16 levels. Of very common forms only the first 600
// are there, and how many there would be.
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const pagesOf = entry => {
  if (!entry.pages) {
    const [coded, all] = entry.coded.split(".");
    entry.pages = [];
    for (let at = 0, page = -1; at < coded.length;) {
      let shift = 0, digit;
      do {
        digit = DIGITS.indexOf(coded[at++]);
        page += (digit & 31) << shift;
        shift += 5;
      } while (digit > 31);
      entry.pages.push([++page, DIGITS.indexOf(coded[at++]) + .5]);
    }
    entry.cut = all ? parseInt(all, 36) : 0;
  }
  return entry.pages;
};
