// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// The answer to a form takes the place of the page, without a step in the browser's history.
import { all } from "./page";

let enhance: () => void = () => undefined;

/** Say what wires the things of a new page. */
export function eachSwap(again: () => void): void {
  enhance = again;
}

/** Let the form be sent again. */
export function release(form: HTMLFormElement): void {
  delete form.dataset["sent"];
  form.removeAttribute("aria-busy");
  for (const button of all("[aria-disabled]", document)) button.removeAttribute("aria-disabled");
}

/** Say in a form that its sending failed; the words stay where they are. */
export function say(form: HTMLFormElement, sentence: string): void {
  document.getElementById("melden-mislukt")?.remove();
  const note = document.createElement("p");
  note.id = "melden-mislukt";
  note.className = "vs-message vs-message--error";
  note.setAttribute("role", "alert");
  note.textContent = sentence;
  form.append(note);
  note.scrollIntoView({ block: "nearest" });
}

/** Put the answer in the place of this page, and read it from its beginning. */
export function show(html: string, go = ""): void {
  const answer = new DOMParser().parseFromString(html, "text/html");
  const root = document.documentElement;
  root.lang = answer.documentElement.lang;
  root.dir = answer.documentElement.dir;
  document.title = answer.title;
  document.body.replaceWith(answer.body);
  enhance();
  const found = go === "search" ? document.getElementById("id_place_0") : null;
  if (found) {
    found.focus();
  } else if (!document.querySelector("[data-focus]")) {
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
  }
}
