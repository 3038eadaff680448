# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a researcher fills in to take over a codebook or a project of another program."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voelspriet.ground.people.forms import Choices, whole
from voelspriet.listen.conversations.choices import Perspective, SourceKind
from voelspriet.understand.coding.actions.codebooks import NAME_LIMIT
from voelspriet.understand.coding.actions.exchange import CodesToEnter, codes_to_enter
from voelspriet.understand.coding.actions.incoming import MOST_BYTES, ProjectSent
from voelspriet.understand.coding.actions.taking_over import Given
from voelspriet.understand.coding.actions.versions import CodeWords, NewCode
from voelspriet.understand.coding.choices import CodebookKind
from voelspriet.understand.coding.qda import (
    CodebookRead,
    FileRefused,
    Remark,
    Remarks,
    Weight,
    read_codebook,
    read_codes,
)

SUFFIXES = (".qdc", ".qdpx")
SALT, HOURS_SECONDS = "coding.codebook_file", 4 * 3600
TEXTS_STAY = gettext_lazy(
    "Teksten en fragmenten: deze pagina neemt alleen codes over. Een heel project komt binnen op "
    "de pagina van een onderzoek, onder Uitwisselen."
)


class CodebookFileForm(forms.Form):
    """A file with codes, and what the codebook is called here.

    Once a file was looked at, `seen` carries its codes, signed, so that it need not be chosen
    again; nothing is stored before the codes are entered.
    """

    name = forms.CharField(label=gettext_lazy("Hoe heet het codeboek hier?"), max_length=NAME_LIMIT)
    kind = forms.ChoiceField(
        label=gettext_lazy("Waar ordent het op?"), choices=CodebookKind.choices,
        initial=CodebookKind.THEMES,
    )  # fmt: skip
    file = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy(
            "Een codeboek (.qdc) of een project (.qdpx), ten hoogste 10 MB. Wij bewaren het niet."
        ),
        error_messages={"required": gettext_lazy("Kies een bestand.")},
        widget=forms.FileInput({"accept": ",".join(SUFFIXES)}),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput())

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        # what was seen before comes along, and the file need not be chosen again
        self.fields["file"].required = not self.data.get("seen")
        self.found: CodesToEnter | None = None
        self.origin = ""

    def clean(self) -> dict[str, Any]:
        """Read the file, or what was seen of it; say beside the field why it cannot be read."""
        values = super().clean() or {}
        file, seen = values.get("file"), values.get("seen")
        if file is not None:
            self._read(file)
        elif seen:
            self._unfold(str(seen))
        return values

    def sealed(self) -> str:
        """Return the codes that were read, to send along with the form."""
        found = self.found or CodesToEnter((), ())
        told_remarks = [[one.weight, one.sentence, one.count, one.places] for one in found.remarks]
        packed = [[_packed(one) for one in found.codes], told_remarks, self.origin]
        return signing.dumps(packed, salt=SALT, compress=True)

    def _read(self, file: UploadedFile) -> None:
        if (file.size or 0) > MOST_BYTES:
            self.add_error("file", _("Dit bestand is groter dan %(most)s MB.") % {"most": 10})
            return
        try:
            read = _codes_of(file.name or "", file.read())
            entering = codes_to_enter(read.codebook, read.cases)
        except FileRefused as refused:
            self.add_error("file", str(refused))
            return
        stay = Remarks()
        stay.discarded(str(TEXTS_STAY), count=read.sources)
        self.origin = read.origin
        self.found = CodesToEnter(entering.codes, (*read.remarks, *entering.remarks, *stay.told()))

    def _unfold(self, seen: str) -> None:
        try:
            packed = signing.loads(seen, salt=SALT, max_age=HOURS_SECONDS)
        except signing.BadSignature:
            self.add_error("file", _("Kies het bestand opnieuw: het is te lang geleden."))
            return
        codes, remarks, self.origin = packed
        self.found = CodesToEnter(
            tuple(_unpacked(one) for one in codes),
            tuple(
                Remark(Weight(weight), sentence, count, tuple(places))
                for weight, sentence, count, places in remarks
            ),
        )


class ProjectFileForm(forms.Form):
    """A project of another program, and what it does not say of its texts."""

    file = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy("Een project (.qdpx) van ten hoogste 10 MB."),
        error_messages={
            "required": gettext_lazy("Kies een bestand."),
            "empty": gettext_lazy("Dit bestand is leeg."),
        },
        widget=forms.FileInput({"accept": ".qdpx"}),
    )
    codebook = forms.CharField(
        label=gettext_lazy("Hoe heet het codeboek hier?"), max_length=NAME_LIMIT
    )
    area = forms.TypedChoiceField(label=gettext_lazy("Gebied"), coerce=whole)
    held_on = forms.DateField(
        label=gettext_lazy("Wanneer was het?"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Wat was het?"), choices=SourceKind.choices)
    perspective = forms.ChoiceField(
        label=gettext_lazy("Van welke kant sprak iemand?"),
        choices=[("", gettext_lazy("Verschilt per tekst")), *Perspective.choices],
        required=False,
    )
    keep = forms.CharField(
        label=gettext_lazy("Woorden die geen naam zijn"),
        help_text=gettext_lazy("Een per regel. Die blijven staan; wat verder op een naam, nummer "
                               "of adres lijkt wordt vervangen."),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip

    def __init__(self, *args: Any, areas: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["area"].choices = list(areas)  # type: ignore[attr-defined]

    def clean_file(self) -> UploadedFile:
        """Say beside the field that a file is too large or another one; nothing is read yet."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("Dit bestand is groter dan %(most)s MB.") % {"most": 10})
        if not (file.name or "").lower().endswith(".qdpx"):
            raise forms.ValidationError(_("Kies een bestand dat eindigt op .qdpx."))
        return file

    def sent(self) -> ProjectSent:
        """Return the file with everything that was said of it."""
        told = self.cleaned_data
        side = Perspective(told["perspective"]) if told["perspective"] else None
        given = Given(
            SourceKind(told["kind"]), told["area"], told["held_on"], told["codebook"], side
        )
        words = tuple(word for line in told["keep"].splitlines() if (word := line.strip()))
        return ProjectSent(told["file"].read(), given, words)


class HasReadForm(forms.Form):
    """Whoever enters a project says that nobody is recognised in it."""

    has_read = forms.BooleanField(
        label=gettext_lazy("Ik heb de teksten in het bestand nagelezen. Met wat hierboven "
                           "vervangen wordt, staat er niemand herkenbaar in."),
        error_messages={
            "required": gettext_lazy("Lees de teksten na en zet hier een vinkje."),
        },
    )  # fmt: skip


def _codes_of(name: str, content: bytes) -> CodebookRead:
    suffix = "." + name.rpartition(".")[2].lower()
    if suffix not in SUFFIXES:
        raise FileRefused(_("Kies een bestand dat eindigt op .qdc of .qdpx."))
    return read_codebook(content) if suffix == ".qdc" else read_codes(content)


def _packed(code: NewCode) -> list[str]:
    words = code.words
    parent = str(code.parent or "")
    return [str(code.key), parent, words.name, words.definition, words.examples, code.colour]


def _unpacked(packed: list[str]) -> NewCode:
    key, parent, name, definition, examples, colour = packed
    return NewCode(
        CodeWords(name, definition, examples),
        uuid.UUID(key),
        uuid.UUID(parent) if parent else None,
        colour=colour,
    )
