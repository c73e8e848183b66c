"""What is wrong with a page as it is laid out: texts that overlap, are cut off or stick out.

Each defect is a line that begins with its kind. The measurements are taken on a screen as high as
the page, so that what stays at the edge of the screen lies where it does at the end of the page.
Touches the browser.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import cast

from selenium import webdriver

from tests.browser.chromium import Screen, use_screen

# A text's line is taken as the middle band of its letters: boxes of lines overlap where a font's
# letters may reach far up and down, and nobody sees it.
FIND_DEFECTS = """
const root = document.documentElement, width = root.clientWidth, defects = [];
const say = (kind, node, more) => {
  const text = (node.textContent || '').replace(/\\s+/g, ' ').trim().slice(0, 60);
  const at = node.nodeType === 1 ? node : node.parentElement;
  const place = at.localName + [...at.classList].map(each => '.' + each).join('');
  defects.push(`${kind}: ${place} “${text}”${more ? ' ' + more : ''}`);
};
if (root.scrollWidth > width) defects.push(`sideways: ${root.scrollWidth} px in ${width} px`);

// For screen readers alone, or out of sight until it has the focus.
const unseen = new Map();
const isUnseen = element => {
  if (element === null || element === root) return false;
  let known = unseen.get(element);
  if (known === undefined) {
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    const tiny = style.position === 'absolute' && style.overflow !== 'visible'
      && box.width <= 1 && box.height <= 1;
    const away = style.position === 'absolute' && (box.right <= 0 || box.left >= width
      || box.bottom + scrollY <= 0) && element.matches('a[href^="#"]');
    known = tiny || away || style.visibility !== 'visible' || style.opacity === '0'
      || isUnseen(element.parentElement);
    unseen.set(element, known);
  }
  return known;
};
const scrolls = element => {
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
  }
  return false;
};
const box_around = element => {
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.display.startsWith('inline') && style.display !== 'inline-block'
        && style.display !== 'inline-flex') continue;
    if (style.borderInlineStartWidth !== '0px' || style.borderInlineEndWidth !== '0px'
        || !/, 0\\)$|transparent/.test(style.backgroundColor)) return at.getBoundingClientRect();
  }
  return null;
};

const bands = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node; (node = walker.nextNode());) {
  const around = node.parentElement;
  if (!node.data.trim() || !around.checkVisibility() || isUnseen(around)) continue;
  const size = parseFloat(getComputedStyle(around).fontSize);
  const range = document.createRange();
  range.selectNodeContents(node);
  const box = box_around(around);
  let out = false, spilt = false;
  for (const line of range.getClientRects()) {
    if (line.width < 1) continue;
    if (line.left < -1 || line.right > width + 1) out = true;
    if (box && (line.left < box.left - 1 || line.right > box.right + 1)) spilt = true;
    const middle = (line.top + line.bottom) / 2;
    bands.push({node, left: line.left, right: line.right,
      top: middle - .3 * size, bottom: middle + .3 * size});
  }
  if (out && !scrolls(around)) say('outside', node);
  if (spilt && !scrolls(around)) say('spilt', node);
}
bands.sort((one, other) => one.top - other.top);
const told = new Set();
bands.forEach((one, place) => {
  for (let next = place + 1; next < bands.length && bands[next].top < one.bottom - 1; next++) {
    const other = bands[next];
    if (other.node === one.node || told.has(other.node)) continue;
    if (Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2
        && Math.min(one.bottom, other.bottom) - other.top > 2) {
      told.add(other.node);
      say('overlap', one.node, `and “${other.node.data.trim().slice(0, 60)}”`);
    }
  }
});
for (const element of document.body.querySelectorAll('*')) {
  const style = getComputedStyle(element);
  const hides = value => value === 'hidden' || value === 'clip';
  if (!hides(style.overflowX) && !hides(style.overflowY)) continue;
  if (!element.textContent.trim() || !element.checkVisibility() || isUnseen(element)) continue;
  if ((hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
      || (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1)) {
    say('clipped', element);
  }
}
return defects;
"""

# What a reader can do nothing with when no script runs.
FIND_DEAD_ENDS = """
const dead = [];
for (const each of document.querySelectorAll('a[href]')) {
  const href = each.getAttribute('href');
  if (/^javascript:/i.test(href) || href === '#') dead.push(`dead link: ${each.textContent}`);
  if (href.length > 1 && href.startsWith('#')
      && !document.getElementById(decodeURIComponent(href.slice(1)))) {
    dead.push(`leads nowhere: ${href}`);
  }
}
for (const each of document.querySelectorAll('button, input, select, textarea')) {
  if (each.checkVisibility() && !each.closest('form[action]')) {
    dead.push(`does nothing: ${each.outerHTML.slice(0, 100)}`);
  }
}
return dead;
"""

# What the browser had to ask for before it could paint: the page itself, and what blocks it.
COUNT_BLOCKING = """
const resources = performance.getEntriesByType('resource')
  .filter(each => each.renderBlockingStatus === 'blocking').length;
const scripts = [...document.querySelectorAll('script[src]')]
  .filter(each => !each.defer && !each.async && each.type !== 'module').length;
return 1 + Math.max(resources, scripts);
"""

READ_VIOLATIONS = "return window.brokenPolicies ?? ['nobody listened']"

LISTEN = """
window.brokenPolicies = [];
document.addEventListener('securitypolicyviolation', event => window.brokenPolicies.push(
  `${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));
"""
"""Added to every new page, before its own parts are read."""

ENHANCEMENTS = {
    "template[data-zone] + *": "whether an office is open now; its hours stand below",
    "#find, #find-none": "a field that shortens the list of languages; the list stands below",
}
"""What script may add to a page: what tells nothing that isn't there without it."""
READ_LINES = f"""
const added = [...document.querySelectorAll({json.dumps(", ".join(ENHANCEMENTS))})];
const before = added.map(each => each.hidden);
added.forEach(each => each.hidden = true);
// What lies far below the screen isn't laid out until it comes near, and has no text before that.
const late = [...document.querySelectorAll('*')]
  .filter(each => getComputedStyle(each).contentVisibility === 'auto');
late.forEach(each => each.style.contentVisibility = 'visible');
const lines = document.body.innerText.split('\\n').map(each => each.trim()).filter(each => each);
late.forEach(each => each.style.contentVisibility = '');
added.forEach((each, place) => each.hidden = before[place]);
return lines;
"""


def use_whole_screen(browser: webdriver.Chrome, screen: Screen) -> None:
    """The screen is as high as the open page, so that what stays at its edge covers nothing.

    Whatever lies half under such a bar comes out from under it when one scrolls; axe-core would
    take it for too small a target.
    """
    use_screen(browser, screen)
    height = browser.execute_script("return document.documentElement.scrollHeight")
    use_screen(browser, replace(screen, height=max(screen.height, int(height))))


def find_defects(browser: webdriver.Chrome, screen: Screen) -> list[str]:
    """What is wrong with the layout of the open page on a screen so wide, and as high as it is."""
    use_whole_screen(browser, screen)
    return cast("list[str]", browser.execute_script(FIND_DEFECTS))


def set_scripts(browser: webdriver.Chrome, *, run: bool) -> None:
    """Pages opened from now on run scripts or don't; the driver's own always run."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not run})
