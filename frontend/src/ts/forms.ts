// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// Forms: send once, say how much room is left, warn before words are lost, show what was chosen.
import { all, figure, words } from "./page";

/** A second tap sends nothing; after a step back the form can be sent again. */
export function sendOnce(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post") return;
    if (event.defaultPrevented) return;
    // the page stays where a file comes, and another may be wanted
    if (form.dataset["givesFile"] !== undefined) return;
    if (form.dataset["sent"] === "yes") {
      event.preventDefault();
      return;
    }
    form.dataset["sent"] = "yes";
    const button = event.submitter;
    // after this turn, or the button's own name and value would not be sent along
    setTimeout(() => button?.setAttribute("aria-disabled", "true"));
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const form of all<HTMLFormElement>("form[data-sent]")) {
      delete form.dataset["sent"];
      for (const button of all("[aria-disabled]", form)) button.removeAttribute("aria-disabled");
    }
  });
}

/** "Nog 120 tekens", from the last fifth of the room on. */
export function countLetters(): void {
  const sentence = words(document.body, "lettersLeft");
  if (!sentence) return;
  for (const area of all<HTMLTextAreaElement>("textarea[maxlength]")) {
    const note = document.createElement("p");
    note.className = "vs-count";
    note.setAttribute("aria-live", "polite");
    area.after(note);
    const tell = (): void => {
      const left = area.maxLength - area.value.length;
      note.textContent = left < area.maxLength / 5 ? sentence.replace("#", figure(left)) : "";
    };
    area.addEventListener("input", tell);
    tell();
  }
}

/** The browser asks before a half-written form is left; the quick way out never asks. */
export function warnBeforeLoss(): void {
  let dirty = false;
  const isHalf = (event: Event): boolean =>
    event.target instanceof Element && event.target.closest("form[data-dirty]") !== null;
  document.addEventListener("input", (event) => {
    if (isHalf(event)) dirty = true;
  });
  document.addEventListener("submit", (event) => {
    if (isHalf(event)) dirty = false;
  });
  addEventListener("beforeunload", (event) => {
    if (dirty && !document.documentElement.hidden) event.preventDefault();
  });
}

/** A small picture of each photo chosen. */
export function showPhotos(): void {
  for (const input of all<HTMLInputElement>('input[type="file"][accept*="image"]')) {
    const frame = document.createElement("div");
    frame.className = "vs-preview";
    input.after(frame);
    input.addEventListener("change", () => {
      for (const old of all<HTMLImageElement>("img", frame)) URL.revokeObjectURL(old.src);
      frame.replaceChildren();
      for (const file of Array.from(input.files ?? []).slice(0, 6)) {
        if (!file.type.startsWith("image/")) continue;
        const image = document.createElement("img");
        image.src = URL.createObjectURL(file);
        image.alt = file.name;
        frame.append(image);
      }
    });
  }
}

/** The code behind the # of a QR goes into the field and out of the address. */
export function fillCode(): void {
  const field = document.querySelector<HTMLInputElement>("input[data-code]");
  if (!field) return;
  const code = decodeURIComponent(location.hash.slice(1)).replace(/\D/g, "");
  if (code.length !== 16) return;
  history.replaceState(null, "", location.pathname + location.search);
  field.value = code.replace(/(\d{4})(?=\d)/g, "$1 ");
  field.focus();
}

/** After an error the summary is read first. */
export function focusErrors(): void {
  document.querySelector<HTMLElement>("[data-focus]")?.focus();
}

function showFor(part: string, field: string): void {
  const parts = all(`[data-${part}]`);
  const form = parts[0]?.closest("form");
  if (!form) return;
  const fit = (): void => {
    const chosen = form.querySelector<HTMLInputElement>(`input[name="${field}"]:checked`)?.value;
    for (const one of parts) {
      // what was refused stays in sight, with its error
      const refused = one.querySelector(".vs-field--error") !== null;
      const wanted = words(one, part).split(" ");
      one.hidden = !refused && (chosen === undefined || !wanted.includes(chosen));
    }
  };
  form.addEventListener("change", fit);
  fit();
}

/** Fields that belong to one answer stand there only with that answer: `data-wish="email call"`. */
export function showWhenChosen(): void {
  showFor("wish", "wish");
  showFor("when", "kind");
}
