# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing a proposal or a letter: its head, its parts, its costs and its alternatives."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from voelspriet.act.plans.choices.proposals import CostKind, ProposalKind, ProposalSection
from voelspriet.act.plans.models import (
    Plan,
    Proposal,
    ProposalAlternative,
    ProposalCost,
    ProposalText,
)
from voelspriet.act.plans.models.proposals import WEEK_HOURS
from voelspriet.act.plans.rules.access import visible_plans
from voelspriet.act.plans.rules.proposal_money import Hire
from voelspriet.act.plans.rules.proposals import (
    LABEL_LIMIT,
    MOST_LINES,
    PORTFOLIO_LIMIT,
    SUBJECT_LIMIT,
    TEXT_LIMIT,
    refuse_other_section,
    visible_proposals,
    worded,
    writes_proposals,
    written_proposal,
)
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference


@dataclass(frozen=True, slots=True)
class CostGiven:
    """A line of the costs as somebody gives it: a hire, or an amount in cents."""

    label: str
    coverage: str = ""
    hire: Hire | None = None
    amount_cents: int | None = None


@action
def start_proposal(
    *,
    subject: str,
    meets_on: date | None,
    plan: str,
    by: Actor,
    at: datetime,
    kind: ProposalKind = ProposalKind.COLLEGE,
    portfolio: str = "",
    follows: str = "",
    texts: Mapping[ProposalSection, str] = MappingProxyType({}),
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Start a proposal or a letter, on a plan or by itself; return its reference.

    `texts` are parts that are written already. Refuses no subject, too much text, a part that it
    has not, and who does not write proposals. OutOfScope: another town's plan, and
    for a letter a proposal it cannot follow from.
    """
    if not writes_proposals(by):
        raise Refused(_("Alleen een beleidsadviseur schrijft aan een voorstel."))
    one = Proposal.objects.create(
        municipality_id=by.municipality_id or 0,
        plan=_plan(plan, by),
        reference=new_reference("D", rng=rng),
        kind=kind,
        **_of_letter(kind, portfolio, follows, by),
        subject=worded(subject, SUBJECT_LIMIT, field="subject", is_needed=True),
        meets_on=meets_on,
        made_by_id=by.user_id or 0,
        made_by_name=by.name,
        made_at=at,
    )
    for section, text in texts.items():
        _write(one, section, text)
    _record("proposal.start", one, by, at, kind=str(kind))
    return one.reference


@action
def write_head(
    *,
    reference: str,
    subject: str,
    meets_on: date | None,
    plan: str,
    by: Actor,
    at: datetime,
    portfolio: str = "",
    follows: str = "",
) -> None:
    """Write what a proposal or letter is about, its day, its plan, and what a letter follows."""
    one = written_proposal(reference, by)
    one.subject = worded(subject, SUBJECT_LIMIT, field="subject", is_needed=True)
    one.meets_on = meets_on
    one.plan = _plan(plan, by)
    given = _of_letter(one.kind, portfolio, follows, by)
    one.portfolio, one.follows = given["portfolio"], given["follows"]
    one.save(update_fields=["subject", "meets_on", "plan", "portfolio", "follows"])
    _record("proposal.head", one, by, at)


@action
def write_section(
    *, reference: str, section: ProposalSection, text: str, by: Actor, at: datetime
) -> None:
    """Write a part; an empty text leaves it empty. Refuses too much, and a part it has not."""
    one = written_proposal(reference, by)
    _write(one, section, text)
    _record("proposal.write", one, by, at, section=str(section))


def _write(one: Proposal, section: ProposalSection, text: str) -> None:
    refuse_other_section(one, section)
    clean = worded(text, TEXT_LIMIT, field="text")
    if clean:
        ProposalText.objects.update_or_create(
            proposal=one, section=section, defaults={"text": clean}
        )
    else:
        one.texts.filter(section=section).delete()


@action
def write_cost(
    *, reference: str, number: int | None, given: CostGiven, by: Actor, at: datetime
) -> int:
    """Write a line of the costs, a new one without `number`; return its number.

    Refuses no label, a hire without weeks, hours or rate, hours that run down or over a week,
    a period that ends before it begins, an amount of nothing. OutOfScope: no such line.
    """
    one = _with_lines(reference, by)
    values = _cost_values(given)
    if number is None:
        number = _next_number(one.costs.all())
        ProposalCost.objects.create(proposal=one, number=number, **values)
    elif not one.costs.filter(number=number).update(**values):
        raise OutOfScope(_("Deze regel is er niet."))
    _record("proposal.cost", one, by, at, number=number, kind=str(values["kind"]))
    return number


@action
def remove_cost(*, reference: str, number: int, by: Actor, at: datetime) -> None:
    """Take a line of the costs away. OutOfScope: no such line."""
    one = _with_lines(reference, by)
    _remove(one.costs.filter(number=number))
    _record("proposal.cost_removed", one, by, at, number=number)


@action
def write_alternative(
    *,
    reference: str,
    number: int | None,
    title: str,
    text: str,
    yearly_cents: int | None,
    by: Actor,
    at: datetime,
) -> int:
    """Write what else could be done, a new one without `number`; return its number."""
    one = _with_lines(reference, by)
    values = {
        "title": worded(title, LABEL_LIMIT, field="title", is_needed=True),
        "text": worded(text, TEXT_LIMIT, field="text", is_needed=True),
        "yearly_cents": yearly_cents,
    }
    if number is None:
        number = _next_number(one.alternatives.all())
        ProposalAlternative.objects.create(proposal=one, number=number, **values)
    elif not one.alternatives.filter(number=number).update(**values):
        raise OutOfScope(_("Dit alternatief is er niet."))
    _record("proposal.alternative", one, by, at, number=number)
    return number


@action
def remove_alternative(*, reference: str, number: int, by: Actor, at: datetime) -> None:
    """Take an alternative away. OutOfScope: no such alternative."""
    one = _with_lines(reference, by)
    _remove(one.alternatives.filter(number=number))
    _record("proposal.alternative_removed", one, by, at, number=number)


def _plan(reference: str, by: Actor) -> Plan | None:
    if not reference:
        return None
    found = visible_plans(by).filter(reference=reference).first()
    if found is None:
        raise OutOfScope(_("Dit plan is er niet."))
    return found


def _of_letter(kind: str, portfolio: str, follows: str, by: Actor) -> dict[str, Any]:
    """Return what only a letter has; nothing of it for a proposal."""
    if kind != ProposalKind.LETTER:
        return {"portfolio": "", "follows": None}
    found = None
    if follows:
        every = visible_proposals(by).filter(kind=ProposalKind.COLLEGE)
        found = every.filter(reference=follows).first()
        if found is None:
            raise OutOfScope(_("Dit voorstel is er niet."))
    clean = worded(portfolio, PORTFOLIO_LIMIT, field="portfolio")
    return {"portfolio": clean, "follows": found}


def _with_lines(reference: str, by: Actor) -> Proposal:
    """Return a proposal `by` writes. Refuses a letter: its money is that of a proposal."""
    one = written_proposal(reference, by)
    if one.kind == ProposalKind.LETTER:
        raise Refused(_("Een raadsbrief toont de kosten van het voorstel waar hij uit volgt."))
    return one


def _cost_values(given: CostGiven) -> dict[str, Any]:
    words = {
        "label": worded(given.label, LABEL_LIMIT, field="label", is_needed=True),
        "coverage": worded(given.coverage, LABEL_LIMIT, field="coverage"),
    }
    hire = given.hire
    if hire is None:
        if not given.amount_cents:
            raise Refused(_("Vul het bedrag in."), field="amount")
        nothing = dict.fromkeys(
            ("weeks", "hours_low", "hours_high", "rate_cents", "starts_on", "ends_on")
        )
        return words | nothing | {"kind": CostKind.FIXED, "amount_cents": given.amount_cents}
    _refuse_hire(hire)
    return words | {
        "kind": CostKind.HIRE,
        "amount_cents": None,
        "weeks": hire.weeks,
        "hours_low": hire.hours_low,
        "hours_high": hire.hours_high,
        "rate_cents": hire.rate_cents,
        "starts_on": hire.starts_on,
        "ends_on": hire.ends_on,
    }


def _refuse_hire(hire: Hire) -> None:
    for name, value in (
        ("weeks", hire.weeks),
        ("hours_low", hire.hours_low),
        ("rate", hire.rate_cents),
    ):
        if value < 1:
            raise Refused(_("Vul hier een getal boven nul in."), field=name)
    if not hire.hours_low <= hire.hours_high <= WEEK_HOURS:
        raise Refused(
            _("Het hoogste aantal uren is niet lager dan het laagste en past in een week."),
            field="hours_high",
        )
    if (hire.starts_on is None) != (hire.ends_on is None):
        raise Refused(_("Vul beide dagen in, of geen van beide."), field="ends_on")
    if hire.starts_on and hire.ends_on and hire.ends_on < hire.starts_on:
        raise Refused(_("De periode eindigt voor zij begint."), field="ends_on")


def _next_number(lines: QuerySet[ProposalCost] | QuerySet[ProposalAlternative]) -> int:
    if lines.count() >= MOST_LINES:
        raise Refused(_("Er staan al %(most)s regels.") % {"most": MOST_LINES})
    found: int | None = lines.aggregate(most=Max("number"))["most"]
    return (found or 0) + 1


def _remove(found: QuerySet[ProposalCost] | QuerySet[ProposalAlternative]) -> None:
    if not found.delete()[0]:
        raise OutOfScope(_("Deze regel is er niet."))


def _record(name: str, one: Proposal, by: Actor, at: datetime, **detail: Any) -> None:
    record(name, by=by, at=at, subject="proposal", reference=one.reference, **detail)
