// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// Pages with a map to draw on. The lists on the page say the same without any of this.
import type { Board, Form, Made } from "./drawing_map";
import { wirePaper } from "./drawing_paper";
import { wirePhotos } from "./drawing_photos";
import { all, figure, words } from "./page";
import { loadMap } from "./place";

type Maps = typeof import("./drawing_map");
type Kinds = Record<string, { form: Form; colour: string; label: string }>;
interface Kept {
  kind: string;
  geometry: Made["geometry"];
  note?: string;
  time?: string;
  why?: string;
  instead?: string;
}
const WORDS = ["note", "time", "why", "instead"] as const;

function hasWebGL(): boolean {
  try {
    const canvas = document.createElement("canvas");
    return Boolean(canvas.getContext("webgl2"));
  } catch {
    return false;
  }
}

function colours(kinds: Kinds): Record<string, string> {
  const found: Record<string, string> = {};
  for (const kind of Object.keys(kinds)) found[kind] = kinds[kind]?.colour ?? "";
  return found;
}

/** Load the large script beside the page's own map data. */
export function loadBoard(frame: HTMLElement, script: string): Promise<Maps> {
  frame.dataset["script"] = script;
  return loadMap<Maps>(frame);
}

class Drawing {
  private readonly kinds: Kinds = {};
  private readonly shapes = new Map<string | number, HTMLElement>();
  private readonly made = new Map<HTMLElement, Kept>();
  private board: Board | null = null;
  private readonly state: HTMLElement;
  private readonly list: HTMLElement;

  constructor(
    private readonly box: HTMLElement,
    form: HTMLFormElement,
    private readonly field: HTMLInputElement,
  ) {
    this.state = box.querySelector<HTMLElement>("[data-state]")!;
    this.list = box.querySelector<HTMLElement>("[data-shapes]")!;
    for (const radio of all<HTMLInputElement>("input[data-form]", box)) {
      const { form: shape, colour, label } = radio.dataset;
      this.kinds[radio.value] = { form: shape as Form, colour: colour ?? "", label: label ?? "" };
      radio.addEventListener("change", () => void this.choose(radio.value));
    }
    this.button("finish", () => this.board?.finish());
    this.button("undo", () => this.board?.undo());
    this.button("stop", () => this.board?.stop());
    form.addEventListener("submit", () => this.write());
    form.addEventListener("input", () => this.write());
    this.restore();
  }

  private button(name: string, pressed: () => void): void {
    this.box.querySelector(`[data-${name}]`)?.addEventListener("click", pressed);
  }

  private restore(): void {
    try {
      const kept = JSON.parse(this.field.value || "[]") as Kept[];
      if (!Array.isArray(kept)) return;
      for (const one of kept) if (one && this.kinds[one.kind] && one.geometry) this.list.append(this.item(one));
      if (kept.length > 0) void this.open();
    } catch {
      this.field.value = "";
    }
  }

  /** Open the map when the first kind is chosen. */
  async open(): Promise<Board | null> {
    if (this.board) return this.board;
    const frame = this.box.querySelector<HTMLElement>("[data-frame]")!;
    frame.hidden = false;
    this.state.textContent = words(this.box, "loading");
    try {
      const maps = await loadBoard(frame, words(this.box, "map"));
      this.board = await maps.board(frame, colours(this.kinds), {
        made: (shape) => this.add(shape),
        points: (number) => this.show(number),
      });
    } catch (problem) {
      console.error(problem);
      frame.hidden = true;
      this.state.textContent = words(this.box, "failed");
      openLists();
      return null;
    }
    for (const item of Array.from(this.list.children) as HTMLElement[]) {
      const kept = this.made.get(item);
      const id = kept && this.board.put(kept.kind, kept.geometry);
      if (id) this.shapes.set(id, item);
    }
    this.state.textContent = this.list.children.length > 0 ? this.count() : words(this.box, "choose");
    return this.board;
  }

  private async choose(kind: string): Promise<void> {
    const board = await this.open();
    const chosen = this.kinds[kind];
    if (!board || !chosen) return;
    if (this.list.children.length >= Number(words(this.box, "most"))) {
      this.state.textContent = words(this.box, "full");
      return;
    }
    board.choose(kind, chosen.form);
    const hint = { point: "hintPoint", line: "hintLine", area: "hintArea" }[chosen.form];
    this.state.textContent = `${chosen.label}: ${words(this.box, hint)}`;
    this.state.scrollIntoView({ block: "start" });
  }

  private show(points: number): void {
    for (const name of ["finish", "undo", "stop"]) {
      const button = this.box.querySelector<HTMLElement>(`[data-${name}]`);
      if (button) button.hidden = points < 1 || (name === "finish" && points < 2);
    }
  }

