# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing accounts, roles, duties, faces and sessions."""

from voelspriet.ground.people.actions.accounts import (
    NewAccount,
    change_details,
    change_password,
    close_account,
    create_user,
    reopen_account,
    reset_password,
)
from voelspriet.ground.people.actions.duties import end_duty, set_duty
from voelspriet.ground.people.actions.faces import set_face
from voelspriet.ground.people.actions.leaving import (
    cancel_leaving,
    carry_out_leaving,
    carry_out_leavings,
    plan_leaving,
)
from voelspriet.ground.people.actions.roles import assign_role, end_role
from voelspriet.ground.people.actions.sessions import sign_in, sign_out

__all__ = [
    "NewAccount",
    "assign_role",
    "cancel_leaving",
    "carry_out_leaving",
    "carry_out_leavings",
    "change_details",
    "change_password",
    "close_account",
    "create_user",
    "end_duty",
    "end_role",
    "plan_leaving",
    "reopen_account",
    "reset_password",
    "set_duty",
    "set_face",
    "sign_in",
    "sign_out",
]
