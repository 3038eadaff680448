# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole of a proposal as one value: what is frozen, printed, and compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voelspriet.act.plans.choices.proposals import (
    SECTIONS,
    CostKind,
    ProposalKind,
    ProposalOutcome,
    ProposalSection,
    section_label,
)
from voelspriet.act.plans.rules.amounts import AmountRange, exactly, range_words, total
from voelspriet.act.plans.rules.proposal_money import (
    Hire,
    WeeksRemark,
    weeks_remark,
)
from voelspriet.lib.money import brief


@dataclass(frozen=True, slots=True)
class CostLine:
    """A line of the costs: a hire, or an amount in cents; the other one is empty."""

    number: int
    label: str
    coverage: str = ""
    hire: Hire | None = None
    amount_cents: int = 0

    @property
    def amount(self) -> AmountRange:
        """Return what the line costs, calculated again."""
        if self.hire is not None:
            return self.hire.amount
        return exactly(self.amount_cents)

    @property
    def remark(self) -> WeeksRemark | None:
        """Return what is to be said about its weeks; None where they fit."""
        return weeks_remark(self.hire) if self.hire is not None else None

    @property
    def kind(self) -> CostKind:
        """Return how the cost comes about."""
        return CostKind.FIXED if self.hire is None else CostKind.HIRE


