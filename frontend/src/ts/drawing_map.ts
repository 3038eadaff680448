// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// A map to draw on, and a map that shows what was drawn. Large: loaded when somebody asks for it.
import type { Feature, FeatureCollection, Geometry } from "geojson";
import { type ExpressionSpecification, LngLatBounds, type Map as LibreMap } from "maplibre-gl";
import {
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawModeUndoRedo,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
} from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import { draw as drawBase } from "./map";
import { words } from "./page";

export type Form = "point" | "line" | "area";
export type Corner = [number, number];
export interface Made {
  id: string | number;
  kind: string;
  geometry: Geometry;
}
/** What the page can do with the map. */
export interface Board {
  choose: (kind: string, form: Form) => void;
  finish: () => void;
  undo: () => void;
  stop: () => void;
  put: (kind: string, geometry: Geometry) => string | number | null;
  remove: (id: string | number) => void;
  look: (id: string | number) => void;
  lay: (photo: HTMLCanvasElement, corners: Corner[]) => void;
}
/** What the page can do with a map of what was drawn. */
export interface Shown {
  only: (kind: string) => void;
  lay: (photo: HTMLCanvasElement, corners: Corner[]) => void;
  count: number;
}
interface Heard {
  made: (shape: Made) => void;
  points: (number: number) => void;
}
type Colour = `#${string}`;

const MODES: Record<Form, string> = { point: "point", line: "linestring", area: "polygon" };
const MODE_OF: Record<string, string> = {
  Point: "point",
  LineString: "linestring",
  Polygon: "polygon",
};
const WIDE = 5;
const NOTHING = "#0b5a61";
const LOW_POINTS = 9;

async function roundMap(frame: HTMLElement): Promise<LibreMap> {
  const map = await drawBase(frame);
  const { west, south, east, north } = frame.dataset;
  if (west && south && east && north) {
    const box = new LngLatBounds([Number(west), Number(south)], [Number(east), Number(north)]);
    map.fitBounds(box, { padding: 24, animate: false });
  }
  return map;
}

function modes(colour: (feature: { id?: unknown }) => Colour) {
  const hex = colour as never;
  const pointerDistance = 24; // a fingertip
  return [
    new TerraDrawPointMode({
      styles: { pointColor: hex, pointWidth: LOW_POINTS, pointOutlineColor: "#ffffff", pointOutlineWidth: 3 },
    }),
    new TerraDrawLineStringMode({
      pointerDistance,
      showCoordinatePoints: true,
      keyEvents: { cancel: "Escape", finish: "Enter" },
      styles: {
        lineStringColor: hex,
        lineStringWidth: WIDE,
        closingPointColor: hex,
        closingPointWidth: LOW_POINTS,
        coordinatePointColor: hex,
      },
    }),
    new TerraDrawPolygonMode({
      pointerDistance,
      showCoordinatePoints: true,
      keyEvents: { cancel: "Escape", finish: "Enter" },
      styles: { fillColor: hex, fillOpacity: 0.25, outlineColor: hex, outlineWidth: 3, closingPointColor: hex, closingPointWidth: LOW_POINTS, coordinatePointColor: hex },
    }),
  ];
}

/** Make a map somebody can draw on; `colours` by kind. */
export async function board(
  frame: HTMLElement,
  colours: Record<string, string>,
  heard: Heard,
): Promise<Board> {
  const map = await roundMap(frame);
  const kinds = new Map<unknown, string>();
  let current = "";
  const colour = ({ id }: { id?: unknown }): Colour =>
    (colours[kinds.get(id) ?? current] ?? NOTHING) as Colour;
  const canvas = map.getCanvas();
  const pen = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9 }),
    modes: modes(colour),
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  });
  pen.start();
  pen.on("finish", (id) => {
    const feature = pen.getSnapshotFeature(id);
    if (!feature || kinds.has(id)) return;
    kinds.set(id, current);
    heard.points(0);
    heard.made({ id, kind: current, geometry: feature.geometry as Geometry });
  });
  pen.on("change", (_ids, type) => {
    if (type === "create" || type === "update" || type === "delete") heard.points(open());
  });
  const open = (): number => {
    const drawing = pen
      .getSnapshot()
      .find((one) => one.properties["currentlyDrawing"] === true);
    const inside = drawing?.geometry;
    if (inside?.type === "LineString") return inside.coordinates.length - 1;
    if (inside?.type === "Polygon") return (inside.coordinates[0]?.length ?? 2) - 2;
    return 0;
  };
  return {
    choose: (kind, form) => {
      current = kind;
      pen.setMode(MODES[form]);
    },
    finish: () => canvas.dispatchEvent(new KeyboardEvent("keyup", { key: "Enter", bubbles: true })),
    undo: () => void pen.undo(),
    stop: () => canvas.dispatchEvent(new KeyboardEvent("keyup", { key: "Escape", bubbles: true })),
    put: (kind, geometry) => {
      const mode = MODE_OF[geometry.type];
      if (!mode) return null;
      const id = crypto.randomUUID();
      kinds.set(id, kind);
      const feature = { id, type: "Feature", properties: { mode }, geometry } as never;
      const [answer] = pen.addFeatures([feature]);
      return answer?.valid ? id : null;
    },
    remove: (id) => {
      kinds.delete(id);
      pen.removeFeatures([id]);
    },
    look: (id) => {
      const feature = pen.getSnapshotFeature(id);
      if (feature) map.fitBounds(boxOf([feature as Feature]), { padding: 80, maxZoom: 17 });
    },
    lay: (photo, corners) => lay(map, photo, corners),
  };
}

