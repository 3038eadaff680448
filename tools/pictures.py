# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Make the manual's screenshots from the stories that the tests tell, so that they stay true.

    python -m tools.pictures

Runs the circle, the evening and the year in a real browser against a served, fictional
municipality and writes small pictures into docs/pictures/. Takes some minutes; needs Chromium.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "pictures"
STORIES = ("tests/e2e/test_circle.py", "tests/e2e/test_evening.py", "tests/e2e/test_year.py")
WIDEST = 760
TALLEST = 1500
COLOURS = 48
# picture of the story → its name in the manual
WANTED = {
    "circle-fatima-1-wat": "tell-1-what",
    "circle-fatima-2-waar": "tell-2-where",
    "circle-fatima-3-wanneer": "tell-3-when",
    "circle-fatima-4-hoe": "tell-4-how",
    "circle-fatima-5-horen": "tell-5-hear-back",
    "circle-fatima-6-ontvangst": "tell-6-receipt",
    "circle-jan-4-hoe": "tell-4-how-nl",
    "circle-maaike-inbox": "inbox",
    "circle-maaike-melding": "signal",
    "circle-maaike-afspraak": "agreement-new",
    "circle-gerrit-afronden": "agreement-finish",
    "circle-maaike-met-een-bericht-klaar": "today",
    "circle-maaike-vertalen-ar": "translate",
    "circle-volgt-ar-antwoord": "follow-ar",
    "circle-volgt-nl-antwoord": "follow-nl",
    "circle-jan-terug-niet-gehoord": "not-heard",
    "circle-maaike-wie-is-te-raden": "story-check",
    "circle-buur-mijn-buurt": "neighbourhood",
    "circle-buur-mijn-buurt-ar": "neighbourhood-ar",
    "evening-adviser-1-programme": "evening-programme",
    "evening-adviser-3-leading": "evening-leading",
    "evening-adviser-2-slips": "evening-slips",
    "evening-adviser-6-report": "evening-report",
    "evening-screen-2-results": "evening-screen",
    "evening-phone-0-1-question": "evening-question",
    "evening-phone-1-1-question": "evening-question-ar",
    "evening-taker-note": "evening-note",
    "evening-reader-report-ar": "evening-report-ar",
    "year-maaike-bijeenkomst": "meeting",
    "year-kiest-0-kiest": "agenda-choose",
    "year-maaike-agenda-gekozen": "agenda-ranked",
    "year-maaike-op-straat-incident": "incident",
    "year-maaike-op-straat-bericht": "notice",
    "year-buur-buurtagenda": "agenda-public",
    "year-willem-vandaag": "today-director",
}


def shrink(source: Path, target: Path) -> None:
    """Write a small picture: no wider than the manual, cut where it gets long, few colours."""
    picture = Image.open(source).convert("RGB")
    picture = picture.crop((0, 0, picture.width, min(picture.height, TALLEST)))
    if picture.width > WIDEST:
        height = round(picture.height * WIDEST / picture.width)
        picture = picture.resize((WIDEST, height), Image.Resampling.LANCZOS)
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)


def main() -> int:
    """Tell the story and keep its pictures; the story's exit code when it fails."""
    with tempfile.TemporaryDirectory(prefix="voelspriet-pictures-") as folder:
        environment = {**os.environ, "VOELSPRIET_SCREENSHOTS": folder}
        command = [sys.executable, "-m", "pytest", "-q", *STORIES]
        finished = subprocess.run(command, cwd=ROOT, env=environment, check=False)  # noqa: S603
        if finished.returncode:
            return finished.returncode
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name, wanted in WANTED.items():
            shrink(Path(folder) / f"{name}.png", FOLDER / f"{wanted}.png")
    sizes = sum(file.stat().st_size for file in FOLDER.glob("*.png"))
    print(f"{len(WANTED)} pictures, {sizes // 1024} KB, in {FOLDER.relative_to(ROOT)}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