@dataclass(frozen=True, slots=True)
class Alternative:
    """Something else that could be done; `yearly_cents` None where it was not said."""

    number: int
    title: str
    text: str
    yearly_cents: int | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """The proposal a letter follows from: the version decided on, or that of now without one."""

    subject: str
    version: int = 0
    outcome: str = ""
    decided_on: date | None = None
    words: str = ""
    costs: tuple[CostLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposalContent:
    """Everything somebody wrote in a proposal or letter. `texts` holds parts that are not empty."""

    subject: str
    meets_on: date | None
    plan_title: str
    texts: Mapping[str, str]
    costs: tuple[CostLine, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    kind: ProposalKind = ProposalKind.COLLEGE
    portfolio: str = ""
    follows: Followed | None = None

    @property
    def is_letter(self) -> bool:
        """Tell whether this is a letter to the council."""
        return self.kind == ProposalKind.LETTER

    @property
    def sections(self) -> tuple[ProposalSection, ...]:
        """Return its parts, in the order of the paper."""
        return SECTIONS[self.kind]

    @property
    def shown_costs(self) -> tuple[CostLine, ...]:
        """Return what it costs: a letter shows the costs of what it follows from."""
        return self.follows.costs if self.follows is not None else self.costs

    def text(self, section: ProposalSection) -> str:
        """Return what stands in a part; nothing where nobody wrote it."""
        return self.texts.get(section, "")

    def is_empty(self, section: ProposalSection) -> bool:
        """Tell whether a part holds nothing at all."""
        more = {
            ProposalSection.FINANCE: self.shown_costs,
            ProposalSection.ALTERNATIVES: self.alternatives,
            ProposalSection.FOUND: self.follows,
        }
        return not self.text(section) and not more.get(section)

    @property
    def total(self) -> AmountRange:
        """Return what all lines cost together."""
        return total(line.amount for line in self.shown_costs)


def frozen(content: ProposalContent) -> dict[str, Any]:
    """Return the content as values that are stored."""
    found: dict[str, Any] = _plain(asdict(content))
    return found


def thawed(values: Mapping[str, Any]) -> ProposalContent:
    """Return the content that was stored, also from before there were letters."""
    return ProposalContent(
        subject=values["subject"],
        meets_on=_day(values["meets_on"]),
        plan_title=values["plan_title"],
        texts=values["texts"],
        costs=tuple(_cost(one) for one in values["costs"]),
        alternatives=tuple(Alternative(**one) for one in values["alternatives"]),
        kind=ProposalKind(values.get("kind", ProposalKind.COLLEGE)),
        portfolio=values.get("portfolio", ""),
        follows=_followed(values.get("follows")),
    )


def _followed(values: Mapping[str, Any] | None) -> Followed | None:
    if values is None:
        return None
    costs = tuple(_cost(one) for one in values["costs"])
    day = _day(values["decided_on"])
    return Followed(**dict(values) | {"costs": costs, "decided_on": day})


def _cost(values: Mapping[str, Any]) -> CostLine:
    hire = values["hire"]
    if hire is not None:
        hire = Hire(**hire | {name: _day(hire[name]) for name in ("starts_on", "ends_on")})
    return CostLine(**dict(values) | {"hire": hire})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def hire_words(hire: Hire) -> str:
    """Return the sum a hire is: weeks × hours × rate, and its period."""
    hours = str(hire.hours_low)
    if hire.hours_high != hire.hours_low:
        hours = f"{hire.hours_low}–{hire.hours_high}"
    told = _("%(weeks)s weken × %(hours)s uur × %(rate)s per uur") % {
        "weeks": hire.weeks,
        "hours": hours,
        "rate": brief(hire.rate_cents),
    }
    if hire.starts_on is None or hire.ends_on is None:
        return told
    period = _("%(from)s tot en met %(until)s") % {
        "from": date_format(hire.starts_on, "j F Y"),
        "until": date_format(hire.ends_on, "j F Y"),
    }
    return f"{told} ({period})"


def remark_words(line: CostLine) -> str:
    """Return in words that the weeks of a sum do not fit its period; nothing where they do."""
    found = line.remark
    if found is None:
        return ""
    weeks = ngettext("%(n)s week", "%(n)s weken", found.counted) % {"n": found.counted}
    return _(
        "%(label)s: van %(from)s tot en met %(until)s is %(weeks)s; de som rekent met "
        "%(printed)s. Met %(counted)s weken wordt het %(amount)s."
    ) % {
        "label": line.label,
        "from": date_format(found.starts_on, "j F Y"),
        "until": date_format(found.ends_on, "j F Y"),
        "weeks": weeks,
        "printed": found.printed,
        "counted": found.counted,
        "amount": range_words(found.amount),
    }


def cost_words(line: CostLine) -> str:
    """Return a line of the costs as a sentence, to compare and to read."""
    sum_ = f"{hire_words(line.hire)} = " if line.hire is not None else ""
    told = f"{line.label}: {sum_}{range_words(line.amount)}"
    covered = _("(dekking: %(coverage)s)") % {"coverage": line.coverage}
    return f"{told} {covered}" if line.coverage else told


def yearly_words(alternative: Alternative) -> str:
    """Return what an alternative costs a year."""
    if alternative.yearly_cents is None:
        return _("Kosten per jaar: niet bekend")
    return _("Kosten per jaar: %(amount)s") % {"amount": brief(alternative.yearly_cents)}


def decided_words(followed: Followed) -> str:
    """Return what the college decided on the proposal a letter follows from."""
    if not followed.outcome or followed.decided_on is None:
        return _("Het college heeft hier nog niet over besloten.")
    label = ProposalOutcome(followed.outcome).label
    return f"{label}, {date_format(followed.decided_on, 'j F Y')}."


def _letter_head(content: ProposalContent) -> Iterator[tuple[str, str, str]]:
    yield "portfolio", _("Portefeuille"), content.portfolio
    lines: list[str] = []
    if content.follows is not None:
        lines = [content.follows.subject, decided_words(content.follows), content.follows.words]
    yield "follows", _("Volgt uit"), "\n".join(line for line in lines if line)


def parts_in_words(content: ProposalContent) -> Iterator[tuple[str, str, str]]:
    """Yield every part of a proposal as its code, its name and all it says as plain text."""
    yield "subject", _("Onderwerp"), content.subject
    day = date_format(content.meets_on, "j F Y") if content.meets_on else ""
    when = _("Datum van de brief") if content.is_letter else _("Datum van de vergadering")
    yield "meets_on", when, day
    yield "plan", _("Hoort bij het plan"), content.plan_title
    if content.is_letter:
        yield from _letter_head(content)
    for section in content.sections:
        lines = [content.text(section)]
        if section == ProposalSection.FINANCE:
            lines += [cost_words(line) for line in content.shown_costs]
            if content.shown_costs:
                amount = range_words(content.total)
                lines.append(_("Samen: %(amount)s") % {"amount": amount})
        if section == ProposalSection.ALTERNATIVES:
            lines += [
                f"{one.title}\n{one.text}\n{yearly_words(one)}" for one in content.alternatives
            ]
        label = section_label(content.kind, section)
        yield section.value, label, "\n".join(line for line in lines if line)
