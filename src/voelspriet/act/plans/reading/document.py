# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a safety plan (YAML): the frame, roles, themes, cycle, whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from voelspriet.act.plans.choices import PlanBody, PlanLineKind
from voelspriet.act.plans.reading.cycle import read_cycle, years_of
from voelspriet.act.plans.reading.entries import (
    AmbitionEntry,
    ConsultationEntry,
    LineEntry,
    MeasuredEntry,
    PlanDocument,
    RoleEntry,
)
from voelspriet.act.plans.reading.nodes import FileRejected, Node, Reading
from voelspriet.act.plans.reading.themes import (
    compare,
    read_ambition,
    read_measured,
    read_theme,
)

LARGEST_FILE = 2_000_000  # bytes
LONGEST_PERIOD = 20
UNKNOWN_PEERS = " Met welke gemeenten wordt vergeleken, staat er niet."
BODIES: dict[str, PlanBody | None] = {
    "Gemeenteraad": PlanBody.COUNCIL,
    "College van burgemeester en wethouders": PlanBody.COLLEGE,
    "Burgemeester": PlanBody.MAYOR,
    "Wethouders": PlanBody.ALDERMEN,
    "Gemeentesecretaris": PlanBody.SECRETARY,
    "Driehoek": PlanBody.TRIANGLE,
    "Overleggen met ketenpartners": PlanBody.PARTNERS,
    **{body.value: body for body in PlanBody},
}


def read_plan(path: Path) -> PlanDocument:
    """Read a plan. Raises FileRejected with the path in the file and why, for all that is wrong."""
    reading = Reading()
    node = Node("", read_content(path), reading)
    period = node.child("period", needed=True)
    first, last = period.year("start", needed=True), period.year("end", needed=True)
    if first is None or last is None:
        raise FileRejected(reading.problems)
    if not first <= last < first + LONGEST_PERIOD:
        period.wrong("end", f"{last} is before {first}, or {LONGEST_PERIOD} years after it")
    compare(period, "years", last - first + 1)
    period.done()
    found = _document(node, first, last)
    node.pass_over("measurable_rule")
    node.done()
    _twice(found, reading.problems)
    if reading.problems:
        raise FileRejected(reading.problems)
    return found


def _document(node: Node, first: int, last: int) -> PlanDocument:
    programmes, moments, framework, heard = read_cycle(node.child("cycle"), first, last)
    before = node.child("previous_period")
    years = (before.year("start"), before.year("end"))
    told = before.text("result", 1900)
    looking_back = f"{years[0]}-{years[1]}: {told}" if all(years) and told else told
    before.done()
    themes = tuple(read_theme(one, last_year=last) for one in node.children("themes"))
    ambitions = [one for theme in themes for one in theme.ambitions]
    compare(node, "theme_count", len(themes))
    compare(node, "ambition_count", len(ambitions))
    compare(node, "measurable_count", sum(one.said_missing == () for one in ambitions))
    return PlanDocument(
        title=node.text("plan", 200, needed=True),
        municipality=node.text("municipality", 120),
        motto=node.text("motto", 200),
        first_year=first,
        last_year=last,
        vision=node.text("vision", 4000),
        looking_back=looking_back,
        framework=framework,
        lines=(*_lines(node), *heard),
        roles=tuple(_role(one) for one in node.children("governance_roles")),
        overall=_overall(node, first, last),
        themes=themes,
        programmes=programmes,
        moments=moments,
        unread=tuple(node.reading.unread),
    )


def read_content(path: Path) -> dict[str, Any]:
    """Return what a YAML file holds. Raises FileRejected for anything but a group of fields."""
    if path.stat().st_size > LARGEST_FILE:
        raise FileRejected([f"the file: is larger than {LARGEST_FILE} bytes"])
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise FileRejected(["the file: is not text in UTF-8"]) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f", line {line + 1}" if line is not None else ""
        raise FileRejected([f"the file{where}: is not YAML"]) from error
    if not isinstance(content, dict):
        raise FileRejected(["the file: must hold fields such as plan, period and themes"])
    return content


