# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the network."""

from voelspriet.ground.network.actions.coverage import cover_streets
from voelspriet.ground.network.actions.key_figure_codes import try_key_code
from voelspriet.ground.network.actions.key_figures import (
    agree_as_key_figure,
    check_key_figure,
    expire_key_figures,
    invite_key_figure,
    leave_as_key_figure,
    read_key_figure,
    take_back_invitation,
)
from voelspriet.ground.network.actions.organisations import (
    add_face,
    add_member,
    change_organisation,
    check_face,
    close_organisation,
    create_organisation,
    end_memberships,
    remove_face,
    remove_member,
    reopen_organisation,
)
from voelspriet.ground.network.actions.social_map import (
    add_to_social_map,
    change_entry,
    check_entry,
    unlist_entry,
    write_entry_text,
)
from voelspriet.ground.network.actions.welcome import (
    check_welcome,
    remove_welcome,
    write_welcome,
)

__all__ = [
    "add_face",
    "add_member",
    "add_to_social_map",
    "agree_as_key_figure",
    "change_entry",
    "change_organisation",
    "check_entry",
    "check_face",
    "check_key_figure",
    "check_welcome",
    "close_organisation",
    "cover_streets",
    "create_organisation",
    "end_memberships",
    "expire_key_figures",
    "invite_key_figure",
    "leave_as_key_figure",
    "read_key_figure",
    "remove_face",
    "remove_member",
    "remove_welcome",
    "reopen_organisation",
    "take_back_invitation",
    "try_key_code",
    "unlist_entry",
    "write_entry_text",
    "write_welcome",
]
