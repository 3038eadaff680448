# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codebooks, material, passes and fragments."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from itertools import count
from typing import Any

from tests.conftest import arranging
from tests.factories.conversations import make_source, make_study
from tests.factories.signals import municipality_of
from voelspriet.ground.areas.models import Area
from voelspriet.ground.privacy.actors import Actor, system
from voelspriet.listen.conversations.models import Source, Study
from voelspriet.understand.coding.actions.codebooks import install_codebooks
from voelspriet.understand.coding.models import (
    Code,
    Codebook,
    CodebookVersion,
    CodingPass,
    Fragment,
    FragmentCode,
    Material,
    ProjectImport,
)
from voelspriet.understand.coding.rules.texts import digest_of

MADE = datetime(2026, 9, 9, 9, tzinfo=UTC)
TEXT = "Het pleintje is donker. Niemand let er op. De wijkagent zien wij nooit."
_numbers = count(1)


def install() -> None:
    """Give every town the codebooks that come with the program."""
    install_codebooks(by=system("coding.take_in"), at=MADE)


def factor(area: Area, number: int) -> Code:
    """Return a factor of the Tafel van 12 as this town has it."""
    return Code.objects.get(
        number=number,
        version__codebook__municipality=municipality_of(area),
        version__codebook__seed="tafel_van_12",
        version__published_at__isnull=False,
    )


def make_codebook(area: Area, **more: object) -> CodebookVersion:
    """Make a codebook with a draft and no code."""
    with arranging():
        codebook = Codebook.objects.create(
            **{"municipality": municipality_of(area), "reference": f"C-{next(_numbers):04d}-TEST",
               "name": "Eigen thema's", "kind": "themes", "made_by_id": 1,
               "made_by_name": "Onno Zoeker", "made_at": MADE} | more
        )  # fmt: skip
        return make_version(codebook)


def make_version(codebook: Codebook, **more: object) -> CodebookVersion:
    """Make a draft of a codebook."""
    values = {"number": 1, "made_by_id": 1, "made_by_name": "Onno Zoeker", "made_at": MADE}
    with arranging():
        return CodebookVersion.objects.create(**{"codebook": codebook} | values | more)


def make_code(version: CodebookVersion, **more: object) -> Code:
    """Make a code of a version."""
    with arranging():
        return Code.objects.create(**{"version": version, "name": "Licht", "position": 1} | more)


def make_material(source: Source, /, **more: object) -> Material:
    """Make the material of a conversation."""
    values = {"kind": "source", "source": source, "study": source.study, "area": source.area,
              "municipality": source.study.municipality, "arrived_on": source.held_on,
              "length": len(source.text), "digest": digest_of(source.text),
              "reference": f"F-{next(_numbers):04d}-TEST"}  # fmt: skip
    with arranging():
        return Material.objects.create(**values | more)


def make_text(area: Area, text: str = TEXT, **more: object) -> Material:
    """Make a study with one conversation, as material."""
    return make_material(make_source(make_study(area), text), **more)


def make_pass(material: Material, coder: Actor, **more: object) -> CodingPass:
    """Make a pass that began."""
    values = {"coder_id": coder.user_id, "coder_name": coder.name, "started_at": MADE}
    with arranging():
        return CodingPass.objects.create(**{"material": material} | values | more)


def make_fragment(own: CodingPass, *codes: Code, **more: object) -> Fragment:
    """Make a fragment of the first sentence."""
    values = {"start": 0, "end": 23, "digest": own.material.digest, "made_at": MADE}
    with arranging():
        fragment = Fragment.objects.create(**{"coding_pass": own} | values | more)
        for code in codes:
            FragmentCode.objects.create(fragment=fragment, code=code)
    return fragment


def code_all(area: Area, source: Source, coder: Actor) -> dict[str, object]:
    """Make one of everything: a codebook with a draft, a text that is being coded, a fragment."""
    version = make_codebook(area, name=f"Eigen {area.pk}")
    code = make_code(version)
    published = make_published(area, f"Gepubliceerd {area.pk}").version
    material = make_material(source, state="in_hand")
    own = make_pass(material, coder)
    return {
        "codebook": version.codebook,
        "code": code,
        "material": material,
        "fragment": make_fragment(own, published.codes.get(), end=len(source.text)),
        "project": make_project_import(source.study, area),
    }


def make_project_import(study: Study, area: Area, **more: object) -> ProjectImport:
    """Make a project of another program that was read and waits for somebody to look."""
    told = {"origin": "NVivo", "codes": 2, "fragments": 3,
            "texts": [["Gesprek 1", 3, [["Karin de Vries", "[naam 1]"]]]],
            "remarks": [["discarded", "Notities.", 2, ["Gesprek 1"]]]}  # fmt: skip
    values = {"reference": f"P-{next(_numbers):04d}-TEST", "state": "checked", "kind": "interview",
              "area": area, "held_on": "2026-09-01", "codebook": "Uit NVivo", "language": "nl",
              "content": b"x", "told": json.dumps(told), "asked_by_id": 1,
              "asked_by_name": "Onno Zoeker", "asked_at": MADE, "changed_at": MADE}  # fmt: skip
    with arranging():
        return ProjectImport.objects.create(**{"study": study} | values | more)


def make_published(area: Area, name: str) -> Code:
    """Make a published codebook with one code, and return that."""
    version = make_codebook(area, name=name)
    code = make_code(version)
    with arranging():
        CodebookVersion.objects.filter(pk=version.pk).update(published_at=MADE)
    return code


def more_coded(area: Area, parts: dict[str, Any]) -> None:
    """Make one more of everything that lists show."""
    make_codebook(area, name=f"Nog een {next(_numbers)}")
    make_code(parts["codebook"].versions.get(), position=9)
    make_text(area)
    fragment = parts["fragment"]
    make_fragment(fragment.coding_pass, *fragment.codes.all(), end=fragment.end)
