# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making one fragment: everything that is checked before a row of it is written."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.areas.queries import areas
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.listen.conversations.models import Speaker
from voelspriet.understand.coding.choices import (
    ActingParty,
    CodeOrigin,
    Dimension,
    Side,
    Valence,
    World,
)
from voelspriet.understand.coding.models import (
    Code,
    CodeMerge,
    CodingPass,
    Fragment,
    FragmentCode,
    Material,
)
from voelspriet.understand.coding.queries.texts import text_of, with_homes
from voelspriet.understand.coding.rules.guarding import brief, refuse_pointing
from voelspriet.understand.coding.rules.texts import digest_of, trimmed

HOT = ("hot_spot", "hot_crime", "hot_time")
HOT_LIMIT = 80
MEMO_LIMIT = 1000
MOST_CODES = 12


@dataclass(frozen=True, slots=True)
class Coded:
    """What is said of a piece of text: `text[start:end]` in codepoints, and everything of it.

    `side` None is that of whoever said it. `seen` is the digest of the text the coder looked at;
    "" when nobody looked. `suggested_ids` are codes the program had suggested for this piece, taken
    or not.
    """

    start: int
    end: int
    code_ids: Sequence[int]
    valence: Valence = Valence.NEUTRAL
    side: Side | None = None
    speaker_id: int | None = None
    dimension: Dimension | None = None
    world: World | None = None
    acting_party: ActingParty | None = None
    hot_spot: str = ""
    hot_crime: str = ""
    hot_time: str = ""
    place_id: int | None = None
    memo: str = ""
    seen: str = ""
    suggested_ids: Collection[int] = ()


def make_fragment(
    material: Material, own: CodingPass, coded: Coded, at: datetime, *, text: str | None = None
) -> Fragment:
    """Write one fragment of a pass, within the action of whoever calls.

    Refuses what `add_fragment` says. Whoever makes many of one text gives `text` and looked up
    places and codes before.
    """
    is_one = text is None
    if text is None:
        text = text_of(with_homes(Material.objects.filter(pk=material.pk)).get())
    digest = digest_of(text)
    if coded.seen not in ("", digest):
        raise Refused(_("De tekst is veranderd. Kijk opnieuw."))
    start, end = _range(text, coded)
    if is_one:
        _must_know_codes(material, coded)
        _must_know_place(material, coded)
    speaker = _speaker(material, coded)
    hot = {name: brief(getattr(coded, name), HOT_LIMIT, field=name) for name in HOT}
    memo = brief(coded.memo, MEMO_LIMIT, field="memo")
    for field, words in (*hot.items(), ("memo", memo)):
        refuse_pointing(words, field=field)
    fragment = Fragment.objects.create(
        coding_pass=own,
        start=start,
        end=end,
        digest=digest,
        speaker=speaker,
        side=coded.side or (speaker.perspective if speaker else material.side),
        valence=coded.valence,
        dimension=coded.dimension or "",
        world=coded.world or "",
        acting_party=coded.acting_party or "",
        place_id=coded.place_id,
        memo=memo,
        made_at=at,
        **hot,
    )
    FragmentCode.objects.bulk_create(
        FragmentCode(
            fragment=fragment,
            code_id=one,
            origin=CodeOrigin.SUGGESTION if one in coded.suggested_ids else CodeOrigin.PERSON,
        )
        for one in dict.fromkeys(coded.code_ids)
    )
    return fragment


def _range(text: str, coded: Coded) -> tuple[int, int]:
    if not 0 <= coded.start < coded.end <= len(text):
        raise Refused(_("Kies eerst een stuk van de tekst."), field="start")
    start, end = trimmed(text, coded.start, coded.end)
    if start == end:
        raise Refused(_("Kies eerst een stuk van de tekst."), field="start")
    return start, end


def _must_know_codes(material: Material, coded: Coded) -> None:
    wanted = set(coded.code_ids)
    if not 0 < len(wanted) <= MOST_CODES:
        message = _("Kies 1 tot %(most)s codes.") % {"most": MOST_CODES}
        raise Refused(message, field="codes")
    # held, so that no merge passes a coding by that is being written
    known = (
        Code.objects.filter(
            pk__in=sorted(wanted),
            version__published_at__isnull=False,
            version__codebook__municipality_id=material.municipality_id,
        )
        .select_related("version__codebook")
        .select_for_update(of=("version__codebook",))
    )
    if len(known) != len(wanted):
        raise OutOfScope(_("Deze code is er niet."))
    gone = {one.key for one in known}
    if CodeMerge.objects.filter(
        codebook__municipality_id=material.municipality_id, merged_key__in=gone
    ).exists():
        message = _("Een van deze codes is met een andere samengevoegd. Kijk opnieuw.")
        raise Refused(message, field="codes")


def _must_know_place(material: Material, coded: Coded) -> None:
    if coded.place_id is None:
        return
    if coded.place_id not in {row.id for row in areas(municipality_id=material.municipality_id)}:
        raise OutOfScope(_("Dit gebied is er niet."))


def _speaker(material: Material, coded: Coded) -> Speaker | None:
    if coded.speaker_id is None:
        return None
    found = Speaker.objects.filter(pk=coded.speaker_id, source_id=material.source_id or 0).first()
    if found is None:
        raise OutOfScope(_("Deze spreker is er niet."))
    return found
