// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// Following without a trace: browsers keep what a form sent with the page it led to, on the disk
// too, to open a closed tab again. On a shared phone that would be the code. So forms with a code
// are sent in the background, and the answer takes the page's place.
import { words } from "./page";
import { release, say, show } from "./swap";

let isBusy = false;

async function send(form: HTMLFormElement, url: string, data: FormData): Promise<void> {
  let html = "";
  let path = "";
  try {
    const answer = await fetch(url, { method: "POST", body: data, credentials: "same-origin" });
    path = new URL(answer.url).pathname;
    if (answer.status < 500) html = await answer.text();
  } catch {
    html = "";
  }
  isBusy = false;
  release(form);
  if (html) {
    show(html);
    history.replaceState(null, "", path);
    return;
  }
  const told = document.querySelector<HTMLElement>("[data-failed]");
  if (told) say(form, words(told, "failed"));
}

/** Take over sending every form that carries a code. */
export function followQuietly(): void {
  if (!("submitter" in SubmitEvent.prototype) || typeof fetch !== "function") return;
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented || isBusy) return;
    if (!form.querySelector("input[name=code]")) return;
    event.preventDefault();
    isBusy = true;
    const data = new FormData(form);
    const button = event.submitter;
    const isButton = button instanceof HTMLButtonElement;
    if (isButton && button.name) data.append(button.name, button.value);
    const hasOwn = isButton && button.hasAttribute("formaction");
    void send(form, hasOwn ? button.formAction : form.action, data);
  });
}
