# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The staff pages of signals as a colleague meets them."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.areas import make_street, point_in
from tests.factories.signals import (
    make_bundle,
    make_contact,
    make_escalation,
    make_handover,
    make_signal,
)
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.intake.choices import (
    Permission,
    PersonFlag,
    PlaceTier,
    SignalStatus,
)
from voelspriet.listen.intake.models import Bundle, Handover, Signal

SCRIPT = "<script>alert(1)</script>"


def page(client, name, /, *args, code=200, **query):
    response = client.get(reverse(f"workspace:{name}", args=args), query)
    assert response.status_code == code
    return response.content.decode()


def press(client, name, /, *args, **data):
    return client.post(reverse(f"workspace:{name}", args=args), data)


def deed(client, signal, name, /, **data):
    return press(client, "deed", signal.reference, name, **data)


def test_the_inbox_lists_what_is_ones_own_and_how_to_open_it(desk):
    mine = make_signal(area=desk.here, text="De lantaarn is stuk")
    make_signal(area=desk.there, text="Elders ligt glas")
    text = page(desk.adviser, "inbox")
    assert "De lantaarn is stuk" in text
    assert "Elders ligt glas" not in text
    assert f'data-row href="/werk/meldingen/{mine.reference}/"' in text


def test_filters_stand_in_the_address_and_survive_to_the_next_page(desk):
    for _number in range(27):
        make_signal(area=desk.here)
    make_signal(area=desk.here, text="Al opgepakt", status=SignalStatus.IN_HAND)
    text = page(desk.adviser, "inbox", status="received", volgorde="new")
    assert "Al opgepakt" not in text
    link = re.search(r'href="(\?[^"]*na=[^"]*)"', text).group(1).replace("&amp;", "&")
    assert "status=received" in link
    assert "volgorde=new" in link
    rest = desk.adviser.get(reverse("workspace:inbox") + link).content.decode()
    assert len(re.findall("data-row", rest)) == 2


def test_nonsense_in_the_address_is_no_error(desk):
    make_signal(area=desk.here)
    text = page(desk.adviser, "inbox", gebied="x", status="x", categorie="x", na="x", volgorde="x")
    assert "data-row" in text


def test_the_map_names_in_a_list_what_it_shows(desk):
    signal = make_signal(area=desk.here, text="Glas op straat", point=point_in(desk.here))
    assert "Glas op straat" in page(desk.adviser, "inbox_map")
    points = desk.adviser.get(reverse("workspace:inbox_points")).json()
    assert points["features"][0]["properties"]["reference"] == signal.reference
    assert desk.neighbour.get(reverse("workspace:inbox_points")).json()["features"] == []
    one = desk.adviser.get(reverse("workspace:signal_point", args=[signal.reference])).json()
    assert one["features"][0]["properties"]["reference"] == signal.reference


def test_a_signal_page_of_another_duo_does_not_exist(desk):
    signal = make_signal(area=desk.here)
    for client in (desk.neighbour, desk.director):
        page(client, "signal", signal.reference, code=404)
        page(
            client,
            "signal_point",
            signal.reference,
            code=404 if client is desk.neighbour else 403,
        )
    page(desk.handler, "signal", signal.reference, code=403)
    for deed_name in ("oppakken", "sluiten", "persoon"):
        assert deed(desk.neighbour, signal, deed_name).status_code in {404, 422}
    signal.refresh_from_db()
    assert signal.status == SignalStatus.RECEIVED


@pytest.mark.parametrize(
    "role", [Role.POLICY_ADVISER, Role.EXECUTIVE, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR]
)
def test_other_roles_reach_no_signal(desk, role):
    signal = make_signal(area=desk.here)
    client = desk.role(role)
    for name, *args in (
        ("inbox",), ("inbox_map",), ("inbox_points",), ("signal", signal.reference),
        ("handover_new", signal.reference), ("handovers",), ("attachment", "x"),
    ):  # fmt: skip
        page(client, name, *args, code=403)


