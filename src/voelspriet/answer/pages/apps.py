# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages room as a Django app."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.answer.pages"
    label = "pages"

    def ready(self) -> None:
        """Register what this room holds for a person, and the words of its mails."""
        # apps must be loaded before models can be imported
        import voelspriet.answer.pages.holdings  # noqa: PLC0415
        import voelspriet.answer.pages.notice_words  # noqa: F401, PLC0415
