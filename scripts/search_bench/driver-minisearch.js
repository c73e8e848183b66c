// Asks MiniSearch: the whole index is loaded by the first question.
(() => {
  const language = document.documentElement.lang;
  let loading = null;
  const load = async () => {
    const text = await (await fetch(`${language}.json`)).json();
    return MiniSearch.loadJS(text.index, minisearchOptions(language, text.unspaced));
  };
  const search = async (text) => {
    loading ??= load();
    return (await loading).search(text).map((each) => each.id);
  };
  window.bench = { search, show: search };
})();
