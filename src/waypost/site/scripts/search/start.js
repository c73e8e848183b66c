// Finds pages by a resident's own words, in files that the build wrote for each language. Nothing
// is loaded before the box is used; an answer takes few files, asked for together, because on 2G
// each round trip costs a second. docs/search-format.md says what the files hold.
const form = document.querySelector("form[data-search]");
if (!form) return;
const {language, source, locale, search} = form.dataset, words = JSON.parse(form.dataset.words);
const root = new URL(search, location.href).href;
const make = tag => document.createElement(tag);
const pause = time => new Promise(done => setTimeout(done, time));
// Pages that are opened from a disk have no host.
const fileEnd = location.host ? "" : "index.html";
