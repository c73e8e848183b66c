// MiniSearch's settings, for making an index in node and for reading it in a browser.
// Its defaults, with prefixes and typos as its documentation suggests; and words by the platform
// where a script has no spaces, since its own splitter would take a sentence for a word.
(function (root) {
  root.minisearchOptions = (language, unspaced) => {
    const options = {
      fields: ["title", "text"],
      storeFields: ["title", "summary"],
      searchOptions: { prefix: true, fuzzy: 0.2 },
    };
    if (unspaced) {
      const segmenter = new Intl.Segmenter(language, { granularity: "word" });
      options.tokenize = (text) =>
        Array.from(segmenter.segment(text))
          .filter((each) => each.isWordLike)
          .map((each) => each.segment);
    }
    return options;
  };
})(typeof module === "undefined" ? window : module.exports);
