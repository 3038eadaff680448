// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// A part of a page that waits for work in the background looks again by itself, for two minutes.
const PAUSE = 2000;
const MOST_LOOKS = 60;

async function look(id: string): Promise<void> {
  const answer = await fetch(location.href, { credentials: "same-origin" });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = page.getElementById(id);
  const waiting = document.getElementById(id);
  if (!found || !waiting || found.hasAttribute("data-again")) return;
  waiting.removeAttribute("data-again");
  // the part itself stays, so that its status is read aloud
  const told = waiting.querySelector("[role=status]");
  const news = found.querySelector("[role=status]");
  if (told && news) told.innerHTML = news.innerHTML;
  const rest = waiting.querySelector("[data-again-rest]");
  const next = found.querySelector("[data-again-rest]");
  if (rest && next) rest.replaceWith(next);
  const form = found.querySelector("form");
  if (form) waiting.append(form);
}

/** Look again every two seconds for as long as a part says that it waits. */
export function lookAgain(): void {
  for (const waiting of document.querySelectorAll<HTMLElement>("[data-again][id]")) follow(waiting);
}

function follow(waiting: HTMLElement): void {
  let looks = 0;
  const timer = window.setInterval(() => {
    looks += 1;
    if (looks > MOST_LOOKS || !waiting.isConnected || !waiting.hasAttribute("data-again")) {
      window.clearInterval(timer);
      return;
    }
    look(waiting.id).catch(() => undefined);
  }, PAUSE);
}
