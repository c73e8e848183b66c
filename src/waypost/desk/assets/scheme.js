/* Light or dark, as the system says or as chosen here; runs before anything is painted. */
(function () {
  "use strict";
  var KEY = "waypost-desk|scheme";
  var NAMES = { default: "Light", slate: "Dark" };
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function chosen() {
    try { return localStorage.getItem(KEY); } catch (error) { return null; }
  }
  function current() {
    var own = chosen();
    return NAMES[own] ? own : dark.matches ? "slate" : "default";
  }
  function apply() {
    document.body.setAttribute("data-md-color-scheme", current());
    var button = document.querySelector(".desk-scheme");
    if (button) {
      button.textContent = current() === "slate" ? "Light colors" : "Dark colors";
      button.hidden = false;
    }
  }
  apply();
  dark.addEventListener("change", apply);
  document.addEventListener("DOMContentLoaded", function () {
    apply();
    document.querySelector(".desk-scheme").addEventListener("click", function () {
      try { localStorage.setItem(KEY, current() === "slate" ? "default" : "slate"); } catch (error) { return; }
      apply();
    });
  });
})();
