# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Suggestions learn from what people coded, say how good they are, and forget with the text."""

from __future__ import annotations

import pytest
from django_tasks_db.models import DBTaskResult

from tests.conftest import arranging
from tests.factories.coding import (
    MADE,
    factor,
    install,
    make_code,
    make_fragment,
    make_pass,
    make_text,
    make_version,
)
from tests.factories.second_coding import make_second
from tests.factories.suggestions import make_suggester, teach
from voelspriet.ground.privacy.actors import OutOfScope, system
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.conversations.models import Source
from voelspriet.understand.coding.actions.coding import finish_pass, mark_material
from voelspriet.understand.coding.actions.learning import learn
from voelspriet.understand.coding.actions.second import give_second
from voelspriet.understand.coding.actions.suggesting import (
    ask_to_learn,
    forget_outdated,
    versions_to_learn,
)
from voelspriet.understand.coding.choices import SensitiveReason, WhyNotLearned, WhyNotSuggested
from voelspriet.understand.coding.models import Material, SuggestedCode, Suggester
from voelspriet.understand.coding.queries.suggestions import (
    may_be_suggested,
    some_suggested,
    suggesters,
    suggestions,
)
from voelspriet.understand.coding.rules.access import teaching
from voelspriet.understand.coding.rules.suggesting import is_wanted

pytestmark = pytest.mark.django_db
JOB = system("coding.learn")


@pytest.fixture
def codes(area):
    install()
    return {number: factor(area, number) for number in (2, 8)}


def _open(area, coder, text="Het pleintje is donker. Niemand let er op.", **more):
    """A text `coder` is coding."""
    material = make_text(area, text, **more)
    make_pass(material, coder)
    return material


def _suggested(material, by, end=23):
    found = suggestions(reference=material.reference, start=0, end=end, by=by)
    return [one.number for one in found]


def _jobs(name):
    return [row for row in DBTaskResult.objects.all() if row.args_kwargs["args"][0] == name]


def test_what_was_coded_is_learned_measured_and_suggested(area, researcher, codes):
    version = codes[2].version
    teach(area, researcher, codes, rare="Kwispelaar")
    assert learn(version_id=version.pk, by=JOB, at=MADE)
    one = Suggester.objects.get()
    assert (one.fragments, one.sources, one.texts, one.why_not) == (120, 12, 12, "")
    # a word of one source leaves no trace, though ten fragments have it
    assert "zwerf" in one.weights
    assert "kwisp" not in one.weights
    assert "wispe" not in one.weights
    (row,) = [
        row for row in suggesters(by=researcher) if row.reference == version.codebook.reference
    ]
    assert row.is_on
    on = [code for code in row.codes if not code.why_not]
    assert [code.number for code in on] == [2, 8]
    for code in on:
        assert (code.fragments, code.sources, code.recall.base) == (60, 12, 60)
        assert code.precision.low >= 0.5
        assert code.precision.percent > 80
    assert {code.why_not for code in row.codes if code.number not in (2, 8)} == {
        WhyNotSuggested.FEW_FRAGMENTS.label
    }
    text = _open(area, researcher, "Overal ligt zwerfvuil en rommel. Qwxq.")
    assert _suggested(text, researcher, end=32) == [2]
    assert suggestions(reference=text.reference, start=33, end=38, by=researcher) == ()
    assert AuditLine.objects.filter(action="suggester.learn").count() == 1
    # the same fragments give the same numbers
    before = one.weights, list(SuggestedCode.objects.order_by("code").values_list("right", "code"))
    assert learn(version_id=version.pk, by=JOB, at=MADE)
    one.refresh_from_db()
    after = one.weights, list(SuggestedCode.objects.order_by("code").values_list("right", "code"))
    assert before == after


def test_nothing_is_learned_from_few(area, researcher, codes):
    version = codes[2].version
    made = teach(area, researcher, codes, texts=9, each=11)
    for expected in (WhyNotLearned.FEW_FRAGMENTS, WhyNotLearned.FEW_SOURCES):
        assert learn(version_id=version.pk, by=JOB, at=MADE)
        one = Suggester.objects.get()
        assert (one.why_not, one.weights) == (expected, "")
        make_fragment(made[0].passes.get(), codes[2], codes[8])
        own = made[1].passes.get()
        make_fragment(own, codes[2])
    assert {row.why_not for row in one.codes.filter(code__in=codes.values())} == {
        WhyNotSuggested.FEW_WITHOUT
    }
    assert not some_suggested(by=researcher)


def test_codes_that_follow_nothing_are_never_suggested(area, researcher, codes):
    teach(area, researcher, {2: codes[2], 8: codes[2]})
    made = teach(area, researcher, {2: codes[8], 8: codes[8]})
    assert learn(version_id=codes[2].version_id, by=JOB, at=MADE)
    one = Suggester.objects.get()
    assert one.why_not == WhyNotLearned.NO_CODE
    assert one.weights == ""
    assert set(one.codes.filter(code__in=codes.values()).values_list("why_not", flat=True)) <= {
        WhyNotSuggested.IMPRECISE, WhyNotSuggested.NEVER, WhyNotSuggested.UNMEASURED,
    }  # fmt: skip
    assert len(made) == 12


