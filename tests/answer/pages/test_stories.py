# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lines of a neighbourhood's page: drafted, looked at for who could be guessed, public, gone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.areas import make_town
from tests.factories.people import make_organisation
from tests.factories.signals import NOON, adviser_of, make_contact, make_signal, staff_actor
from voelspriet.act.agenda.choices import AgreementState, Visibility
from voelspriet.answer.pages.actions import (
    draft_story,
    publish_story,
    withdraw_story,
    write_text,
)
from voelspriet.answer.pages.choices import StoryKind, StoryState
from voelspriet.answer.pages.models import Story, StoryText
from voelspriet.answer.pages.queries import (
    agreements_to_tell,
    declined_to_tell,
    public_stories,
    stories,
    story_areas,
    story_detail,
)
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.intake.choices import Category, Permission, PersonFlag, SignalStatus

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=30)
LATER_DAY = LATER.date()
CHECK = "Niemand: dit is van de hele straat te zien."


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def organisation(town):
    return make_organisation(town.municipality)


@pytest.fixture
def by(area):
    return adviser_of(area)


def told(area, count, category=Category.LITTER, *, start=NOON, **more):
    """Let `count` people tell something, one a day."""
    return [
        make_signal(area=area, category=category, received_at=start - timedelta(days=n), **more)
        for n in range(count)
    ]


def agreed(area, organisation, signals=(), state=AgreementState.DONE, **more):
    more = {"visibility": Visibility.PUBLIC} | more
    return make_agreement_row(area, organisation, state=state, signals=signals, **more)


def draft(by, *, at=LATER, **more):
    values = {"kind": StoryKind.DONE, "said": "Er lag veel afval.", "did": "Het is opgeruimd."}
    return draft_story(**values | more, by=by, at=at)


def strength(by, area, **more):
    values = {"kind": StoryKind.STRENGTH, "said": "", "did": "Buren groeten elkaar."}
    return draft(by, area_id=area.pk, **values | more)


def publish(reference, by, *, at=LATER, check=CHECK):
    publish_story(reference=reference, guess_check=check, by=by, at=at)


def public(*areas, language="nl", on=LATER_DAY):
    return public_stories(area_ids=[one.pk for one in areas], language=language, on=on)


def codes(reference, by, *, at=LATER):
    detail = story_detail(reference=reference, by=by, at=at)
    return {hint.code: hint.blocks for hint in detail.hints}


# -- drafting ----------------------------------------------------------------------------------


def test_a_draft_from_an_agreement_takes_its_area_subject_and_voices(area, organisation, by):
    signals = told(area, 3, Category.LIGHTING)
    agreement = agreed(area, organisation, signals)
    reference = draft(by, agreement_reference=agreement.reference)
    story = Story.objects.get(reference=reference)
    assert (story.area, story.category, story.agreement) == (area, "lighting", agreement)
    assert set(story.signals.all()) == set(signals)
    assert story.state == StoryState.DRAFT
    assert public(area) == ()
    assert AuditLine.objects.get(action="story.drafted").subject_reference == reference


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        (AgreementState.OPEN, StoryKind.DONE),
        (AgreementState.DONE, StoryKind.DECLINED),
        (AgreementState.NOT_DONE, StoryKind.DONE),
        (AgreementState.DONE, StoryKind.STRENGTH),
    ],
)
def test_what_is_told_fits_how_the_agreement_stands(area, organisation, by, state, kind):
    agreement = agreed(area, organisation, state=state)
    with pytest.raises(Refused, match="past niet"):
        draft(by, kind=kind, agreement_reference=agreement.reference)
    assert not Story.objects.exists()


def test_one_line_of_a_kind_about_an_agreement_until_it_is_withdrawn(area, organisation, by):
    agreement = agreed(area, organisation)
    first = draft(by, agreement_reference=agreement.reference)
    with pytest.raises(Refused, match="staat al"):
        draft(by, agreement_reference=agreement.reference)
    withdraw_story(reference=first, reason="Verkeerd", by=by, at=LATER)
    assert draft(by, agreement_reference=agreement.reference) != first


