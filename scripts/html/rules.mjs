// What html-validate holds pages to: everything that it recommends, its rules for whole documents
// and those for accessibility. Off are only rules of style, each with its reason.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    "attr-quotes": "off", // HTML lets plain values stand without quotes; pages are to be small
    "no-implicit-close": "off", // HTML closes li, p, td and html by itself; pages are to be small
    "prefer-tbody": "off", // the parser adds tbody where rows stand without it
    "doctype-style": "off", // the doctype has no case
    "tel-non-breaking": "off", // numbers stay on one line by style: copied, they hold plain hyphens
    "no-implicit-button-type": "off", // HTML lets a form's button send it without saying so
    "require-sri": ["error", { target: "crossorigin" }], // the site's own files are named by digest
    "long-title": "off", // a promise of search engines, not of HTML; a translation may be longer
  },
};
