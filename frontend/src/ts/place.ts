// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// "Here": the device's own place or a tap on the map, both only when asked for.
import { all, words } from "./page";

interface Picker {
  pickPoint: (
    frame: HTMLElement,
    at: [number, number] | null,
    picked: (lon: number, lat: number) => void,
  ) => Promise<void>;
}

/** Load the map's script and style; they are large and wanted by few. */
export function loadMap<M>(frame: HTMLElement): Promise<M> {
  if (!document.querySelector("link[data-map-style]")) {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = words(frame, "style");
    style.dataset["mapStyle"] = "";
    document.head.append(style);
  }
  return import(words(frame, "script")) as Promise<M>;
}

function wire(box: HTMLElement): void {
  const lon = document.getElementById(words(box, "lon"));
  const lat = document.getElementById(words(box, "lat"));
  const state = box.querySelector<HTMLElement>("[data-state]");
  const here = box.querySelector<HTMLButtonElement>("[data-here]");
  const open = box.querySelector<HTMLButtonElement>("[data-open]");
  const clear = box.querySelector<HTMLButtonElement>("[data-clear]");
  const frame = box.querySelector<HTMLElement>("[data-frame]");
  if (!(lon instanceof HTMLInputElement) || !(lat instanceof HTMLInputElement)) return;
  if (!state || !here || !open || !clear || !frame) return;

  const choose = (x: number, y: number): void => {
    lon.value = x.toFixed(6);
    lat.value = y.toFixed(6);
    clear.hidden = false;
    state.textContent = words(box, "chosen");
  };
  here.hidden = !("geolocation" in navigator) || !isSecureContext;
  here.addEventListener("click", () => {
    state.textContent = words(box, "asking");
    navigator.geolocation.getCurrentPosition(
      (place) => choose(place.coords.longitude, place.coords.latitude),
      () => (state.textContent = words(box, "refused")),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 0 },
    );
  });
  open.addEventListener("click", () => {
    open.disabled = true;
    frame.hidden = false;
    state.textContent = words(box, "loading");
    const at: [number, number] | null = lon.value ? [Number(lon.value), Number(lat.value)] : null;
    loadMap<Picker>(frame)
      .then((map) => map.pickPoint(frame, at, choose))
      .then(() => {
        state.textContent = words(box, lon.value ? "chosen" : "tap");
        // the button is spent: whoever uses a keyboard goes on in the map
        frame.querySelector<HTMLElement>("canvas")?.focus({ preventScroll: true });
      })
      .catch(() => {
        frame.hidden = true;
        open.disabled = false;
        state.textContent = words(box, "failed");
      });
  });
  clear.addEventListener("click", () => {
    lon.value = "";
    lat.value = "";
    clear.hidden = true;
    state.textContent = "";
    frame.dispatchEvent(new CustomEvent("cleared"));
    open.focus();
  });
  if (lon.value) choose(Number(lon.value), Number(lat.value));
  box.hidden = false;
}

/** Show the place buttons. */
export function choosePlace(): void {
  for (const box of all("[data-place]")) wire(box);
}
