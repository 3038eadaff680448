# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of observations, whatever they came in."""

from voelspriet.analysis.frames.codes import Codes, without_blank
from voelspriet.analysis.frames.frame import Frame, FrameLike
from voelspriet.analysis.frames.pairs import crossed

__all__ = ["Codes", "Frame", "FrameLike", "crossed", "without_blank"]