def test_the_director_opens_an_escalated_signal_without_what_is_the_duos(desk):
    signal = make_signal(area=desk.here, text="Al weken geen licht", point=point_in(desk.here))
    make_contact(signal, name="Sanne Vermeer", phone="0612345678")
    make_escalation(signal)
    text = page(desk.director, "signal", signal.reference)
    assert "Al weken geen licht" in text
    for secret in ("Vermeer", "0612345678", "Contactgegevens bekijken", "data-points"):
        assert secret not in text
    assert press(desk.director, "contact", signal.reference, reason="Bellen").status_code == 403
    assert deed(desk.director, signal, "oppakken").status_code == 404
    assert deed(desk.director, signal, "notitie", text="Ik bel.").status_code == 302


def test_the_director_never_meets_flagged_words(desk):
    signal = make_signal(area=desk.here, text="Jan dealt hier", person_flag=PersonFlag.RULES)
    make_escalation(signal)
    for text in (page(desk.director, "signal", signal.reference), page(desk.director, "inbox")):
        assert "Jan" not in text
        assert signal.reference in text


def test_an_adviser_takes_a_signal_to_its_answer(desk):
    signal = make_signal(area=desk.here, owed=False)
    assert deed(desk.adviser, signal, "oppakken").status_code == 302
    assert deed(desk.adviser, signal, "wachten", waiting_on="Team groen").status_code == 302
    assert "Team groen" in page(desk.adviser, "signal", signal.reference)
    assert deed(desk.adviser, signal, "gedaan", what="Hersteld").status_code == 302
    assert deed(desk.adviser, signal, "sluiten").status_code == 302
    signal.refresh_from_db()
    assert signal.status == SignalStatus.ANSWERED


def test_what_is_refused_comes_back_beside_its_field_with_what_was_typed(desk):
    signal = make_signal(area=desk.here)
    response = deed(desk.adviser, signal, "beloven", on="2020-01-01")
    assert response.status_code == 422
    assert "Kies een dag die nog komt." in response.content.decode()
    assert 'value="2020-01-01"' in response.content.decode()
    response = deed(desk.adviser, signal, "kan-niet", reason="")
    assert response.status_code == 422
    signal.refresh_from_db()
    assert signal.status == SignalStatus.RECEIVED


def test_closing_while_somebody_waits_says_why_not(desk):
    signal = make_signal(area=desk.here, status=SignalStatus.DONE)
    response = deed(desk.adviser, signal, "sluiten")
    assert response.status_code == 422
    assert "wacht op een antwoord van een mens" in response.content.decode()


def test_a_deed_that_is_none_does_not_exist(desk):
    signal = make_signal(area=desk.here)
    assert deed(desk.adviser, signal, "wissen").status_code == 404


def test_contact_data_are_shown_once_after_a_reason(desk):
    signal = make_signal(area=desk.here)
    make_contact(signal, name="Sanne Vermeer", phone="0612345678")
    assert "Vermeer" not in page(desk.adviser, "signal", signal.reference)
    refused = press(desk.adviser, "contact", signal.reference, reason="")
    assert refused.status_code == 422
    assert "Vermeer" not in refused.content.decode()
    shown = press(desk.adviser, "contact", signal.reference, reason="Bellen over de lamp")
    assert "0612345678" in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert "0612345678" not in page(desk.adviser, "signal", signal.reference)
    assert AuditLine.objects.filter(action="contact.read").count() == 1


def test_a_locked_signal_says_so_and_offers_only_the_question(desk):
    signal = make_signal(area=desk.here, permission=Permission.LOCKED)
    text = page(desk.adviser, "signal", signal.reference)
    assert "Op slot: eerst vragen" in text
    assert "Vraag de melder om een ja" in text
    for offer in ("Draag over", "Maak een afspraak", "Zet op gedaan", "Zet op wachten"):
        assert offer not in text
    refused = press(desk.adviser, "handover_new", signal.reference, **_handover(desk))
    assert refused.status_code == 422
    assert deed(desk.adviser, signal, "gedaan").status_code == 422
    assert deed(desk.adviser, signal, "vragen", question="Mogen wij bellen?").status_code == 302
    text = page(desk.adviser, "signal", signal.reference)
    assert "Wacht op de melder" in text
    assert "Vraag de melder om een ja" not in text


