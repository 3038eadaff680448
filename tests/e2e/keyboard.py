# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody who only has a keyboard: Tab, Shift+Tab, Space, Enter, arrows and Escape."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Page

MOST_STEPS = 90

# where the focus is, whether it can be seen, and whether something lies over it
_FOCUS = """async () => {
  // the page scrolls to what takes the focus in the next picture
  await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const label = e.labels?.[0];
  const rect = e.getBoundingClientRect();
  const shown = [e, label].filter(Boolean).flatMap(one =>
    [getComputedStyle(one), getComputedStyle(one, '::after')]);
  const marked = shown.some(s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)
    || s.boxShadow !== 'none');
  const spots = [[.5, .5], [.05, .5], [.95, .5], [.5, .1], [.5, .9]].map(([x, y]) =>
    document.elementFromPoint(rect.left + rect.width * x, rect.top + rect.height * y));
  const open = spots.some(spot => spot && (e.contains(spot) || spot.contains(e)
    || label?.contains(spot)));
  const words = (e.innerText || e.value || '').slice(0, 40);
  return {name: `${e.tagName}#${e.id}.${e.className} ${words}`, marked, open};
}"""


@dataclass
class Keyboard:
    """Keys on a page; what the focus looked like on the way is kept in `complaints`."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def press(self, key: str) -> dict | None:
        self.page.keyboard.press(key)
        focus = self.page.evaluate(_FOCUS)
        if focus and not focus["marked"]:
            self.complaints.append(f"cannot be seen: {focus['name']}")
        if focus and not focus["open"]:
            self.complaints.append(f"lies under something: {focus['name']}")
        return focus

    def tab_to(self, selector: str, key: str = "Tab") -> None:
        """Press Tab until the focus is on this."""
        for _ in range(MOST_STEPS):
            if self.page.evaluate("s => document.activeElement?.matches(s) ?? false", selector):
                return
            self.press(key)
        raise AssertionError(f"{selector} cannot be reached with {key}")

    def tab_round(self) -> list[str]:
        """Press Tab through the whole page; return what had the focus, in order."""
        names: list[str] = []
        for _ in range(MOST_STEPS):
            focus = self.press("Tab")
            if focus is None:
                return names
            names.append(focus["name"])
        return names

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)
