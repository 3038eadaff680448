# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What pyxform, the reader of ODK itself, says of a form we found nothing wrong with."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.listen.surveys.reading.sheets import Sheet
from voelspriet.listen.surveys.reading.texts import Reader

ROW = re.compile(r"\[row : (\d+)\]\s*")
# columns of ours, which ODK does not know
OWN = frozenset({"block", "environment", "factors", "agree_means", "dont_know", "title_in"})
ON_SHEET = re.compile(r"'(survey|choices|settings)' sheet")


def check_with_pyxform(reader: Reader, sheets: dict[str, Sheet]) -> None:
    """Add what pyxform refuses.

    It gets the cells we read, not the file, so that it opens nothing from outside. It is imported
    here: it weighs some 12 MB, and only an upload needs it.
    """
    from pyxform.errors import PyXFormError  # noqa: PLC0415  heavy
    from pyxform.xls2xform import convert  # noqa: PLC0415  heavy

    try:
        convert(_as_dictionary(sheets))
    except PyXFormError as error:
        said = str(error)
        row, sheet = ROW.search(said), ON_SHEET.search(said)
        words = _("ODK zegt: %(words)s") % {"words": ROW.sub("", said)}
        reader.wrong(
            sheet.group(1) if sheet else "survey", int(row.group(1)) if row else None, "", words
        )
    except Exception:  # noqa: BLE001  it trips over what it does not expect in many ways
        reader.wrong("survey", None, "", _("ODK kan deze vragenlijst niet lezen."))


def _as_dictionary(sheets: dict[str, Sheet]) -> dict[str, Any]:
    """Return sheets in the shape pyxform takes, every row in its place."""
    told: dict[str, Any] = {}
    for name in ("survey", "choices", "settings"):
        sheet = sheets.get(name)
        if sheet is None:
            continue
        headers = [one for one in sheet.columns if one and one.partition("::")[0] not in OWN]
        by_number = {row.number: row for row in sheet.rows}
        last = max(by_number, default=1)
        rows = (by_number.get(number) for number in range(2, last + 1))
        told[name] = [
            {header: row.get(header) for header in headers if row.get(header)} if row else {}
            for row in rows
        ]
        told[f"{name}_header"] = [dict.fromkeys(headers)]
    return told
