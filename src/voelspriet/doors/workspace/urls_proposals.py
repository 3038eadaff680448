# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: proposals to the college."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.proposals import course, parts, showing, writing

HERE = "voorstellen/<str:reference>/"
urlpatterns: list[URLPattern] = [
    path("voorstellen/", showing.proposals, name="proposals"),
    path("voorstellen/nieuw/", writing.proposal_new, name="proposal_new"),
    path("voorstellen/nieuwe-brief/", writing.proposal_letter, name="proposal_letter"),
    path(HERE, showing.proposal, name="proposal"),
    path(f"{HERE}papier/", showing.proposal_paper, name="proposal_paper"),
    path(f"{HERE}papier/bestand/", showing.proposal_file, name="proposal_file"),
    path(f"{HERE}kop/", writing.proposal_head, name="proposal_head"),
    path(f"{HERE}onderdeel/<str:section>/", writing.proposal_section, name="proposal_section"),
    path(f"{HERE}kosten/", parts.proposal_cost_new, name="proposal_cost_new"),
    path(f"{HERE}kosten/<int:number>/", parts.proposal_cost, name="proposal_cost"),
    path(f"{HERE}alternatief/", parts.proposal_alternative_new, name="proposal_alternative_new"),
    path(
        f"{HERE}alternatief/<int:number>/",
        parts.proposal_alternative,
        name="proposal_alternative",
    ),
    path(f"{HERE}opmerking/", course.proposal_comment, name="proposal_comment"),
    path(f"{HERE}opmerking/afgehandeld/", course.proposal_settle, name="proposal_settle"),
    path(f"{HERE}versies/", course.proposal_versions, name="proposal_versions"),
    path(f"{HERE}versies/<int:number>/", showing.proposal_version, name="proposal_version"),
    path(f"{HERE}veranderd/", showing.proposal_changes, name="proposal_changes"),
    path(f"{HERE}besluit/", course.proposal_decide, name="proposal_decide"),
]
