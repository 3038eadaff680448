# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Handing in a sheet, once; and taking one away."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voelspriet.ground.areas.ground_plan import StreetLine, inside_each, streets_named
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.drawings.actions.photos import destroy_photos, keep_photo
from voelspriet.listen.drawings.actions.rounds import led_round
from voelspriet.listen.drawings.choices import (
    RoundState,
    ShapeOrigin,
    ShapeTime,
    SheetChannel,
)
from voelspriet.listen.drawings.models import DrawnShape, MapResult, MapRound, MapSheet, SheetPhoto
from voelspriet.listen.drawings.rules.geometry import Shape, shape_of, shape_of_streets
from voelspriet.listen.drawings.rules.grid import cells_of
from voelspriet.listen.drawings.rules.guard import check_words
from voelspriet.listen.drawings.rules.keeping import PHOTO_KEPT
from voelspriet.listen.drawings.rules.legend import legend
from voelspriet.listen.drawings.rules.rounds import state_of
from voelspriet.listen.drawings.rules.submissions import submission_hash
from voelspriet.listen.drawings.told import (
    MOST_SHAPES,
    NOTE_LIMIT,
    WORDS_LIMIT,
    PhotoTold,
    ShapeTold,
    SheetReceipt,
)

Streets = Mapping[str, tuple[StreetLine, ...]]


