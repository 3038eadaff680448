// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// The note-taker's screen: a note is sent without leaving the page. Without a connection notes stay
// on this page, in memory and nowhere else, and go by themselves. A note that is sent twice stands
// there once: the form carries a token of its own.
import { all, figure, words } from "./page";

const EVERY = 3000; // milliseconds
const PATIENCE = 6000;

interface Waiting {
  body: URLSearchParams;
  text: string;
  isWrong: boolean;
}

const waiting: Waiting[] = [];
let isSending = false;
let isLost = false;

function desk(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-notes]");
}

function form(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>("[data-notes-form] form");
}

function field(): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>("[data-note-text]");
}

function ask(url: string, options: RequestInit = {}): Promise<Response> {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), PATIENCE);
  const asked = fetch(url, {
    credentials: "same-origin",
    cache: "no-store",
    signal: control.signal,
    ...options,
  });
  return asked.finally(() => clearTimeout(timer));
}

function tell(sentence: string): void {
  const place = document.querySelector<HTMLElement>("[data-notes-told]");
  if (place && place.textContent !== sentence) place.textContent = sentence;
}

/** Put the text of a note that was not kept back into the field, for its writer to change. */
function giveBack(note: Waiting): void {
  const place = field();
  if (!place) return;
  const typed = place.value.trim();
  place.value = typed ? `${typed}\n${note.text}` : note.text;
  waiting.splice(waiting.indexOf(note), 1);
  drawWaiting();
  place.focus();
}

function drawWaiting(): void {
  const place = document.querySelector<HTMLElement>("[data-notes-waiting]");
  const here = desk();
  if (!place || !here) return;
  place.hidden = waiting.length === 0;
  place.replaceChildren(
    ...waiting.map((note) => {
      const line = document.createElement("li");
      const text = document.createElement("bdi");
      text.textContent = note.text;
      line.append(text);
      if (note.isWrong) {
        const reason = document.createElement("p");
        reason.className = "vs-error";
        reason.textContent = words(here, "wrong");
        const button = document.createElement("button");
        button.type = "button";
        button.className = "utrecht-button utrecht-button--secondary-action";
        button.textContent = words(here, "again");
        button.addEventListener("click", () => giveBack(note));
        line.append(reason, button);
      }
      return line;
    }),
  );
  const kept = waiting.filter((note) => !note.isWrong).length;
  if (isLost) tell(`${words(here, "lost")} ${kept ? words(here, "waits").replace("#", figure(kept)) : ""}`);
}

/** Take from an answered page what changed: own notes always, the form when it is not in use. */
function show(html: string, isNew: boolean): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  const names = ["[data-notes-own]"];
  if (isNew) names.push("[data-notes-form]", "[data-notes-title]");
  for (const name of names) {
    const now = document.querySelector(name);
    const next = page.querySelector(name);
    if (now && next) now.replaceWith(next);
  }
  const on = page.querySelector<HTMLElement>("[data-notes]");
  const here = desk();
  if (on && here && isNew) here.dataset["partOn"] = words(on, "partOn");
}

async function send(note: Waiting): Promise<void> {
  const here = desk();
  if (!here) return;
  const answer = await ask(words(here, "page"), {
    method: "POST",
    body: note.body,
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });
  if (answer.status >= 500) throw new Error("not now");
  const html = await answer.text();
  const isFree = !field()?.value.trim();
  if (answer.status === 422 || answer.status === 409) {
    if (isFree && answer.status === 422) {
      waiting.splice(waiting.indexOf(note), 1);
      show(html, true);
      document.querySelector<HTMLElement>("[data-focus]")?.focus();
    } else {
      note.isWrong = true;
    }
    return;
  }
  if (!answer.ok) {
    location.reload();
    return;
  }
  waiting.splice(waiting.indexOf(note), 1);
  show(html, isFree);
  if (isFree) field()?.focus();
}

async function sendAll(): Promise<void> {
  if (isSending) return;
  isSending = true;
  try {
    for (const note of waiting.filter((one) => !one.isWrong)) await send(note);
    const here = desk();
    if (isLost && here) tell(words(here, "back"));
    isLost = false;
  } catch {
    isLost = true;
  } finally {
    isSending = false;
    drawWaiting();
  }
}

function take(event: SubmitEvent): void {
  const sent = event.target;
  if (!(sent instanceof HTMLFormElement) || sent !== form()) return;
  const text = field()?.value.trim() ?? "";
  if (!text) return; // the browser or the server says what is missing
  event.preventDefault();
  event.stopPropagation();
  const body = new URLSearchParams();
  new FormData(sent).forEach((value, name) => body.append(name, String(value)));
  waiting.push({ body, text, isWrong: false });
  empty(sent);
  drawWaiting();
  void sendAll();
}

/** Make the form ready for the next note: with a token of its own. */
function empty(sent: HTMLFormElement): void {
  const token = sent.querySelector<HTMLInputElement>("input[name=submission]");
  if (token) token.value = Array.from(crypto.getRandomValues(new Uint8Array(16)), (one) => one.toString(16).padStart(2, "0")).join("");
  const place = field();
  if (place) place.value = "";
  for (const box of all<HTMLInputElement>("input[type=checkbox]", sent)) box.checked = false;
  for (const one of all<HTMLInputElement>("input[type=radio]", sent)) one.checked = one.value === "";
  place?.focus();
}

async function look(): Promise<void> {
  const here = desk();
  if (!here) return;
  const answer = await ask(words(here, "poll"));
  if (answer.status >= 500) throw new Error("not now");
  if (!answer.ok) {
    if (!waiting.length && !field()?.value.trim()) location.reload();
    return;
  }
  if (isLost || waiting.some((one) => !one.isWrong)) await sendAll();
  const told = (await answer.json()) as { part: number | null };
  const isOther = told.part !== null && String(told.part) !== words(here, "partOn");
  const invite = document.querySelector<HTMLElement>("[data-notes-new]");
  const chose = new URLSearchParams(location.search).has("deel");
  if (isOther && !field()?.value.trim() && !chose) {
    const page = await ask(words(here, "page"));
    if (page.ok) show(await page.text(), true);
    tell(words(here, "new"));
    if (invite) invite.hidden = true;
  } else if (invite) {
    invite.hidden = !isOther;
  }
}

function again(): void {
  setTimeout(() => {
    look()
      .catch(() => {
        isLost = true;
        drawWaiting();
      })
      .finally(again);
  }, EVERY);
}

document.addEventListener("submit", take, true);
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target === field()) {
    event.preventDefault();
    form()?.requestSubmit();
  }
});
window.addEventListener("beforeunload", (event) => {
  if (waiting.length || field()?.value.trim()) event.preventDefault();
});
if (desk()) again();
