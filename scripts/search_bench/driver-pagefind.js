// Asks Pagefind. Without its worker, which would load a second copy of the program: fewer bytes,
// the same answers.
const engine = await import(new URL("pagefind/pagefind.js", import.meta.url).href);
let ready = null;
const start = async () => {
  await engine.options({ noWorker: true });
  await engine.init();
};
const find = async (text) => {
  ready ??= start();
  await ready;
  return (await engine.search(text)).results;
};
const name = (results) => results.map((each) => ids[each.id] ?? `?${each.id}`);
window.bench = {
  search: async (text) => name(await find(text)),
  show: async (text) => {
    const results = await find(text);
    if (results.length) await results[0].data();
    return name(results);
  },
};
