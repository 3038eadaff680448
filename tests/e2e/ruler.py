# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be measured on an open page: what sticks out, is cut off, or is too small to hit."""

from __future__ import annotations

from playwright.sync_api import Page

SMALLEST = 24  # CSS pixels, WCAG 2.5.8

# an element is cut off when words in it lie outside what it shows and nobody can scroll to them
_CUT_OFF = """() => {
  const found = [];
  const wide = document.documentElement.clientWidth;
  const shown = e => e.checkVisibility({opacityProperty: true, visibilityProperty: true});
  const away = e => e.closest('.vs-hidden, .utrecht-skip-link, .maplibregl-map, canvas, svg');
  const scrolls = e => { for (let p = e; p && p !== document.body; p = p.parentElement)
    if (['auto', 'scroll'].includes(getComputedStyle(p).overflowX)
        && p.scrollWidth > p.clientWidth) return true; return false; };
  const clips = v => ['hidden', 'clip'].includes(v);
  for (const e of document.body.querySelectorAll('*')) {
    const box = e.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    const outside = box.right > wide + 1 || box.left < -1;
    const wider = e.scrollWidth > e.clientWidth + 1, higher = e.scrollHeight > e.clientHeight + 2;
    // most elements stop here: reading their words would lay the page out anew for each
    if (!outside && !wider && !higher) continue;
    const style = getComputedStyle(e);
    const clipped = wider && clips(style.overflowX), cut = higher && clips(style.overflowY);
    if (!clipped && !cut && !(outside && !scrolls(e))) continue;
    if (!shown(e) || away(e) || !(e.innerText ?? '').trim()) continue;
    const name = `${e.tagName.toLowerCase()}.${e.className}: ${e.innerText.trim().slice(0, 50)}`;
    if (clipped) found.push('clipped ' + name);
    if (cut) found.push('cut ' + name);
    if (outside && !scrolls(e)) found.push('outside ' + name);
  }
  return found.slice(0, 5);
}"""

# links in running text may be as low as their line
_TOO_SMALL = """smallest => {
  const found = [];
  const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
  for (const e of document.querySelectorAll(all)) {
    if (!e.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    if (e.closest('.maplibregl-ctrl-attrib, .utrecht-skip-link, .vs-hidden')) continue;
    if (e.tagName === 'A' && getComputedStyle(e).display === 'inline') continue;
    const label = e.labels?.[0]?.getBoundingClientRect();
    const box = e.getBoundingClientRect();
    const width = Math.max(box.width, label?.width ?? 0);
    const height = Math.max(box.height, label?.height ?? 0);
    if (width < smallest - 0.5 || height < smallest - 0.5)
      found.push(`${e.outerHTML.slice(0, 90)} is ${Math.round(width)}x${Math.round(height)}`);
  }
  return found.slice(0, 5);
}"""


# of a number or a code the first sign stands left of the last, whatever the page's direction
_READ = """() => {
  const found = [];
  const signs = 'a[href^="tel:"], [data-receipt-code], .vs-code span, bdi[dir=ltr]';
  for (const e of document.querySelectorAll(signs)) {
    if (!e.checkVisibility() || !(e.innerText ?? '').trim()) continue;
    const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) if (walk.currentNode.data.trim()) texts.push(walk.currentNode);
    const sign = (node, at) => { const range = document.createRange();
      range.setStart(node, at); range.setEnd(node, at + 1);
      return range.getBoundingClientRect(); };
    const last = texts.at(-1);
    const from = sign(texts[0], texts[0].data.search(/\\S/));
    const to = sign(last, last.data.trimEnd().length - 1);
    if (from.top === to.top && from.left > to.left) found.push('backwards: ' + e.innerText);
  }
  for (const e of document.querySelectorAll('input[type=tel], input[type=email], [data-code]'))
    if (getComputedStyle(e).direction !== 'ltr') found.push('typed backwards: ' + e.outerHTML);
  for (const e of document.querySelectorAll('textarea, input[type=text]:not([data-code])'))
    if (e.checkVisibility() && !e.dir) found.push('does not follow what is typed: ' + e.outerHTML);
  return found.slice(0, 5);
}"""


def enlarge_text(page: Page, percent: int | None) -> None:
    """Set the size of text as a reader does in the browser's settings; None is the page's own."""
    size = "" if percent is None else f"{percent}%"
    page.evaluate("size => { document.documentElement.style.fontSize = size }", size)


def reading_order(page: Page) -> list[str]:
    """Return numbers and codes that read backwards, and fields that force a direction."""
    return list(page.evaluate(_READ))


def cut_off(page: Page) -> list[str]:
    """Return what is cut off or sticks out sideways, at most five."""
    return list(page.evaluate(_CUT_OFF))


def too_small(page: Page) -> list[str]:
    """Return what is smaller than 24 by 24 pixels and must be hit, at most five."""
    return list(page.evaluate(_TOO_SMALL, SMALLEST))
