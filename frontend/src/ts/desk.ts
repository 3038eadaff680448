// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// Small helps at the desk.
import { all, words } from "./page";

/** A filter form with `data-filter-at-once` applies itself when a choice changes. */
export function filterAtOnce(): void {
  for (const form of all<HTMLFormElement>("form[data-filter-at-once]")) {
    form.addEventListener("change", (event) => {
      if (event.target instanceof HTMLSelectElement) form.requestSubmit();
    });
  }
}

/** A choice with `data-fill` puts the chosen option's `data-words` into that text field. */
export function copyWords(): void {
  for (const select of all<HTMLSelectElement>("select[data-fill]")) {
    const field = document.getElementById(words(select, "fill"));
    if (!(field instanceof HTMLTextAreaElement)) continue;
    select.addEventListener("change", () => {
      const text = select.selectedOptions[0]?.dataset["words"];
      if (text === undefined) return;
      // what somebody wrote stays; the template goes in front of it
      field.value = field.value.trim() ? `${text}\n\n${field.value}` : text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
    });
  }
}

/** A table or menu wider than its frame can be pushed by keyboard. */
export function reachScrollers(): void {
  const frames = all(".vs-table-scroll, .vs-staff-nav__row, .vs-nav");
  const fit = (): void => {
    for (const frame of frames) {
      if (frame.scrollWidth > frame.clientWidth + 1) frame.tabIndex = 0;
      else frame.removeAttribute("tabindex");
    }
  };
  addEventListener("resize", fit);
  fit();
  // the page one stands on is in sight
  document
    .querySelector(".vs-staff-nav__row > ul [aria-current], .vs-staff-nav .vs-is-current")
    ?.scrollIntoView({ block: "nearest", inline: "center" });
}

/** An open part of the menu closes with Escape, and when one goes on elsewhere. */
export function closeMenus(): void {
  const open = (): HTMLDetailsElement | null =>
    document.querySelector<HTMLDetailsElement>(".vs-staff-nav details[open]");
  addEventListener("keydown", (event) => {
    const menu = open();
    if (event.key !== "Escape" || !menu) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  for (const kind of ["click", "focusin"] as const) {
    addEventListener(kind, (event) => {
      const menu = open();
      if (menu && event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
    });
  }
}
