# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How fluid 5,000 drawn shapes are for colleagues: counting, sending, packing and taking along.

python -m benchmarks.drawings [--shapes 5000] [--browser]

Works in a scratch home with the empty demo. Prints seconds and sizes; nothing is kept. With
--browser a colleague then looks in Chromium, without a graphics card, at eight of them and at all.
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.drawings_browser import look
from benchmarks.installation import Installation

PER_SHEET = 8


def main() -> int:
    """Make the shapes and time what the page of a round asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shapes", type=int, default=5000)
    parser.add_argument("--browser", action="store_true", help="look at them in Chromium too")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="voelspriet-bench-") as home:
        os.environ |= {
            "VOELSPRIET_HOME": home,
            "DJANGO_SETTINGS_MODULE": "voelspriet.config.settings",
        }
        references = _measure(Path(home), told.shapes)
        if told.browser:
            _look(Path(home), references)
    return 0


def _look(home: Path, references: tuple[str, str]) -> None:
    here = Installation(home, f"sqlite:///{home / 'voelspriet.sqlite3'}")
    here.start()
    try:
        for line in look(here, references=references, email="anouk@zilverwende.example"):
            _say(line)
    finally:
        here.stop()


def _measure(home: Path, wanted: int) -> tuple[str, str]:
    from voelspriet.ground.privacy.keys import ensure_keyring  # noqa: PLC0415  after the home

    ensure_keyring(home)
    import django  # noqa: PLC0415  settings read the key file

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415  after django.setup()
    from django.utils import timezone  # noqa: PLC0415

    from voelspriet.doors.commands.demo_town.building import Stage, build  # noqa: PLC0415
    from voelspriet.doors.commands.demo_town.drawings import _Place, _shape, well_inside  # noqa: PLC0415
    from voelspriet.ground.areas.ground_plan import streets_in  # noqa: PLC0415
    from voelspriet.ground.privacy.actors import Actor, resident  # noqa: PLC0415
    from voelspriet.ground.privacy.choices import ActorKind, Role  # noqa: PLC0415
    from voelspriet.listen.drawings import actions, queries  # noqa: PLC0415
    from voelspriet.listen.drawings.choices import SheetChannel  # noqa: PLC0415
    from voelspriet.listen.drawings.rules.legend import usual_kinds  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    at = timezone.now()
    land = build(stage=Stage.EMPTY, seed=1, at=at, say=lambda _line: None)
    by = Actor(
        kind=ActorKind.STAFF, municipality_id=land.municipality_id,
        roles=frozenset({Role.POLICY_ADVISER}), name="Meting",
    )  # fmt: skip
    reference, few = (
        actions.create_map_round(
            area_id=land.whole_id, question="?", kinds=usual_kinds(), by=by, at=at
        )
        for _n in range(2)
    )
    rng = random.Random(1)
    streets = well_inside(streets_in(area_id=land.whole_id), municipality_id=land.municipality_id)
    place, kinds = _Place(streets, rng), usual_kinds()

    def fill(reference: str, sheets: int) -> None:
        for sheet in range(sheets):
            actions.submit_map_sheet(
                round_reference=reference,
                shapes=[_shape(rng.choice(kinds), place) for _n in range(PER_SHEET)],
                channel=SheetChannel.PHONE, token=f"bench {reference} {sheet}",
                by=resident(land.municipality_id), at=at,
            )  # fmt: skip

    fill(few, 1)
    sheets = wanted // PER_SHEET
    _timed(f"hand in {sheets} sheets", lambda: fill(reference, sheets))
    _timed(
        "the page's counts and squares",
        lambda: queries.round_summary(reference=reference, by=by, at=at),
    )
    shapes = _timed(
        "all shapes as GeoJSON",
        lambda: actions.read_drawn_shapes(reference=reference, by=by, at=at),
    )
    packed = _timed("packed", lambda: gzip.compress(shapes, 6))
    file = _timed(
        "GeoPackage",
        lambda: actions.export_map_round(reference=reference, form="gpkg", by=by, at=at),
    )
    _say(f"{len(shapes) / 1e6:.2f} MB, packed {len(packed) / 1e6:.2f} MB")
    _say(f"GeoPackage {len(file.content) / 1e6:.2f} MB")
    return few, reference


def _timed(name: str, run: Callable[[], Any]) -> Any:
    begun = time.perf_counter()
    result = run()
    _say(f"{name}: {time.perf_counter() - begun:.2f} s")
    return result


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
