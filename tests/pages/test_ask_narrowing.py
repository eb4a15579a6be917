"""Narrowing on the assistant's page: choosing, the address, the offer, the label, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.people.roles import Role
from knowledge.audience import OPEN
from knowledge.kinds import DocumentKind
from knowledge.labels import Label
from knowledge.reading.facts import Facts
from retriever.answer import Reply
from retriever.narrowing import EVERYTHING, Narrowing
from retriever.snapshot import IndexedDocument
from tests.doubles_portal import PDF_PLACE, VIDEO_PLACE, WEB_PLACE, StandInPortal, answer
from tests.pages.conftest import Visit, ask, labels, press, words
from tests.pages.signed_in import House
from ui.texts import ENGLISH, GERMAN

N = GERMAN.narrowing
MIRROR = "Wie spiegele ich mein iPad auf das Display?"
IPAD = Narrowing(frozenset({"iPad"}))
PLACE = replace(PDF_PLACE, document_code="0123456789", section_code="abcdefghjk", block=1)


def document(number: int, kind: DocumentKind, level: str, *devices: str) -> IndexedDocument:
    facts = Facts(devices=devices, level=level)
    return IndexedDocument(number, f"{number}", f"Blatt {number}", kind, "de", None, OPEN, facts=facts)


SMALL = (
    document(1, DocumentKind.PDF, "Einstieg", "iPad", "Display"),
    document(2, DocumentKind.VIDEO, "Aufbau", "iPad"),
)
MANY = (*SMALL, *(document(10 + n, DocumentKind.WEB, "", f"Gerät {n}") for n in range(9)))


@pytest.fixture
def library(stand_in: StandInPortal) -> StandInPortal:
    stand_in.kept_documents = SMALL
    stand_in.reply = lambda question, history: answer(question, PLACE, VIDEO_PLACE)
    return stand_in


def groups(at: AppTest) -> list[Any]:
    return list(at.get("button_group"))


def pills(at: AppTest, label: str) -> list[str]:
    """What there is to choose from under this label."""
    found = [group for group in groups(at) if group.label == label]
    return list(found[0].options) if found else []


def choose(at: AppTest, label: str, *names: str) -> AppTest:
    next(group for group in groups(at) if group.label == label).set_value(list(names))
    return at.run()


def test_where_there_is_nothing_to_choose_nothing_is_said(visit: Visit, stand_in: StandInPortal) -> None:
    stand_in.kept_documents = SMALL[1:]
    at = visit()
    assert not pills(at, N.device)
    assert labels(at) == [question for _, question in GERMAN.starters]


def test_there_is_what_the_library_has_and_nothing_is_chosen(visit: Visit, library: StandInPortal) -> None:
    at = visit()
    assert pills(at, N.device) == ["iPad", "Display"]
    assert pills(at, N.kind) == [GERMAN.kinds[DocumentKind.PDF], GERMAN.kinds[DocumentKind.VIDEO]]
    assert pills(at, N.level) == ["Einstieg", "Aufbau"]
    assert N.everything not in labels(at)
    assert not at.exception


def test_rare_devices_stand_behind_more(visit: Visit, library: StandInPortal) -> None:
    library.kept_documents = MANY
    at = visit(geraet="Gerät 8")
    assert len(pills(at, N.device)) == 9, "the first eight and the chosen one"
    at = press(at, N.more)
    assert len(pills(at, N.device)) == 11
    assert N.more not in labels(at)


def test_a_choice_stands_in_the_address_and_asks_within_it(visit: Visit, library: StandInPortal) -> None:
    at = choose(visit(), N.device, "iPad")
    at = choose(at, N.level, "Einstieg", "Aufbau")
    assert at.query_params["geraet"] == "iPad"
    assert at.query_params["stufe"] == ["Aufbau", "Einstieg"]
    ask(at, "Ton")
    assert library.narrowings == [Narrowing(IPAD.devices, levels=frozenset({"Einstieg", "Aufbau"}))]


def test_a_link_brings_its_choice(visit: Visit, library: StandInPortal) -> None:
    at = visit(frage="Ton", geraet="ipad", art="video")
    assert library.narrowings == [Narrowing(IPAD.devices, frozenset({DocumentKind.VIDEO}))]
    assert {"iPad", GERMAN.kinds[DocumentKind.VIDEO], N.everything} <= set(labels(at))
    assert len(library.asked) == 1


@pytest.mark.parametrize(
    "address", [{"geraet": "Beamer"}, {"art": "geheim"}, {"stufe": "<b>"}, {"art": "web"}]
)
def test_what_the_library_has_not_is_no_choice(
    visit: Visit, library: StandInPortal, address: dict[str, str]
) -> None:
    at = visit(frage="Ton", **address)
    assert library.narrowings == [EVERYTHING]
    assert N.everything not in labels(at)


def test_the_device_of_the_question_is_offered_and_one_click_narrows(
    visit: Visit, library: StandInPortal
) -> None:
    at = ask(visit(), MIRROR)
    assert [label for label in labels(at) if label.startswith("Nur")] == ["Nur iPad", "Nur Display"]
    at = press(at, "Nur iPad")
    assert library.narrowings == [EVERYTHING, IPAD]
    assert [question for question, _ in library.asked] == [MIRROR, MIRROR]
    assert not [label for label in labels(at) if label.startswith("Nur")]
    assert MIRROR not in labels(at), "the question is not listed as asked before"


def test_a_device_that_the_library_has_not_is_not_offered(visit: Visit, library: StandInPortal) -> None:
    at = ask(visit(), "Wie lade ich das Chromebook?")
    assert not [label for label in labels(at) if label.startswith("Nur")]


def test_one_part_and_all_of_it_can_be_left_out_again(visit: Visit, library: StandInPortal) -> None:
    at = visit(frage="Ton", geraet="iPad", stufe="Einstieg")
    at = press(at, "Einstieg")
    assert library.narrowings[-1] == IPAD
    at = press(at, N.everything)
    assert library.narrowings[-1] == EVERYTHING
    assert not {"geraet", "stufe", "art"} & set(at.query_params)


def test_seeing_an_earlier_answer_brings_its_narrowing_back_and_asks_nothing(
    visit: Visit, library: StandInPortal
) -> None:
    at = ask(visit(geraet="iPad"), "Ton")
    at = ask(press(at, N.everything), "Bild")
    count = len(library.asked)
    at = ask(choose(at, N.device, "Display"), "Netz")
    at = press(at, "Bild")
    assert at.query_params["geraet"] == "Display"
    assert len(library.asked) == count + 2


def test_a_thumb_down_is_kept_when_another_answer_takes_its_place(
    visit: Visit, library: StandInPortal
) -> None:
    at = ask(visit(), MIRROR)
    at.feedback[0].set_value(0).run()
    press(at, "Nur iPad")
    assert [kept[:4] for kept in library.feedback] == [(MIRROR, PLACE.document, False, None)]


LABEL = Label("0123456789", "Display", "ViewSonic", "IFP75", "1.04", "GS Nord")


def test_a_label_says_where_one_stands_and_narrows_to_the_device(
    visit: Visit, library: StandInPortal
) -> None:
    library.labels = {LABEL.code: LABEL, "1123456789": Label("1123456789", "Dokumentenkamera", "", "", "")}
    at = visit(frage="Ton", schild=LABEL.code)
    assert "Sie stehen am Display ViewSonic IFP75, Raum 1.04</p>" in words(at)
    assert library.narrowings == [Narrowing(frozenset({"Display"}))]
    at = press(at, N.everything)
    assert "Sie stehen" not in words(at)
    assert library.narrowings[-1] == EVERYTHING
    assert "Sie stehen an der Dokumentenkamera</p>" in words(visit(schild="1123456789"))


def test_an_unknown_label_is_no_label(visit: Visit, library: StandInPortal) -> None:
    at = visit(frage="Ton", geraet="iPad", schild="<b>unbekannt</b>")
    assert library.narrowings == [IPAD]
    assert not at.exception
    assert "unbekannt" not in words(at)


def test_a_better_place_outside_is_named_with_the_way_to_it(visit: Visit, library: StandInPortal) -> None:
    title = replace(WEB_PLACE, title="Netz & <b>Kennwort</b>")
    library.reply = lambda question, history: replace(answer(question, PLACE), elsewhere=title)
    at = visit(frage="Ton", geraet="iPad")
    assert "Genauer passt: <strong>Netz &amp; &lt;b&gt;Kennwort&lt;/b&gt;</strong>, Abschnitt" in words(at)
    library.reply = lambda question, history: answer(question, WEB_PLACE)
    at = press(at, N.ask_all)
    assert library.narrowings == [IPAD, EVERYTHING]
    assert "Genauer passt" not in words(at)


def test_a_better_place_that_one_may_no_longer_read_goes(
    visit: Visit, library: StandInPortal, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.reply = lambda question, history: replace(answer(question, PLACE), elsewhere=WEB_PLACE)
    at = visit(frage="Ton", geraet="iPad")
    monkeypatch.setattr(library, "readable", lambda number, person: number != WEB_PLACE.document_id)
    library.reply = lambda question, history: answer(question, PLACE)
    assert WEB_PLACE.title not in words(at.run())


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"geraet": "Display"}, N.outside_holds.format(devices="iPad")),
        ({"stufe": "Einstieg"}, N.outside_stands),
    ],
)
def test_an_answer_from_outside_says_what_it_holds_for(
    visit: Visit, library: StandInPortal, address: dict[str, str], said: str
) -> None:
    library.reply = lambda question, history: replace(answer(question, VIDEO_PLACE), outside=True)
    told = words(visit(frage="Ton", **address))
    assert N.outside in told
    assert said in told


def test_the_answer_leads_to_the_class_and_back_to_itself(visit: Visit, library: StandInPortal) -> None:
    told = words(visit(frage="Ton", geraet="iPad"))
    start = '<a class="for-class" href="/vor-der-klasse/abcdefghjk?block=1&amp;zurueck='
    assert f"{start}%2F%3Ffrage%3DTon%26geraet%3DiPad%26lang%3Dde&amp;lang=de" in told
    assert f">{N.for_class}</a>" in told


def test_nothing_found_leads_to_no_class(visit: Visit, stand_in: StandInPortal) -> None:
    assert N.for_class not in words(ask(visit(), "Wie viele Monde hat der Jupiter?"))


def manuals(at: AppTest) -> Sequence[str]:
    """The places that links to the manual name."""
    links = [link.proto for link in at.main.get("page_link")]
    return [link.query_string for link in links if link.label == N.whole_manual]


def test_the_card_leads_to_the_whole_manual(house: House, library: StandInPortal) -> None:
    house.signed_in_as(Role.TEACHER)
    assert manuals(house.visit(frage="Ton")) == ["d=0123456789&abschnitt=abcdefghjk&seite=2"]


def test_who_may_only_ask_is_led_to_no_manual(
    visit: Visit, library: StandInPortal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOTSE_OPEN", "ask")
    assert manuals(visit(frage="Ton")) == []


def test_in_english(visit: Visit, library: StandInPortal) -> None:
    at = visit(lang="en", geraet="iPad", stufe="Einstieg")
    assert pills(at, ENGLISH.narrowing.level) == ["Beginner", "Intermediate"]
    assert "Beginner" in labels(at)


def test_a_new_question_is_asked_within_what_is_chosen(visit: Visit, library: StandInPortal) -> None:
    def replied(question: str, history: Sequence[str]) -> Reply:
        return answer(question, PLACE)

    library.reply = replied
    at = ask(ask(visit(geraet="iPad"), "Ton"), "Bild")
    assert library.narrowings == [IPAD, IPAD]
    assert not at.exception
