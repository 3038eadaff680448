// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// "Snel weg": leave at once. Loaded before the page is drawn, so it works while the rest still comes.
//
// The link works without this script. With it, the page goes blank first, this place in the
// history becomes the neutral site, and stepping back here leads away again.

const MARK = "weg";
let escapes = 0;
let last = 0;

function address(): string {
  const link = document.querySelector<HTMLAnchorElement>("a[data-leave]");
  return link ? link.href : "about:blank";
}

function leave(): void {
  const target = address();
  document.title = " ";
  document.documentElement.hidden = true;
  try {
    // lives in this tab only, holds nothing but "was left", and is wiped at the next open visit
    sessionStorage.setItem(MARK, target);
    history.replaceState(null, "", "/");
  } catch {
    // a browser that keeps nothing at all still leaves
  }
  location.replace(target);
}

function cameBack(persisted: boolean): boolean {
  const entry = performance.getEntriesByType("navigation")[0] as
    | PerformanceNavigationTiming
    | undefined;
  return persisted || entry?.type === "back_forward";
}

function check(persisted: boolean): void {
  let target: string | null = null;
  try {
    target = sessionStorage.getItem(MARK);
  } catch {
    return;
  }
  if (target === null) return;
  if (cameBack(persisted)) {
    document.documentElement.hidden = true;
    location.replace(target);
  } else {
    sessionStorage.removeItem(MARK);
  }
}

check(false);
addEventListener("pageshow", (event) => {
  if (event.persisted) check(true);
});

document.addEventListener("click", (event) => {
  const target = event.target;
  if (target instanceof Element && target.closest("a[data-leave]")) {
    event.preventDefault();
    leave();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const now = Date.now();
  escapes = now - last < 1500 ? escapes + 1 : 1;
  last = now;
  if (escapes >= 3 && document.querySelector("a[data-leave]")) leave();
});
