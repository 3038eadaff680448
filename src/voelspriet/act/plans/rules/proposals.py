# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who sees, writes and comments on proposals to the college and letters to the council."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from voelspriet.act.plans.choices.proposals import (
    SECTIONS,
    ProposalKind,
    ProposalSection,
    ProposalState,
)
from voelspriet.act.plans.models import Proposal
from voelspriet.act.plans.rules.access import READS, WRITES
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role

SUBJECT_LIMIT = 200
TEXT_LIMIT = 20_000
LABEL_LIMIT = 200
PORTFOLIO_LIMIT = 120
COMMENT_LIMIT = 2000
WORDS_LIMIT = 4000
WHY_LIMIT = 200
MOST_LINES = 40
# an executive decides on a proposal and reads along; what they think is heard in the college
COMMENTS = (Role.POLICY_ADVISER, Role.DIRECTOR, Role.AREA_ADVISER)


def writes_proposals(by: Actor) -> bool:
    """Tell whether `by` writes the proposals of their municipality."""
    return by.is_staff and by.municipality_id is not None and by.has(*WRITES)


def comments_on_proposals(by: Actor) -> bool:
    """Tell whether `by` may say something about a draft."""
    return by.is_staff and by.municipality_id is not None and by.has(*COMMENTS)


def visible_proposals(by: Actor) -> QuerySet[Proposal]:
    """Return the proposals `by` may read: all of their municipality, for who reads plans."""
    if not by.is_staff or by.municipality_id is None or not by.has(*READS):
        return Proposal.objects.none()
    return Proposal.objects.filter(municipality_id=by.municipality_id)


def visible_proposal(reference: str, by: Actor) -> Proposal:
    """Return a proposal `by` may read; OutOfScope for any other."""
    found = visible_proposals(by).filter(reference=reference).first()
    if found is None:
        raise OutOfScope(_("Dit voorstel is er niet."))
    return found


def draft_proposal(reference: str, by: Actor) -> Proposal:
    """Return a draft `by` may read, held in this transaction. Refuses one that was decided."""
    found = visible_proposals(by).select_for_update().filter(reference=reference).first()
    if found is None:
        raise OutOfScope(_("Dit voorstel is er niet."))
    if found.state == ProposalState.DECIDED:
        raise Refused(closed_words(found.kind))
    return found


def closed_words(kind: str) -> str:
    """Return why nothing changes any more."""
    if kind == ProposalKind.LETTER:
        return _("Deze brief is verstuurd. Er verandert niets meer aan.")
    return _("Over dit voorstel is besloten. Er verandert niets meer aan.")


def refuse_other_section(one: Proposal, section: ProposalSection) -> None:
    """Refuse a part that a proposal or letter does not have."""
    if section not in SECTIONS[ProposalKind(one.kind)]:
        raise Refused(_("Dit onderdeel is er hier niet."), field="section")


def written_proposal(reference: str, by: Actor) -> Proposal:
    """Return a draft `by` writes, held in this transaction. Refuses who only reads along."""
    found = draft_proposal(reference, by)
    if not writes_proposals(by):
        raise Refused(_("Alleen een beleidsadviseur schrijft aan een voorstel."))
    return found


def worded(text: str, limit: int, *, field: str, is_needed: bool = False) -> str:
    """Return what somebody typed as it is stored. Refuses what is missing or too long."""
    clean = text.replace("\r\n", "\n").strip()
    if is_needed and not clean:
        raise Refused(_("Vul dit in."), field=field)
    if len(clean) > limit:
        raise Refused(
            _("Dit is te lang: hooguit %(limit)s tekens.") % {"limit": limit}, field=field
        )
    return clean
