// Shows whether an office is open now, in its own time zone. The page holds the answers of its
// week, each with the times between which it is true; on an older copy none is, and none is shown.
(function () {
  function tell(box) {
    var parts = {}, all = {timeZone: box.dataset.zone, hourCycle: "h23", year: "numeric"};
    ["month", "day", "hour", "minute"].forEach(function (name) { all[name] = "2-digit"; });
    new Intl.DateTimeFormat("en-US", all).formatToParts(new Date()).forEach(function (part) {
      parts[part.type] = part.value;
    });
    var day = parts.year + "-" + parts.month + "-" + parts.day;
    var now = day + "T" + parts.hour.replace("24", "00") + ":" + parts.minute;
    var said = box.nextElementSibling, say = null;
    [].forEach.call(box.content.children, function (one) {
      if (one.dataset.from <= now && now < one.dataset.to) say = one;
    });
    if (said && (!say || said.dataset.from !== say.dataset.from)) said.remove();
    if (say && !box.nextElementSibling) box.after(say.cloneNode(true));
    [].forEach.call(document.querySelectorAll("tr[data-day]"), function (row) {
      if (row.dataset.day === day) row.setAttribute("aria-current", "date");
      else row.removeAttribute("aria-current");
    });
  }
  function tellAll() {
    [].forEach.call(document.querySelectorAll("template[data-zone]"), tell);
  }
  try {
    tellAll();
    setInterval(tellAll, 60000);
  } catch (error) { /* An old browser: the hours stand on the page. */ }
})();
