"""Uploads go live, replace, and are taken back, in the database and in what a portal shows."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from shutil import copyfile, rmtree
from typing import Any

import pytest
from sqlalchemy import select

import knowledge.starter
import knowledge.uploads
from bootstrap import Portal
from core.audit import Action, latest
from core.database import Database
from core.people.actor import OPERATOR
from core.people.names import NameMissing
from core.people.own_data import delete
from core.people.person import NotAllowed
from core.people.roles import Role
from core.people.schools import NoSuchSchool
from core.settings import Settings
from knowledge import upload_reading
from knowledge.audience import OPEN, Audience
from knowledge.codes import document_code
from knowledge.reading.facts import Facts
from knowledge.sync import ReservedSource, sync
from knowledge.sync_report import Outcome
from knowledge.tables import DocumentRow, UploadRow
from knowledge.upload_incoming import FORGOTTEN_AFTER, NoSuchUpload, discard, receive
from knowledge.upload_reading import look
from knowledge.upload_versions import UPLOAD, State, document_named
from knowledge.uploads import (
    KEPT_VERSIONS,
    Busy,
    NoSuchDocument,
    Overtaken,
    Replaced,
    Wish,
    bring_back,
    publish,
    take_back,
    uploaded,
)
from knowledge.workshop import Workshop
from tests.doubles import HashEmbedder
from tests.knowledge.people import person
from tests.knowledge.uploading import NOW, Team, folders, guide, team

STARTER = Path(knowledge.starter.__file__).parent / "library"
PDF = STARTER / "bildschirmspiegelung.pdf"
WLAN = Replaced("own", "wlan.txt")


@pytest.fixture
def workshop(database: Database, tmp_path: Path) -> Workshop:
    return Workshop(database, HashEmbedder(), tmp_path / "home", readers=1)


@pytest.fixture
def theo(workshop: Workshop) -> Team:
    return team(workshop)


@pytest.fixture
def folder(tmp_path: Path, workshop: Workshop) -> Path:
    """A library that has been synced."""
    folder = tmp_path / "manuals"
    folder.mkdir()
    (folder / "wlan.txt").write_text("Das WLAN heißt Schule. Das Passwort steht am Aushang.", "utf-8")
    copyfile(PDF, folder / "spiegeln.pdf")
    sync(workshop, folder)
    return folder


@pytest.fixture
def portal(workshop: Workshop, folder: Path) -> Iterator[Portal]:
    opened = Portal(Settings(home=workshop.home), workshop.database, workshop.embedder)
    yield opened
    opened.assistant.close()


def shown(portal: Portal, who: Any = None) -> set[tuple[str, str]]:
    portal.assistant.refresh()
    return {(document.source, document.name) for document in portal.catalogue(who)}


def number_of(workshop: Workshop, source: str, name: str) -> int:
    with workshop.database.read() as db:
        same = (DocumentRow.source == source, DocumentRow.name == name)
        return db.scalars(select(DocumentRow.id).where(*same)).one()


def text_of(portal: Portal, question: str) -> str:
    """All that the places found for a question say."""
    portal.assistant.refresh()
    _, _, hits = portal.assistant.find(question, everything=True)
    return "\n".join(hit.text for hit in hits)


def test_nothing_is_live_before_it_is_published(portal: Portal, theo: Team) -> None:
    before = shown(portal)
    preview = theo.preview("beamer.md", guide())
    assert preview.reading.title == "Beamer"
    assert shown(portal) == before
    assert "Kupfer" not in text_of(portal, "Beamer kein Bild")


def test_what_is_published_is_found_at_once_with_what_was_said_of_it(portal: Portal, theo: Team) -> None:
    facts = Facts(("Display",), ("Bild",), ("Lehrkräfte",), "Einstieg", "alle", NOW.date())
    theo.publish("beamer.md", guide(), facts=facts)
    assert (UPLOAD, "beamer.md") in shown(portal)
    assert "Kupfer" in text_of(portal, "Beamer kein Bild")
    document = next(each for each in portal.catalogue(None) if each.source == UPLOAD)
    assert (document.facts, document.date) == (facts, NOW.date())


def test_replacing_hides_the_old_one_everywhere_and_takes_its_code(
    portal: Portal, theo: Team, workshop: Workshop
) -> None:
    old = number_of(workshop, "own", "spiegeln.pdf")
    printed = document_code("own", "spiegeln.pdf")
    assert portal.original(old, None) is not None
    assert portal.page_picture(old, 1, (), None) is not None
    theo.publish("neu.md", guide(), Replaced("own", "spiegeln.pdf"))
    # The files are closed before any index is built anew.
    assert not portal.readable(old, None)
    assert portal.original(old, None) is None
    assert portal.page_picture(old, 1, (), None) is None
    assert portal.subtitles(old, None) is None
    assert shown(portal) == {("own", "wlan.txt"), (UPLOAD, "neu.md")}
    found = portal.target(printed, None)
    assert found is not None
    assert found.document.source == UPLOAD
    manual = portal.manual(found.document, None)
    assert manual is not None
    sections = {chapter.code for chapter in manual.chapters}
    assert all(portal.target(code, None) for code in sections if code), "its sections' codes lead somewhere"


def test_a_sync_goes_on_and_brings_nothing_back(
    portal: Portal, theo: Team, workshop: Workshop, folder: Path
) -> None:
    theo.publish("neu.pdf", PDF.read_bytes(), WLAN)
    (folder / "wlan.txt").write_text("Das WLAN heißt jetzt Lernen.", "utf-8")
    (folder / "spiegeln.pdf").unlink()
    sync(workshop, folder)
    assert shown(portal) == {(UPLOAD, "neu.pdf")}
    upload = number_of(workshop, UPLOAD, "neu.pdf")
    original = portal.original(upload, None)
    assert original is not None
    assert original.path.is_file(), "a sync sweeps no file of an upload"
    assert folders(workshop), "nor its own folder"
    take_back(workshop, "neu.pdf", 1, theo.person, NOW)
    assert shown(portal) == {("own", "wlan.txt")}
    assert "Lernen" in text_of(portal, "WLAN"), "the replaced one returns as its folder has it now"


def test_a_later_version_keeps_name_number_and_code(portal: Portal, theo: Team, workshop: Workshop) -> None:
    first = theo.publish("beamer.md", guide("Kupfer"), WLAN)
    number = number_of(workshop, UPLOAD, "beamer.md")
    second = theo.publish("ganz-anders.pdf", PDF.read_bytes(), Replaced(UPLOAD, first.name, 1))
    assert (second.name, second.number, second.replaces) == ("beamer.md", 2, ("own", "wlan.txt"))
    assert number_of(workshop, UPLOAD, "beamer.md") == number
    assert "Kupfer" not in text_of(portal, "Beamer kein Bild")
    original = portal.original(number, None)
    assert original is not None
    assert original.file_name == "beamer.pdf", "a PDF is not called as the text before it"
    found = portal.target(document_code("own", "wlan.txt"), None)
    assert found is not None
    assert found.document.id == number


def test_taking_back_shows_the_version_before_and_then_what_was_replaced(
    portal: Portal, theo: Team, workshop: Workshop
) -> None:
    first = theo.publish("beamer.md", guide("Kupfer"), WLAN)
    theo.next_version(first, guide("Silber"))
    assert "Silber" in text_of(portal, "Kabel prüfen")
    again = take_back(workshop, "beamer.md", 2, theo.person, NOW)
    assert again is not None
    assert again.number == 1
    found = text_of(portal, "Kabel prüfen")
    assert "Kupfer" in found
    assert "Silber" not in found
    assert take_back(workshop, "beamer.md", 1, theo.person, NOW) is None
    assert ("own", "wlan.txt") in shown(portal)
    assert (UPLOAD, "beamer.md") not in shown(portal)


def test_what_was_taken_back_is_not_shown_by_the_next_taking_back(theo: Team, workshop: Workshop) -> None:
    first = theo.publish("beamer.md", guide("eins"))
    theo.next_version(first, guide("zwei"))
    take_back(workshop, "beamer.md", 2, theo.person, NOW)
    third = theo.next_version(first, guide("drei"))
    assert third.number == 3
    again = take_back(workshop, "beamer.md", 3, theo.person, NOW)
    assert again is not None
    assert again.number == 1


def test_a_version_that_was_taken_back_can_be_brought_back(
    portal: Portal, theo: Team, workshop: Workshop
) -> None:
    theo.publish("beamer.md", guide("Kupfer"), WLAN)
    take_back(workshop, "beamer.md", 1, theo.person, NOW)
    bring_back(workshop, "beamer.md", 1, None, theo.person, NOW)
    assert "Kupfer" in text_of(portal, "Kabel prüfen")
    assert ("own", "wlan.txt") not in shown(portal)


def test_bringing_back_replaces_nothing_that_something_else_has_replaced(
    theo: Team, workshop: Workshop, folder: Path
) -> None:
    theo.publish("eins.md", guide("eins"), WLAN)
    take_back(workshop, "eins.md", 1, theo.person, NOW)
    theo.publish("zwei.md", guide("zwei"), WLAN)
    with pytest.raises(Overtaken):
        bring_back(workshop, "eins.md", 1, None, theo.person, NOW)
    with pytest.raises(NoSuchDocument):
        bring_back(workshop, "zwei.md", 7, 1, theo.person, NOW)


def test_the_same_name_twice_makes_two_documents(portal: Portal, theo: Team) -> None:
    theo.publish("beamer.md", guide("Kupfer"))
    assert theo.publish("beamer.md", guide("Silber")).name == "beamer-2.md"
    assert {(UPLOAD, "beamer.md"), (UPLOAD, "beamer-2.md")} <= shown(portal)


def test_publishing_the_same_upload_twice_does_it_once(theo: Team, workshop: Workshop) -> None:
    preview = theo.preview("beamer.md", guide())
    wish = Wish("Beamer", Facts(), OPEN)
    first = publish(workshop, preview, wish, theo.person, NOW)
    assert publish(workshop, preview, wish, theo.person, NOW) == first
    with workshop.database.read() as db:
        assert len(db.scalars(select(UploadRow)).all()) == 1


def test_the_last_five_versions_are_kept(theo: Team, workshop: Workshop) -> None:
    version = theo.publish("beamer.md", guide("0"))
    oldest = version.folder
    for word in "1234567":
        version = theo.next_version(version, guide(word))
    with workshop.database.read() as db:
        found = document_named(db, "beamer.md")
    assert found is not None
    assert [each.number for each in found.versions] == [8, 7, 6, 5, 4]
    assert len(found.versions) == KEPT_VERSIONS
    long_ago = (NOW - timedelta(days=2)).timestamp()
    for each in folders(workshop):
        os.utime(each, (long_ago, long_ago))
    theo.next_version(version, guide("8"))
    assert oldest not in {each.name for each in folders(workshop)}
    assert len(folders(workshop)) == KEPT_VERSIONS


def test_who_and_when_is_told_and_stands_in_the_log_without_contents(theo: Team, workshop: Workshop) -> None:
    version = theo.publish("beamer.md", guide())
    take_back(workshop, "beamer.md", 1, theo.person, NOW)
    with workshop.database.read() as db:
        (document,) = uploaded(db, theo.person)
        lines = [entry for entry in latest(db) if entry.action is not Action.PERSON_ADDED]
    assert (version.person_id, document.versions[0].at) == (theo.person.id, NOW)
    assert document.versions[0].state is State.TAKEN_BACK
    assert [line.action for line in lines] == [Action.DOCUMENT_WITHDRAWN, Action.DOCUMENT_PUBLISHED]
    assert all(line.person_id == theo.person.id for line in lines)
    assert not any("beamer" in line.about.lower() for line in lines)


def test_a_version_outlives_the_person_who_published_it(theo: Team, workshop: Workshop) -> None:
    theo.publish("beamer.md", guide())
    with workshop.database.write.begin() as db:
        delete(db, theo.person.id, theo.person, NOW)
    with workshop.database.read() as db:
        (document,) = uploaded(db, OPERATOR)
    assert document.live is not None
    assert document.live.person_id is None


# who may


@pytest.mark.parametrize("role", [None, Role.TEACHER, Role.HEAD, Role.ASSISTANT, Role.TRAINER])
def test_without_the_right_nothing_can_be_done(theo: Team, workshop: Workshop, role: Role | None) -> None:
    version = theo.publish("beamer.md", guide())
    preview = theo.preview("anders.md", guide())
    other = person(role)
    calls: list[Callable[[Any], object]] = [
        lambda by: receive(workshop, [], by),
        lambda by: look(workshop, preview.token, by),
        lambda by: discard(workshop, preview.token, by),
        lambda by: publish(workshop, preview, Wish("X", Facts(), OPEN), by, NOW),
        lambda by: take_back(workshop, version.name, 1, by, NOW),
        lambda by: bring_back(workshop, version.name, 1, 1, by, NOW),
    ]
    for call in calls:
        for by in (other, None):
            with pytest.raises(NotAllowed):
                call(by)
    with workshop.database.read() as db:
        with pytest.raises(NotAllowed):
            uploaded(db, other)
        (document,) = uploaded(db, theo.person)
    assert document.live == version
    assert len(folders(workshop)) == 2


@pytest.mark.parametrize(
    ("audience", "reader"),
    [
        (Audience(signed_in=True), person(Role.TEACHER)),
        (Audience(roles=frozenset({Role.HEAD})), person(Role.HEAD)),
        (Audience(schools=frozenset({1})), person(Role.TEACHER, 1)),
    ],
)
def test_a_limited_document_is_nowhere_for_others(
    portal: Portal, theo: Team, workshop: Workshop, audience: Audience, reader: Any
) -> None:
    from core.people.schools import SchoolFacts, add_school

    with workshop.database.write.begin() as db:
        add_school(db, SchoolFacts("GS Am Park"), OPERATOR, NOW)
    theo.publish("geheim.pdf", PDF.read_bytes(), audience=audience)
    number = number_of(workshop, UPLOAD, "geheim.pdf")
    place = (UPLOAD, "geheim.pdf")
    assert place in shown(portal, reader)
    assert portal.page_picture(number, 1, (), reader) is not None
    outsiders = [None, person(None)] + ([] if audience.signed_in else [person(Role.TRAINER, 2)])
    for other in outsiders:
        assert place not in shown(portal, other)
        assert not portal.readable(number, other)
        assert portal.original(number, other) is None
        assert portal.page_picture(number, 1, (), other) is None
        assert portal.target(document_code(*place), other) is None
        hits = portal.assistant.find("Bildschirm spiegeln", person=other)[2]
        assert "geheim.pdf" not in {hit.document for hit in hits}


def test_what_cannot_be_meant_is_refused_and_the_upload_stays(
    theo: Team, workshop: Workshop, folder: Path
) -> None:
    preview = theo.preview("beamer.md", guide())
    refused: list[tuple[Wish, type[Exception]]] = [
        (Wish("  ", Facts(), OPEN), NameMissing),
        (Wish("X", Facts(), Audience(schools=frozenset({99}))), NoSuchSchool),
        (Wish("X", Facts(), OPEN, Replaced("own", "nie.txt")), NoSuchDocument),
        (Wish("X", Facts(), OPEN, Replaced(UPLOAD, "nie.md", 1)), NoSuchDocument),
    ]
    for wish, why in refused:
        with pytest.raises(why):
            publish(workshop, preview, wish, theo.person, NOW)
    assert look(workshop, preview.token, theo.person) == preview
    with workshop.database.read() as db:
        assert uploaded(db, theo.person) == []


# at the same moment


def test_who_comes_second_is_told_and_loses_nothing(theo: Team, workshop: Workshop, folder: Path) -> None:
    first = theo.publish("beamer.md", guide("eins"))
    late = theo.preview("spaet.md", guide("spät"))
    theo.next_version(first, guide("zwei"))
    for replaces in (Replaced(UPLOAD, "beamer.md", 1),):
        with pytest.raises(Overtaken):
            publish(workshop, late, Wish("X", Facts(), OPEN, replaces), theo.person, NOW)
    with pytest.raises(Overtaken):
        take_back(workshop, "beamer.md", 1, theo.person, NOW)
    theo.publish("eins.md", guide(), WLAN)
    with pytest.raises(Overtaken):
        publish(workshop, late, Wish("X", Facts(), OPEN, WLAN), theo.person, NOW)
    assert publish(workshop, late, Wish("X", Facts(), OPEN), theo.person, NOW).name == "spaet.md"


def at_once(theo: Team, *replaces: Replaced | None) -> list[object]:
    """Publishes as many uploads in the same moment; what came of each."""
    barrier, results = threading.Barrier(len(replaces)), list[object]()
    previews = [theo.preview("gleich.md", guide(str(number))) for number in range(len(replaces))]

    def work(number: int) -> None:
        barrier.wait()
        wish = Wish("Gleich", Facts(), OPEN, replaces[number])
        try:
            results.append(publish(theo.workshop, previews[number], wish, theo.person, NOW))
        except Exception as error:
            results.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(len(replaces))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_of_two_who_replace_the_same_one_wins(theo: Team, workshop: Workshop, folder: Path) -> None:
    results = at_once(theo, WLAN, WLAN, WLAN)
    assert sorted(type(result).__name__ for result in results) == ["Overtaken", "Overtaken", "Version"]


def test_two_new_ones_of_the_same_name_both_go_live(portal: Portal, theo: Team) -> None:
    at_once(theo, None, None, None)
    assert {(UPLOAD, "gleich.md"), (UPLOAD, "gleich-2.md"), (UPLOAD, "gleich-3.md")} <= shown(portal)


def test_without_the_lock_this_test_would_notice(
    theo: Team, workshop: Workshop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both look before either writes."""
    both_have_looked, real = threading.Barrier(2), upload_reading.made

    def made(*arguments: Any) -> DocumentRow:
        both_have_looked.wait(10)
        return real(*arguments)

    monkeypatch.setattr(knowledge.uploads, "made", made)
    monkeypatch.setattr(knowledge.uploads, "_alone", lambda workshop: nullcontext())
    results = at_once(theo, WLAN, WLAN)
    assert not any(isinstance(result, Overtaken) for result in results)


