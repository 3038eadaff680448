# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The text of a PDF, read in a process of its own with bounds on time and memory."""

from __future__ import annotations

import subprocess
import sys

from django.utils.translation import gettext as _

from voelspriet.lib.refused_files import FileRefused

SECONDS = 20
# runs apart from the house: it knows no settings, no keys and no database
PROGRAM = """
import io, resource, sys
resource.setrlimit(resource.RLIMIT_AS, (600_000_000, 600_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (15, 15))
from pypdf import PdfReader
reader = PdfReader(io.BytesIO(sys.stdin.buffer.read()))
if len(reader.pages) > 300:
    sys.exit(3)
text = ""
for page in reader.pages:
    text += (page.extract_text() or "") + chr(10)
    if len(text) > 1_000_000:
        sys.exit(3)
sys.stdout.buffer.write(text.encode("utf-8", "replace"))
"""
TOO_MUCH = 3


def text_of_pdf(content: bytes) -> str:
    """Return the text of a PDF. Raises FileRefused for one that is none, too long or a picture."""
    if not content.startswith(b"%PDF-"):
        raise FileRefused(_("Dit bestand is beschadigd of van een andere soort dan de naam zegt."))
    try:
        done = subprocess.run(  # noqa: S603  our own program, and the file only as its input
            [sys.executable, "-I", "-c", PROGRAM],
            input=content, capture_output=True, check=False, timeout=SECONDS, env={},
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise FileRefused(_("Deze PDF is te lang of te ingewikkeld. Plak de tekst.")) from error
    if done.returncode == TOO_MUCH:
        raise FileRefused(_("Deze PDF is te lang of te ingewikkeld. Plak de tekst."))
    if done.returncode:
        raise FileRefused(_("Deze PDF kunnen wij niet lezen. Plak de tekst."))
    text = done.stdout.decode("utf-8", "replace").strip()
    if not text:
        raise FileRefused(_("In deze PDF staat geen tekst, alleen een plaatje. Typ de tekst over."))
    return text
