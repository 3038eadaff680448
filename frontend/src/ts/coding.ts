// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// Coding a text by keyboard or mouse. The page works without: sentences are chosen by number. Places
// in the text are codepoints, as the server counts them. Keys count only while the text has focus.
import { all, words } from "./page";

interface Place {
  node: Text;
  offset: number; // in the units of the browser
  sign: string;
}

const KEYS = ["Digit1", "Digit2", "Digit3", "Digit4", "Digit5", "Digit6", "Digit7", "Digit8", "Digit9", "Digit0", "Minus", "Equal"];
const PAUSE = 300; // milliseconds a choice stands still before suggestions are asked for
const SIGNS = "1234567890-=";
const CHOICES: Record<string, [string, string]> = {
  s: ["valence", "strength"],
  p: ["valence", "problem"],
  o: ["valence", "neutral"],
  d: ["dimension", "think"],
  v: ["dimension", "feel"],
  g: ["dimension", "do"],
  l: ["world", "life"],
  y: ["world", "system"],
};

let places: (Place | undefined)[] = []; // one for every codepoint; none for the first of two line signs
let sentences: [number, number][] = [];
let chosen: [number, number] | null = null;
let isByKeys = false;
let isChoosing = false;
let queue: Promise<void> = Promise.resolve();
let asking = 0; // the timer until suggestions are asked for
let asked = 0; // how often they were: only the last answer counts

function one<E extends HTMLElement>(selector: string): E | null {
  return document.querySelector<E>(selector);
}

function here(): HTMLElement | null {
  return one("[data-coding]");
}

function text(): HTMLElement | null {
  return one("[data-coding-text]");
}

function form(): HTMLFormElement | null {
  return one<HTMLFormElement>("[data-coding-form]");
}

/** Read where every codepoint of the text stands on the page. */
function readPlaces(): void {
  places = [];
  for (const piece of all("[data-at]")) {
    const node = piece.firstChild;
    if (!(node instanceof Text)) continue;
    let at = Number(words(piece, "at"));
    let offset = 0;
    for (const sign of node.data) {
      places[at] = { node, offset, sign };
      at += 1;
      offset += sign.length;
    }
  }
  const told = text();
  sentences = told
    ? words(told, "sentences").trim().split(" ").filter(Boolean).map((range) => {
        const [start, end] = range.split("-").map(Number);
        return [start ?? 0, end ?? 0];
      })
    : [];
  if (told) {
    told.tabIndex = 0;
    told.setAttribute("role", "group");
    told.setAttribute("aria-labelledby", "tekst");
  }
}

function wordsAt(start: number, end: number): string {
  return places.slice(start, end).map((place) => place?.sign ?? "").join("");
}

function tell(sentence: string): void {
  const place = one("[data-coding-told]");
  if (place) place.textContent = sentence;
}

function fill(): void {
  const sent = form();
  const label = one("[data-coding-chosen]");
  const root = here();
  if (!sent || !label || !root) return;
  for (const [name, value] of [["start", chosen?.[0]], ["end", chosen?.[1]]] as const) {
    const field = sent.querySelector<HTMLInputElement>(`input[name=${name}]`);
    if (field) field.value = value === undefined ? "" : String(value);
  }
  if (!chosen) return;
  for (const name of ["first", "last"]) {
    const field = sent.querySelector<HTMLInputElement>(`input[name=${name}]`);
    if (field) field.value = "";
  }
  label.textContent = `${words(root, "chosen")} “${wordsAt(...chosen)}”`;
  window.clearTimeout(asking);
  asking = window.setTimeout(() => void suggest(), PAUSE);
}

