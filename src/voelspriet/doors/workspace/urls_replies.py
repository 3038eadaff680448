# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: answers, calls, translations, reviews and mail."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.replies import answers, calls, mail, reviews, translations

urlpatterns: list[URLPattern] = [
    path("meldingen/<str:reference>/antwoord/", answers.answer, name="answer"),
    path("bundels/<str:reference>/antwoord/", answers.answer_bundle, name="answer_bundle"),
    path("terugbellen/", calls.calls, name="calls"),
    path("terugbellen/<str:reference>/", calls.call_log, name="call_log"),
    path("terugbellen/<str:reference>/nummer/", calls.call_number, name="call_number"),
    path("terugbellen/<str:reference>/stoppen/", calls.call_give_up, name="call_give_up"),
    path("vertalen/", translations.translations, name="translations"),
    path("vertalen/<str:reference>/", translations.translation, name="translation"),
    path("herbeoordelen/", reviews.reviews, name="reviews"),
    path("herbeoordelen/<str:reference>/", reviews.review, name="review"),
    path("verzonden/", mail.mail, name="mail"),
    path("verzonden/<int:delivery_id>/opnieuw/", mail.mail_resend, name="mail_resend"),
    path("verzonden/<int:delivery_id>/aangekomen/", mail.mail_confirm, name="mail_confirm"),
]
