# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fragments nobody said, about four factors, to learn suggestions from."""

from __future__ import annotations

import numpy as np

ABOUT = {
    "1": "overlast vernieling inbraak lawaai drugs scooters vuurwerk",
    "2": "zwerfvuil tegels graffiti onkruid lantaarn rommel hondenpoep",
    "5": "buren samen helpen straatfeest vereniging ontmoeten kennen",
    "8": "wijkagent politie toezicht surveillance camera handhaver boa",
}
ALSO = """
ik wij vind dat er hier in de buurt is zijn veel weinig altijd vaak soms niet meer en maar ook
heel erg met van voor bij straat avond week kinderen mensen
"""


def fragments(
    n: int, rng: np.random.Generator, *, conversations: int = 40, doubt: float = 0.15
) -> dict[str, list[str]]:
    """Return n coded fragments; a share `doubt` names a word of another factor too."""
    words = {factor: told.split() for factor, told in ABOUT.items()}
    factors = list(ABOUT)
    rows: dict[str, list[str]] = {"fragment": [], "text": [], "factor": [], "conversation": []}
    for number in range(n):
        factor = str(rng.choice(factors, p=[0.4, 0.3, 0.2, 0.1]))
        said = [*rng.choice(words[factor], 2), *rng.choice(ALSO.split(), 8)]
        if rng.random() < doubt:
            said += list(rng.choice(words[str(rng.choice(factors))], 2))
        rows["fragment"].append(f"f{number:05d}")
        rows["text"].append(" ".join(str(word) for word in rng.permutation(said)))
        rows["factor"].append(factor)
        rows["conversation"].append(f"c{int(rng.integers(conversations)):03d}")
    return rows
