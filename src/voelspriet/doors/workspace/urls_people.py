# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: people."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
