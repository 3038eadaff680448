// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// Speaking instead of typing: at most two minutes, put into the form's own file field.
import { all, words } from "./page";

const LONGEST_SECONDS = 120;
const KINDS = ["audio/webm;codecs=opus", "audio/webm", "audio/mp4"];

function kind(): string | undefined {
  return KINDS.find((type) => MediaRecorder.isTypeSupported(type));
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function wire(box: HTMLElement, input: HTMLInputElement, type: string): void {
  const start = box.querySelector<HTMLButtonElement>("[data-start]");
  const again = box.querySelector<HTMLButtonElement>("[data-remove]");
  const state = box.querySelector<HTMLElement>("[data-state]");
  const player = box.querySelector<HTMLAudioElement>("audio");
  if (!start || !again || !state || !player) return;
  let recorder: MediaRecorder | null = null;
  let timer = 0;

  const say = (text: string): void => {
    state.textContent = text;
  };
  const forget = (): void => {
    input.value = "";
    if (player.src) URL.revokeObjectURL(player.src);
    player.removeAttribute("src");
    player.hidden = true;
    again.hidden = true;
    say("");
  };
  const keep = (parts: Blob[], spoken: string): void => {
    const plain = type.split(";")[0] ?? type;
    const file = new File(parts, plain === "audio/mp4" ? "stem.m4a" : "stem.webm", { type: plain });
    const files = new DataTransfer();
    files.items.add(file);
    input.files = files.files;
    player.src = URL.createObjectURL(file);
    player.hidden = false;
    again.hidden = false;
    say(words(box, "ready").replace("#", spoken));
  };
  const begin = async (): Promise<void> => {
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      say(words(box, "refused"));
      return;
    }
    forget();
    const parts: Blob[] = [];
    const began = Date.now();
    const seconds = (): number => Math.round((Date.now() - began) / 1000);
    recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 32_000 });
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    recorder.addEventListener("stop", () => {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
      box.classList.remove("is-live");
      start.textContent = words(box, "start");
      recorder = null;
      keep(parts, clock(seconds()));
    });
    recorder.start();
    box.classList.add("is-live");
    start.textContent = words(box, "stop");
    say(words(box, "live").replace("#", clock(0)));
    timer = window.setInterval(() => {
      say(words(box, "live").replace("#", clock(seconds())));
      if (seconds() >= LONGEST_SECONDS) recorder?.stop();
    }, 500);
  };

  start.addEventListener("click", () => {
    if (recorder) recorder.stop();
    else void begin();
  });
  again.addEventListener("click", () => {
    forget();
    start.focus();
  });
  // a sent form must hold the whole recording
  input.form?.addEventListener("submit", (event) => {
    if (recorder) {
      event.preventDefault();
      recorder.stop();
    }
  }, true);
}

/** Show the recorder where the device can record. */
export function recordVoice(): void {
  if (!navigator.mediaDevices || typeof MediaRecorder === "undefined") return;
  if (typeof DataTransfer !== "function") return;
  const type = kind();
  if (!type) return;
  for (const box of all("[data-recorder]")) {
    const input = document.getElementById(words(box, "recorder"));
    if (!(input instanceof HTMLInputElement)) continue;
    wire(box, input, type);
    box.hidden = false;
    const plain = document.getElementById(words(box, "plain"));
    if (plain) plain.hidden = true;
  }
}
