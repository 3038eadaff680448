# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading routing rules: the list, and what would happen with a matter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.people.queries import FaceRow, duo_of
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.models import RoutingRule
from voelspriet.listen.intake.rules.routing import Route, best_route
from voelspriet.listen.intake.rules.status import category_label

READERS = (Role.ADMINISTRATOR, Role.AREA_ADVISER)


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A routing rule. Empty labels: for every category, or everywhere."""

    id: int
    category: str
    category_label: str
    area_id: int | None
    area_name: str
    organisation_id: int
    organisation_name: str
    contact: str
    position: int
    is_active: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What would happen with a matter: always one duo (empty: nobody was made it), maybe a rule."""

    area_name: str
    category_label: str
    duo: tuple[FaceRow, ...]
    rule: RuleRow | None


def routing_rules(*, by: Actor) -> tuple[RuleRow, ...]:
    """Return the rules of the municipality: by area, category and position."""
    ordered = _rules(by).order_by(
        F("area__name").asc(nulls_last=True), "category", "position", "id"
    )
    return tuple(_row(rule) for rule in ordered)


def routing_rule(*, rule_id: int, by: Actor) -> RuleRow:
    """Return one rule. OutOfScope when it is not of this municipality."""
    rule = _rules(by).filter(pk=rule_id).first()
    if rule is None:
        raise OutOfScope(_("Deze regel is er niet."))
    return _row(rule)


def suggested_route(*, category: str, area_id: int, by: Actor) -> RuleRow | None:
    """Return the rule that says who usually takes a matter of this category here, if any."""
    rules = {
        rule.pk: rule for rule in _rules(by).filter(is_active=True, organisation__is_active=True)
    }
    routes = [Route(rule.pk, rule.category, rule.area_id, rule.position) for rule in rules.values()]
    found = best_route(routes, category=category, upwards=_upwards(area_id))
    return _row(rules[found.id]) if found else None


def try_route(*, category: str, area_id: int, by: Actor, on: date) -> Outcome:
    """Return what would happen with a matter of this category in this area.

    Raises OutOfScope for an area of another municipality.
    """
    here = Municipality.objects.filter(pk=by.municipality_id or 0).values("area_code")
    area = Area.objects.filter(pk=area_id, municipality_code__in=here).first()
    if area is None:
        raise OutOfScope(_("Dit gebied is er niet."))
    return Outcome(
        area_name=area.name,
        category_label=category_label(category),
        duo=duo_of(area_id=area_id, on=on),
        rule=suggested_route(category=category, area_id=area_id, by=by),
    )


def _rules(by: Actor) -> QuerySet[RoutingRule]:
    if not by.has(*READERS):
        raise OutOfScope(_("Deze pagina is er niet."))
    return RoutingRule.objects.filter(municipality_id=by.municipality_id or 0).select_related(
        "area", "organisation"
    )


def _upwards(area_id: int) -> tuple[int, ...]:
    above = "id", "parent_id", "parent__parent_id"
    row = Area.objects.filter(pk=area_id).values_list(*above).first()
    return tuple(one for one in row or () if one is not None)


def _row(rule: RoutingRule) -> RuleRow:
    return RuleRow(
        id=rule.pk,
        category=rule.category,
        category_label=category_label(rule.category),
        area_id=rule.area_id,
        area_name=rule.area.name if rule.area else "",
        organisation_id=rule.organisation_id,
        organisation_name=rule.organisation.name,
        contact=rule.contact,
        position=rule.position,
        is_active=rule.is_active,
    )