def test_duplicates_are_bundled_with_one_press(desk):
    own = make_signal(area=desk.here, text="De lamp bij de speeltuin is stuk")
    twin = make_signal(area=desk.here, text="De lamp bij de speeltuin is stuk!")
    text = page(desk.adviser, "signal", own.reference)
    assert "lijkt hierop" in text
    assert twin.reference in text
    response = press(
        desk.adviser, "bundle", melding=[own.reference, twin.reference], title="Lamp speeltuin"
    )
    assert response.url == reverse("workspace:signal", args=[own.reference])
    assert Bundle.objects.get().signals.count() == 2
    text = page(desk.adviser, "signal", own.reference)
    assert "Bundel van 2 meldingen" in text
    assert "Antwoord de hele bundel" in text


def test_a_bundle_that_is_refused_says_why(desk):
    own = make_signal(area=desk.here)
    response = desk.adviser.post(
        reverse("workspace:bundle"), {"melding": [own.reference]}, follow=True
    )
    assert "ten minste twee meldingen" in response.content.decode()
    other = make_signal(area=desk.there)
    response = press(desk.adviser, "bundle", melding=[own.reference, other.reference], title="x")
    assert response.status_code == 404


def test_a_whole_bundle_is_settled_and_closed_from_one_page(desk):
    one = make_signal(area=desk.here, owed=False)
    two = make_signal(area=desk.here, owed=False)
    make_bundle(one, two)
    refused = press(desk.adviser, "bundle_settle", one.reference, outcome="declined", reason="")
    assert refused.status_code == 422
    assert press(desk.adviser, "bundle_settle", one.reference, outcome="done").status_code == 302
    assert press(desk.adviser, "bundle_close", one.reference).status_code == 302
    statuses = set(Signal.objects.values_list("status", flat=True))
    assert statuses == {SignalStatus.ANSWERED}


def _handover(desk, **more):
    values = {
        "organisation": desk.organisation.pk,
        "text": "Graag de verlichting nakijken.",
        "ground": "Beheer openbare ruimte",
        "purpose": "Herstel",
        "place": "neighbourhood",
    }
    return {**values, **more}


def test_a_hand_over_reaches_the_handler_and_comes_back(desk):
    signal = make_signal(
        area=desk.here, text="Mijn lamp voor de deur van 12 is al weken stuk", point=(5.1, 52.1)
    )
    assert "eigen woorden" in page(desk.adviser, "handover_new", signal.reference)
    sent = press(desk.adviser, "handover_new", signal.reference, **_handover(desk, point_days=3))
    assert sent.status_code == 302
    handover = Handover.objects.get()
    assert handover.reference in page(desk.handler, "handovers")
    text = page(desk.handler, "handover", handover.reference)
    assert "Graag de verlichting nakijken." in text
    for secret in ("deur van 12", signal.reference, "52,1", "52.1"):
        assert secret not in text
    assert "52,10000" in press(
        desk.handler, "handover_point", handover.reference
    ).content.decode().replace("52.10000", "52,10000")
    assert press(desk.handler, "handover_take", handover.reference).status_code == 302
    empty = press(desk.handler, "handover_report", handover.reference, report="")
    assert empty.status_code == 422
    done = press(desk.handler, "handover_report", handover.reference, report="Lamp vervangen.")
    assert done.status_code == 302
    assert "Lamp vervangen." in page(desk.adviser, "signal", signal.reference)
    assert handover.reference in page(desk.handler, "handovers", stand="klaar")


def test_the_words_of_the_reporter_do_not_pass_in_a_hand_over(desk):
    told = "Mijn lamp voor de deur van 12 is al weken stuk"
    signal = make_signal(area=desk.here, text=told)
    response = press(desk.adviser, "handover_new", signal.reference, **_handover(desk, text=told))
    assert response.status_code == 422
    assert "woorden van de melder" in response.content.decode()


def test_a_withdrawn_hand_over_is_gone_for_the_handler(desk):
    signal = make_signal(area=desk.here)
    handover = make_handover(signal, desk.organisation)
    press(desk.adviser, "handover_withdraw", signal.reference, handover.reference)
    page(desk.handler, "handover", handover.reference, code=404)


