# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: signing in, Today, and what administrators and officers do."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views import (
    leaving,
    organisations,
    paper_style,
    people,
    privacy,
    routing,
    session,
    texts,
    today,
)

urlpatterns: list[URLPattern] = [
    path("", today.today, name="today"),
    path("inloggen/", session.login, name="login"),
    path("uitloggen/", session.logout, name="logout"),
    path("mijn-account/", session.password, name="password"),
    path("mijn-account/foto/", session.my_photo, name="my_photo"),
    path("beheer/mensen/", people.people, name="people"),
    path("beheer/mensen/nieuw/", people.person_new, name="person_new"),
    path("beheer/mensen/<int:user_id>/", people.person, name="person"),
    path("beheer/mensen/<int:user_id>/dienst/<int:duty_id>/", people.duty_end, name="duty_end"),
    path("beheer/mensen/<int:user_id>/vertrek/", leaving.leaving, name="leaving"),
    path("overgenomen/", leaving.taken_over, name="taken_over"),
    path("beheer/organisaties/", organisations.organisations, name="organisations"),
    path(
        "beheer/organisaties/<int:organisation_id>/",
        organisations.organisation,
        name="organisation",
    ),
    path("routes/", routing.routing, name="routing"),
    path("routes/<int:rule_id>/", routing.routing_edit, name="routing_edit"),
    path("routes/<int:rule_id>/weg/", routing.routing_delete, name="routing_delete"),
    path("beheer/teksten/", texts.answer_templates, name="templates"),
    path("beheer/teksten/<int:template_id>/", texts.answer_template, name="template"),
    path(
        "beheer/teksten/<int:template_id>/weg/",
        texts.answer_template_delete,
        name="template_delete",
    ),
    path("beheer/gevaarwoorden/", texts.danger_terms, name="danger_terms"),
    path("beheer/gemeente/", texts.municipality, name="settings"),
    path("beheer/huisstijl/", paper_style.paper_style, name="paper_style"),
    path("privacy/handelingen/", privacy.audit, name="audit"),
    path("privacy/handelingen/bestand/", privacy.audit_export, name="audit_export"),
    path("privacy/contactgegevens/", privacy.contact_reads, name="contact_reads"),
]
