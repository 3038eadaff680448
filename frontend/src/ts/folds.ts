// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// A long paper comes with everything open. On a phone its inner parts are folded; on paper, where a
// link leads and after one press on the button all is open again.
import { all, words } from "./page";

const NARROW = "(max-width: 40rem)";

function parts(): HTMLDetailsElement[] {
  return all<HTMLDetailsElement>("details[data-fold]");
}

function openTo(place: Element | null): void {
  for (let here = place; here; here = here.parentElement) {
    if (here instanceof HTMLDetailsElement) here.open = true;
  }
}

function button(frame: HTMLElement): void {
  const press = document.createElement("button");
  press.type = "button";
  press.className = "utrecht-button utrecht-button--secondary-action";
  const isFolded = (): boolean => parts().some((one) => !one.open);
  const name = (): void => {
    press.textContent = words(frame, isFolded() ? "unfold" : "fold");
  };
  press.addEventListener("click", () => {
    const open = isFolded();
    for (const one of parts()) one.open = open || one.dataset["fold"] === "chapter";
    name();
  });
  // a part that somebody opens or closes changes what the button would do
  frame.parentElement?.addEventListener("toggle", name, true);
  name();
  frame.hidden = false;
  frame.replaceChildren(press);
}

/** `[data-fold-all]` gets the button that opens and folds every part. */
export function foldParts(): void {
  const frame = document.querySelector<HTMLElement>("[data-fold-all]");
  if (!frame || !parts().length) return;
  if (matchMedia(NARROW).matches) {
    for (const one of parts()) one.open = one.dataset["fold"] === "chapter";
  }
  const follow = (): void => openTo(document.getElementById(location.hash.slice(1)));
  addEventListener("hashchange", follow);
  follow();
  let before: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    before = parts().filter((one) => !one.open);
    for (const one of before) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of before) one.open = false;
  });
  button(frame);
}
