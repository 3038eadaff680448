# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ten rules of thumb for telling people something, as gentle checks. None of them blocks.

What a program can see it looks at; of what only a person can judge, a person ticks it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voelspriet.analysis.text.readability import Readability, readability
from voelspriet.answer.pages.choices import NoticeScale
from voelspriet.answer.pages.rules.stories import POINT_LIKE
from voelspriet.listen.intake.rules.person_flag import signs_of_person

READS_EASILY = 60.0  # Flesch-Douma: plain Dutch lies above it
MOST_WORDS = 110
BLAME = re.compile(
    r"\b(eigen schuld|schuldig\w*|daders?|tuig|lastpak\w*|asocia\w+|die mensen|dat soort|"
    r"overlastgevers?|hangjonger\w*|probleemjonger\w*|relschoppers?)\b",
    re.IGNORECASE,
)
FEAR = re.compile(
    r"\b(gevaarlijk\w*|ernstig\w*|schokkend\w*|zorgwekkend\w*|explosi\w*|ontploffing\w*|"
    r"crimine\w*|onveilig\w*|dreig\w*|paniek|angst\w*|steekpartij\w*|schietpartij\w*)\b",
    re.IGNORECASE,
)
PERSPECTIVE = re.compile(
    r"\b(niemand\s+(is\s+)?gewond|geen\s+gevaar|geen\s+gewonden|onder controle|voorbij|zelden|"
    r"zeldzaam|niet vaker|minder|meestal|weer rustig|veilig\w*|niet eerder)\b",
    re.IGNORECASE,
)
NOT_KNOWN = re.compile(
    r"\b(weten|weet|bekend|duidelijk)\b[^.!?]*\bniet\b|\bniet\b[^.!?]*\b(bekend|duidelijk)\b|"
    r"\bonderzoek\w*\b|\bzoeken\s+(het\s+)?uit\b",
    re.IGNORECASE,
)
ANSWERABLE = re.compile(
    r"\?|\d{3}|\b(bel|belt|mail|mailt|vertel|vertelt|kom|komt|spreek|vraag|vraagt)\b", re.IGNORECASE
)


class Verdict(StrEnum):
    """What a check says: fine, have another look, or only a person can tell."""

    FINE = "fine"
    LOOK = "look"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Check:
    """One rule of thumb and how a notice stands to it. `code` names it in a form."""

    code: str
    rule: str
    verdict: Verdict
    hint: str = ""
    is_ticked: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """What the checks look at: the Dutch lines and what stands around them."""

    matter: str
    you_can: str
    our_view: str
    scale: str
    has_sender: bool
    sender_phone: str
    advice: str
    has_return_day: bool
    is_of_incident: bool
    ticks: Collection[str]

    @property
    def text(self) -> str:
        """Return the three lines as one text."""
        return " ".join(line for line in (self.matter, self.you_can, self.our_view) if line)


# what only a person can say
PERSON_RULES: dict[str, Promise] = {
    "listened": gettext_lazy("Wij luisterden eerst naar de mensen om wie het gaat."),
    "best_sender": gettext_lazy("Van deze afzender horen mensen dit het liefst."),
    "at_the_door": gettext_lazy("Zo zeggen wij het ook aan de deur."),
}


def notice_checks(draft: Draft) -> tuple[Check, ...]:
    """Return the rules of thumb with what can be said of each; what asks another look first."""
    found = [*_around(draft), *_words(draft), *_persons(draft)]
    order = (Verdict.LOOK, Verdict.PERSON, Verdict.FINE)
    return tuple(sorted(found, key=lambda check: order.index(check.verdict)))


def names_a_person(texts: Collection[str]) -> bool:
    """Tell whether a text may point at a person: somebody must look before it is public."""
    return any(signs_of_person(text) for text in texts)


def names_a_door(texts: Collection[str]) -> bool:
    """Tell whether a text names a spot so precise that it is somebody's door."""
    return any(POINT_LIKE.search(text) for text in texts)


def _check(code: str, rule: str, hint: str, *, fine: bool) -> Check:
    return Check(code, rule, Verdict.FINE if fine else Verdict.LOOK, "" if fine else hint)


def _around(draft: Draft) -> Iterator[Check]:
    yield _check(
        "lowest_scale",
        _("Zo klein mogelijk: alleen wie het merkt."),
        _("Dit gaat naar veel mensen. Kan het kleiner?"),
        fine=draft.scale in {NoticeScale.STREETS, NoticeScale.NEIGHBOURHOOD},
    )
    yield _check(
        "face",
        _("De afzender heeft een gezicht en een nummer."),
        _("Kies een afzender die te bellen is.")
        if draft.has_sender
        else _("Kies een afzender met een naam."),
        fine=draft.has_sender and bool(draft.sender_phone),
    )
    yield _check(
        "in_keeping",
        _("Wat wij zeggen past bij hoe mensen zich voelen."),
        _("Beantwoord de twee vragen: wie hoort dit, en wie hoeft het niet te horen?"),
        fine=bool(draft.advice),
    )
    yield _check(
        "memory",
        _("Wij zeggen wanneer wij erop terugkomen."),
        _("Vul een dag in. Dan staat die erbij."),
        fine=draft.has_return_day,
    )


def _words(draft: Draft) -> Iterator[Check]:
    text = draft.text
    yield _check(
        "conversation",
        _("Mensen kunnen iets terugzeggen."),
        _("Zeg waar mensen terecht kunnen, of vraag iets."),
        fine=bool(draft.sender_phone or ANSWERABLE.search(text)),
    )
    blame = BLAME.search(text)
    yield _check(
        "no_blame",
        _("Wij geven niemand de schuld."),
        _("Lees „%(word)s” nog eens: geeft dat iemand de schuld?")
        % {"word": blame.group() if blame else ""},
        fine=blame is None,
    )
    yield _check(
        "you_can",
        _("Er staat wat mensen zelf kunnen doen."),
        _("Schrijf wat mensen zelf kunnen doen. Ook „u hoeft niets te doen” helpt."),
        fine=bool(draft.you_can),
    )
    fear = FEAR.search(text)
    yield _check(
        "perspective",
        _("Wij maken het niet groter dan het is."),
        _("„%(word)s” kan bang maken. Zeg ook wat geruststelt, als dat klopt.")
        % {"word": fear.group() if fear else ""},
        fine=fear is None or PERSPECTIVE.search(text) is not None,
    )
    if draft.is_of_incident:
        yield _check(
            "in_need",
            _("Vlak na een incident: snel, kort, en ook wat wij nog niet weten."),
            _("Zeg ook wat wij nog niet weten."),
            fine=NOT_KNOWN.search(text) is not None,
        )
    yield _check(
        "one_message",
        _("Eén bericht, kort genoeg om te onthouden."),
        _("Dit is lang. Wat is het belangrijkste?"),
        fine=len(text.split()) <= MOST_WORDS,
    )
    yield _readable(readability(text))


def _readable(found: Readability) -> Check:
    rule = _("Gewone woorden, korte zinnen.")
    if found.score is None or found.score >= READS_EASILY:
        return Check("readable", rule, Verdict.FINE)
    words = ", ".join(one.word for one in found.long_words[:3])
    if words:
        hint = _("Dit leest moeilijk. Kan het zonder: %(words)s?") % {"words": words}
    else:
        hint = _("Dit leest moeilijk. Maak de zinnen korter.")
    return Check("readable", rule, Verdict.LOOK, hint)


def _persons(draft: Draft) -> Iterator[Check]:
    for code, rule in PERSON_RULES.items():
        yield Check(code, str(rule), Verdict.PERSON, is_ticked=code in draft.ticks)
