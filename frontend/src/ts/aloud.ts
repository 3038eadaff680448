// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// Reading the page aloud with the voice the device has; nothing leaves the device for it.
import { words } from "./page";

const READ = "h1,h2,h3,p,li,legend,label,dt,dd,th,td,blockquote,summary";

function sentences(): string[] {
  const main = document.querySelector("main");
  if (!main) return [];
  return Array.from(main.querySelectorAll<HTMLElement>(READ))
    .filter((part) => part.getClientRects().length && !part.querySelector(READ))
    .map((part) => part.innerText.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  return speechSynthesis
    .getVoices()
    .find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language));
}

/** Show the button once a voice of the page's language is there. */
export function readAloud(): void {
  const button = document.querySelector<HTMLButtonElement>("button[data-aloud]");
  if (!button || !("speechSynthesis" in window)) return;
  const language = document.documentElement.lang;
  const label = button.querySelector("span");
  const start = words(button, "start");
  const show = (): void => {
    button.hidden = !voiceFor(language);
  };
  const rest = (): void => {
    button.setAttribute("aria-pressed", "false");
    if (label) label.textContent = start;
  };
  const read = (): void => {
    const voice = voiceFor(language);
    if (!voice) return;
    button.setAttribute("aria-pressed", "true");
    if (label) label.textContent = words(button, "stop");
    const parts = sentences();
    parts.forEach((sentence, index) => {
      const spoken = new SpeechSynthesisUtterance(sentence);
      spoken.voice = voice;
      spoken.lang = voice.lang;
      if (index === parts.length - 1) spoken.addEventListener("end", rest);
      speechSynthesis.speak(spoken);
    });
  };
  button.addEventListener("click", () => {
    const reading = button.getAttribute("aria-pressed") === "true";
    speechSynthesis.cancel();
    if (reading) rest();
    else read();
  });
  // words already spoken must not go on after somebody left
  addEventListener("pagehide", () => speechSynthesis.cancel());
  speechSynthesis.addEventListener?.("voiceschanged", show);
  show();
}