/** Ask which codes may fit what is chosen. They come unticked: nothing is coded by itself. */
async function suggest(): Promise<void> {
  const url = one("[data-coding-suggest]")?.dataset.codingSuggest;
  const sent = form();
  const now = one("[data-coding-suggested]");
  if (!url || !sent || !now || now.contains(document.activeElement)) return;
  asked += 1;
  const mine = asked;
  try {
    const answer = await fetch(url, { method: "POST", body: new FormData(sent), credentials: "same-origin", cache: "no-store", headers: { "X-Part": "coding" } });
    if (!answer.ok || mine !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("[data-coding-suggested]");
    if (next && !now.contains(document.activeElement)) now.replaceWith(next);
  } catch {
    // without a connection there are no suggestions; coding says so itself
  }
}

/** Choose a piece and show it as any other selection. */
function choose(start: number, end: number): void {
  const first = places[start];
  const last = places[end - 1] ?? places[end - 2];
  if (!first || !last || start >= end) return;
  chosen = [start, end];
  isByKeys = true;
  isChoosing = true;
  document.getSelection()?.setBaseAndExtent(first.node, first.offset, last.node, last.offset + last.sign.length);
  setTimeout(() => (isChoosing = false));
  first.node.parentElement?.scrollIntoView({ block: "nearest" });
  fill();
}

/** Take over what was selected with the mouse or with a finger. */
function takeSelection(): void {
  if (isChoosing) return;
  const selection = document.getSelection();
  const told = text();
  if (!selection || !told || selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(told)) return;
  const touched = all("[data-at]", told).filter((piece) => range.intersectsNode(piece));
  const first = touched[0];
  const last = touched[touched.length - 1];
  if (!first || !last) return;
  const start = placeIn(first, range.startContainer, range.startOffset, 0);
  const end = placeIn(last, range.endContainer, range.endOffset, Array.from(last.textContent ?? "").length);
  if (start >= end) return;
  // on a busy machine the browser tells late of what the keys chose: that is no choice of the mouse
  if (chosen?.[0] === start && chosen[1] === end) return;
  chosen = [start, end];
  isByKeys = false;
  fill();
}

function placeIn(piece: HTMLElement, node: Node, offset: number, otherwise: number): number {
  const inside = node === piece.firstChild ? Array.from((node.textContent ?? "").slice(0, offset)).length : otherwise;
  return Number(words(piece, "at")) + inside;
}

function sentenceNow(): number {
  if (!chosen) return -1;
  const [start] = chosen;
  return sentences.findIndex(([, end]) => end > start);
}

function step(by: number): void {
  const now = sentenceNow();
  const next = sentences[Math.min(Math.max(now + by, 0), sentences.length - 1)];
  if (next) choose(...next);
}

/** Let the last sentence that is chosen be one further, or one nearer. */
function stretch(by: number): void {
  if (!chosen) return step(1);
  const [start, end] = chosen;
  const last = sentences.findIndex((range) => range[1] >= end);
  const next = sentences[(last < 0 ? sentences.length - 1 : last) + by];
  if (next && next[1] > start) choose(start, next[1]);
}

/** Where the word ends that follows a place, or begins that goes before it. */
function nextWord(at: number, by: number): number {
  const isSpace = (place: number): boolean => /^\s*$/.test(places[place]?.sign ?? " ");
  let to = at;
  if (by > 0) {
    while (to < places.length && isSpace(to)) to += 1;
    while (to < places.length && !isSpace(to)) to += 1;
  } else {
    while (to > 0 && isSpace(to - 1)) to -= 1;
    while (to > 0 && !isSpace(to - 1)) to -= 1;
  }
  return to;
}

function nudge(by: number, isStart: boolean): void {
  if (!chosen) return;
  let [start, end] = chosen;
  if (isStart) {
    start = nextWord(start, by);
    while (/^\s*$/.test(places[start]?.sign ?? "x") && start < end) start += 1;
  } else {
    end = nextWord(end, by);
    while (/^\s*$/.test(places[end - 1]?.sign ?? "x") && end > start) end -= 1;
  }
  if (start < end) choose(start, end);
}

function reset(sent: HTMLFormElement): void {
  sent.reset();
  for (const box of all<HTMLInputElement>("input[name=codes]", sent)) box.checked = false;
  const neutral = sent.querySelector<HTMLInputElement>("input[name=valence][value=neutral]");
  if (neutral) neutral.checked = true;
  filter("");
}

async function post(url: string, body: FormData): Promise<void> {
  const root = here();
  if (!root) return;
  try {
    const answer = await fetch(url, {
      method: "POST",
      body,
      credentials: "same-origin",
      cache: "no-store",
      headers: { "X-Part": "coding" },
    });
    if (answer.status !== 200 && answer.status !== 422) {
      location.reload();
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("[data-coding-live]");
    const now = one("[data-coding-live]");
    const hadFocus = now?.contains(document.activeElement) ?? false;
    if (next && now) now.replaceWith(next);
    readPlaces();
    if (hadFocus) text()?.focus({ preventScroll: true });
    if (chosen && isByKeys) choose(...chosen);
    if (answer.ok) tell(words(root, "coded"));
    else one(".vs-error-summary")?.scrollIntoView({ block: "nearest" });
  } catch {
    tell(words(root, "lost"));
  }
}

function later(work: () => Promise<void>): void {
  queue = queue.then(work);
}

/** Send what is chosen with what is said of it; go on to the next sentence at once. */
function send(): void {
  const sent = form();
  const root = here();
  if (!sent || !root) return;
  const body = new FormData(sent);
  if (!chosen && !body.get("first")) {
    tell(words(root, "nothing"));
    return;
  }
  const url = sent.action;
  if (body.has("codes")) reset(sent);
  if (one("[data-coding-suggest]")?.contains(document.activeElement)) text()?.focus({ preventScroll: true });
  if (isByKeys && chosen && body.has("codes")) {
    const last = chosen[1];
    const next = sentences.find(([start]) => start >= last);
    chosen = null;
    if (next) choose(...next);
    else document.getSelection()?.removeAllRanges();
  }
  fill();
  later(() => post(url, body));
}

function box(number: number): HTMLInputElement | null {
  return one<HTMLInputElement>(`[data-number="${number}"] input`);
}

function press(selector: string): void {
  later(async () => {
    const found = one<HTMLFormElement>(selector);
    if (found) await post(found.action, new FormData(found));
  });
}

function set(name: string, value: string): void {
  const sent = form();
  const radio = sent?.querySelector<HTMLInputElement>(`input[name=${name}][value=${value}]`);
  const select = sent?.querySelector<HTMLSelectElement>(`select[name=${name}]`);
  if (radio) radio.checked = true;
  if (select) select.value = select.value === value ? "" : value;
  const label = radio?.labels?.[0]?.textContent ?? select?.selectedOptions[0]?.textContent ?? "";
  tell(label.trim());
}

function filter(typed: string): HTMLElement[] {
  const wanted = typed.trim().toLowerCase();
  const codes = all("[data-code]");
  for (const code of codes) code.hidden = !(code.textContent ?? "").toLowerCase().includes(wanted);
  return codes.filter((code) => !code.hidden);
}

function search(event: KeyboardEvent): void {
  const field = event.target as HTMLInputElement;
  if (event.key === "Escape") {
    field.value = "";
    filter("");
    text()?.focus();
  } else if (event.key === "Enter") {
    event.preventDefault();
    const found = filter(field.value)[0]?.querySelector<HTMLInputElement>("input");
    if (!found || !field.value.trim()) return;
    found.checked = true;
    send();
    text()?.focus();
  }
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.target instanceof HTMLElement && event.target.matches("[data-code-search]")) return search(event);
  if (event.key === "Escape" && event.target instanceof HTMLElement && event.target.closest("[data-coding-suggest]")) text()?.focus();
  if (event.target !== text()) return;
  const number = event.shiftKey ? KEYS.indexOf(event.code) + 1 : SIGNS.indexOf(event.key) + 1;
  const choice = CHOICES[event.key];
  if (number > 0 && box(number)) {
    const found = box(number);
    if (!found) return;
    found.checked = event.shiftKey ? !found.checked : true;
    if (event.shiftKey) tell(found.labels?.[0]?.textContent?.trim() ?? "");
    else send();
  } else if (choice) set(...choice);
  else if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "J") stretch(1);
  else if (event.key === "K") stretch(-1);
  else if (event.key === "ArrowRight") nudge(1, event.shiftKey);
  else if (event.key === "ArrowLeft") nudge(-1, event.shiftKey);
  else if (event.key === "Enter") send();
  else if (event.key === "t") one("[data-coding-suggested] input")?.focus();
  else if (event.key === "u") press("[data-coding-undo]");
  else if (event.key === "r") press("[data-coding-redo]");
  else if (event.key === "n") later(async () => one<HTMLFormElement>("[data-coding-next]")?.requestSubmit());
  else return;
  event.preventDefault();
}

function onSubmit(event: SubmitEvent): void {
  const sent = event.target;
  if (!(sent instanceof HTMLFormElement)) return;
  if (!sent.matches("[data-coding-form], [data-coding-part]")) return;
  event.preventDefault();
  event.stopPropagation();
  if (sent === form()) send();
  else later(() => post(sent.action, new FormData(sent)));
}

if (here() && form()) {
  readPlaces();
  fill();
  const hint = one("[data-coding-hint]");
  if (hint) hint.hidden = false;
  one("[data-code-search]")?.addEventListener("input", (event) => filter((event.target as HTMLInputElement).value));
  one("[data-coding-suggest-ask]")?.parentElement?.remove();
  document.addEventListener("selectionchange", takeSelection);
  document.addEventListener("keydown", onKey);
  document.addEventListener("submit", onSubmit, true);
  if (!one(".vs-error-summary")) text()?.focus({ preventScroll: true });
}
