# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page after sending: the code, what happens next and by which day."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.ground.ui.languages import language_links
from voelspriet.ground.ui.receipts import receipt_card
from voelspriet.listen.intake.queries.codes import receipt_facts
from voelspriet.listen.intake.told import Receipt


def show_receipt(
    request: HttpRequest,
    receipt: Receipt,
    municipality: MunicipalityRow,
    path: str,
    again: dict[str, str],
) -> HttpResponse:
    """Show a receipt; `path` and the hidden fields `again` show it again in another language."""
    context = {
        "card": receipt_card(receipt.code, path=reverse("public:follow")),
        "facts": receipt_facts(code=receipt.code),
        "municipality": municipality,
        "again": again,
        "action": path,
        "language_links": language_links(path, request.LANGUAGE_CODE),
        "keep_language": True,
    }
    return render(request, "public/receipt.html", context)
