# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Guards on what is noted of people (G2): origin, religion, orientation and health.

Inside what somebody said such words are warned about; as what a study is about they are refused.
The words are Dutch and few on purpose: they see what is plainly said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Refused
from voelspriet.listen.conversations.choices import SensitiveSubject

PATTERNS = {
    SensitiveSubject.ORIGIN: r"herkomst|afkomst|etnicit\w+|etnisch\w*|allochto\w+|nationaliteit|"
    r"marokka(?:an|ne)\w*|turk(?:en|se|s)?|surina(?:amse?|mer?s?)|antillia\w+|somali\w*|"
    r"syri[ëe]r\w*|pol(?:en|en?se)|poolse?|roemeen\w*|bulgaar\w*|afghaan\w*|eritre\w+|buitenlander\w*|zigeuner\w*",
    SensitiveSubject.RELIGION: r"geloof(?:s\w*)?|gelovig\w*|religi\w+|moslim\w*|islamiti\w+|"
    r"christe\w+|katholie\w+|protestant\w*|jood|joden|joodse?|hindoe\w*|bekeerd\w*",
    SensitiveSubject.ORIENTATION: r"homo(?:'?s|seksue\w+)?|lesbisch\w*|biseksue\w+|"
    r"hetero\w*|transgender\w*|transseksue\w+|lhbti?\w*|"
    r"seksuele (?:geaardheid|gerichtheid|voorkeur)",
    SensitiveSubject.HEALTH: r"diagnose\w*|psychiat\w+|psycho(?:se|tisch\w*)|schizofre\w+|"
    r"depressi\w+|verslaafd\w*|verslaving\w*|kanker|hiv|aids|dement\w*|autis\w+|adhd|borderline|"
    r"zwanger\w*|medicijn\w*|ziekte\w*|gehandicapt\w*",
}
FOUND = {
    subject: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
    for subject, pattern in PATTERNS.items()
}


@dataclass(frozen=True, slots=True)
class SubjectWarning:
    """A subject that is spoken of, and by which words."""

    subject: str
    label: str
    words: tuple[str, ...]


def warnings_about(text: str) -> tuple[SubjectWarning, ...]:
    """Return which sensitive subjects a text speaks of, each with its different words."""
    found = []
    for subject, pattern in FOUND.items():
        words = tuple(dict.fromkeys(match.group().lower() for match in pattern.finditer(text)))
        if words:
            found.append(SubjectWarning(str(subject), str(subject.label), words))
    return tuple(found)


def refuse_as_subject(text: str, field: str) -> None:
    """Refuse words by which people would be divided."""
    found = warnings_about(text)
    if found:
        raise Refused(
            _("Een onderzoek deelt mensen nooit in naar herkomst, geloof, seksuele gerichtheid of "
              "gezondheid. Haal dit weg: %(words)s.")
            % {"words": ", ".join(word for one in found for word in one.words)},
            field=field,
        )  # fmt: skip
