// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// The map: our own outlines and streets as lines, names as HTML; no third party unless configured.
import {
  LngLatBounds,
  type LngLatLike,
  Map as LibreMap,
  Marker,
  NavigationControl,
  type StyleSpecification,
  setWorkerUrl,
} from "maplibre-gl";
import type { FeatureCollection } from "geojson";
import { words } from "./page";

interface Outlines {
  type: "FeatureCollection";
  features: {
    type: "Feature";
    properties: { kind: string; name: string };
    geometry: { type: string; coordinates: unknown };
  }[];
}

interface Points {
  features: {
    properties: { reference: string; title: string; url: string; late?: boolean; count?: number };
    geometry: { coordinates: [number, number] };
  }[];
}

const STREET_NAMES_FROM = 14.5;
const EXACT_FROM = 15;
const LEAST_PIXELS_APART = 44;
const MOST_NAMES = 60;

function* positions(coordinates: unknown): Generator<[number, number]> {
  if (!Array.isArray(coordinates)) return;
  if (typeof coordinates[0] === "number") yield [coordinates[0], coordinates[1] as number];
  else for (const part of coordinates) yield* positions(part);
}

function bounds(coordinates: unknown): LngLatBounds {
  const box = new LngLatBounds();
  for (const position of positions(coordinates)) box.extend(position);
  return box;
}

function style(outlines: Outlines, tiles: string): StyleSpecification {
  const lines = (kinds: string[]): ["in", ["get", string], ["literal", string[]]] => [
    "in",
    ["get", "kind"],
    ["literal", kinds],
  ];
  return {
    version: 8,
    sources: {
      own: { type: "geojson", data: outlines as unknown as FeatureCollection },
      ...(tiles ? { tiles: { type: "raster" as const, tiles: [tiles], tileSize: 256 } } : {}),
    },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": "#e9ece4" } },
      ...(tiles ? [{ id: "tiles", type: "raster" as const, source: "tiles" }] : []),
      {
        id: "areas",
        type: "fill",
        source: "own",
        filter: lines(["neighbourhood"]),
        paint: { "fill-color": "#fbfaf6", "fill-opacity": tiles ? 0 : 1 },
      },
      {
        id: "streets",
        type: "line",
        source: "own",
        filter: lines(["street"]),
        layout: { "line-cap": "round", "line-join": "round" },
        paint: {
          "line-color": "#b3ab99",
          "line-width": ["interpolate", ["exponential", 1.6], ["zoom"], 11, 0.6, 14, 2, 18, 14],
          "line-opacity": tiles ? 0 : 1,
        },
      },
      {
        id: "edges",
        type: "line",
        source: "own",
        filter: lines(["neighbourhood", "district", "municipality"]),
        paint: { "line-color": "#0b5a61", "line-width": 1.5, "line-opacity": 0.75 },
      },
    ],
  };
}

async function json<T>(address: string): Promise<T> {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as T;
}

function label(name: string, className: string, at: LngLatLike): Marker {
  const element = document.createElement("div");
  element.className = className;
  element.textContent = name;
  element.setAttribute("aria-hidden", "true");
  return new Marker({ element }).setLngLat(at);
}

interface Name {
  text: string;
  at: LngLatLike;
  street: boolean;
}

function namesOf(outlines: Outlines): Name[] {
  const names: Name[] = [];
  for (const { properties, geometry } of outlines.features) {
    const { kind, name } = properties;
    if (kind === "neighbourhood") {
      names.unshift({ text: name, at: bounds(geometry.coordinates).getCenter(), street: false });
    } else if (kind === "street" || kind === "place") {
      const path = Array.from(positions(geometry.coordinates));
      const middle = path[Math.floor(path.length / 2)];
      if (middle) names.push({ text: name, at: middle, street: true });
    }
  }
  return names;
}

function free(box: DOMRect, taken: DOMRect[]): boolean {
  return taken.every(
    (other) =>
      box.right < other.left ||
      box.left > other.right ||
      box.bottom < other.top ||
      box.top > other.bottom,
  );
}

/** Names in sight, areas before streets, and none over another. */
function nameThings(map: LibreMap, outlines: Outlines): void {
  const names = namesOf(outlines);
  let shown: Marker[] = [];
  const refresh = (): void => {
    for (const marker of shown) marker.remove();
    shown = [];
    const view = map.getBounds();
    const withStreets = map.getZoom() >= STREET_NAMES_FROM;
    const taken: DOMRect[] = [];
    for (const name of names) {
      if (shown.length >= MOST_NAMES) break;
      if ((name.street && !withStreets) || !view.contains(name.at)) continue;
      const style = name.street ? "vs-map__label vs-map__label--street" : "vs-map__label";
      const marker = label(name.text, style, name.at).addTo(map);
      const box = marker.getElement().getBoundingClientRect();
      if (free(box, taken)) {
        taken.push(box);
        shown.push(marker);
      } else marker.remove();
    }
  };
  map.on("moveend", refresh);
  refresh();
}

