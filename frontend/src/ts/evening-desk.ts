// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// Leading an evening by keyboard: a key presses the button or link that bears it in `data-key`. The
// list of keys is on the page; whoever turns them off there keeps them off on this device.
const KEPT = "avond-toetsen";
const IN_USE = "input, textarea, select, summary, dialog, [contenteditable], [role=listbox], [role=slider]";

function isOff(): boolean {
  try {
    return localStorage.getItem(KEPT) === "uit";
  } catch {
    return false;
  }
}

function keep(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, "uit");
  } catch {
    // a browser that keeps nothing asks again on the next page
  }
}

/** Whether the key belongs to what has the focus: a field, or a table that arrows push sideways. */
function isTaken(event: KeyboardEvent): boolean {
  const here = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat) return true;
  if (event.defaultPrevented || !(here instanceof HTMLElement) || here.closest(IN_USE)) return true;
  return event.key.startsWith("Arrow") && here !== document.body && here.scrollWidth > here.clientWidth;
}

function start(list: HTMLElement): void {
  const box = list.querySelector<HTMLInputElement>("[data-keys-on]");
  if (!box) return;
  list.hidden = false;
  box.checked = !isOff();
  box.addEventListener("change", () => keep(box.checked));
  document.addEventListener("keydown", (event) => {
    if (!box.checked || isTaken(event)) return;
    const goal = document.querySelector<HTMLElement>(`[data-room] [data-key="${CSS.escape(event.key)}"]`);
    if (!goal || goal.matches(":disabled")) return;
    event.preventDefault();
    goal.click();
  });
}

const found = document.querySelector<HTMLElement>("[data-desk-keys]");
if (found) start(found);
