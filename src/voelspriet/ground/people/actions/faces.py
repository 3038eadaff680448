# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Showing one's face to a neighbourhood: one's own choice, taken back at any time."""

from __future__ import annotations

import random
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from voelspriet.ground.people.models import User
from voelspriet.ground.people.queries.duos import FACES
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.photos import clean_photo
from voelspriet.ground.privacy.writing import action, housekeeping
from voelspriet.lib.references import SYSTEM_RANDOM


@action
def set_face(
    *,
    is_shown: bool,
    by: Actor,
    at: datetime,
    photo: bytes | None = None,
    rng: random.Random = SYSTEM_RANDOM,
) -> None:
    """Choose whether one's photo stands on the pages of one's areas, with a new photo or not.

    Only for oneself. Not shown: the photo is destroyed. Refuses what is no photo or too large.
    """
    user = User.objects.filter(pk=by.user_id or 0, is_active=True).first()
    if user is None:
        raise OutOfScope(_("Dit account is er niet."))
    old = user.photo
    if not is_shown:
        user.photo = ""
    elif photo is not None:
        user.photo = _store(clean_photo(photo, field="photo"), rng)
    user.is_public_face = is_shown
    user.save(update_fields=["photo", "is_public_face"])
    if old and old != user.photo:
        transaction.on_commit(lambda: _destroy(old))
    record("face.set", by=by, at=at, subject="account", reference=str(user.pk), shown=is_shown)


def _store(photo: bytes, rng: random.Random) -> str:
    name = f"{rng.getrandbits(128):032x}.jpg"
    folder = settings.MEDIA_ROOT / FACES
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(settings.KEYRING.encrypt(photo))
    return name


def forget_photo(user: User) -> None:
    """Take the photo off an account (not saved yet); the file goes once that is certain.

    A crash in between leaves the file to `sweep_faces`.
    """
    old = user.photo
    user.photo = ""
    if old:
        transaction.on_commit(lambda: _destroy(old))


def sweep_faces(*, before: datetime) -> int:
    """Remove photos no account names, older than `before`; return how many."""
    folder = settings.MEDIA_ROOT / FACES
    if not folder.is_dir():
        return 0
    with housekeeping("faces.sweep"):
        kept = set(User.objects.exclude(photo="").values_list("photo", flat=True))
    lost = [
        path.name
        for path in folder.iterdir()
        if path.name not in kept and path.stat().st_mtime < before.timestamp()
    ]
    for name in lost:
        _destroy(name)
    return len(lost)


def _destroy(name: str) -> None:
    (settings.MEDIA_ROOT / FACES / name).unlink(missing_ok=True)
