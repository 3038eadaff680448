// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// Small shared readings of the page.

/** Every element that matches, as an array. */
export function all<E extends HTMLElement>(selector: string, root: ParentNode = document): E[] {
  return Array.from(root.querySelectorAll<E>(selector));
}

/** A sentence the template wrote into `data-<name>` of the element. */
export function words(element: HTMLElement, name: string): string {
  return element.dataset[name] ?? "";
}

/** Numbers as this page's language writes them. */
export function figure(value: number): string {
  return new Intl.NumberFormat(document.documentElement.lang || "nl").format(value);
}
