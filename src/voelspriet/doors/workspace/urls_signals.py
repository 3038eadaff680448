# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: signals, what colleagues enter, and hand-overs."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views import attachments, entry, handovers, inbox, signals

urlpatterns: list[URLPattern] = [
    path("meldingen/", inbox.show_inbox, name="inbox"),
    path("meldingen/kaart/", inbox.show_map, name="inbox_map"),
    path("meldingen/punten.json", inbox.give_points, name="inbox_points"),
    path("meldingen/nieuw/", entry.enter, name="enter"),
    path("meldingen/bundel/", inbox.bundle, name="bundle"),
    path("meldingen/<str:reference>/", signals.show_signal, name="signal"),
    path("meldingen/<str:reference>/punt.json", inbox.give_point, name="signal_point"),
    path("meldingen/<str:reference>/contact/", signals.show_contact, name="contact"),
    path("meldingen/<str:reference>/overdragen/", handovers.make_handover, name="handover_new"),
    path(
        "meldingen/<str:reference>/overdragen/<str:handover>/intrekken/",
        handovers.withdraw_handover,
        name="handover_withdraw",
    ),
    path(
        "meldingen/<str:reference>/bundel/uitkomst/",
        signals.settle_whole_bundle,
        name="bundle_settle",
    ),
    path(
        "meldingen/<str:reference>/bundel/sluiten/",
        signals.close_whole_bundle,
        name="bundle_close",
    ),
    path("meldingen/<str:reference>/<slug:deed>/", signals.do_deed, name="deed"),
    path("bijlagen/<str:file_name>/", attachments.show_attachment, name="attachment"),
    path("bijlagen/<str:file_name>/besluit/", attachments.decide_photo, name="attachment_decide"),
    path("bijlagen/<str:file_name>/uitschrijven/", attachments.write_out, name="transcribe"),
    path("overdrachten/", handovers.list_handovers, name="handovers"),
    path("overdrachten/<str:reference>/", handovers.show_handover, name="handover"),
    path("overdrachten/<str:reference>/oppakken/", handovers.take_handover, name="handover_take"),
    path(
        "overdrachten/<str:reference>/terugmelden/",
        handovers.report_handover,
        name="handover_report",
    ),
    path("overdrachten/<str:reference>/plek/", handovers.show_point, name="handover_point"),
]