def test_entry_gives_the_receipt_to_pass_on(desk):
    text = page(desk.adviser, "enter")
    token = re.search(r'name="submission" value="([^"]+)"', text).group(1)
    street = make_street(desk.here, name="Vlierlaan")
    data = {
        "submission": token, "text": "Mevrouw belt over de lamp", "channel": "phone",
        "street": "vlierlaan", "wish": "call", "name": "Sanne", "phone": "0612345678",
        "openness": "anonymous", "language": "nl",
    }  # fmt: skip
    response = press(desk.adviser, "enter", **data)
    shown = response.content.decode()
    shown_code = re.search(r"data-receipt-code>(.*?)</p>", shown, re.DOTALL).group(1)
    assert len(re.sub(r"\D", "", re.sub("<[^>]+>", "", shown_code))) == 16
    signal = Signal.objects.get()
    assert signal.street == street
    assert signal.responsible_area == desk.here
    assert signal.place_tier == PlaceTier.STREET
    assert signal.openness == "confidential"
    again = press(desk.adviser, "enter", **data)
    assert Signal.objects.count() == 1
    assert shown_code in again.content.decode()


def test_entry_asks_which_place_when_several_fit(desk):
    make_street(desk.here, name="Vlierlaan")
    make_street(desk.there, name="Vlierlaan")
    data = {
        "submission": "x" * 30, "text": "Lamp stuk", "channel": "walk", "street": "vlierlaan",
        "wish": "none", "openness": "anonymous", "language": "nl",
    }  # fmt: skip
    response = press(desk.adviser, "enter", **data)
    assert response.status_code == 422
    assert "Kies er een" in response.content.decode()
    assert press(desk.adviser, "enter", **data, area=desk.there.pk).status_code == 200
    assert Signal.objects.get().responsible_area == desk.there


def test_entry_needs_words(desk):
    response = press(desk.adviser, "enter", submission="x" * 30, text="", channel="phone")
    assert response.status_code == 422
    assert not Signal.objects.exists()


def test_a_handler_enters_what_they_heard_but_does_not_read_it_back(desk):
    response = press(
        desk.handler, "enter", submission="y" * 30, text="Gehoord op ronde", channel="walk",
        area=desk.here.pk, wish="none", openness="anonymous", language="nl",
    )  # fmt: skip
    assert response.status_code == 200
    assert "Open de melding" not in response.content.decode()


def test_script_in_any_words_is_inert(desk):
    signal = make_signal(
        area=desk.here, text=SCRIPT, place_words=SCRIPT, status=SignalStatus.DECLINED,
        status_reason=SCRIPT, point=point_in(desk.here),
    )  # fmt: skip
    make_contact(signal, name=SCRIPT)
    make_bundle(signal, make_signal(area=desk.here, text=SCRIPT), title=SCRIPT)
    handover = make_handover(signal, desk.organisation, text=SCRIPT, report=SCRIPT, ground=SCRIPT)
    deed(desk.adviser, signal, "notitie", text=SCRIPT)
    contact = press(desk.adviser, "contact", signal.reference, reason=SCRIPT)
    for text in (
        contact.content.decode(),
        page(desk.adviser, "signal", signal.reference),
        page(desk.adviser, "inbox", zoek=SCRIPT, status="all"),
        page(desk.adviser, "inbox_map"),
        page(desk.adviser, "handover_new", signal.reference),
        page(desk.handler, "handover", handover.reference),
        page(desk.handler, "handovers"),
    ):
        assert SCRIPT not in text


def _asked(client, name, *args):
    with CaptureQueriesContext(connection) as captured:
        page(client, name, *args)
    return len(captured)


def test_lists_ask_no_more_queries_for_3_signals_than_for_1(desk):
    def fill(name):
        street = make_street(desk.here, name=name)
        signal = make_signal(area=desk.here, street=street, point=point_in(desk.here))
        make_bundle(signal)
        make_handover(signal, desk.organisation)
        return signal

    first = fill("Een")
    pages = [
        (desk.adviser, "inbox"),
        (desk.adviser, "inbox_map"),
        (desk.adviser, "inbox_points"),
        (desk.handler, "handovers"),
        (desk.adviser, "signal", first.reference),
    ]
    before = [_asked(*one) for one in pages]
    fill("Twee")
    fill("Drie")
    assert [_asked(*one) for one in pages] == before