/** Draw the base map in a frame. */
export async function draw(frame: HTMLElement): Promise<LibreMap> {
  setWorkerUrl(words(frame, "worker"));
  const outlines = await json<Outlines>(words(frame, "outlines"));
  const box = bounds(outlines.features.map((feature) => feature.geometry.coordinates));
  const map = new LibreMap({
    container: frame,
    style: style(outlines, words(frame, "tiles")),
    ...(box.isEmpty() ? {} : { bounds: box, fitBoundsOptions: { padding: 16 } }),
    attributionControl: words(frame, "tiles") ? { compact: true } : false,
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 19,
    locale: {
      "Map.Title": words(frame, "title"),
      "NavigationControl.ZoomIn": words(frame, "closer"),
      "NavigationControl.ZoomOut": words(frame, "farther"),
    },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  await new Promise<void>((ready) => map.once("load", () => ready()));
  nameThings(map, outlines);
  return map;
}

/** Let somebody tap a place, or move the map with the arrows and press Enter. */
export async function pickPoint(
  frame: HTMLElement,
  at: [number, number] | null,
  picked: (lon: number, lat: number) => void,
): Promise<void> {
  const map = await draw(frame);
  const marker = new Marker({ color: "#9c1c1c" });
  const put = (lon: number, lat: number): void => {
    marker.setLngLat([lon, lat]).addTo(map);
    picked(lon, lat);
    // a finger on the whole town is not exact: come closer, so that a second tap can be
    if (map.getZoom() < EXACT_FROM) map.flyTo({ center: [lon, lat], zoom: EXACT_FROM + 1 });
  };
  const cross = document.createElement("div");
  cross.className = "vs-map__cross";
  cross.hidden = true;
  frame.append(cross);
  map.on("click", (event) => put(event.lngLat.lng, event.lngLat.lat));
  map.getCanvas().addEventListener("keydown", (event) => {
    cross.hidden = false;
    if (event.key !== "Enter") return;
    event.preventDefault();
    const middle = map.getCenter();
    put(middle.lng, middle.lat);
  });
  frame.addEventListener("cleared", () => marker.remove());
  if (at) {
    marker.setLngLat(at).addTo(map);
    map.jumpTo({ center: at, zoom: 15 });
  }
}

type Point = Points["features"][number];

function near(map: LibreMap, points: Point[]): Point[][] {
  const groups: { x: number; y: number; points: Point[] }[] = [];
  for (const point of points) {
    const { x, y } = map.project(point.geometry.coordinates);
    const group = groups.find((one) => Math.hypot(one.x - x, one.y - y) < LEAST_PIXELS_APART);
    if (group) group.points.push(point);
    else groups.push({ x, y, points: [point] });
  }
  return groups.map((group) => group.points);
}

function linkTo({ properties }: Point): HTMLElement {
  const link = document.createElement("a");
  link.href = properties.url;
  link.className = properties.late ? "vs-map__point vs-map__point--late" : "vs-map__point";
  link.title = properties.title;
  link.setAttribute("aria-label", `${properties.reference}: ${properties.title}`);
  link.textContent = properties.late ? "!" : String(properties.count ?? "");
  return link;
}

function comeCloser(map: LibreMap, group: Point[], sentence: string): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  const late = group.some((point) => point.properties.late);
  button.className = late ? "vs-map__point vs-map__point--late" : "vs-map__point";
  button.textContent = String(group.length);
  button.setAttribute("aria-label", sentence.replace("#", String(group.length)));
  button.addEventListener("click", () => {
    const box = bounds(group.map((point) => point.geometry.coordinates));
    map.fitBounds(box, { padding: 80, maxZoom: map.getZoom() + 3 });
  });
  return button;
}

/** Put every signal with a place on the map: a link to its page, or a number where they crowd. */
export async function showPoints(frame: HTMLElement): Promise<void> {
  const [map, points] = await Promise.all([draw(frame), json<Points>(words(frame, "points"))]);
  let shown: Marker[] = [];
  const refresh = (): void => {
    for (const marker of shown) marker.remove();
    shown = near(map, points.features).map((group) => {
      const [first] = group as [Point, ...Point[]];
      const element =
        group.length === 1 ? linkTo(first) : comeCloser(map, group, words(frame, "many"));
      return new Marker({ element }).setLngLat(first.geometry.coordinates).addTo(map);
    });
  };
  const box = bounds(points.features.map((point) => point.geometry.coordinates));
  if (!box.isEmpty()) map.fitBounds(box, { padding: 48, maxZoom: 16, animate: false });
  map.on("zoomend", refresh);
  refresh();
}