def test_a_declined_matter_is_explained_only_when_it_was_declined(area, by):
    declined, open_one = told(area, 2)
    with arranging():
        type(declined).objects.filter(pk=declined.pk).update(status=SignalStatus.DECLINED)
    why = {"kind": StoryKind.DECLINED, "did": "Wij hebben er geen geld voor."}
    reference = draft(by, signal_references=[declined.reference], **why)
    assert Story.objects.get(reference=reference).signals.get() == declined
    with pytest.raises(Refused, match="past niet"):
        draft(by, signal_references=[open_one.reference], **why)
    with pytest.raises(Refused, match="past niet"):
        draft(by, signal_references=[declined.reference])


def test_from_nothing_told_only_strengths_and_what_is_coming(area, by):
    reference = strength(by, area)
    assert Story.objects.get(reference=reference).area == area
    with pytest.raises(Refused, match="Kies de afspraak") as refusal:
        draft(by, area_id=area.pk)
    assert refusal.value.field == "kind"
    with pytest.raises(Refused, match="Kies een buurt"):
        draft(by, kind=StoryKind.COMING)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"did": "  "}, "did"),
        ({"said": " "}, "said"),
        ({"said": "a" * 301}, "said"),
        ({"did": "a" * 601}, "did"),
    ],
)
def test_words_that_are_missing_or_too_long_are_refused(area, organisation, by, more, field):
    agreement = agreed(area, organisation)
    with pytest.raises(Refused) as refusal:
        draft(by, agreement_reference=agreement.reference, **more)
    assert refusal.value.field == field


@pytest.mark.parametrize("permission", [Permission.LOCKED, Permission.REFUSED])
def test_nothing_is_drafted_behind_a_lock(area, organisation, by, permission):
    signals = [*told(area, 6), make_signal(area=area, permission=permission)]
    agreement = agreed(area, organisation, signals)
    with pytest.raises(Refused, match="eerst gevraagd"):
        draft(by, agreement_reference=agreement.reference)
    assert agreements_to_tell(by=by, at=LATER) == ()


# -- who could be guessed ----------------------------------------------------------------------


def test_words_that_point_at_a_spot_or_a_person_are_pointed_out(area, by):
    plain = strength(by, area)
    assert codes(plain, by) == {}
    spot = strength(by, area, did="De bewoner op de hoek, nummer 12, veegt elke week.")
    assert codes(spot, by)["point"] is False
    person = strength(by, area, did="Dank aan mevrouw Jansen voor alles.")
    assert codes(person, by)["person"] is False


def test_words_in_another_language_are_looked_at_too(area, by):
    reference = strength(by, area)
    write_text(
        reference=reference, language="en", said="", did="Number 12 helps all.", by=by, at=LATER
    )
    assert "point" in codes(reference, by)


def test_few_voices_young_ones_and_rare_matters_are_pointed_out(area, organisation, by):
    agreement = agreed(area, organisation, told(area, 2))
    reference = draft(by, agreement_reference=agreement.reference, at=NOON)
    assert codes(reference, by, at=NOON) == {"few": False, "recent": False, "rare": False}
    told(area, 6)
    assert codes(reference, by) == {"few": False}


def test_a_voice_that_points_at_a_person_is_pointed_out(area, organisation, by):
    signals = [*told(area, 6), make_signal(area=area, person_flag=PersonFlag.ADVISER)]
    agreement = agreed(area, organisation, signals)
    reference = draft(by, agreement_reference=agreement.reference)
    assert codes(reference, by)["flagged"] is False


# -- publishing --------------------------------------------------------------------------------


def test_it_is_public_once_somebody_wrote_who_could_be_guessed(area, by):
    reference = strength(by, area)
    for check in ("", "  ", "niemand"):
        with pytest.raises(Refused, match="wie hieruit te raden is") as refusal:
            publish(reference, by, check=check)
        assert refusal.value.field == "guess_check"
    assert public(area) == ()
    publish(reference, by)
    story = Story.objects.get(reference=reference)
    assert (story.guess_check, story.checked_by_name) == (CHECK, by.name)
    assert [one.did for one in public(area)] == ["Buren groeten elkaar."]
    assert (
        AuditLine.objects.filter(action="story.published", subject_reference=reference).count() == 1
    )
    with pytest.raises(Refused, match="geen concept"):
        publish(reference, by)


def test_a_sensitive_matter_waits_for_fourteen_days_and_five_people(area, organisation, by):
    signals = told(area, 5, Category.DRUGS)
    reference = draft(by, agreement_reference=agreed(area, organisation, signals).reference)
    a_day_early = NOON + timedelta(days=14, seconds=-1)
    assert codes(reference, by, at=a_day_early)["recent"] is True
    with pytest.raises(Refused, match="14 dagen"):
        publish(reference, by, at=a_day_early)
    assert public(area) == ()
    publish(reference, by, at=NOON + timedelta(days=14))
    assert len(public(area)) == 1


