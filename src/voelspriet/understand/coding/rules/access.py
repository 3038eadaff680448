# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who sees which material, pass and fragment: the one place where blindness is kept.

A researcher codes every text of the municipality that may be coded; a policy adviser reads what
was coded, never a text of itself. A pass is read by others only when nothing of its text is being
coded blindly: until both coders of a text with a second pass have finished, each sees their own
pass and nobody else sees either. Texts given together are opened together: how one was coded
would teach how the next was. What stands in a difference, or counts by it, follows the passes.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.choices import Openness
from voelspriet.listen.intake.models import Signal
from voelspriet.listen.intake.rules.status import FLAGS_UP, LOCKED_PERMISSIONS
from voelspriet.understand.coding.choices import CodeOrigin
from voelspriet.understand.coding.models import (
    Codebook,
    CodebookVersion,
    CodingDifference,
    CodingPass,
    Fragment,
    FragmentCode,
    Material,
    SecondCoding,
)

READERS = (Role.RESEARCHER, Role.POLICY_ADVISER)
# of a text that was coded twice the first pass counts, but where the coders decided otherwise
COUNTED = Q(counts=True) | Q(counts__isnull=True, coding_pass__is_second=False)
MARKED = Q(is_sensitive=True) | Q(source__is_sensitive=True)


def may_code(by: Actor) -> bool:
    """Tell whether `by` codes: a researcher of a municipality."""
    return by.is_staff and by.has(Role.RESEARCHER) and by.municipality_id is not None


def may_read(by: Actor) -> bool:
    """Tell whether `by` reads what was coded."""
    return by.is_staff and by.has(*READERS) and by.municipality_id is not None


def visible_codebooks(by: Actor) -> QuerySet[Codebook]:
    """Return the codebooks `by` may read."""
    if not may_read(by):
        return Codebook.objects.none()
    return Codebook.objects.filter(municipality_id=by.municipality_id or 0)


def codable() -> QuerySet[Material]:
    """Return material whose text may be coded now, whatever it could be when it was taken in.

    Never a signal that points at a person, waits for a yes, is for the advisers alone or was
    withdrawn.
    """
    return Material.objects.filter(Q(signal__isnull=True) | Q(signal__in=codable_signals()))


def codable_signals() -> QuerySet[Signal]:
    """Return the signals whose text may be coded: what may be searched, and nothing else."""
    return Signal.objects.filter(withdrawn_at__isnull=True).exclude(
        Q(person_flag__in=FLAGS_UP)
        | Q(permission__in=LOCKED_PERMISSIONS)
        | Q(openness=Openness.CONFIDENTIAL)
        | Q(text="")
    )


def visible_material(by: Actor) -> QuerySet[Material]:
    """Return the material whose text `by` may read and code."""
    if not may_code(by):
        return Material.objects.none()
    return codable().filter(municipality_id=by.municipality_id or 0)


def visible_passes(by: Actor) -> QuerySet[CodingPass]:
    """Return the passes `by` may read. Every query that reads passes or fragments begins here."""
    if not may_read(by):
        return CodingPass.objects.none()
    passes = CodingPass.objects.filter(
        material__in=codable().filter(municipality_id=by.municipality_id or 0)
    )
    own = Q(coder_id=by.user_id or 0) if may_code(by) else Q(pk__in=[])
    return passes.filter(own | ~_is_coded_blindly("material_id"))


def open_passes(municipality_id: int) -> QuerySet[CodingPass]:
    """Return every pass of a town but those of a text that is being coded blindly.

    The same for everybody: what is counted of these tells no second coder anything.
    """
    passes = CodingPass.objects.filter(material__municipality_id=municipality_id)
    return passes.filter(~_is_coded_blindly("material_id"))


def visible_fragments(by: Actor) -> QuerySet[Fragment]:
    """Return the fragments `by` may read, without those taken away."""
    return Fragment.objects.filter(coding_pass__in=visible_passes(by), removed_at__isnull=True)


def visible_seconds(by: Actor) -> QuerySet[SecondCoding]:
    """Return who was given what to code a second time, as `by` may read it."""
    if not may_read(by):
        return SecondCoding.objects.none()
    return SecondCoding.objects.filter(study__municipality_id=by.municipality_id or 0)


def visible_differences(by: Actor) -> QuerySet[CodingDifference]:
    """Return where two coders differ, of texts whose both passes `by` may read."""
    seen = visible_passes(by).filter(is_second=True)
    return CodingDifference.objects.filter(
        second_coding__in=visible_seconds(by).filter(finished_at__isnull=False),
        material_id__in=seen.values("material_id"),
    )


def going_out(by: Actor) -> QuerySet[Fragment]:
    """Return the fragments that may leave the room, as `by` may read them: nothing sensitive.

    Every matrix, report and export begins here. What is marked in its study is out at once,
    before the mark reached the material. Of a text that was coded twice the first pass counts, but
    where the coders decided otherwise.
    """
    return (
        visible_fragments(by)
        .filter(COUNTED)
        .exclude(
            Q(coding_pass__material__is_sensitive=True)
            | Q(coding_pass__material__source__is_sensitive=True)
        )
    )


def may_teach(municipality_id: int) -> QuerySet[Material]:
    """Return the texts suggestions may be learned from.

    Nothing that may not be coded, nothing sensitive, and no text that is being coded blindly: what
    was learned would tell its second coder what the first one did.
    """
    found = codable().filter(municipality_id=municipality_id)
    return found.exclude(MARKED).filter(~_is_coded_blindly("pk"))


def teaching(versions: Collection[CodebookVersion]) -> QuerySet[Fragment]:
    """Return the fragments suggestions are learned from, coded with these versions of one town.

    Whole texts only: of a pass that is not finished nobody knows what is still to come. No fragment
    with a code that was taken over from a suggestion: what the program said would be held against
    what it said before, and seem right. Without such a code alone the fragment would teach a "no".
    """
    given = FragmentCode.objects.filter(code__version__in=versions)
    taken = given.filter(origin=CodeOrigin.SUGGESTION)
    towns = {one.codebook.municipality_id for one in versions}
    return Fragment.objects.filter(
        COUNTED,
        coding_pass__material__in=may_teach(towns.pop()) if towns else (),
        coding_pass__finished_at__isnull=False,
        removed_at__isnull=True,
        pk__in=given.values("fragment_id"),
    ).exclude(Exists(taken.filter(fragment=OuterRef("pk"))))


def suggestible(by: Actor) -> QuerySet[Material]:
    """Return the texts in which codes may be suggested to `by`.

    Those `by` is coding as the first one. In a blind pass never, whatever was learned: two people
    who read the same suggestions agree with the program and not with each other.
    """
    own = CodingPass.objects.filter(
        material_id=OuterRef("pk"),
        coder_id=by.user_id or 0,
        is_second=False,
        finished_at__isnull=True,
    )
    return visible_material(by).exclude(MARKED).filter(Exists(own))


def _is_coded_blindly(material: str) -> Q:
    """Return whether a text is under way with a second coder; `material` names its id."""
    passes = CodingPass.objects.filter(material_id=OuterRef(material))
    given = passes.filter(second_coding__isnull=False, second_coding__finished_at__isnull=True)
    return Q(Exists(passes.filter(is_second=True))) & (
        Q(Exists(passes.filter(finished_at__isnull=True))) | Q(Exists(given))
    )
