# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write files whole or not at all, whatever happens in between."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def written_whole(*targets: Path) -> Iterator[tuple[Path, ...]]:
    """Yield an empty file beside each target, to be written; after the block they take its place.

    When the block fails, or is killed, every target is as it was. Raises OSError, with the name of
    the target and not that of the file beside it.
    """
    beside: list[Path] = []
    try:
        beside.extend(map(_beside, targets))
        yield tuple(beside)
        for made, target in zip(beside, targets, strict=True):
            made.chmod(_rights())
            made.replace(target)
    except OSError as error:
        failed = targets[min(len(beside), len(targets) - 1)] if targets else None
        raise OSError(error.errno, error.strerror or str(error), str(failed)) from error
    finally:
        for made in beside:
            made.unlink(missing_ok=True)


def _beside(target: Path) -> Path:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    os.close(handle)
    return Path(name)


def _rights() -> int:
    """Return the rights of any new file; `mkstemp` lets only the owner read."""
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
