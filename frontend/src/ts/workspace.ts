// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// What colleagues' pages gain from a script. Every page works without it.
import { lookAgain } from "./again";
import { readAloud } from "./aloud";
import { countLetters, focusErrors, sendOnce, showPhotos, showWhenChosen, warnBeforeLoss } from "./forms";
import { closeMenus, copyWords, filterAtOnce, reachScrollers } from "./desk";
import { inboxMap } from "./inbox";
import { recordVoice } from "./voice";
import { choosePlace } from "./place";
import { shortcuts } from "./shortcuts";

for (const enhance of [
  sendOnce,
  countLetters,
  showPhotos,
  showWhenChosen,
  recordVoice,
  choosePlace,
  readAloud,
  warnBeforeLoss,
  filterAtOnce,
  copyWords,
  reachScrollers,
  closeMenus,
  shortcuts,
  inboxMap,
  lookAgain,
  focusErrors,
]) {
  try {
    enhance();
  } catch (problem) {
    // an old browser that lacks one thing still gets the others
    console.error(problem);
  }
}