@action
def submit_map_sheet(
    *,
    round_reference: str,
    shapes: Sequence[ShapeTold],
    channel: SheetChannel,
    token: str,
    language: str = "nl",
    photo: PhotoTold | None = None,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> SheetReceipt:
    """Take in the sheet of one person; the same token again gives the same receipt.

    `by` is a resident for their own phone, a colleague for paper or by word of mouth. Refuses,
    with `field` "shape-N" (from 0) for what is wrong with one of them: a round that is not open
    (for a colleague: before it begins or after its result is public), nothing drawn, too many
    shapes, a kind that is not on offer, a drawing we cannot take, a place outside the
    municipality, an unknown street, words that point at a person. OutOfScope: no such round.
    """
    one = MapRound.objects.filter(reference=round_reference).first()
    if one is None or (
        by.municipality_id is not None and by.municipality_id != one.municipality_id
    ):
        raise OutOfScope(_("Deze kaartronde is er niet."))
    hashed = submission_hash(token)
    earlier = MapSheet.objects.filter(submission=hashed).first()
    if earlier is not None:
        return _again(earlier, by, at)
    if channel is not SheetChannel.PHONE and by.is_staff:
        led_round(round_reference, by)
    _refuse_closed(one, channel, by, at)
    drawn = _checked(one, shapes)
    sheet, is_new = MapSheet.objects.get_or_create(
        submission=hashed,
        defaults={
            "round": one,
            "reference": new_reference("B", rng=rng),
            "channel": channel,
            "language": language,
            "handed_in_on": dutch_day(at),
            "entered_by_id": by.user_id if channel is not SheetChannel.PHONE else None,
        },
    )
    if not is_new:  # the same form arrived twice at once
        return _again(sheet, by, at)
    for shape in drawn:
        shape.sheet = sheet
    DrawnShape.objects.bulk_create(drawn)
    if photo is not None:
        _keep(sheet, photo, at)
    record("map_sheet.submit", by=by, at=at, subject="map_sheet", reference=sheet.reference,
           municipality_id=one.municipality_id, round=one.reference, channel=str(channel),
           shapes=len(drawn))  # fmt: skip
    return SheetReceipt(sheet.reference, len(drawn))


@action
def remove_map_sheet(*, round_reference: str, reference: str, by: Actor, at: datetime) -> None:
    """Take a sheet away for good, with its shapes, words and photo: somebody asked, or it is abuse.

    What was published stays as it was. Refuses a sheet that is not in the round. OutOfScope for
    who does not lead the round.
    """
    one = led_round(round_reference, by)
    sheet = MapSheet.objects.filter(round=one, reference=reference).first()
    if sheet is None:
        raise Refused(_("Een kaartblad met dit kenmerk is er niet."), field="reference")
    names = list(SheetPhoto.objects.filter(sheet=sheet).values_list("file_name", flat=True))
    sheet.delete()
    transaction.on_commit(lambda: destroy_photos(names))
    record("map_sheet.remove", by=by, at=at, subject="map_sheet", reference=reference,
           municipality_id=one.municipality_id, round=one.reference)  # fmt: skip


def _refuse_closed(one: MapRound, channel: SheetChannel, by: Actor, at: datetime) -> None:
    """Refuse a sheet for a round that takes none; paper may come in until the result is public."""
    published = MapResult.objects.filter(round=one).exists()
    state = state_of(one, at, is_published=published)
    late = state is RoundState.CLOSED and channel is not SheetChannel.PHONE and by.is_staff
    if state is RoundState.TO_COME:
        raise Refused(_("U kunt nog niet tekenen. Kom later terug."))
    if state is not RoundState.OPEN and (not late or one.emptied_at is not None):
        raise Refused(_("U kunt niet meer tekenen: deze ronde is dicht."))


def _checked(one: MapRound, shapes: Sequence[ShapeTold]) -> list[DrawnShape]:
    if not shapes:
        raise Refused(_("Er staat nog niets op uw kaart. Teken iets, of kies een straat."))
    if len(shapes) > MOST_SHAPES:
        raise Refused(
            ngettext(
                "Op één kaart past %(count)s tekening.",
                "Op één kaart passen ten hoogste %(count)s tekeningen.",
                MOST_SHAPES,
            )
            % {"count": MOST_SHAPES}
        )
    names = sorted({name for told in shapes for name in told.streets})
    streets = (
        streets_named(names, municipality_id=one.municipality_id, area_id=one.area_id)
        if names
        else {}
    )
    made: list[tuple[Shape, DrawnShape]] = []
    for number, told in enumerate(shapes):
        try:
            made.append(_one(one, told, streets))
        except Refused as refusal:
            field = refusal.field or "shape"
            raise Refused(refusal.reason, field=f"{field}-{number}") from refusal
    _refuse_outside(one, made)
    return [drawn for _shape, drawn in made]


def _refuse_outside(one: MapRound, made: Sequence[tuple[Shape, DrawnShape]]) -> None:
    """Refuse what was drawn outside the municipality; streets of the list lie in it."""
    numbers = [n for n, (_s, drawn) in enumerate(made) if drawn.origin == ShapeOrigin.DRAWN]
    if not numbers:
        return
    inside = inside_each(
        [made[number][0].points for number in numbers], municipality_id=one.municipality_id
    )
    for number, is_inside in zip(numbers, inside, strict=True):
        if not is_inside:
            raise Refused(
                _("Een tekening ligt buiten de gemeente. Haal die weg of teken hem opnieuw."),
                field=f"shape-{number}",
            )


def _one(one: MapRound, told: ShapeTold, streets: Streets) -> tuple[Shape, DrawnShape]:
    entry = legend().get(told.kind)
    if entry is None or told.kind not in one.kinds:
        raise Refused(_("Kies wat u wilt aangeven."), field="kind")
    street_id, origin = None, ShapeOrigin.DRAWN
    if told.streets:
        lines = _lines(told, streets)
        street_id = lines[0].id if len(lines) == 1 else None
        shape, origin = shape_of_streets(lines), ShapeOrigin.CHOSEN
    else:
        shape = shape_of(told.geometry, entry.form)
    if told.time and told.time not in ShapeTime.values:
        raise Refused(_("Kies wanneer het zo is."), field="time")
    return shape, DrawnShape(
        kind=told.kind,
        origin=origin,
        street_id=street_id,
        geometry=shape.geometry,
        cells=cells_of(shape.geometry),
        time=told.time,
        **_words(told),
    )


def _lines(told: ShapeTold, streets: Streets) -> list[StreetLine]:
    lines: list[StreetLine] = []
    for name in told.streets:
        found = streets.get(name, ())
        if not found:
            raise Refused(
                _("De straat “%(name)s” staat niet in onze lijst. Kies er een uit de lijst.")
                % {"name": name[:60]},
                field="street",
            )
        lines.extend(found)
    return lines


def _words(told: ShapeTold) -> dict[str, str]:
    words = {}
    for name, limit in (("note", NOTE_LIMIT), ("why", WORDS_LIMIT), ("instead", WORDS_LIMIT)):
        try:
            words[name] = check_words(getattr(told, name), limit=limit)
        except Refused as refusal:
            raise Refused(refusal.reason, field=name) from refusal
    return words


def _keep(sheet: MapSheet, photo: PhotoTold, at: datetime) -> None:
    SheetPhoto.objects.create(
        sheet=sheet,
        file_name=keep_photo(photo.content),
        corners=[list(corner) for corner in photo.corners],
        kept_until=dutch_day(at) + PHOTO_KEPT,
    )


def _again(sheet: MapSheet, by: Actor, at: datetime) -> SheetReceipt:
    record("map_sheet.repeated", by=by, at=at, subject="map_sheet", reference=sheet.reference,
           municipality_id=sheet.round.municipality_id)  # fmt: skip
    return SheetReceipt(sheet.reference, sheet.shapes.count(), is_repeat=True)
