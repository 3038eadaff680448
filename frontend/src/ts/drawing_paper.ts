// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// A photographed sheet laid on the map: four corner marks pointed out on the photo say where it lies.
import type { Board, Corner } from "./drawing_map";
import { words } from "./page";

type Point = [number, number];
const CORNERS = 4;
const LONGEST = 1600;
const RADIUS = 6378137;

function mercator([lon, lat]: Corner): Point {
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return [((lon * Math.PI) / 180) * RADIUS, y * RADIUS];
}

function degrees([x, y]: Point): Corner {
  const lat = (2 * Math.atan(Math.exp(y / RADIUS)) - Math.PI / 2) * (180 / Math.PI);
  return [(x / RADIUS) * (180 / Math.PI), lat];
}

/** Solve a square system by elimination; null when it has no single answer. */
function solve(rows: number[][]): number[] | null {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let best = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[best]![column]!)) best = row;
    }
    [rows[column], rows[best]] = [rows[best]!, rows[column]!];
    const pivot = rows[column]!;
    if (Math.abs(pivot[column]!) < 1e-9) return null;
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const times = rows[row]![column]! / pivot[column]!;
      for (let at = column; at <= size; at += 1) rows[row]![at]! -= times * pivot[at]!;
    }
  }
  return rows.map((row, at) => row[size]! / row[at]!);
}

/** The projective map that brings four points to four others. */
export function homography(from: Point[], to: Point[]): ((point: Point) => Point) | null {
  const rows = from.flatMap(([x, y], at) => {
    const [u, v] = to[at]!;
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  const found = solve(rows);
  if (!found) return null;
  const [a, b, c, d, e, f, g, h] = found as [number, number, number, number, number, number, number, number];
  return ([x, y]) => {
    const below = g * x + h * y + 1;
    return [(a * x + b * y + c) / below, (d * x + e * y + f) / below];
  };
}

/** Where the photo's own corners lie, from where its four marks are and what they stand for. */
export function cornersOf(size: Point, marks: Point[], places: Corner[]): Corner[] | null {
  const [first] = places;
  if (!first || marks.length !== CORNERS) return null;
  const origin = mercator(first);
  const near = places.map((place): Point => {
    const [x, y] = mercator(place);
    return [x - origin[0], y - origin[1]];
  });
  const bring = homography(
    marks.map(([x, y]): Point => [x / size[0], y / size[1]]),
    near,
  );
  if (!bring) return null;
  const edges: Point[] = [[0, 0], [1, 0], [1, 1], [0, 1]];
  return edges.map((edge) => {
    const [x, y] = bring(edge);
    return degrees([x + origin[0], y + origin[1]]);
  });
}

/** Draw a photo on a canvas, not larger than a map needs. */
export function onto(canvas: HTMLCanvasElement, image: HTMLImageElement): void {
  const scale = Math.min(1, LONGEST / Math.max(image.naturalWidth, image.naturalHeight));
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
}

function cross(canvas: HTMLCanvasElement, [x, y]: Point): void {
  const pen = canvas.getContext("2d");
  if (!pen) return;
  const arm = canvas.width / 40;
  pen.strokeStyle = "#9c1c1c";
  pen.lineWidth = canvas.width / 200;
  pen.beginPath();
  pen.moveTo(x - arm, y);
  pen.lineTo(x + arm, y);
  pen.moveTo(x, y - arm);
  pen.lineTo(x, y + arm);
  pen.stroke();
}

/** Let a colleague point out the corner marks of a photographed sheet and lay it on the map. */
export function wirePaper(form: HTMLFormElement, open: () => Promise<Board | null>): void {
  const box = form.querySelector<HTMLElement>("[data-paper]");
  const input = form.querySelector<HTMLInputElement>("input[data-photo]");
  const field = form.querySelector<HTMLInputElement>("input[name=corners]");
  const canvas = box?.querySelector<HTMLCanvasElement>("canvas");
  const state = box?.querySelector<HTMLElement>("[data-paper-state]");
  if (!box || !input || !field || !canvas || !state) return;
  const places = JSON.parse(words(box, "corners") || "[]") as Corner[];
  const clean = document.createElement("canvas");
  let marks: Point[] = [];
  const begin = (): void => {
    const file = input.files?.[0];
    if (!file) return;
    const image = new Image();
    const address = URL.createObjectURL(file);
    image.addEventListener("load", () => {
      onto(clean, image);
      onto(canvas, image);
      URL.revokeObjectURL(address);
      marks = [];
      field.value = "";
      box.hidden = false;
      state.textContent = words(box, "mark-1");
    });
    image.src = address;
  };
  input.addEventListener("change", begin);
  canvas.addEventListener("click", (event) => {
    const seen = canvas.getBoundingClientRect();
    const x = ((event.clientX - seen.left) / seen.width) * canvas.width;
    const y = ((event.clientY - seen.top) / seen.height) * canvas.height;
    if (marks.length >= CORNERS) begin();
    if (marks.length >= CORNERS) return;
    marks.push([x, y]);
    cross(canvas, [x, y]);
    state.textContent = words(box, `mark-${marks.length + 1}`);
    if (marks.length < CORNERS) return;
    const corners = cornersOf([canvas.width, canvas.height], marks, places);
    state.textContent = words(box, corners ? "laid" : "crooked");
    if (!corners) {
      begin();
      return;
    }
    field.value = JSON.stringify(corners.map((one) => one.map((part) => Number(part.toFixed(6)))));
    void open().then((board) => board?.lay(clean, corners));
  });
}
