# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who works in the demo: duos, handlers, the others, and what usually goes where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.names import DISTRICTS, MAIL_HOST, PASSWORD
from voelspriet.ground.network.actions import add_face, add_member, create_organisation
from voelspriet.ground.network.choices import OrganisationKind
from voelspriet.ground.people.actions import create_user, set_duty
from voelspriet.ground.people.choices import DutyKind
from voelspriet.ground.people.queries import actor_for
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.choices import Category

C = Category


@dataclass(frozen=True, slots=True)
class Colleague:
    """An account of the demo."""

    first_name: str
    last_name: str
    role: Role
    function: str

    @property
    def email(self) -> str:
        """Return the address to sign in with."""
        return f"{self.first_name.lower()}@{MAIL_HOST}"


ADVISER_NAMES = (
    ("Maaike", "Lindeboom"),
    ("Rachid", "Oudkerk"),
    ("Sanne", "Vlietstra"),
    ("Joris", "Akkerman"),
    ("Leyla", "Weidema"),
    ("Pieter", "Zandstra"),
    ("Noor", "Veldkamp"),
    ("Hakan", "Duinker"),
    ("Femke", "Rietveld"),
    ("Tobias", "Meerdink"),
    ("Ilse", "Boomgaard"),
    ("Karim", "Stroom"),
)
ADVISERS = tuple(
    Colleague(first, last, Role.AREA_ADVISER, "Gebiedsadviseur") for first, last in ADVISER_NAMES
)
OTHERS = (
    Colleague("Willem", "Hoogland", Role.DIRECTOR, "Procesdirecteur"),
    Colleague("Anouk", "Kromhout", Role.POLICY_ADVISER, "Beleidsadviseur veiligheid"),
    Colleague("Berend", "Zilverberg", Role.EXECUTIVE, "Bestuurder"),
    Colleague("Yara", "Noordman", Role.RESEARCHER, "Onderzoeker"),
    Colleague("Selma", "Poortman", Role.PRIVACY_OFFICER, "Privacyfunctionaris"),
    Colleague("Dirk", "Sluiter", Role.ADMINISTRATOR, "Functioneel beheerder"),
)


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation of the demo with the colleague who handles for it, and its categories."""

    name: str
    kind: OrganisationKind
    handler: tuple[str, str]
    categories: tuple[Category, ...]
    phone: str


PARTIES = (
    Party("Team Schoon", OrganisationKind.DEPARTMENT, ("Gerrit", "Bakker"),
          (C.LITTER,), "0800 0001"),
    Party("Team Openbare Ruimte", OrganisationKind.DEPARTMENT, ("Yvonne", "Steenstra"),
          (C.LIGHTING, C.PAVEMENT, C.GREEN, C.OTHER), "0800 0002"),
    Party("Team Verkeer", OrganisationKind.DEPARTMENT, ("Ömer", "Wegman"),
          (C.TRAFFIC,), "0800 0003"),
    Party("Toezicht en Handhaving", OrganisationKind.ENFORCEMENT, ("Monique", "Torenaar"),
          (C.PARKING, C.NOISE, C.VANDALISM), "0800 0004"),
    Party("Politie, basisteam Zilverwende", OrganisationKind.POLICE, ("Bas", "Schildkamp"),
          (C.BURGLARY, C.DRUGS, C.THREAT), "0900 0005"),
    Party("Woonstichting Het Anker", OrganisationKind.HOUSING, ("Els", "Huisinga"),
          (C.NEIGHBOURS,), "0800 0006"),
    Party("Jongerenwerk De Loods", OrganisationKind.YOUTH_WORK, ("Samir", "Jansma"),
          (C.YOUTH,), "0800 0007"),
    Party("Welzijn Zilverwende", OrganisationKind.WELFARE, ("Ria", "Vriendt"),
          (C.TOGETHER, C.FEELING, C.DISCRIMINATION, C.CONFUSED), "0800 0008"),
)  # fmt: skip
HANDLER_ADDRESSES = ("gerrit", "yvonne", "omer", "monique", "bas", "els", "samir", "ria")
PARTNER_FACES = (
    (4, "Bas", "Wijkagent"),
    (6, "Samir", "Jongerenwerker"),
    (7, "Ria", "Opbouwwerker"),
    (5, "Els", "Wijkbeheerder"),
)


@dataclass(frozen=True, slots=True)
class Staff:
    """Everybody, as actors. Duos by district number; the last duo is of the municipality."""

    duos: tuple[tuple[Actor, Actor], ...]
    others: dict[Role, Actor]
    organisation_ids: tuple[int, ...]
    handlers: tuple[Actor, ...]

    def party_for(self, category: Category) -> int:
        """Return the number of the party that usually takes this kind of matter."""
        for number, party in enumerate(PARTIES):
            if category in party.categories:
                return number
        return 1


def hire(*, land: Land, by: Actor, at: datetime) -> Staff:
    """Make every account, duo and organisation of the demo."""
    on = dutch_day(at)
    advisers = [_account(each, by, at) for each in ADVISERS]
    others = {each.role: _account(each, by, at) for each in OTHERS}
    areas = (*land.district_ids, land.whole_id)
    for number, area_id in enumerate(areas):
        first, second = advisers[2 * number], advisers[2 * number + 1]
        stand_in = advisers[(2 * number + 3) % len(advisers)]
        for user_id, kind in (
            (first, DutyKind.FIRST),
            (second, DutyKind.SECOND),
            (stand_in, DutyKind.STAND_IN),
        ):
            set_duty(user_id=user_id, area_id=area_id, kind=kind, by=by, at=at)
    organisations, handlers = _parties(by, at)
    _faces(land, organisations, by, at)
    actors = [_actor(user_id, on) for user_id in advisers]
    return Staff(
        duos=tuple((actors[n], actors[n + 1]) for n in range(0, len(actors), 2)),
        others={role: _actor(user_id, on) for role, user_id in others.items()},
        organisation_ids=tuple(organisations),
        handlers=tuple(_actor(user_id, on) for user_id in handlers),
    )


def hire_colleague(colleague: Colleague, *, by: Actor, at: datetime) -> Actor:
    """Make the account of one more colleague."""
    return _actor(_account(colleague, by, at), dutch_day(at))


def _account(colleague: Colleague, by: Actor, at: datetime, *, email: str = "") -> int:
    return create_user(
        email=email or colleague.email,
        name=f"{colleague.first_name} {colleague.last_name}",
        first_name=colleague.first_name,
        role=colleague.role,
        function=colleague.function,
        phone="0800 0000",
        password=PASSWORD,
        municipality_id=by.municipality_id,
        by=by,
        at=at,
    ).user_id


def _parties(by: Actor, at: datetime) -> tuple[list[int], list[int]]:
    organisations, handlers = [], []
    for party, address in zip(PARTIES, HANDLER_ADDRESSES, strict=True):
        organisation_id = create_organisation(
            name=party.name,
            kind=party.kind,
            email=f"team-{address}@{MAIL_HOST}",
            phone=party.phone,
            municipality_id=by.municipality_id,
            by=by,
            at=at,
        )
        colleague = Colleague(*party.handler, Role.HANDLER, f"Behandelaar, {party.name}")
        user_id = _account(colleague, by, at, email=f"{address}@{MAIL_HOST}")
        add_member(organisation_id=organisation_id, user_id=user_id, by=by, at=at)
        organisations.append(organisation_id)
        handlers.append(user_id)
    return organisations, handlers


def _faces(land: Land, organisations: list[int], by: Actor, at: datetime) -> None:
    for area_id in land.district_ids:
        for position, (party, first_name, function) in enumerate(PARTNER_FACES):
            add_face(
                area_id=area_id,
                first_name=first_name,
                function=function,
                agreed_on=at.date(),
                phone=PARTIES[party].phone,
                organisation_id=organisations[party],
                position=position,
                municipality_id=by.municipality_id,
                by=by,
                at=at,
            )


def _actor(user_id: int, on: date) -> Actor:
    actor = actor_for(user_id=user_id, on=on)
    if actor is None:
        message = f"Account {user_id} of the demo holds no role."
        raise LookupError(message)
    return actor


def one_of_each() -> tuple[Colleague, ...]:
    """Return one colleague for every role, to show how to sign in."""
    handler = PARTIES[0]
    return (
        replace(ADVISERS[0], function=f"Gebiedsadviseur {DISTRICTS[0].name}"),
        replace(ADVISERS[2], function=f"Gebiedsadviseur {DISTRICTS[1].name}"),
        Colleague(*handler.handler, Role.HANDLER, f"Behandelaar, {handler.name}"),
        *OTHERS,
    )
