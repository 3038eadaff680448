# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving a paper to somebody's browser: under a name, kept by nobody on the way."""

from __future__ import annotations

from django.http import HttpResponse


def pdf_response(data: bytes, *, name: str) -> HttpResponse:
    """Return a PDF to be saved as `name`.pdf; `name` holds letters, digits and hyphens."""
    return HttpResponse(
        data,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}.pdf"'},
    )


def docx_response(data: bytes, *, name: str) -> HttpResponse:
    """Return a document to edit, to be saved as `name`.docx; names as above."""
    return HttpResponse(
        data,
        content_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        headers={"Content-Disposition": f'attachment; filename="{name}.docx"'},
    )