function lay(map: LibreMap, photo: HTMLCanvasElement, corners: Corner[]): void {
  if (map.getLayer("paper")) map.removeLayer("paper");
  if (map.getSource("paper")) map.removeSource("paper");
  map.addSource("paper", {
    type: "canvas",
    canvas: photo,
    animate: false,
    coordinates: corners as [Corner, Corner, Corner, Corner],
  });
  const above = map.getStyle().layers.find((layer) => /^(td|shapes)-/.test(layer.id))?.id;
  map.addLayer({ id: "paper", type: "raster", source: "paper", paint: { "raster-opacity": 0.65 } }, above);
  const box = new LngLatBounds();
  for (const corner of corners) box.extend(corner);
  map.fitBounds(box, { padding: 24 });
}

function* positions(coordinates: unknown): Generator<Corner> {
  if (!Array.isArray(coordinates)) return;
  if (typeof coordinates[0] === "number") yield [coordinates[0], coordinates[1] as number];
  else for (const part of coordinates) yield* positions(part);
}

function boxOf(features: Feature[]): LngLatBounds {
  const box = new LngLatBounds();
  for (const { geometry } of features) {
    if ("coordinates" in geometry) for (const one of positions(geometry.coordinates)) box.extend(one);
  }
  return box;
}

/** Show shapes over each other, one kind or all. */
export async function showShapes(
  frame: HTMLElement,
  colours: Record<string, string>,
): Promise<Shown> {
  const [map, answer] = await Promise.all([
    roundMap(frame),
    fetch(words(frame, "shapes"), { credentials: "same-origin" }),
  ]);
  if (!answer.ok) throw new Error(String(answer.status));
  const shapes = (await answer.json()) as FeatureCollection;
  // thousands lie over each other: from afar they are drawn finer, and with fewer bends
  map.addSource("shapes", { type: "geojson", data: shapes, tolerance: 0.8, maxzoom: 17 });
  const sized = (far: number, near: number): ExpressionSpecification => [
    "interpolate", ["linear"], ["zoom"], 12, far, 16, near,
  ];
  const colour = ["match", ["get", "kind"], ...Object.entries(colours).flat(), NOTHING] as unknown as ExpressionSpecification;
  const layers = [
    { id: "shapes-areas", type: "fill" as const, geometry: "Polygon", paint: { "fill-color": colour, "fill-opacity": 0.18 } },
    { id: "shapes-lines", type: "line" as const, geometry: "LineString", paint: { "line-color": colour, "line-width": sized(1.5, 4), "line-opacity": 0.4 } },
    { id: "shapes-points", type: "circle" as const, geometry: "Point", paint: { "circle-color": colour, "circle-radius": sized(3, 8), "circle-opacity": 0.5, "circle-stroke-color": "#fff", "circle-stroke-width": sized(0.3, 1) } },
  ];
  const filter = (geometry: string, kind: string): ExpressionSpecification => [
    "all",
    ["==", ["geometry-type"], geometry],
    ...(kind ? [["==", ["get", "kind"], kind] as ExpressionSpecification] : []),
  ];
  for (const { geometry, ...layer } of layers) {
    map.addLayer({ ...layer, source: "shapes", filter: filter(geometry, "") } as never);
  }
  const box = boxOf(shapes.features);
  if (!box.isEmpty()) map.fitBounds(box, { padding: 40, maxZoom: 16, animate: false });
  return {
    only: (kind) => {
      for (const { id, geometry } of layers) map.setFilter(id, filter(geometry, kind));
    },
    lay: (photo, corners) => lay(map, photo, corners),
    count: shapes.features.length,
  };
}

/** Show the squares of a public result. */
export async function showCells(frame: HTMLElement): Promise<void> {
  const [map, answer] = await Promise.all([
    roundMap(frame),
    fetch(words(frame, "cells"), { credentials: "same-origin" }),
  ]);
  if (!answer.ok) throw new Error(String(answer.status));
  map.addSource("cells", { type: "geojson", data: (await answer.json()) as FeatureCollection });
  map.addLayer({
    id: "cells",
    type: "fill",
    source: "cells",
    paint: { "fill-color": ["get", "colour"], "fill-opacity": 0.3 },
  });
  map.addLayer({
    id: "cells-edges",
    type: "line",
    source: "cells",
    paint: { "line-color": ["get", "colour"], "line-width": 2 },
  });
}
