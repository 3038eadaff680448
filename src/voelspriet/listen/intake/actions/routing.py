# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing routing rules. A rule only suggests: the duo of the area stays responsible."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import ActorKind, Role
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.intake.choices import Category
from voelspriet.listen.intake.models import RoutingRule

HIGHEST_POSITION = 999


@action
def save_rule(
    *,
    category: str,
    area_id: int | None,
    organisation_id: int,
    by: Actor,
    at: datetime,
    contact: str = "",
    position: int = 100,
    is_active: bool = True,
    rule_id: int | None = None,
) -> int:
    """Make a routing rule, or change the one with `rule_id`; return its id.

    An empty category means every category, no area everywhere. Refuses: no administrator, a word
    that is no category, a closed organisation, a position outside 0-999, and the same rule twice.
    OutOfScope: a rule, area or organisation of another municipality.
    """
    where = _must_manage_routes(by)
    if category and category not in Category.values:
        raise Refused(_("Kies een categorie uit de lijst."), field="category")
    if not 0 <= position <= HIGHEST_POSITION:
        raise Refused(_("Kies een volgorde van 0 tot en met 999."), field="position")
    rule = _rule(rule_id, where) if rule_id is not None else RoutingRule(municipality_id=where)
    rule.category = category
    rule.area = _area(area_id, where)
    rule.organisation = _organisation(organisation_id, where)
    rule.contact = contact.strip()[:120]
    rule.position = position
    rule.is_active = is_active
    _must_be_new(rule)
    rule.save()
    _record("routing.save", rule, by, at)
    return rule.pk


@action
def delete_rule(*, rule_id: int, by: Actor, at: datetime) -> None:
    """Delete a routing rule. Refuses anyone but an administrator; OutOfScope elsewhere."""
    rule = _rule(rule_id, _must_manage_routes(by))
    _record("routing.delete", rule, by, at)
    rule.delete()


def _must_manage_routes(by: Actor) -> int:
    if by.municipality_id is None or not (
        by.kind is ActorKind.SYSTEM or by.has(Role.ADMINISTRATOR)
    ):
        raise Refused(_("Alleen een beheerder mag dit."))
    return by.municipality_id


def _must_be_new(rule: RoutingRule) -> None:
    same = RoutingRule.objects.filter(
        municipality_id=rule.municipality_id,
        category=rule.category,
        area=rule.area,
        position=rule.position,
    )
    if same.exclude(pk=rule.pk or 0).exists():
        raise Refused(
            _("Er is al een regel voor deze categorie en dit gebied met deze volgorde."),
            field="position",
        )


def _rule(rule_id: int, municipality_id: int) -> RoutingRule:
    rule = RoutingRule.objects.filter(pk=rule_id, municipality_id=municipality_id).first()
    if rule is None:
        raise OutOfScope(_("Deze regel is er niet."))
    return rule


def _area(area_id: int | None, municipality_id: int) -> Area | None:
    if area_id is None:
        return None
    code = Municipality.objects.get(pk=municipality_id).area_code
    area = Area.objects.filter(pk=area_id, municipality_code=code).first()
    if area is None:
        raise OutOfScope(_("Dit gebied is er niet."))
    return area


def _organisation(organisation_id: int, municipality_id: int) -> Organisation:
    found = Organisation.objects.filter(pk=organisation_id, municipality_id=municipality_id).first()
    if found is None:
        raise OutOfScope(_("Deze organisatie is er niet."))
    if not found.is_active:
        raise Refused(_("Deze organisatie is gesloten. Kies een andere."), field="organisation")
    return found


def _record(name: str, rule: RoutingRule, by: Actor, at: datetime) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="routing",
        reference=str(rule.pk or ""),
        municipality_id=rule.municipality_id,
        category=rule.category,
        area=rule.area_id,
        organisation=rule.organisation_id,
    )
