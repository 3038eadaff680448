# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages that stand only while an evening is under way: looked at in the stories of an evening.

And files and states, that no page is of. Who leads with a link has the screens of a colleague.
"""

PUBLIC = {
    f"public:evening_{name}"
    for name in (
        "help", "enter", "notes", "notes_state", "floor", "presence", "ask", "card", "address",
        "address_back", "lead", "count", "screen", "state", "poll", "room", "report",
        "report_file",
    )
}  # fmt: skip
STAFF = {
    f"workspace:evening_{name}"
    for name in ("count", "notes_state", "part", "state", "pack_file", "report_file")
}
