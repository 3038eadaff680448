# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the first coder coded a text or left it bare: a second coder can never tell.

Every page of studies and coding, and every query of the room, is asked twice: with the codes of the
first coder there and without them. Until both are done the answers are the same, byte for byte.
That no other page of the house holds a word of them is with the access tests.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from tests.conftest import arranging
from tests.factories.coding import MADE, TEXT, factor, make_fragment, make_material, make_pass
from tests.factories.conversations import make_source
from tests.factories.people import actor_of, make_user
from tests.factories.second_coding import make_second
from tests.factories.suggestions import make_suggester
from tests.pages.discovery import Address, staff_addresses
from tests.pages.scene import Scene, make_scene
from tests.pages.test_access import kwargs_for
from voelspriet.ground.privacy.actors import OutOfScope, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.understand.coding import queries
from voelspriet.understand.coding.actions.agreeing import settle_second
from voelspriet.understand.coding.actions.coding import finish_pass
from voelspriet.understand.coding.models import CodingPass, Fragment

pytestmark = pytest.mark.django_db
ROOM = re.compile("coding|conversations")
WORDS = ("Kwispelend", "Perron negen")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


class Blind:
    """A text the first coder finished, begun by a second coder who holds every role that may."""

    def __init__(self, scene: Scene) -> None:
        area, study = scene.own.area, scene.own.parts["study"]
        self.scene = scene
        roles = [role for role in Role if role is not Role.PRIVACY_OFFICER]
        self.user = make_user(scene.town.municipality, roles, organisation=scene.own.organisation)
        self.actor = actor_of(self.user)
        self.code = factor(area, 8)
        material = make_material(make_source(study, TEXT), state="coded", reference="F-BLIN-DTXT")
        self.first = make_pass(material, actor_of(scene.own.duo[0]), finished_at=MADE)
        more = {"hot_spot": WORDS[1], "memo": WORDS[0], "valence": "problem"}
        self.fragment = make_fragment(self.first, self.code, **more)
        make_fragment(self.first, factor(area, 2), start=24, end=42, **more)
        second = make_second(study, self.code.version, self.actor)
        make_pass(material, self.actor, is_second=True, second_coding=second)
        self.second, self.material = second, material
        self.there: list[str] = []
        every = list(Fragment.objects.order_by("pk").values_list("pk", flat=True))
        self.given = {"at": MADE, "ids": every, "start": 0, "end": len(TEXT),
                      "merged_id": self.code.pk, "kept_id": factor(area, 2).pk}  # fmt: skip
        make_suggester(self.code)
        self.references = [
            material.reference, study.reference, second.reference,
            self.code.version.codebook.reference, scene.own.parts["difference"].reference,
        ]  # fmt: skip

    def paths(self) -> Iterator[str]:
        """Give the addresses of the room, at everything that is about the text."""
        for address in staff_addresses():
            if not ROOM.search(address.view.__module__) or not self.user_opens(address):
                continue
            known = self._known(address)
            if "reference" in known:
                for reference in self.references:
                    path = reverse(address.name, kwargs=known | {"reference": reference})
                    yield path
                    if address.name.endswith("codebook_merge"):
                        given = {name: self.given[name] for name in ("merged_id", "kept_id")}
                        yield f"{path}?merged={given['merged_id']}&kept={given['kept_id']}"
            else:
                path = reverse(address.name, kwargs=known)
                yield from (path, f"{path}?study={self.references[1]}")

    def user_opens(self, address: Address) -> bool:
        return bool(address.roles and address.roles - {str(Role.PRIVACY_OFFICER)})

    def _known(self, address: Address) -> dict[str, Any]:
        own = {"fragment_id": self.fragment.pk, "code_id": self.code.pk}
        others = tuple(part for part in address.parts if part not in own)
        known = kwargs_for(Address(address.name, others, address.view), self.scene.own)
        return known | {part: own[part] for part in address.parts if part in own}

    def pages(self) -> dict[str, str]:
        """Return what pages say; what looking at them changed is undone."""
        client = Client()
        client.force_login(self.user)
        found = {}
        for path in self.there or list(dict.fromkeys(self.paths())):
            with transaction.atomic():
                answer = client.get(path)
                body = b"".join(answer) if answer.streaming else answer.content
                transaction.set_rollback(True)
            told = TOKEN.sub("", body.decode("utf-8", errors="replace"))
            if answer.status_code not in {404, 405}:
                found[path] = f"{answer.status_code} {told}"
        self.there = list(found)
        return found

    def asked(self) -> dict[str, str]:
        """Return what every query of the room answers."""
        found = {}
        for module in pkgutil.iter_modules(queries.__path__):
            there = importlib.import_module(f"{queries.__name__}.{module.name}")
            for name, function in inspect.getmembers(there, inspect.isfunction):
                if function.__module__ == there.__name__ and not name.startswith("_"):
                    for at, told in self._answers(function):
                        found[f"{module.name}.{name} {at}"] = told
        return found

    def _answers(self, function: Any) -> Iterator[tuple[str, str]]:
        needed = inspect.signature(function).parameters
        if "by" not in needed:
            return
        asks = [
            name for name, one in needed.items()
            if name not in {"by", *self.given}
            and (one.default is inspect.Parameter.empty or name == "study")
        ]  # fmt: skip
        unknown = set(asks) - {"reference", "study", "second_coding"}
        assert not unknown, f"{function.__name__}: this test does not know {unknown}: tell it"
        given = {name: value for name, value in self.given.items() if name in needed}
        for reference in self.references:
            try:
                answer = function(by=self.actor, **dict.fromkeys(asks, reference), **given)
                if not isinstance(answer, str | Model) and hasattr(answer, "__next__"):
                    answer = list(answer)
            except OutOfScope:
                answer = None
            yield reference, repr(answer)

    def without_first(self, ask: Any) -> dict[str, str]:
        with transaction.atomic():
            with arranging():
                Fragment.objects.filter(coding_pass=self.first).delete()
            found = ask()
            transaction.set_rollback(True)
        return found


def _differ(one: dict[str, str], other: dict[str, str]) -> set[str]:
    assert set(one) == set(other)
    return {key for key in one if one[key] != other[key]}


def test_no_page_and_no_query_tells_what_the_first_coder_did():
    blind = Blind(make_scene())
    for ask in (blind.asked, blind.pages):
        told = ask()
        assert len(told) > 20
        assert not any(word in text for text in told.values() for word in WORDS)
        assert _differ(told, blind.without_first(ask)) == set()
        # what was learned would suggest the very code here: in a blind pass not a word of it
        assert not any("vs-suggested" in text or "Suggestion(" in text for text in told.values())
    # the second coder done, and what was calculated: now both may see, or nothing was measured
    finish_pass(reference=blind.material.reference, by=blind.actor, at=MADE)
    assert not any("Kwispelend" in text for text in blind.asked().values())
    settle_second(second_coding_id=blind.second.pk, by=system("coding.agree"), at=MADE)
    open_now = blind.asked()
    assert any("Kwispelend" in text for text in open_now.values())
    assert _differ(open_now, blind.without_first(blind.asked))
    assert CodingPass.objects.filter(second_coding=blind.second).count() == 1