def test_five_reports_of_one_person_are_not_five_people(area, organisation, by):
    signals = told(area, 8, Category.DRUGS)
    for signal in signals:
        make_contact(signal, email="een@voorbeeld.nl")
    reference = draft(by, agreement_reference=agreed(area, organisation, signals).reference)
    assert codes(reference, by)["reporters"] is True
    with pytest.raises(Refused, match="5 verschillende mensen"):
        publish(reference, by)


def test_one_sensitive_voice_makes_all_of_it_sensitive(area, organisation, by):
    signals = [*told(area, 2), *told(area, 2, Category.DRUGS)]
    reference = draft(by, agreement_reference=agreed(area, organisation, signals).reference)
    with pytest.raises(Refused, match="gevoelig"):
        publish(reference, by)


def test_a_no_that_comes_after_the_draft_is_heard(area, organisation, by):
    signals = told(area, 6)
    reference = draft(by, agreement_reference=agreed(area, organisation, signals).reference)
    with arranging():
        type(signals[0]).objects.filter(pk=signals[0].pk).update(permission=Permission.REFUSED)
    assert codes(reference, by)["locked"] is True
    with pytest.raises(Refused, match="zei nee"):
        publish(reference, by)


def test_what_is_coming_is_gone_after_its_day(area, by):
    day = LATER.date() + timedelta(days=3)
    publish(strength(by, area, kind=StoryKind.COMING, did="Buurtdag.", happens_on=day), by)
    assert [one.happens_on for one in public(area, on=day)] == [day]
    assert public(area, on=day + timedelta(days=1)) == ()


# -- four languages ----------------------------------------------------------------------------


def test_each_language_shows_its_own_words_else_the_dutch_ones(area, by):
    reference = strength(by, area)
    publish(reference, by)
    words = {
        "en": "Neighbours greet.",
        "tr": "Komşular selamlaşır.",
        "ar": "الجيران يتبادلون التحية",
    }
    for language, did in words.items():
        assert public(area, language=language)[0].language == "nl"
        write_text(
            reference=reference, language=language, said="", did=did,
            by_machine=language == "ar", by=by, at=LATER,
        )  # fmt: skip
        shown = public(area, language=language)[0]
        assert (shown.did, shown.language, shown.by_machine) == (did, language, language == "ar")
    assert stories(by=by)[0].languages == ("ar", "en", "nl", "tr")


def test_dutch_words_stay_as_they_were_checked(area, by):
    reference = strength(by, area)
    rewrite = {"reference": reference, "said": "", "by": by, "at": LATER}
    write_text(language="nl", did="Buren helpen elkaar.", **rewrite)
    publish(reference, by)
    with pytest.raises(Refused, match="eerst in"):
        write_text(language="nl", did="Meneer Bos helpt.", **rewrite)
    with pytest.raises(Refused, match="taal"):
        write_text(language="de", did="Nachbarn helfen.", **rewrite)
    assert public(area)[0].did == "Buren helpen elkaar."


# -- withdrawing -------------------------------------------------------------------------------


def test_withdrawn_is_gone_at_once_with_the_reason_kept(area, by):
    reference = strength(by, area)
    publish(reference, by)
    with pytest.raises(Refused, match="waarom"):
        withdraw_story(reference=reference, reason=" ", by=by, at=LATER)
    withdraw_story(reference=reference, reason="Iemand bleek te raden", by=by, at=LATER)
    assert public(area) == ()
    line = AuditLine.objects.get(action="story.withdrawn")
    assert line.reason == "Iemand bleek te raden"
    with pytest.raises(Refused, match="al ingetrokken"):
        withdraw_story(reference=reference, reason="Nogmaals", by=by, at=LATER)
    with pytest.raises(Refused, match="geen concept"):
        publish(reference, by)


# -- who may -----------------------------------------------------------------------------------


