# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A safety plan as residents may read it, whole, in their language: the same rows as its pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voelspriet.act.plans.queries.public_rows import (
    PublicAmbition,
    PublicMoney,
    PublicPlan,
    PublicTheme,
)
from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.ground.ui.languages import direction, sign
from voelspriet.papers.style import style_of
from voelspriet.papers.writers.document import (
    Beside,
    Block,
    Code,
    Contents,
    Document,
    Heading,
    Listing,
    Page,
    Paragraph,
    Run,
    Space,
    Table,
    Words,
    words,
)

DUTCH = "nl"
CODE_MM = 22.0


@dataclass(frozen=True, slots=True)
class AmbitionWords:
    """What the page of an ambition says in sentences of ours: its course, aim and last figure."""

    course: Words
    aim: Words
    figure: Words = ()


Say = Callable[[PublicAmbition], AmbitionWords]


def public_plan_paper(
    *,
    plan: PublicPlan,
    say: Say,
    municipality: MunicipalityRow,
    address: str,
    language: str,
    on: date,
) -> Document:
    """Return the paper of a public plan in a reader's language, as it stood `on` that day.

    What stands in the plan itself is in Dutch. `address` is where residents read it.
    """
    with translation.override(language):
        day = date_format(on, "j F Y")
        return Document(
            title=plan.title,
            language=language,
            direction="rtl" if direction(language) == "rtl" else "ltr",
            style=style_of(municipality),
            made_on=on,
            page=Page(margin=20.0, points=11.5, numbers_pages=True),
            footer=words(_("Zo stond het op %(day)s.") % {"day": day}),
            blocks=(
                *_head(plan, municipality, language),
                Contents(_("Inhoud")),
                *_vision(plan),
                *_overall(plan, say),
                *(block for theme in plan.themes for block in _theme(theme, say)),
                *_moments(plan),
                *_criteria(plan),
                *_decisions(plan),
                *(_money(plan.money) if plan.money else ()),
                *_speak(municipality, address),
            ),
        )


def _dutch(text: str, *, is_bold: bool = False) -> Words:
    return words(Run(text, is_bold=is_bold, language=DUTCH))


def _part(title: str, blocks: list[Block]) -> list[Block]:
    return [Heading(2, words(title)), *blocks] if blocks else []


def _head(plan: PublicPlan, municipality: MunicipalityRow, language: str) -> list[Block]:
    found: list[Block] = [
        Paragraph(_dutch(municipality.name, is_bold=True), "small"),
        Heading(1, _dutch(plan.title)),
    ]
    if plan.motto:
        found.append(Paragraph(_dutch(plan.motto), "lead"))
    period = _("Dit plan is van %(first)s tot en met %(last)s.") % {
        "first": plan.first_year,
        "last": plan.last_year,
    }
    over = " " + _("Het is afgelopen.") if plan.is_closed else ""
    found.append(Paragraph(words(period + over)))
    if language != DUTCH:
        told = _("Wat in het plan zelf staat, leest u in het Nederlands.")
        found.append(Paragraph(words(told), "small"))
    if plan.is_held:
        told = _("Waar […] staat, kijkt de gemeente een zin nog na. Daarna leest u hem hier.")
        found.append(Paragraph(words(told), "small"))
    return found


def _vision(plan: PublicPlan) -> list[Block]:
    return _part(_("Wat wij willen"), [Paragraph(_dutch(plan.vision))] if plan.vision else [])


def _overall(plan: PublicPlan, say: Say) -> list[Block]:
    blocks = [block for one in plan.overall for block in _ambition(one, say, level=3)]
    return _part(_("Doelen van het hele plan"), blocks)


def _theme(theme: PublicTheme, say: Say) -> list[Block]:
    blocks: list[Block] = [Heading(2, _dutch(theme.label))]
    if theme.motto:
        blocks.append(Paragraph(_dutch(theme.motto), "lead"))
    if theme.challenge:
        blocks.append(Paragraph(_dutch(theme.challenge)))
    if theme.approach:
        does = Heading(3, words(_("Wat wij doen")))
        blocks += [does, Listing(tuple(_dutch(text) for text in theme.approach))]
    blocks.append(Heading(3, words(_("Hoe ver zijn wij?"))))
    if not theme.ambitions:
        return [*blocks, Paragraph(words(_("Bij dit onderwerp staan geen doelen.")))]
    careful = _("Gaat een cijfer omhoog of omlaag? Dan hoeft dat niet door dit plan te komen.")
    ambitions = [block for one in theme.ambitions for block in _ambition(one, say, level=4)]
    return [*blocks, *ambitions, Paragraph(words(careful), "small")]


