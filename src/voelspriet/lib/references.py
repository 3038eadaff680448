# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Random public references and receipt codes."""

from __future__ import annotations

import random
import re
import secrets

# no vowels (no words), none that look alike
ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ"
SYSTEM_RANDOM: random.Random = secrets.SystemRandom()
NOT_A_DIGIT = re.compile(r"\D")
CODE_DIGITS = 16


def new_reference(prefix: str, *, rng: random.Random = SYSTEM_RANDOM) -> str:
    """Return a public reference such as "M-7K3N-P9QX" (27⁸ ≈ 2.8·10¹¹ possibilities)."""
    letters = [rng.choice(ALPHABET) for _ in range(8)]
    return f"{prefix}-{''.join(letters[:4])}-{''.join(letters[4:])}"


def new_receipt_code(*, rng: random.Random = SYSTEM_RANDOM) -> str:
    """Return a receipt code: 16 digits without spaces (10¹⁶ possibilities)."""
    return "".join(str(rng.randrange(10)) for _ in range(CODE_DIGITS))


def clean_receipt_code(typed: str) -> str:
    """Return the digits of what somebody typed (any script's digits, any separators)."""
    return "".join(str(int(digit)) for digit in NOT_A_DIGIT.sub("", typed))


def grouped(code: str) -> str:
    """Return a code as a person reads it: "1234 5678 9012 3456"."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))