def test_only_what_may_leave_the_room_teaches(area, researcher, second, codes):
    version = codes[8].version

    def taught():
        return teaching([version]).count()

    text = make_text(area, state="coded")
    own = make_pass(text, researcher)
    make_fragment(own, codes[8])
    assert taught() == 0  # not finished
    with arranging():
        own.finished_at = MADE
        own.save()
    assert taught() == 1
    make_fragment(own, codes[8], removed_at=MADE)
    other = make_code(make_version(version.codebook, number=2))
    make_fragment(own, other)
    assert taught() == 1  # taken away; of another version
    for change in ({"is_sensitive": True, "sensitive_reason": "asked"}, {}):
        with arranging():
            Material.objects.update(**{"is_sensitive": False, "sensitive_reason": ""} | change)
            Source.objects.update(is_sensitive=not change)
        assert taught() == 0
    with arranging():
        Source.objects.update(is_sensitive=False)
    given = make_second(text.study, version, second)
    blind = make_pass(text, second, is_second=True, second_coding=given)
    make_fragment(blind, codes[8])
    assert taught() == 0
    with arranging():
        blind.finished_at = MADE
        blind.save()
        assert taught() == 0  # others that were given with it are not done
        given.finished_at = MADE
        given.save()
    assert taught() == 1  # the first coding


@pytest.mark.parametrize("how", ["destroyed", "marked", "given"])
def test_a_text_that_goes_takes_what_was_learned_with_it(area, researcher, second, codes, how):
    learned = make_text(area, state="coded")
    make_fragment(make_pass(learned, researcher, finished_at=MADE), codes[8])
    make_suggester(codes[8], learned)
    text = _open(area, researcher)
    assert _suggested(text, researcher) == [8]
    if how == "destroyed":  # its day came, or whoever said it took it back
        with arranging():
            learned.source.delete()
    elif how == "marked":
        mark_material(reference=learned.reference, reason=SensitiveReason.ASKED, by=researcher,
                      at=MADE)  # fmt: skip
    else:
        book = codes[8].version.codebook.reference
        give_second(study=learned.study.reference, coder_id=second.user_id, codebook=book,
                    size=None, by=researcher, at=MADE)  # fmt: skip
    # at once, before any job ran
    assert _suggested(text, researcher) == []
    assert [row.is_outdated for row in suggesters(by=researcher) if row.learned_at] == [True]
    assert bool(_jobs("coding.forget")) == (how != "destroyed")
    assert forget_outdated(by=JOB, at=MADE) == 1
    one = Suggester.objects.get()
    assert (one.weights, one.learned_at, one.codes.count(), one.learned.count()) == ("", None, 0, 0)
    assert is_wanted(codes[8].version_id)
    assert versions_to_learn() == (codes[8].version_id,)
    assert forget_outdated(by=JOB, at=MADE) == 0


def test_in_a_blind_pass_nothing_is_suggested(area, researcher, second, policy, codes):
    make_suggester(codes[8])
    blind = make_text(area, state="coded")
    make_pass(blind, researcher, finished_at=MADE)
    make_pass(blind, second, is_second=True)
    own = _open(area, second)
    # the same words, the same coder: as the first one yes, blindly no
    assert _suggested(own, second) == [8]
    assert _suggested(blind, second) == []
    assert not may_be_suggested(reference=blind.reference, by=second)
    # nor to others, nor in what is finished, nor in what is sensitive
    for somebody in (researcher, policy):
        assert _suggested(own, somebody) == []
    mark_material(reference=own.reference, reason=SensitiveReason.PERSON, by=second, at=MADE)
    assert _suggested(own, second) == []
    assert suggesters(by=policy) == ()
    assert not some_suggested(by=policy)


def test_at_most_three_codes_and_only_of_the_newest_version(area, researcher, codes):
    text = _open(area, researcher)
    one = make_suggester(codes[8])
    assert _suggested(text, researcher) == [8]
    assert suggestions(reference=text.reference, start=0, end=0, by=researcher) == ()
    newer = make_version(one.version.codebook, number=2)
    assert _suggested(text, researcher) == [8]  # a draft changes nothing
    with arranging():
        newer.published_at = MADE
        newer.save()
    assert _suggested(text, researcher) == []


def test_learning_is_asked_for_when_enough_was_coded(area, researcher, policy, codes):
    version = codes[2].version
    teach(area, researcher, codes, texts=11, each=9)
    text = make_text(area)
    make_fragment(make_pass(text, researcher), codes[2])
    assert versions_to_learn() == ()
    finish_pass(reference=text.reference, by=researcher, at=MADE)
    assert len(_jobs("coding.learn")) == 1
    assert is_wanted(version.pk)
    # already asked: no second job; learned: not again before there is enough new
    more = make_text(area)
    make_fragment(make_pass(more, researcher), codes[2])
    finish_pass(reference=more.reference, by=researcher, at=MADE)
    assert len(_jobs("coding.learn")) == 1
    with arranging():
        Suggester.objects.all().delete()
    make_suggester(codes[2], fragments=77)
    assert versions_to_learn() == ()
    ask_to_learn(codebook=version.codebook.reference, by=researcher, at=MADE)
    assert len(_jobs("coding.learn")) == 2
    with pytest.raises(OutOfScope):
        ask_to_learn(codebook=version.codebook.reference, by=policy, at=MADE)