def test_during_a_sync_one_is_told_to_wait(
    theo: Team, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(knowledge.uploads, "WAITS", 0.1)
    preview = theo.preview("beamer.md", guide())
    with workshop.lock(), pytest.raises(Busy):
        publish(workshop, preview, Wish("X", Facts(), OPEN), theo.person, NOW)
    assert publish(workshop, preview, Wish("X", Facts(), OPEN), theo.person, NOW).number == 1


# interrupted, forgotten, read anew


def test_killed_before_the_row_nothing_is_live_and_the_upload_is_still_there(
    portal: Portal, theo: Team, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = theo.publish("beamer.md", guide("Kupfer"))
    preview = theo.preview("neu.md", guide("Silber"))
    wish = Wish("Beamer", Facts(), OPEN, Replaced(UPLOAD, first.name, 1))

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(knowledge.uploads, "record", killed)
        with pytest.raises(KeyboardInterrupt):
            publish(workshop, preview, wish, theo.person, NOW)
    found = text_of(portal, "Kabel prüfen")
    assert "Kupfer" in found
    assert "Silber" not in found
    assert publish(workshop, preview, wish, theo.person, NOW).number == 2


def test_an_upload_that_nobody_publishes_is_forgotten_after_a_day(
    theo: Team, workshop: Workshop, folder: Path
) -> None:
    kept = theo.publish("beamer.md", guide())
    old, young = theo.preview("alt.md", guide()), theo.preview("jung.md", guide())
    long_ago = (NOW - FORGOTTEN_AFTER - timedelta(hours=1)).timestamp()
    for token in (old.token, kept.folder):
        os.utime(workshop.uploads / token, (long_ago, long_ago))
    sync(workshop, folder)
    assert {each.name for each in folders(workshop)} == {kept.folder, young.token}
    with pytest.raises(NoSuchUpload):
        look(workshop, old.token, theo.person)


def test_discarding_takes_no_version_away(theo: Team, workshop: Workshop) -> None:
    kept, draft = theo.publish("beamer.md", guide()), theo.preview("weg.md", guide())
    for token in (kept.folder, draft.token, "../home", ".."):
        discard(workshop, token, theo.person)
    assert [each.name for each in folders(workshop)] == [kept.folder]


def test_another_model_reads_uploads_anew_with_what_was_said_of_them(
    theo: Team, workshop: Workshop, folder: Path
) -> None:
    facts, who = Facts(("iPad",), checked=NOW.date()), Audience(roles=frozenset({Role.HEAD}))
    theo.publish("beamer.md", guide(), WLAN, audience=who, facts=facts)
    other = Workshop(workshop.database, HashEmbedder(model_id="other"), workshop.home, readers=1)
    lines = {line.document: line.outcome for line in sync(other, folder).lines}
    assert lines["beamer.md"] is Outcome.CHANGED
    portal = Portal(Settings(home=workshop.home), workshop.database, other.embedder)
    assert shown(portal, person(Role.HEAD)) == {(UPLOAD, "beamer.md"), ("own", "spiegeln.pdf")}
    assert shown(portal) == {("own", "spiegeln.pdf")}
    (document,) = [each for each in portal.catalogue(person(Role.HEAD)) if each.source == UPLOAD]
    assert document.facts == facts
    portal.assistant.close()
    assert "beamer.md" not in {line.document for line in sync(other, folder).lines}, "once is enough"


def test_an_upload_whose_file_is_lost_stays_as_it_was_read(
    theo: Team, workshop: Workshop, folder: Path
) -> None:
    version = theo.publish("beamer.md", guide())
    rmtree(workshop.uploads / version.folder)
    other = Workshop(workshop.database, HashEmbedder(model_id="other"), workshop.home, readers=1)
    failed = [line for line in sync(other, folder).lines if line.outcome is Outcome.FAILED]
    assert [line.document for line in failed] == ["beamer.md"]
    assert number_of(workshop, UPLOAD, "beamer.md")


def test_no_folder_can_pass_for_the_uploads(theo: Team, workshop: Workshop, folder: Path) -> None:
    theo.publish("beamer.md", guide())
    with pytest.raises(ReservedSource):
        sync(workshop, folder, UPLOAD)
    assert number_of(workshop, UPLOAD, "beamer.md")


def test_on_each_database(any_database: Database, tmp_path: Path) -> None:
    theo = team(Workshop(any_database, HashEmbedder(), tmp_path / "home", readers=1))
    first = theo.publish("beamer.md", guide("eins"), audience=Audience(signed_in=True))
    theo.next_version(first, guide("zwei"))
    again = take_back(theo.workshop, "beamer.md", 2, theo.person, NOW)
    assert again is not None
    assert (again.number, again.audience) == (1, Audience(signed_in=True))
    assert take_back(theo.workshop, "beamer.md", 1, theo.person, NOW) is None
