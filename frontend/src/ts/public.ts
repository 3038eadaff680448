// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// What residents' pages gain from a script. Every page works without it.
import { readAloud } from "./aloud";
import {
  countLetters,
  fillCode,
  focusErrors,
  sendOnce,
  showPhotos,
  showWhenChosen,
  warnBeforeLoss,
} from "./forms";
import { choosePlace } from "./place";
import { recordVoice } from "./voice";

for (const enhance of [
  sendOnce,
  fillCode,
  countLetters,
  showPhotos,
  showWhenChosen,
  recordVoice,
  choosePlace,
  readAloud,
  warnBeforeLoss,
  focusErrors,
]) {
  try {
    enhance();
  } catch (problem) {
    // an old browser that lacks one thing still gets the others
    console.error(problem);
  }
}
