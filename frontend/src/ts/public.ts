// SPDX-FileCopyrightText: 2026 Voelspriet contributors
// SPDX-License-Identifier: EUPL-1.2
// What residents' pages gain from a script. Every page works without it.
import { lookAgain } from "./again";
import { readAloud } from "./aloud";
import { foldParts } from "./folds";
import {
  countLetters,
  fillCode,
  focusErrors,
  sendOnce,
  showPhotos,
  showWhenChosen,
  warnBeforeLoss,
} from "./forms";
import { followQuietly } from "./follow";
import { choosePlace } from "./place";
import { eachSwap } from "./swap";
import { recordVoice } from "./voice";
import { walk } from "./walk";

type Enhancement = () => void;

// what stands in the page is wired again when a next page takes its place
const EACH_PAGE: Enhancement[] = [
  countLetters,
  showPhotos,
  showWhenChosen,
  recordVoice,
  choosePlace,
  readAloud,
  lookAgain,
  focusErrors,
  foldParts,
];

function run(enhancements: Enhancement[]): void {
  for (const enhance of enhancements) {
    try {
      enhance();
    } catch (problem) {
      // an old browser that lacks one thing still gets the others
      console.error(problem);
    }
  }
}

eachSwap(() => run(EACH_PAGE));
run([sendOnce, fillCode, ...EACH_PAGE, warnBeforeLoss, walk, followQuietly]);
