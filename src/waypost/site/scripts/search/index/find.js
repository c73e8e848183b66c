// Names of files have 7 letters; here each is followed by the key with which the file begins. A
// long list (*) stands in files of its own. This finds the file in which a key
// stands, or would stand, and the row after it.
const locate = async (table, key) => {
  const rows = table.replace("*", "").split("\t");
  let at = rows.length - 1;
  while (at && rows[at].slice(7) > key) at--;
  const name = rows[at].slice(0, 7);
  return table[0] == "*" ? locate((await load(code, name))[0], key) : [name, rows[at + 1]];
};

// Entries of a shard; those of a line are forms of one word. All are folded at once: to fold each
// takes far longer.
const parseShard = payload => {
  let form = "";
  const entries = payload.split("\n").flatMap(line => {
    const group = [], parts = line.split("\t");
    for (let at = 0; at < parts.length; at += 2) {
      form = unfold(parts[at], form);
      group.push({form, group, coded: parts[at + 1]});
    }
    return group;
  });
  const keys = fold(entries.map(({form}) => form).join("\n")).split("\n");
  entries.map((entry, at) => entry.key = entry.form[0] == "~" ? entry.form : keys[at]);
  return entries;
};

// The entries of all shards in which the keys stand; of the next, too, where words go on so.
const find = async (keys, goesOn) => {
  const names = new Set();
  for (const key of keys) {
    const [name, next] = await locate(shards, key);
    if (name) names.add(name);
    if (goesOn && next?.startsWith(key, 7)) names.add(next.slice(0, 7));
  }
  return (await Promise.all([...names].map(async name => {
    await breathe();
    return load(code, name, parseShard);
  }))).flat();
};

// The line of a page in its chunk.
const findLine = async page => {
  await breathe();
  let names = chunks, at = page / size | 0;
  if (names[0] == "*") {
    [names] = await load(code, names.substr(7 * (at / block | 0) + 1, 7));
    at %= block;
  }
  return (await load(code, names.substr(7 * at, 7)))[page % size].split("\t");
};
