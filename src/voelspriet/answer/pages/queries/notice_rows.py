# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Notices as doors see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.text import Truncator

from voelspriet.answer.pages.choices import NoticeScale, NoticeState
from voelspriet.answer.pages.models import Notice, NoticeText
from voelspriet.answer.pages.rules.notice_checks import Check
from voelspriet.answer.pages.rules.notices import is_complete, is_over

SOURCE_LANGUAGE = "nl"
PASTE_LIMIT = 500


@dataclass(frozen=True, slots=True)
class SenderRow:
    """Who a notice is from; `key` names them in a form. `photo` only when they chose so."""

    key: str
    first_name: str
    function: str
    organisation: str
    phone: str
    photo: str

    @property
    def signed(self) -> str:
        """Return the name as it stands below a text."""
        parts = (self.first_name, self.function, self.organisation, self.phone)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class NewerWords:
    """The corrected Dutch words, beside a translation that is behind."""

    matter: str
    you_can: str
    our_view: str


@dataclass(frozen=True, slots=True)
class VersionRow:
    """What stood there before a correction, in one language."""

    language: str
    version: int
    matter: str
    you_can: str
    our_view: str
    shown_from: datetime
    shown_until: datetime
    by_name: str


@dataclass(frozen=True, slots=True)
class PublicNotice:
    """A notice everybody may read, in the reader's language where it is complete, else Dutch.

    `changed` tells what was corrected. `newer` is there while the translation is behind.
    """

    reference: str
    matter: str
    you_can: str
    our_view: str
    language: str
    streets: str
    area_name: str
    area_level: str
    sender: SenderRow | None
    published_at: datetime
    ends_on: date
    back_on: date | None
    corrected_at: datetime | None = None
    changed: str = ""
    changed_language: str = SOURCE_LANGUAGE
    newer: NewerWords | None = None

    @property
    def updated_at(self) -> datetime:
        """Return when it was last another text than before."""
        return self.corrected_at or self.published_at

    def paste_text(self, address: str) -> str:
        """Return what fits in a neighbourhood app: whole lines first, never above 500 characters.

        The name below it and the address of the page always stay.
        """
        end = " ".join(
            part for part in (self.sender.signed if self.sender else "", address) if part
        )
        room = PASTE_LIMIT - len(end) - 1
        words = f"{self.streets or self.area_name}: {self.matter} {self.you_can} {self.our_view}"
        if len(words) > room:
            words = Truncator(words).chars(max(room, 0))
        return f"{words}\n{end}"[:PASTE_LIMIT]


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notice in a list of colleagues. `is_over`: it was public and its last day has gone."""

    reference: str
    area_id: int
    area_name: str
    area_slug: str
    scale: str
    scale_label: str
    streets: str
    state: str
    state_label: str
    is_over: bool
    matter: str
    ends_on: date
    back_on: date | None
    written_at: datetime
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class NoticeLines:
    """The three lines in one language."""

    language: str
    matter: str
    you_can: str
    our_view: str
    is_complete: bool
    changed: str = ""
    is_behind: bool = False


@dataclass(frozen=True, slots=True)
class NoticeDetail:
    """One notice to work on, with the checks and how it looks in every language it is complete in.

    `names_a_person`: somebody must look before it may be public.
    """

    row: NoticeRow
    scale_reason: str
    lines: tuple[NoticeLines, ...]
    shown: tuple[PublicNotice, ...]
    sender: SenderRow | None
    lie_awake: str
    see_us_act: str
    advice: str
    checks: tuple[Check, ...]
    names_a_person: bool
    names_a_door: bool
    incident_reference: str
    written_by_name: str
    published_by_name: str
    withdraw_reason: str
    may_write: bool
    corrected_at: datetime | None = None
    corrected_by_name: str = ""
    versions: tuple[VersionRow, ...] = ()

    @property
    def may_leave(self) -> bool:
        """Tell whether it may go out as a letter or a text: not while words point at a person."""
        if self.row.state == NoticeState.DRAFT:
            return not self.names_a_person
        return self.row.state == NoticeState.PUBLISHED


def texts_of(notice: Notice) -> dict[str, NoticeText]:
    """Return the texts of a notice (loaded) by language."""
    return {text.language: text for text in notice.texts.all()}


def sender_of(notice: Notice, *, on: date) -> SenderRow | None:
    """Return who a notice (senders loaded) is from; None when nobody is shown (any more)."""
    user, face = notice.sender_user, notice.sender_face
    if user is not None and user.is_active:
        photo = user.photo if user.is_public_face else ""
        return SenderRow(f"user-{user.pk}", user.first_name, user.function, "", user.phone, photo)
    if face is not None and face.agreed_on <= on:
        party = face.organisation
        if party is None or party.is_active:
            name = party.name if party else ""
            return SenderRow(
                f"face-{face.pk}", face.first_name, face.function, name, face.phone, ""
            )
    return None


def public_notice(notice: Notice, *, language: str, on: date) -> PublicNotice:
    """Return a notice (area, texts, senders loaded) in a language where complete, else Dutch."""
    texts = texts_of(notice)
    text = texts.get(language)
    if text is None or not is_complete(text):
        text = texts.get(SOURCE_LANGUAGE) or NoticeText(language=SOURCE_LANGUAGE)
    return PublicNotice(
        reference=notice.reference,
        matter=text.matter,
        you_can=text.you_can,
        our_view=text.our_view,
        language=text.language,
        streets=notice.streets if notice.scale == NoticeScale.STREETS else "",
        area_name=notice.area.name,
        area_level=notice.area.level,
        sender=sender_of(notice, on=on),
        published_at=notice.published_at or notice.written_at,
        ends_on=notice.ends_on,
        back_on=notice.back_on,
        corrected_at=notice.corrected_at,
        **_corrected(notice, text),
    )


def _corrected(notice: Notice, text: NoticeText) -> dict[str, Any]:
    """Return what was corrected, in the language of the words or else in Dutch."""
    dutch = texts_of(notice).get(SOURCE_LANGUAGE)
    if notice.corrected_at is None or dutch is None:
        return {}
    is_behind = text.version < notice.version
    own = "" if is_behind else text.changed
    return {
        "changed": own or dutch.changed,
        "changed_language": text.language if own else SOURCE_LANGUAGE,
        "newer": NewerWords(dutch.matter, dutch.you_can, dutch.our_view) if is_behind else None,
    }


def version_rows(notice: Notice) -> tuple[VersionRow, ...]:
    """Return what a notice said before, the last first. One query."""
    return tuple(
        VersionRow(
            **{name: getattr(one, name) for name in VersionRow.__slots__},
        )
        for one in notice.versions.order_by("-version", "language")
    )


def notice_row(notice: Notice, *, on: date) -> NoticeRow:
    """Return the row of a notice (area and texts loaded)."""
    text = texts_of(notice).get(SOURCE_LANGUAGE)
    return NoticeRow(
        reference=notice.reference,
        area_id=notice.area_id,
        area_name=notice.area.name,
        area_slug=notice.area.slug,
        scale=notice.scale,
        scale_label=str(NoticeScale(notice.scale).label),
        streets=notice.streets,
        state=notice.state,
        state_label=str(NoticeState(notice.state).label),
        is_over=is_over(notice, on),
        matter=text.matter if text else "",
        ends_on=notice.ends_on,
        back_on=notice.back_on,
        written_at=notice.written_at,
        published_at=notice.published_at,
    )
