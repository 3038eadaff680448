# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Correct what a public notice says: the new words stand there at once, the old ones are kept."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.answer.pages.actions.notice_words import (
    Lines,
    audit_notice,
    worded_lines,
    written_notice,
)
from voelspriet.answer.pages.actions.notices import LOOK_FIRST, SOURCE_LANGUAGE
from voelspriet.answer.pages.choices import NoticeState
from voelspriet.answer.pages.models import Notice, NoticeText, NoticeVersion
from voelspriet.answer.pages.rules.notice_checks import names_a_person
from voelspriet.answer.pages.rules.notices import LINES, REASON_LIMIT, is_complete, is_over
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.wording import brief
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day


@action
def correct_notice(
    *,
    reference: str,
    lines: Lines,
    changed: str,
    by: Actor,
    at: datetime,
    person_checked: bool = False,
) -> None:
    """Put other Dutch words in a notice that is public, and say what changed; shown at once.

    What stood there until now is kept in every language. Other languages stay as they were and
    are behind until somebody writes them anew. Refuses: what is not public or over, a line
    missing or too long, the same words, no word on what changed, and words that may point at a
    person nobody looked at.
    """
    notice = written_notice(reference, by)
    if notice.state != NoticeState.PUBLISHED or is_over(notice, dutch_day(at)):
        raise Refused(_("Alleen een bericht dat nu openbaar is, kan worden aangepast."))
    words = worded_lines(lines)
    told = brief(changed, REASON_LIMIT, "changed")
    texts = {text.language: text for text in notice.texts.all()}
    _must_be_new(texts[SOURCE_LANGUAGE], words, told)
    signs = names_a_person([*words.values(), told])
    if signs and not person_checked:
        raise Refused(str(LOOK_FIRST), field="person_checked")
    _keep(notice, list(texts.values()), by, at)
    notice.version += 1
    notice.corrected_at, notice.corrected_by_name = at, by.name
    notice.save(update_fields=["version", "corrected_at", "corrected_by_name"])
    NoticeText.objects.filter(notice=notice, language=SOURCE_LANGUAGE).update(
        **words, changed=told, version=notice.version
    )
    audit_notice("notice.correct", notice, by, at, version=notice.version, person_words=signs)


def _must_be_new(text: NoticeText, words: dict[str, str], told: str) -> None:
    for line in LINES:
        if not words[line]:
            raise Refused(_("Vul dit in."), field=line)
    if all(words[line] == getattr(text, line) for line in LINES):
        raise Refused(_("Er is niets veranderd."), field="matter")
    if not told:
        raise Refused(_("Schrijf wat er is veranderd. Dat staat erbij."), field="changed")


def _keep(notice: Notice, texts: list[NoticeText], by: Actor, at: datetime) -> None:
    """Keep what was shown of this version: the Dutch, and what tells it in other languages."""
    NoticeVersion.objects.bulk_create(
        NoticeVersion(
            notice=notice,
            language=text.language,
            version=notice.version,
            **{line: getattr(text, line) for line in LINES},
            shown_from=notice.corrected_at or notice.published_at or at,
            shown_until=at,
            by_name=by.name,
        )
        for text in texts
        if is_complete(text) and text.version == notice.version
    )
