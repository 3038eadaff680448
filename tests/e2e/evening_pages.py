# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages that stand only while an evening is under way: looked at in the story of a note-taker."""

PUBLIC = {
    f"public:evening_{name}"
    for name in (
        "help", "enter", "notes", "notes_state", "floor", "presence", "ask", "card", "address",
        "address_back",
    )
}  # fmt: skip
STAFF = {
    f"workspace:evening_{name}" for name in ("links", "notes", "notes_state", "floor", "presence")
}