  private count(): string {
    return words(this.box, "done").replace("#", figure(this.list.children.length));
  }

  private add(shape: Made): void {
    const item = this.item({ kind: shape.kind, geometry: shape.geometry });
    this.shapes.set(shape.id, item);
    this.list.append(item);
    this.state.textContent = this.count();
    this.write();
  }

  private item(kept: Kept): HTMLElement {
    const template = this.box.querySelector<HTMLTemplateElement>("template[data-shape]")!;
    const item = (template.content.cloneNode(true) as DocumentFragment).querySelector("li")!;
    const kind = this.kinds[kept.kind];
    item.classList.add(`vs-legend--${kept.kind}`);
    item.querySelector("[data-title]")!.textContent = kind?.label ?? "";
    for (const part of all("[data-only]", item)) part.hidden = words(part, "only") !== kept.kind;
    for (const name of WORDS) {
      const input = item.querySelector<HTMLInputElement>(`[data-word="${name}"]`);
      if (input && kept[name]) input.value = kept[name] ?? "";
    }
    item.querySelector("[data-delete]")!.addEventListener("click", () => this.remove(item));
    this.made.set(item, kept);
    return item;
  }

  private remove(item: HTMLElement): void {
    for (const [id, other] of this.shapes) {
      if (other === item) {
        this.board?.remove(id);
        this.shapes.delete(id);
      }
    }
    this.made.delete(item);
    item.remove();
    this.state.textContent = `${words(this.box, "gone")} ${this.count()}`;
    this.state.setAttribute("tabindex", "-1");
    this.state.focus();
    this.write();
  }

  /** Write what was drawn into the form, so that whatever sends it takes it along. */
  write(): void {
    const told = (Array.from(this.list.children) as HTMLElement[]).map((item) => {
      const { kind, geometry } = this.made.get(item)!;
      const told: Kept = { kind, geometry };
      for (const name of WORDS) {
        told[name] = item.querySelector<HTMLInputElement>(`[data-word="${name}"]`)?.value ?? "";
      }
      return told;
    });
    this.field.value = told.length > 0 ? JSON.stringify(told) : "";
  }
}

function openLists(): void {
  for (const lists of all<HTMLDetailsElement>("details[data-choosing]")) lists.open = true;
}

function isUntouched(lists: HTMLDetailsElement): boolean {
  return all<HTMLInputElement>("input, select, textarea", lists).every((one) => one.value === "");
}

function wireDrawing(): void {
  for (const box of all("[data-drawing]")) {
    const form = box.closest("form");
    const field = form?.querySelector<HTMLInputElement>("input[name=drawn]");
    if (!form || !field || !hasWebGL()) continue;
    box.hidden = false;
    const drawing = new Drawing(box, form, field);
    for (const lists of all<HTMLDetailsElement>("details[data-choosing]", form)) {
      if (isUntouched(lists) && !lists.querySelector(".vs-error-summary")) lists.open = false;
    }
    wirePaper(form, () => drawing.open());
  }
}

function wireCells(): void {
  for (const frame of all("[data-cells]")) {
    if (!hasWebGL()) continue;
    frame.hidden = false;
    void loadBoard(frame, words(frame, "map"))
      .then((maps) => maps.showCells(frame))
      .catch(() => (frame.hidden = true));
  }
}

function wireShapes(): void {
  for (const box of all("[data-overlap]")) {
    const frame = box.querySelector<HTMLElement>("[data-shapes]");
    const open = box.querySelector<HTMLButtonElement>("[data-open]");
    const kinds = box.querySelector<HTMLSelectElement>("[data-only]");
    if (!frame || !open || !kinds || !hasWebGL()) continue;
    box.hidden = false;
    const found: Record<string, string> = {};
    for (const one of all<HTMLOptionElement>("option[data-colour]", kinds)) {
      found[one.value] = one.dataset["colour"] ?? "";
    }
    open.addEventListener("click", () => {
      open.disabled = true;
      frame.hidden = false;
      void loadBoard(frame, words(frame, "map"))
        .then((maps) => maps.showShapes(frame, found))
        .then((shown) => {
          open.hidden = true;
          kinds.closest<HTMLElement>("[data-filter]")!.hidden = false;
          frame.dataset["shown"] = String(shown.count);
          shown.only(kinds.value);
          kinds.addEventListener("change", () => shown.only(kinds.value));
        })
        .catch(() => (box.hidden = true));
    });
  }
}

function wireSheets(): void {
  for (const box of all("[data-photos]")) {
    if (!hasWebGL()) continue;
    wirePhotos(box, (frame, found) =>
      loadBoard(frame, words(frame, "map")).then((maps) => maps.showShapes(frame, found)),
    );
  }
}

wireDrawing();
wireCells();
wireShapes();
wireSheets();
