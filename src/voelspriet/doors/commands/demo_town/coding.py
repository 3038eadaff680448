# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the demo's researcher coded of the talks: some of it, so that some waits. All invented."""

from __future__ import annotations

from datetime import datetime, timedelta

from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.ground.privacy.actors import system
from voelspriet.ground.privacy.choices import Role
from voelspriet.understand.coding.actions.codebooks import (
    install_codebooks,
    start_codebook,
    start_draft,
)
from voelspriet.understand.coding.actions.coding import add_fragment, begin_pass, finish_pass
from voelspriet.understand.coding.actions.making import Coded
from voelspriet.understand.coding.actions.registering import take_in_everywhere
from voelspriet.understand.coding.actions.versions import CodeWords, NewCode
from voelspriet.understand.coding.choices import (
    ActingParty,
    CodebookKind,
    Dimension,
    Valence,
    World,
)
from voelspriet.understand.coding.queries.codebooks import usable_codebooks
from voelspriet.understand.coding.queries.material import (
    MaterialFilters,
    material_detail,
    material_inbox,
)

P, S, N = Valence.PROBLEM, Valence.STRENGTH, Valence.NEUTRAL
D, W, A = Dimension, World, ActingParty
# words of the talks, with factors and what is said of them
CODED = (
    ("het pad langs het water om vijf uur al donker is.", (7,), P, D.THINK, W.LIFE, A.MUNICIPALITY),
    ("loopt om.", (1,), P, D.DO, W.LIFE, None),
    ("Vroeger stond er een bankje waar iedereen zat.", (5, 7), S, D.THINK, W.LIFE, None),
    ("Nu groet niemand meer.", (3, 5), P, D.FEEL, W.LIFE, A.RESIDENTS),
    ("Het is schoon", (2,), S, D.THINK, W.LIFE, None),
    ("Zij doen niets, maar wie hen niet kent\nloopt liever om.", (3,), P, D.DO, W.LIFE, A.TOGETHER),
    ("Als de wijkagent even komt praten is het meteen rustig.", (8,), S, D.FEEL, W.LIFE, A.POLICE),
    ("Er komen hier per jaar drie aangiften.", (1,), N, D.THINK, W.SYSTEM, None),
    ("Toch hoor ik elke week dat iemand niet durft.", (4,), P, D.FEEL, W.SYSTEM, None),
    ("Het licht is het eerste dat zij noemen.", (7,), P, D.THINK, W.SYSTEM, A.MUNICIPALITY),
)
THEMES = ("Licht", "Water", "Jongeren op straat")


def code_talks(staff: Staff, *, at: datetime) -> None:
    """Take in what can be coded and code the talks of the study, as a researcher would."""
    by, job = staff.others[Role.RESEARCHER], system("coding.take_in")
    began = at - timedelta(days=3)
    install_codebooks(by=job, at=began)
    take_in_everywhere(by=job, at=began)
    themes = start_codebook(
        name="Wat bewoners bij het water noemen",
        kind=CodebookKind.THEMES,
        codes=[NewCode(CodeWords(name)) for name in THEMES],
        is_published=True,
        by=by,
        at=began,
    )
    start_draft(reference=themes, by=by, at=began)
    numbers = {code.number: code.id for code in usable_codebooks(by=by)[0].codes}
    for row in material_inbox(by=by, filters=MaterialFilters(kind="source")).items:
        text = material_detail(reference=row.reference, by=by).text
        found = [one for one in CODED if one[0] in text]
        if not found:
            continue
        begin_pass(reference=row.reference, by=by, at=began)
        for words, factors, valence, dimension, world, party in found:
            start = text.index(words)
            coded = Coded(
                start, start + len(words), [numbers[one] for one in factors], valence,
                dimension=dimension, world=world, acting_party=party,
            )  # fmt: skip
            add_fragment(reference=row.reference, coded=coded, by=by, at=began)
        if found[-1] is not CODED[-1]:  # the last talk is still being coded
            finish_pass(reference=row.reference, by=by, at=began + timedelta(hours=1))
