/* The marks that a translation must keep, found as Waypost finds them: {fact} as often as it
   stands, []{1} once each, and each {parameter} of a message once. */
var WaypostMarks = (function () {
  "use strict";

  function ofMarkup(text) {
    var found = [], anchors = {};
    var sign = /\\[\\*[\]{}]|\]\{([1-9][0-9]{0,3})\}|\{([a-z0-9_.]+)\}/g, each;
    while ((each = sign.exec(text))) {
      if (each[1]) anchors["[]{" + each[1] + "}"] = true;
      else if (each[2]) found.push("{" + each[2] + "}");
    }
    return found.concat(Object.keys(anchors)).sort();
  }

  /* A message: text, or {name}, or {name, plural, one {message} …}; null when it has no end. */
  function ofMessage(text) {
    var names = {}, at = 0;
    function spaces() { while (/\s/.test(text.charAt(at))) at += 1; }
    function message(depth) {
      while (at < text.length) {
        var sign = text.charAt(at);
        if (sign === "'" && text.charAt(at + 1) === "'") at += 2;
        else if (sign === "'" && /[{}#]/.test(text.charAt(at + 1)) && (text.charAt(at + 1) !== "#" || depth)) {
          var end = text.indexOf("'", at + 1);
          while (end >= 0 && text.charAt(end + 1) === "'") end = text.indexOf("'", end + 2);
          if (end < 0) return false;
          at = end + 1;
        } else if (sign === "{") {
          if (!argument(depth)) return false;
        } else if (sign === "}") return depth > 0;
        else at += 1;
      }
      return depth === 0;
    }
    function argument(depth) {
      at += 1;
      var name = /^\s*(\w+)\s*/.exec(text.slice(at));
      if (!name || depth > 8) return false;
      names["{" + name[1] + "}"] = true;
      at += name[0].length;
      if (text.charAt(at) === ",") {
        var kind = /^,\s*(\w+)\s*,?/.exec(text.slice(at));
        if (!kind) return false;
        at += kind[0].length;
        spaces();
        while (at < text.length && text.charAt(at) !== "}") {
          var selector = /^(=\d+|[\w-]+)\s*\{/.exec(text.slice(at));
          if (!selector) return false;
          at += selector[0].length;
          if (!message(depth + 1)) return false;
          at += 1;
          spaces();
        }
      }
      if (text.charAt(at) !== "}") return false;
      at += 1;
      return true;
    }
    return message(0) ? Object.keys(names).sort() : null;
  }

  function without(all, some) {
    var rest = some.slice();
    return all.filter(function (each) {
      var at = rest.indexOf(each);
      if (at < 0) return true;
      rest.splice(at, 1);
      return false;
    });
  }

  /* What is wrong with the marks of `target`, in words; nothing when all are there. */
  function check(target, expected, syntax) {
    if (!target.trim()) return ["The text is empty."];
    var found = syntax === "message" ? ofMessage(target) : ofMarkup(target);
    if (found === null) return ["A { has no } that belongs to it, or a form has no braces."];
    var said = without(expected, found).map(function (each) { return each + " is missing."; });
    said = said.concat(without(found, expected).map(function (each) { return each + " isn’t in the source."; }));
    if (syntax !== "message") said = said.concat(unpaired(target));
    return said;
  }

  /* Stars, brackets and braces that open nothing or close nothing. */
  function unpaired(text) {
    var plain = text.replace(/\\[\\*[\]{}]/g, ""), said = [];
    plain = plain.replace(/\{[a-z0-9_.]+\}/g, function (fact, at) {
      return plain.charAt(at - 1) === "]" && /^\{\d+\}$/.test(fact) ? fact : "";
    });
    if ((plain.replace(/\*\*/g, "").match(/\*/g) || []).length % 2) said.push("A * stands alone.");
    if ((plain.match(/\*\*/g) || []).length % 2) said.push("A ** stands alone.");
    plain = plain.replace(/\[[^[\]]*\]\{\d+\}/g, "");
    if (/[[\]]/.test(plain)) said.push("A [ or ] stands alone: a link is [words]{1}.");
    if (/[{}]/.test(plain)) said.push("A { or } stands alone.");
    return said;
  }

  return { check: check, ofMarkup: ofMarkup, ofMessage: ofMessage };
})();
