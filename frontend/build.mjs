// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// Bundles the styles and scripts into build/static. The same sources give the same bytes.
import { build } from "esbuild";
import { cp, mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "build", "static");
const papers = join(here, "..", "build", "paper-fonts");

// residents bring old phones; colleagues have a browser of this decade; the map needs one
const PHONES = ["chrome70", "safari13", "firefox78"];
const DESKS = ["chrome111", "safari16.4", "firefox115"];

const FONTS = [
  ["noto-sans", "noto-sans-latin-400-normal"],
  ["noto-sans", "noto-sans-latin-700-normal"],
  ["noto-sans", "noto-sans-latin-ext-400-normal"],
  ["noto-sans", "noto-sans-latin-ext-700-normal"],
  ["noto-sans-arabic", "noto-sans-arabic-arabic-400-normal"],
  ["noto-sans-arabic", "noto-sans-arabic-arabic-700-normal"],
];

// papers are set with whole fonts, which no page loads
const PAPER_FONTS = [
  ["noto-sans", "400Regular", "NotoSans_400Regular"],
  ["noto-sans", "700Bold", "NotoSans_700Bold"],
  ["noto-sans-arabic", "400Regular", "NotoSansArabic_400Regular"],
  ["noto-sans-arabic", "700Bold", "NotoSansArabic_700Bold"],
  ["noto-emoji", "400Regular", "NotoEmoji_400Regular"],
];

const shared = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  outdir: out,
};

await rm(out, { recursive: true, force: true });
await mkdir(join(out, "fonts"), { recursive: true });
await mkdir(papers, { recursive: true });
await Promise.all([
  build({
    ...shared,
    target: PHONES,
    entryPoints: {
      public: "src/css/public.css",
      workspace: "src/css/workspace.css",
      map: "src/css/map.css",
      sheet: "src/css/sheet.css",
      evening: "src/css/evening.css",
      drawings: "src/css/drawings.css",
      coding: "src/css/coding.css",
    },
    external: ["./fonts/*"],
  }),
  build({
    ...shared,
    target: PHONES,
    format: "iife",
    entryPoints: {
      leave: "src/ts/leave.ts",
      public: "src/ts/public.ts",
      evening: "src/ts/evening.ts",
      "evening-notes": "src/ts/evening-notes.ts",
    },
  }),
  build({
    ...shared,
    target: DESKS,
    format: "iife",
    // a browser that cannot show the map need not read what draws on it: the lists are there
    entryPoints: {
      workspace: "src/ts/workspace.ts",
      drawing: "src/ts/drawing.ts",
      coding: "src/ts/coding.ts",
    },
  }),
  build({
    ...shared,
    target: DESKS,
    format: "esm",
    entryPoints: {
      map: "src/ts/map.ts",
      "drawing-map": "src/ts/drawing_map.ts",
      "map-worker": "maplibre-gl/dist/maplibre-gl-worker.mjs",
    },
  }),
  ...FONTS.map(([name, file]) =>
    cp(
      join(here, "node_modules", "@fontsource", name, "files", `${file}.woff2`),
      join(out, "fonts", `${file}.woff2`),
    ),
  ),
  ...PAPER_FONTS.map(([name, weight, file]) =>
    cp(
      join(here, "node_modules", "@expo-google-fonts", name, weight, `${file}.ttf`),
      join(papers, `${file}.ttf`),
    ),
  ),
]);
