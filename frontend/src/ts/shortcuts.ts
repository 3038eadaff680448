// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// Walking lists by keyboard: j and k, Enter, / to search, ? for this list of keys.
import { all } from "./page";

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

function step(rows: HTMLElement[], by: number): void {
  const now = rows.findIndex((row) => row === document.activeElement);
  const next = rows[now < 0 ? 0 : Math.min(Math.max(now + by, 0), rows.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** Listen for the keys, when no field has the focus and no other key is held. */
export function shortcuts(): void {
  const help = document.querySelector<HTMLDialogElement>("dialog[data-keys]");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const rows = all("[data-row]").filter((row) => row.getClientRects().length);
    if (event.key === "j") step(rows, 1);
    else if (event.key === "k") step(rows, -1);
    else if (event.key === "/") {
      const search = document.querySelector<HTMLElement>("[data-search]");
      if (!search) return;
      event.preventDefault();
      search.focus();
    } else if (event.key === "?") help?.showModal();
  });
  for (const button of all("[data-show-keys]")) {
    button.hidden = !help;
    button.addEventListener("click", () => help?.showModal());
  }
}
