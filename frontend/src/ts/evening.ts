// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// An evening on a phone, on the big screen and at whoever leads: ask every two seconds whether
// something changed, show it, keep an answer that could not be sent and send it again.
import { all, figure, words } from "./page";

const EVERY = 2000; // milliseconds
const SPREAD = 500; // so that hundreds of phones do not ask at once
const PATIENCE = 4000;
const KEPT = "zaal-antwoord";
const PART = { "X-Part": "1" }; // the page answers with the part that is on, and nothing around it

interface Told {
  revision: number;
  joined?: number;
  answered?: number;
}

interface Unsent {
  item: string;
  body: string;
}

let room: HTMLElement;
let etag = "";
let failures = 0;
let isSending = false;

function part(): HTMLElement | null {
  return room.querySelector<HTMLElement>("[data-part]");
}

/** Say something where a screen reader hears it; quiet things are heard only. */
function tell(sentence: string, isQuiet = false): void {
  const place = room.querySelector<HTMLElement>("[data-told]");
  if (!place) return;
  place.classList.toggle("vs-hidden", isQuiet);
  if (place.textContent !== sentence) place.textContent = sentence;
}

function ask(url: string, headers: Record<string, string> = {}, body?: string): Promise<Response> {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), PATIENCE);
  const request = fetch(url, {
    method: body === undefined ? "GET" : "POST",
    credentials: "same-origin",
    cache: "no-store",
    signal: control.signal,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  return request.finally(() => clearTimeout(timer));
}

function isTyping(): boolean {
  const active = document.activeElement;
  return active instanceof HTMLElement && active.matches("input, textarea, select") && room.contains(active);
}

/** Everything a part says: its words, and how long the lines of its results are. */
function said(part: HTMLElement): string {
  const lines = Array.from(part.querySelectorAll(".vs-tally__part"), (one) => one.getAttribute("width"));
  return [part.textContent ?? "", ...lines].join(" ").replace(/\s+/g, " ").trim();
}

/** What a part is about: the question, or its heading. Empty on the big screen, which is not heard. */
function titleOf(part: HTMLElement): string {
  if (!words(room, "new")) return "";
  return part.querySelector("legend, .vs-title")?.textContent?.trim() ?? "";
}

/** Put a part in the place of the one that is there. The focus is never lost with what goes. */
function put(next: HTMLElement, now: HTMLElement, always: boolean): void {
  const hadFocus = now.contains(document.activeElement);
  now.replaceWith(next);
  next.tabIndex = -1;
  if (always || hadFocus) next.focus({ preventScroll: true });
  if (always || words(next, "item") !== words(now, "item")) window.scrollTo(0, 0);
}

/** Show what changed. Somebody who is filling in an answer is left alone. */
function show(html: string, always = false): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  const fresh = page.querySelector<HTMLElement>("[data-room]");
  const next = fresh?.querySelector<HTMLElement>("[data-part]");
  const now = part();
  if (!fresh || !next || !now) {
    location.reload();
    return;
  }
  room.dataset["revision"] = words(fresh, "revision");
  const isSame = words(next, "item") === words(now, "item");
  // much that moves an evening on changes nothing here: then nothing is said and nothing moves
  if (!always && isSame && said(next) === said(now)) return;
  const stillAsks = next.querySelector("form") !== null && now.querySelector("form") !== null;
  if (!always && isSame && stillAsks && isTyping()) return;
  document.title = page.title;
  put(next, now, always);
  const late = words(fresh, "late");
  if (late) tell(late);
  else if (!always) tell([words(room, "new"), titleOf(next)].filter(Boolean).join(" "), true);
}

/** Show that an answer was taken, with what stands ready for it; false where nothing does. */
function received(item: string): boolean {
  const now = part();
  const ready = now?.querySelector<HTMLTemplateElement>("template[data-received]");
  if (!now || !ready || words(now, "item") !== item) return false;
  const next = now.cloneNode(false) as HTMLElement;
  next.append(ready.content.cloneNode(true));
  put(next, now, true);
  return true;
}

async function renew(always = false): Promise<void> {
  const answer = await ask(words(room, "page"), PART);
  if (answer.ok) show(await answer.text(), always);
  else if (answer.status < 500) location.reload();
}

function count(name: string, number: number | undefined): void {
  if (number === undefined) return;
  for (const place of all(`[data-${name}]`, room)) place.textContent = figure(number);
}

async function look(): Promise<void> {
  const answer = await ask(words(room, "poll"), etag ? { "If-None-Match": etag } : {});
  if (answer.status >= 500) throw new Error("not now");
  if (failures) {
    tell(words(room, "back"));
    setTimeout(() => {
      if (!failures) tell("", true);
    }, 3 * EVERY);
  }
  failures = 0;
  await sendKept();
  if (answer.status === 304) return;
  if (!answer.ok) {
    location.reload();
    return;
  }
  etag = answer.headers.get("ETag") ?? "";
  const told = (await answer.json()) as Told;
  count("joined", told.joined);
  count("answered", told.answered);
  if (String(told.revision) !== words(room, "revision")) {
    etag = "";
    await renew();
  }
}

function lost(): void {
  failures += 1;
  tell(words(room, kept() ? "kept" : "lost") || words(room, "lost"));
}

function again(): void {
  const wait = EVERY - SPREAD / 2 + Math.random() * SPREAD;
  setTimeout(() => void look().catch(lost).then(again), wait);
}

function kept(): Unsent | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? "null") as Unsent | null;
  } catch {
    return null;
  }
}

function keep(unsent: Unsent | null): void {
  try {
    if (unsent) sessionStorage.setItem(KEPT, JSON.stringify(unsent));
    else sessionStorage.removeItem(KEPT);
  } catch {
    // a browser that keeps nothing sends again while the page is open
  }
}

/** Send an answer. The database holds one answer per phone: twice sent is once counted. */
async function send(unsent: Unsent): Promise<void> {
  const headers = { ...PART, "Content-Type": "application/x-www-form-urlencoded" };
  const answer = await ask(words(room, "page"), headers, unsent.body);
  if (answer.status >= 500) throw new Error("not now");
  keep(null);
  if (answer.status !== 204) show(await answer.text(), true);
  else if (!received(unsent.item)) await renew(true);
}

async function sendKept(): Promise<void> {
  const unsent = kept();
  if (!unsent || isSending) return;
  isSending = true;
  try {
    await send(unsent);
  } finally {
    isSending = false;
  }
}

function encoded(form: HTMLFormElement): string {
  const pairs: string[] = [];
  new FormData(form).forEach((value, name) => {
    pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  });
  return pairs.join("&");
}

function voted(event: Event): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset["vote"] === undefined) return;
  event.preventDefault();
  if (isSending) return;
  const field = form.elements.namedItem("item");
  keep({ item: field instanceof HTMLInputElement ? field.value : "", body: encoded(form) });
  form.setAttribute("aria-busy", "true");
  void sendKept().catch(() => {
    form.removeAttribute("aria-busy");
    lost();
  });
}

function start(): void {
  const found = document.querySelector<HTMLElement>("[data-room]");
  if (!found || typeof fetch !== "function" || typeof AbortController !== "function") return;
  room = found;
  for (const link of all("[data-reload]", room)) link.hidden = true;
  room.addEventListener("submit", voted);
  again();
}

start();
