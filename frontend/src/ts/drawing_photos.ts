// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// The photo of a paper sheet under what was drawn over it, to see whether that was done well.
import type { Corner, Shown } from "./drawing_map";
import { onto } from "./drawing_paper";
import { all, words } from "./page";

function load(address: string): Promise<HTMLCanvasElement> {
  return new Promise((done, failed) => {
    const image = new Image();
    image.addEventListener("load", () => {
      const canvas = document.createElement("canvas");
      onto(canvas, image);
      done(canvas);
    });
    image.addEventListener("error", () => failed(new Error(address)));
    image.src = address;
  });
}

/** Lay a photo on the map when somebody asks for it; `show` opens the map with the shapes. */
export function wirePhotos(
  box: HTMLElement,
  show: (frame: HTMLElement, colours: Record<string, string>) => Promise<Shown>,
): void {
  const frame = box.querySelector<HTMLElement>("[data-shapes]");
  const state = box.querySelector<HTMLElement>("[data-photo-state]");
  if (!frame || !state) return;
  const colours: Record<string, string> = {};
  for (const one of all("[data-kind]", box)) colours[words(one, "kind")] = words(one, "colour");
  let opened: Promise<Shown> | null = null;
  for (const button of all<HTMLButtonElement>("[data-lay]", box)) {
    button.hidden = false;
    button.addEventListener("click", () => {
      frame.hidden = false;
      opened ??= show(frame, colours);
      void Promise.all([opened, load(words(button, "lay"))])
        .then(([map, photo]) => {
          map.lay(photo, JSON.parse(words(button, "corners")) as Corner[]);
          frame.dataset["laid"] = words(button, "sheet");
          state.textContent = words(box, "laid").replace("#", words(button, "sheet"));
          state.scrollIntoView({ block: "start" });
        })
        .catch(() => {
          state.textContent = words(box, "failed");
        });
    });
  }
}
