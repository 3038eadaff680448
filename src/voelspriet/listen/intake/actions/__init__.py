# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything that can be done to signals. One line per action, by the file it stands in."""

from voelspriet.listen.intake.actions.codes import try_code as try_code
from voelspriet.listen.intake.actions.receive import receive_bundle as receive_bundle
from voelspriet.listen.intake.actions.receive import receive_signal as receive_signal