def _lines(node: Node) -> list[LineEntry]:
    found = []
    for trend in node.children("trends"):
        label, text = trend.text("label", 200, needed=True), trend.text("text", 1000)
        found.append(LineEntry(PlanLineKind.TREND, label, text))
        trend.pass_over("number")
        trend.done()
    found += [LineEntry(PlanLineKind.MISSION, "", one) for one in node.texts("mission", 1000)]
    found += [LineEntry(PlanLineKind.TOPIC, one) for one in node.texts("other_topics", 200)]
    for line in node.children("communication_lines"):
        label, question = line.text("label", 200, needed=True), line.text("question", 200)
        norm = line.text("norm", 1000)
        found.append(LineEntry(PlanLineKind.COMMUNICATION_LINE, label, norm, question))
        line.pass_over("number")
        line.done()
    for line in node.children("communication_principles"):
        label, text = line.text("label", 200, needed=True), line.text("text", 1000)
        found.append(LineEntry(PlanLineKind.COMMUNICATION_PRINCIPLE, label, text))
        line.done()
    for doubt in node.children("uncertainties"):
        section, note = doubt.text("source_section", 200), doubt.text("note", 1000, needed=True)
        found.append(LineEntry(PlanLineKind.DOUBT, section, note))
        doubt.pass_over("id", "certainty")
        doubt.done()
    return found


def _role(node: Node) -> RoleEntry:
    name = node.text("role", 120, needed=True)
    given = node.code("body", BODIES, None)
    body = given or BODIES.get(name)
    if body is None:
        node.wrong("role", f"{name!r} is not one of {', '.join(BODIES)}; say body as well")
    found = RoleEntry(
        body=body or PlanBody.PARTNERS,
        name=name,
        task=node.text("task", 1000, needed=True),
        consultations=tuple(_consultation(one) for one in node.children("forms")),
    )
    node.done()
    return found


def _consultation(node: Node) -> ConsultationEntry:
    found = ConsultationEntry(
        name=node.text("name", 160, needed=True),
        members=node.texts("members", 160),
        municipalities=node.texts("municipalities", 120),
        held_when=node.text("when", 120),
    )
    node.done()
    return found


def _overall(node: Node, first_year: int, last_year: int) -> tuple[AmbitionEntry, ...]:
    """Return the ambition over the whole plan, with what the file tells of it apart."""
    more = node.child("overall_ambition_extra")
    extra = _extra(more) | _paid(node, more, first_year, last_year)
    elsewhere: tuple[MeasuredEntry, ...] = ()
    if more.values.get("outcome_elsewhere") is not None:
        elsewhere = (read_measured(more.child("outcome_elsewhere")),)
    more.pass_over("baseline_printed", "measurement_source_section")
    more.done()
    if node.get("overall_ambition") is None:
        return ()
    inside = node.child("overall_ambition")
    told = {name: value for name, value in inside.values.items() if value is not None}
    merged = Node(inside.path, extra | told, node.reading)
    found = read_ambition(merged, last_year=last_year)
    return (replace(found, measurements=(*found.measurements, *elsewhere)),)


def _extra(more: Node) -> dict[str, Any]:
    """Return what the extra tells of the overall ambition: its source and its place in a row."""
    found: dict[str, Any] = {}
    sources = more.texts("measurement_source", 90)
    if sources:
        found["indicator_source"] = ", ".join(sources)
    ranking = more.child("ranking_target")
    words = ranking.text("text", 300)
    if words:
        vague = ranking.values.get("peer_group_defined") is False
        found["note"] = f"Ook: {words}." + (UNKNOWN_PEERS if vague else "")
    ranking.pass_over("rank", "peer_group_defined", "measurable")
    ranking.done()
    return found


def _paid(node: Node, more: Node, first_year: int, last_year: int) -> dict[str, Any]:
    """Return when the source of the overall ambition is paid for, where the cycle tells it.

    What returns and bears the name of the source ("Bijdrage … Veiligheidsmonitor") is taken for
    it, from the first year of the plan; the note says that this was derived.
    """
    sources = [one.lower() for one in more.texts("measurement_source", 90)]
    for one in Node("", node.values, Reading()).child("cycle").children("supporting"):
        what, every = one.text("what", 190), one.whole("every_years", 1, 10)
        if every and any(source in what.lower() for source in sources):
            years = list(years_of(first_year, last_year, every))
            how = f"{what}, eens in de {every} jaar vanaf {first_year} (afgeleid)"
            return {
                "measured_how": how,
                "measured_years": years,
                "paid_years": years,
                "paid_from": what,
            }
    return {}


def _twice(found: PlanDocument, problems: list[str]) -> None:
    """Note what stands there twice and may stand there once."""
    seen: set[str] = set()
    for one in found.ambitions:
        if one.key in seen:
            problems.append(f"ambitions: the id {one.key!r} stands there twice")
        seen.add(one.key)
        days = [measured.on for measured in one.measurements]
        if len(set(days)) < len(days):
            problems.append(f"ambition {one.key}: two measurements are of the same year")
    due = [(one.what, one.due_on) for one in found.moments]
    if len(set(due)) < len(due):
        problems.append("cycle: the same thing is due twice on one day")
