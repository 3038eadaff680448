// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// Telling without leaving the page: the questions are sent in the background and their answers
// take the page's place. So the browser's own Back shows the question before (the answer to a POST
// that may not be kept cannot be shown again), and a lost connection loses nothing.
import { words } from "./page";
import { release, say, show } from "./swap";

interface Place {
  step: number;
}

let isBusy = false;

function walkForm(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>("form[data-walk]");
}

function stepOf(form: HTMLFormElement | null): number {
  return Number(form?.dataset["walk"] ?? 0);
}

function remembered(): number {
  return Number((history.state as Place | null)?.step ?? 0);
}

/** Send the form; return whether an answer came. Nothing changes when none did. */
async function send(form: HTMLFormElement, url: string, data: FormData): Promise<boolean> {
  isBusy = true;
  form.setAttribute("aria-busy", "true");
  let html = "";
  try {
    const answer = await fetch(url, { method: "POST", body: data, credentials: "same-origin" });
    if (answer.redirected) {
      location.assign(answer.url);
      return false;
    }
    if (answer.status < 500) html = await answer.text();
  } catch {
    html = "";
  }
  isBusy = false;
  release(form);
  if (!html) {
    say(form, words(form, "failed"));
    return false;
  }
  show(html, String(data.get("go") ?? ""));
  return true;
}

/** Write into the history where we are: a new entry one question further, else this one again. */
function remember(before: number): void {
  const form = walkForm();
  const step = stepOf(form);
  const home = form ? words(form, "home") : location.pathname;
  if (step > before) history.pushState({ step }, "", home);
  else history.replaceState({ step }, "", home);
}

function taken(event: SubmitEvent): void {
  const form = event.target;
  const button = event.submitter;
  if (!(form instanceof HTMLFormElement) || form.dataset["walk"] === undefined) return;
  if (!(button instanceof HTMLButtonElement) || event.defaultPrevented) return;
  event.preventDefault();
  if (isBusy) return;
  const before = stepOf(form);
  if (button.value === "back" && remembered() === before && before > 1) {
    release(form);
    history.back();
    return;
  }
  const data = new FormData(form);
  data.append(button.name, button.value);
  const url = button.hasAttribute("formaction") ? button.formAction : form.action;
  void send(form, url, data).then((came) => {
    if (came) remember(before);
  });
}

/** The browser's Back and Forward: ask for the question that belongs to that entry. */
async function moved(event: PopStateEvent): Promise<void> {
  const wanted = Number((event.state as Place | null)?.step ?? 0);
  const form = walkForm();
  const here = stepOf(form);
  if (!form || !wanted || wanted === here) return;
  if (form.dataset["done"] !== undefined) {
    // what was sent stays sent: nobody steps back into it on a shared phone
    location.replace(words(form, "home"));
    return;
  }
  if (isBusy) {
    history.pushState({ step: here }, "", words(form, "home"));
    return;
  }
  const data = new FormData(form);
  data.append("go", wanted < here ? "back" : "next");
  if (!(await send(form, form.action, data))) {
    history.pushState({ step: here }, "", words(form, "home"));
    return;
  }
  const step = stepOf(walkForm());
  if (step !== wanted && step !== here) await moved(event);
  else history.replaceState({ step }, "", words(walkForm() ?? form, "home"));
}

/** Take over sending the questions. */
export function walk(): void {
  const form = walkForm();
  if (!form || !("submitter" in SubmitEvent.prototype) || typeof fetch !== "function") return;
  history.replaceState({ step: stepOf(form) }, "", words(form, "home"));
  document.addEventListener("submit", taken);
  addEventListener("popstate", (event) => void moved(event));
}
