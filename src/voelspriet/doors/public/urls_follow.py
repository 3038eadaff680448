# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of following."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.public.views import follow

urlpatterns: list[URLPattern] = [path("volgen/", follow.follow, name="follow")]
