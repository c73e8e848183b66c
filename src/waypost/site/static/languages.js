// Shortens the lists of languages to those whose names hold what is typed: their own name, the
// reader's, the English one, or the code; capitals, accents and apostrophes make no difference.
(function () {
  var box = document.getElementById("find");
  var none = document.getElementById("find-none");
  var input = box.querySelector("input");
  var count = box.querySelector("output");
  var parts = document.querySelectorAll(".tier");
  var rows = [];

  function fold(text) {
    text = text.toLowerCase();
    if (text.normalize) text = text.normalize("NFD");
    return text.replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f'\u2018\u2019\u02bb-\u02bf\ua78c]/g, "");
  }

  function find() {
    var wanted = fold(input.value).trim();
    var found = rows.filter(function (row) {
      var shown = row.text.indexOf(wanted) >= 0;
      row.item.hidden = !shown;
      return shown;
    });
    [].forEach.call(parts, function (part) {
      part.hidden = !part.querySelector("li:not([hidden])");
    });
    none.hidden = found.length > 0;
    count.textContent = wanted ? found.length + " / " + rows.length : "";
    return found;
  }

  [].forEach.call(document.querySelectorAll("[data-n]"), function (item) {
    rows.push({ item: item, text: fold(item.textContent + " " + item.getAttribute("data-n")) });
  });
  input.addEventListener("input", find);
  input.addEventListener("keydown", function (event) {
    if (event.key !== "Enter") return;
    var found = find();
    if (found.length === 1) location.href = found[0].item.querySelector("a").href;
  });
  box.hidden = false;
  if (input.value) find();
})();
