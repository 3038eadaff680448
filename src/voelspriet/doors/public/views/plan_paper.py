# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A public safety plan as a PDF: asked for, made by the job process, given; never kept apart.

It holds what its pages hold and is made once for everybody. A plan that is taken back has none.
"""

from __future__ import annotations

from html.parser import HTMLParser

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.plans.queries.public_plans import public_plan
from voelspriet.act.plans.queries.public_rows import PublicAmbition, PublicPlan
from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.ground.areas.queries import municipality as municipality_of
from voelspriet.ground.privacy.actors import resident
from voelspriet.lib.working_days import dutch_day
from voelspriet.papers.actions import ask_paper
from voelspriet.papers.choices import PaperKind
from voelspriet.papers.delivering import pdf_response
from voelspriet.papers.public_plan import AmbitionWords, public_plan_paper
from voelspriet.papers.queries import paper_file, paper_row
from voelspriet.papers.writers.document import Document, Run, Words


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: HttpRequest, municipality: str, plan_reference: str) -> HttpResponse:
    """Show whether the plan is there as a PDF; have it made."""
    town, plan = _read(request, municipality, plan_reference)
    document = _document(request, town, plan)
    here = reverse("public:safety_plan_paper", args=(municipality, plan_reference))
    if request.method == "POST":
        ask_paper(
            document,
            kind=PaperKind.PUBLIC_PLAN,
            municipality_id=town.id,
            by=resident(town.id),
            at=request.at,  # type: ignore[attr-defined]
        )
        return redirect(here)
    context = {
        "plan": plan,
        "town": town,
        "paper": paper_row(document, municipality_id=town.id),
        "paper_page": here,
        "paper_file": reverse("public:safety_plan_paper_file", args=(municipality, plan_reference)),
    }
    return render(request, "public/plan_paper.html", context)


@never_cache
@require_safe
def paper_download(request: HttpRequest, municipality: str, plan_reference: str) -> HttpResponse:
    """Give the plan as a PDF; to the page that makes it where it is not there."""
    town, plan = _read(request, municipality, plan_reference)
    data = paper_file(_document(request, town, plan), municipality_id=town.id)
    if data is None:
        return redirect("public:safety_plan_paper", municipality, plan_reference)
    years = f"{plan.first_year}-{plan.last_year}"
    return pdf_response(data, name=f"veiligheidsplan-{years}-{get_language()}")


def _read(request: HttpRequest, slug: str, reference: str) -> tuple[MunicipalityRow, PublicPlan]:
    town = municipality_of(slug=slug)
    on = dutch_day(request.at)  # type: ignore[attr-defined]
    plan = public_plan(municipality_id=town.id, reference=reference, on=on) if town else None
    if town is None or plan is None:
        raise Http404
    return town, plan


def _document(request: HttpRequest, town: MunicipalityRow, plan: PublicPlan) -> Document:
    path = reverse("public:safety_plan", args=(town.slug, plan.reference))
    return public_plan_paper(
        plan=plan,
        say=_say,
        municipality=town,
        address=settings.PUBLIC_URL + path,
        language=get_language() or "nl",
        on=dutch_day(request.at),  # type: ignore[attr-defined]
    )


def _say(one: PublicAmbition) -> AmbitionWords:
    """Return the sentences of the page of an ambition: said in one place, the templates."""

    def said(part: str, **context: object) -> Words:
        return words_of(render_to_string(f"public/_plan_{part}.html", context))

    return AmbitionWords(
        course=said("course", one=one),
        aim=said("target", one=one),
        figure=said("figure", figure=one.figure) if one.figure else (),
    )


def words_of(html: str) -> Words:
    """Return what a small template of ours says as words of a paper: bold, in Dutch, a new line.

    What somebody typed was escaped by the template, and comes out as it was typed.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.found)


class _Reader(HTMLParser):
    """Reads strong, bdi and br; white space around them is one space, as a browser shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Run] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.found.append(Run("\n"))
        else:
            self._open.append((tag, dict(attrs).get("lang") or ""))

    def handle_endtag(self, _tag: str) -> None:
        if self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        is_first = not self.found or self.found[-1].text.endswith("\n")
        before = "" if is_first or not data[:1].isspace() else " "
        after = " " if data.strip() and data[-1:].isspace() else ""
        text = before + " ".join(data.split(None)) + after
        if text.strip() or (text and not is_first):
            self.found.append(
                Run(
                    text,
                    is_bold=any(tag == "strong" for tag, _language in self._open),
                    language=next((language for _t, language in self._open if language), ""),
                )
            )