def _ambition(one: PublicAmbition, say: Say, *, level: int) -> list[Block]:
    told = say(one)
    states = {"on": _("Op koers"), "off": _("Niet op koers")}
    state = Run(states.get(one.state, _("Nog niet te zeggen")), is_bold=True)
    blocks: list[Block] = [
        Heading(level, _dutch(one.statement)),
        Paragraph((*words(state, "\n"), *told.course)),
    ]
    if one.basis == "lacking":
        return blocks
    source = (one.figure.source if one.figure else "") or one.source
    facts = (
        (_("Het doel"), told.aim),
        (_("Het laatste cijfer"), told.figure),
        (_("Waar wij naar kijken"), _dutch(one.indicator)),
        (_("Waar het cijfer vandaan komt"), _dutch(source)),
    )
    lines = tuple((*words(f"{name}: "), *said) for name, said in facts if said)
    return [*blocks, Listing(lines)]


def _moments(plan: PublicPlan) -> list[Block]:
    purposes = {
        "programme": _("Wij schrijven op wat wij de volgende jaren gaan doen."),
        "programme_evaluation": _("Wij kijken terug op wat wij deden."),
        "interim": _("Wij kijken halverwege hoe het gaat."),
    }
    last = _("Wij kijken aan het eind wat het plan bracht.")
    lines = []
    for row in plan.moments:
        when = (
            _("Dit moest op %(day)s klaar zijn. Er is nog niet opgeschreven dat het is gedaan.")
            if row.is_late
            else _("Uiterlijk op %(day)s.")
        )
        what = Run(purposes.get(row.purpose, last), is_bold=True)
        lines.append(words(what, "\n", when % {"day": date_format(row.due_on, "j F Y")}))
    return _part(_("Hoe gaat het verder?"), [Listing(tuple(lines))] if lines else [])


def _criteria(plan: PublicPlan) -> list[Block]:
    if not plan.criteria:
        return []
    asked = _("Dit vroegen bewoners voordat het plan begon. Daarna zeggen wij wat ervan kwam.")
    lines = []
    for row in plan.criteria:
        day = date_format(row.set_on, "j F Y")
        said = words("\n", _("Hierover hebben wij nog niets gezegd."))
        if row.finding and row.reported_on:
            on = date_format(row.reported_on, "j F Y")
            came = Run(_("Wat ervan kwam, op %(day)s:") % {"day": on}, is_bold=True)
            said = (*words("\n", came, " "), *_dutch(row.finding))
        lines.append((*_dutch(row.text), *words(f" ({day})"), *said))
    return _part(_("Waar bewoners op letten"), [Paragraph(words(asked)), Listing(tuple(lines))])


def _decisions(plan: PublicPlan) -> list[Block]:
    college = _("Het college van burgemeester en wethouders")
    lines = []
    for row in plan.decisions:
        who = _("De gemeenteraad") if row.body == "council" else college
        day = date_format(row.decided_on, "j F Y")
        said = [*words(Run(f"{who}{sign(',')} {day}:", is_bold=True), " "), *_dutch(row.what)]
        if row.amendment:
            said += [*words("\n", _("Anders dan voorgesteld:"), " "), *_dutch(row.amendment)]
        if row.document:
            said += [*words("\n", _("Het stuk heet:"), " "), *_dutch(row.document)]
        lines.append(tuple(said))
    return _part(_("Wat er is besloten"), [Listing(tuple(lines))] if lines else [])


def _money(money: PublicMoney) -> list[Block]:
    rows = [
        (_dutch(label), *(words(Run(amount, direction="ltr")) for _year, amount in amounts))
        for label, amounts in money.products
    ]
    totals = (words(Run(amount, is_bold=True, direction="ltr")) for _year, amount in money.totals)
    rows.append((words(_("Samen")), *totals))
    years = tuple(words(str(year)) for year in money.years)
    blocks: list[Block] = [
        Table(
            caption=_("Bedragen per jaar"),
            header=(words(_("Waarvoor")), *years),
            rows=tuple(rows),
            shares=(2.2, *(1.0 for _year in years)),
            numbers=tuple(range(1, len(years) + 1)),
        )
    ]
    if money.has_hires_beside:
        beside = _("Mensen die de gemeente er tijdelijk bij huurt, staan hier niet bij.")
        blocks.append(Paragraph(words(beside), "small"))
    return _part(_("Wat het kost"), blocks)


def _speak(municipality: MunicipalityRow, address: str) -> list[Block]:
    asked = _(
        "Ziet of merkt u iets in uw buurt? Vertel het ons. In de agenda van uw buurt staat wat "
        "wij dit jaar samen doen."
    )
    link = Run(address, direction="ltr", link=address)
    told: list[str | Run] = [_("Dit plan staat ook op een pagina. Die is altijd van nu:"), "\n"]
    told.append(link)
    if municipality.phone:
        told += ["\n", _("Bel de gemeente: %(phone)s.") % {"phone": municipality.phone}]
    code = Code(address, _("QR-code van de pagina van dit plan"), CODE_MM)
    return [
        Heading(2, words(_("Wat vindt u?"))),
        Paragraph(words(asked)),
        Space(3),
        Beside(((code,), (Paragraph(words(*told)),)), (0, 1)),
    ]
