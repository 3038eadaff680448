// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// The inbox on a map.
import { all } from "./page";
import { loadMap } from "./place";

interface PointsMap {
  showPoints: (frame: HTMLElement) => Promise<void>;
}

/** Draw each map of signals on the page; the list beside it says the same. */
export function inboxMap(): void {
  for (const frame of all("[data-inbox-map]")) {
    void loadMap<PointsMap>(frame)
      .then((map) => map.showPoints(frame))
      .catch(() => (frame.hidden = true));
  }
}