def test_only_advisers_of_the_area_see_or_touch_its_stories(town, area, organisation, by):
    there = town.neighbourhoods[1]
    reference = strength(by, area)
    agreement = agreed(area, organisation)
    others = [
        adviser_of(there),
        staff_actor(town.municipality, Role.DIRECTOR, areas=(area,)),
        staff_actor(town.municipality, Role.POLICY_ADVISER),
        staff_actor(town.municipality, Role.HANDLER, organisations=(organisation,)),
    ]
    for other in others:
        assert stories(by=other) == ()
        with pytest.raises(OutOfScope):
            story_detail(reference=reference, by=other, at=LATER)
        with pytest.raises(OutOfScope):
            publish(reference, other)
        with pytest.raises(OutOfScope):
            withdraw_story(reference=reference, reason="Zo maar", by=other, at=LATER)
        with pytest.raises(OutOfScope):
            draft(other, agreement_reference=agreement.reference)
        with pytest.raises(OutOfScope):
            strength(other, area)
    assert Story.objects.count() == 1
    assert story_areas(by=by) == ((area.pk, area.name),)


def test_another_towns_agreement_or_report_does_not_exist(by):
    other = make_town(name="Elders", area_code="GM8888", row=9)
    there = other.neighbourhoods[0]
    agreement = agreed(there, make_organisation(other.municipality))
    signal = make_signal(area=there, status=SignalStatus.DECLINED)
    with pytest.raises(OutOfScope):
        draft(by, agreement_reference=agreement.reference)
    with pytest.raises(OutOfScope):
        draft(by, kind=StoryKind.DECLINED, signal_references=[signal.reference])


# -- what can still be told --------------------------------------------------------------------


def test_agreements_everyone_may_know_wait_until_they_are_told(area, organisation, by):
    done = agreed(area, organisation)
    agreed(area, organisation, visibility=Visibility.REPORTERS)
    waiting = agreements_to_tell(by=by, at=LATER)
    assert [(one.reference, one.kind) for one in waiting] == [(done.reference, StoryKind.DONE)]
    draft(by, agreement_reference=done.reference)
    assert agreements_to_tell(by=by, at=LATER) == ()


def test_what_was_declined_is_still_to_be_explained_after_its_answer_closed_it(area, by):
    closed = {"status": SignalStatus.ANSWERED, "closed_at": LATER, "owed": False}
    declined = make_signal(area=area, status_reason="Er is geen geld voor", **closed)
    done = make_signal(area=area, **closed)
    assert [one.reference for one in declined_to_tell(by=by, at=LATER)] == [declined.reference]
    assert draft(by, kind=StoryKind.DECLINED, signal_references=[declined.reference])
    with pytest.raises(Refused, match="past niet"):
        draft(by, kind=StoryKind.DECLINED, signal_references=[done.reference])


def test_declined_matters_wait_to_be_explained_without_their_words(area, by):
    signal = make_signal(
        area=area, category=Category.NOISE, status=SignalStatus.DECLINED, text="Mijn buurvrouw gilt"
    )
    make_signal(area=area, status=SignalStatus.DECLINED, permission=Permission.REFUSED)
    waiting = declined_to_tell(by=by, at=LATER)
    assert [one.reference for one in waiting] == [signal.reference]
    assert "buurvrouw" not in repr(waiting)


# -- what the database holds, whatever a program does ------------------------------------------


def row(area, reference, **more):
    return Story(area=area, reference=reference, kind=StoryKind.DONE, written_at=NOON, **more)


@pytest.mark.parametrize(
    "name", ["story_once_per_agreement", "story_public_is_checked", "story_text_once"]
)
def test_the_database_holds_it(area, organisation, name):
    agreement = agreed(area, organisation)
    with arranging():
        first = Story.objects.create(
            area=area, reference="V-1", kind=StoryKind.DONE, written_at=NOON, agreement=agreement
        )
        StoryText.objects.create(story=first, language="nl", did="Gedaan.")
    broken = {
        "story_once_per_agreement": row(area, "V-2", agreement=agreement),
        "story_public_is_checked": row(area, "V-3", state=StoryState.PUBLISHED, published_at=LATER),
        "story_text_once": StoryText(story=first, language="nl", did="Nog eens."),
    }
    with pytest.raises(IntegrityError), transaction.atomic(), arranging():
        broken[name].save()


def test_a_day_that_passed_is_a_day_of_the_dutch_calendar(area, by):
    publish(strength(by, area, kind=StoryKind.COMING, happens_on=date(2026, 10, 9)), by)
    assert len(public(area, on=date(2026, 10, 9))) == 1
