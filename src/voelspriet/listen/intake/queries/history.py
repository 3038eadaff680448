# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happened with a signal, from its audit lines, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.privacy.choices import ActorKind
from voelspriet.ground.privacy.models import AuditLine

MOST_LINES = 200
SENTENCES = {
    "signal.received": _("Melding ontvangen"),
    "signal.repeated": _("Dezelfde melding nog eens verstuurd; één keer bewaard"),
    "signal.enter": _("Ingevoerd door een collega"),
    "signal.take_in_hand": _("Opgepakt"),
    "signal.set_waiting": _("Op wachten gezet"),
    "signal.mark_done": _("Op gedaan gezet"),
    "signal.decline": _("Besloten: dit kunnen of willen we niet"),
    "signal.close": _("Gesloten: de melder heeft antwoord"),
    "signal.set_category": _("Categorie gekozen"),
    "signal.set_person_flag": _("Bekeken of dit naar een persoon wijst"),
    "signal.set_legal_kind": _("Juridische soort gekozen"),
    "signal.enforcement_notice": _("Melder verteld dat een verzoek om handhaving niet anoniem kan"),
    "signal.promise_day": _("Dag beloofd"),
    "signal.add_note": _("Notitie geschreven"),
    "signal.ask_permission": _("Toestemming gevraagd aan de melder"),
    "signal.answer_permission": _("Melder gaf antwoord op de vraag om toestemming"),
    "signal.add_message": _("Melder schreef een bericht"),
    "signal.withdraw": _("Ingetrokken door de melder"),
    "signal.unbundle": _("Uit de bundel gehaald"),
    "signal.hand_over": _("Overgedragen aan een organisatie"),
    "signal.escalate": _("Opgeschaald: een klok liep af"),
    "signal.transcribe": _("Ingesproken melding uitgeschreven; de opname is vernietigd"),
    "handover.take": _("Overdracht opgepakt door de organisatie"),
    "handover.report": _("Organisatie meldde terug"),
    "handover.withdraw": _("Overdracht ingetrokken"),
    "handover.read_point": _("Precieze plek bekeken door de organisatie"),
    "contact.read": _("Contactgegevens bekeken"),
    "attachment.read": _("Bijlage bekeken"),
    "attachment.clear": _("Foto bekeken en besluit genomen"),
    "debt.open": _("Melder wacht op antwoord"),
    "debt.pay": _("Antwoord staat bij de melder"),
    "debt.lapse": _("Melder wacht niet meer"),
    "signal.told_along": _("Ontvangen met andere waarnemingen"),
    "bundle.told": _("Bundel met waarnemingen ontvangen"),
    "bundle.repeated": _("Dezelfde bundel nog eens verstuurd; één keer bewaard"),
    "permission.answered": _("Melder gaf antwoord op de vraag om toestemming"),
    "message.received": _("Melder schreef een bericht"),
    "answer.acknowledged": _("Ontvangst bevestigd"),
    "answer.enforcement_notice": _("Bericht over handhaving staat bij de melder"),
    "answer.written": _("Antwoord geschreven"),
    "answer.repeated": _("Hetzelfde antwoord nog eens verstuurd; één keer bewaard"),
    "answer.translated": _("Antwoord vertaald"),
    "words.translated": _("Woorden van de melder vertaald"),
    "notice.translated": _("Bericht aan de melder vertaald"),
    "call.logged": _("Gebeld"),
    "call.given_up": _("Niet bereikt; niet meer bellen"),
    "rating.given": _("Melder gaf aan of die zich gehoord voelt"),
    "review.decided": _("Herbeoordeling afgerond"),
    "delivery.sent": _("Mail verstuurd"),
    "delivery.waiting": _("Mail wacht op een nieuwe poging"),
    "delivery.failed": _("Mail niet aangekomen"),
    "delivery.uncertain": _("Onzeker of de mail aankwam"),
    "delivery.overtaken": _("Mail niet meer nodig"),
    "delivery.resend": _("Mail opnieuw verstuurd"),
    "delivery.confirm": _("Bevestigd dat de mail aankwam"),
    "agreement.make": _("Afspraak gemaakt"),
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened: what, who, when, and the reason when one was asked."""

    at: datetime
    what: str
    who: str
    reason: str


def history_of(*, reference: str, with_reasons: bool) -> tuple[HistoryLine, ...]:
    """Return what happened with a signal, newest first. The caller checks scope.

    Reasons are in a colleague's own words, so only the duo reads them.
    """
    lines = AuditLine.objects.filter(subject="signal", subject_reference=reference)
    return tuple(
        HistoryLine(line.at, _sentence(line), _who(line), line.reason if with_reasons else "")
        for line in lines.order_by("-at", "-id")[:MOST_LINES]
    )


def _sentence(line: AuditLine) -> str:
    if line.action == "debt.pay" and line.detail.get("closed"):
        return gettext("Antwoord staat bij de melder; daarmee is de melding beantwoord")
    known = SENTENCES.get(line.action)
    if known is not None:
        return str(known)
    return gettext("Handeling: %(action)s") % {"action": line.action}


def _who(line: AuditLine) -> str:
    if line.actor_kind == ActorKind.RESIDENT:
        return gettext("melder")
    if line.actor_kind == ActorKind.SYSTEM:
        return gettext("vanzelf")
    return line.actor_name
