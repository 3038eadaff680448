# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How codes hang under each other: moving one, and taking two together. Pure.

A tree is a mapping of every code to what it hangs under, in reading order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")
# as deep as a page can show: a code on top is on the first level
MOST_LEVELS = 6


def above(tree: Mapping[K, K | None], one: K) -> Iterator[K]:
    """Give what a code hangs under, then what that hangs under, to the top.

    >>> list(above({"a": None, "b": "a", "c": "b"}, "c"))
    ['b', 'a']
    """
    parent = tree[one]
    while parent is not None:
        yield parent
        parent = tree[parent]


def levels(tree: Mapping[K, K | None]) -> int:
    """Return on how many levels there are codes.

    >>> levels({"a": None, "b": "a", "c": "b"}), levels({})
    (3, 0)
    """
    return max((1 + sum(1 for _parent in above(tree, one)) for one in tree), default=0)


def is_circle(tree: Mapping[K, K | None], one: K, parent: K | None) -> bool:
    """Tell whether a code would come to hang under itself.

    >>> tree = {"a": None, "b": "a", "c": None}
    >>> is_circle(tree, "a", "b"), is_circle(tree, "a", "a"), is_circle(tree, "c", "b")
    (True, True, False)
    """
    return parent is not None and (parent == one or one in above(tree, parent))


def merged(tree: Mapping[K, K | None], away: K, kept: K) -> dict[K, K | None]:
    """Return the tree without `away`: what hung under it hangs under `kept`, in reading order.

    When `kept` hung under `away`, it comes in its place.

    >>> merged({"a": None, "b": "a", "c": None, "d": "c"}, "a", "d")
    {'c': None, 'd': 'c', 'b': 'd'}
    >>> merged({"a": None, "b": "a", "c": "b", "d": "a"}, "a", "c")
    {'c': None, 'b': 'c', 'd': 'c'}
    """
    hangs: dict[K, K | None] = {
        one: kept if parent == away else parent for one, parent in tree.items() if one != away
    }
    if away in above(tree, kept):
        hangs[kept] = tree[away]
    below: dict[K | None, list[K]] = {}
    for one, parent in hangs.items():
        below.setdefault(parent, []).append(one)
    ordered: dict[K, K | None] = {}
    waiting = list(reversed(below.get(None, [])))
    while waiting:
        one = waiting.pop()
        ordered[one] = hangs[one]
        waiting += reversed(below.get(one, []))
    return ordered
