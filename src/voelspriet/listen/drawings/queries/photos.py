# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The photos of a round's paper sheets, for colleagues: which there are, not what they show."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.listen.drawings.models import SheetPhoto
from voelspriet.listen.drawings.rules.rounds import visible_rounds

PAGE_SIZE = 30


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A photo of a sheet. `corners` is JSON of where its corners lie; empty when nobody said."""

    file_name: str
    sheet: str
    handed_in_on: date
    kept_until: date
    corners: str


def sheet_photos(*, reference: str, by: Actor, cursor: str = "") -> Page[PhotoRow]:
    """Return the photos of a round, the newest first. OutOfScope for who may not see the round."""
    one = visible_rounds(by).filter(reference=reference).first()
    if one is None:
        raise OutOfScope(_("Deze kaartronde is er niet."))
    found = SheetPhoto.objects.filter(sheet__round=one)
    after = read_cursor(cursor, int)
    if after:
        found = found.filter(pk__lt=after[0])
    rows = list(found.select_related("sheet").order_by("-pk")[: PAGE_SIZE + 1])
    return page_of(rows, PAGE_SIZE, _row, lambda photo: write_cursor(photo.pk))


def _row(photo: SheetPhoto) -> PhotoRow:
    return PhotoRow(
        file_name=photo.file_name,
        sheet=photo.sheet.reference,
        handed_in_on=photo.sheet.handed_in_on,
        kept_until=photo.kept_until,
        corners=json.dumps(photo.corners) if photo.corners else "",
    )
