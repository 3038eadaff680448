# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Check the news fragments: well named, one sentence, in users' words.

python -m tools.news
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "changelog.d"
NAME = re.compile(r"^[a-z0-9-]+\.(added|changed|fixed|removed|security)\.md$")
LONGEST = 400


def problems() -> list[str]:
    """Return what is wrong with the fragments."""
    found = []
    fragments = [file for file in FOLDER.glob("*.md") if file.name != "template.md"]
    for file in fragments:
        text = " ".join(file.read_text(encoding="utf-8").split())
        if not NAME.match(file.name):
            found.append(f"{file.name}: name it slug.added|changed|fixed|removed|security.md")
        if not text.endswith(".") or len(text) > LONGEST:
            found.append(f"{file.name}: write one sentence of at most {LONGEST} characters")
    return found


def main() -> int:
    """Print the problems; 1 when there are any."""
    found = problems()
    print("\n".join(found) or "The news fragments are in order.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
