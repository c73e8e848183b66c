// Writes MiniSearch's index of each language of <folder>/rows.json as <folder>/minisearch/<code>.json.
const fs = require("node:fs");
const path = require("node:path");

const folder = process.argv[2];
const own = path.join(folder, "minisearch");
const MiniSearch = require(path.join(own, "minisearch.js"));
const { minisearchOptions } = require(path.join(own, "options.js"));
const rows = JSON.parse(fs.readFileSync(path.join(folder, "rows.json"), "utf8"));

for (const [code, { unspaced, documents }] of Object.entries(rows)) {
  const index = new MiniSearch(minisearchOptions(code, unspaced));
  index.addAll(
    documents.map(({ id, title, summary, body }) => ({
      id,
      title,
      summary,
      text: [summary, ...body].join("\n"),
    })),
  );
  fs.writeFileSync(path.join(own, `${code}.json`), JSON.stringify({ unspaced, index }));
}
