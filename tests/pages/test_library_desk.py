"""The page for uploads, over a real library: choose, look, publish, replace, take back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pytest
from streamlit.testing.v1 import AppTest

import knowledge.starter
import ui.portal
from bootstrap import Portal
from core.database import open_database
from core.migration import migrate
from core.people.person import Person
from core.people.roles import Role
from core.settings import Settings
from knowledge.audience import OPEN, Audience
from knowledge.reading.facts import NO_FACTS
from knowledge.sync import sync
from knowledge.upload_incoming import Incoming, receive
from knowledge.upload_readers import Readers
from knowledge.upload_reading import look
from knowledge.upload_versions import UPLOAD, Uploaded, Version, all_documents
from knowledge.uploads import Replaced, Wish, publish, take_back
from knowledge.workshop import Workshop
from tests.doubles import HashEmbedder
from tests.knowledge.uploading import guide
from tests.pages.conftest import labels, press
from tests.pages.signed_in import House, told
from ui.texts import ENGLISH, GERMAN

U = GERMAN.uploads
STARTER = Path(knowledge.starter.__file__).parent / "library"


@dataclass(frozen=True)
class Desk:
    """The page with a library of two documents, one of them for heads only."""

    house: House
    portal: Portal

    def open(self, **address: str) -> AppTest:
        return self.house.open("library_desk.py", **address)

    def uploaded(self, at: AppTest, *files: tuple[str, bytes]) -> AppTest:
        at.file_uploader[0].set_value([(name, data, "") for name, data in files])
        return at.run()

    def documents(self) -> list[Uploaded]:
        with self.portal.database.read() as db:
            return list(all_documents(db))

    def titles(self, person: Person | None = None) -> list[str]:
        self.portal.assistant.refresh()
        return [document.title for document in self.portal.catalogue(person)]

    def publish(self, by: Person, word: str, replaces: Replaced | None = None) -> Version:
        """As somebody else does it on another screen."""
        workshop = self.portal.workshop
        preview = look(workshop, receive(workshop, [Incoming("beamer.md", BytesIO(guide(word)))], by), by)
        version = publish(
            workshop, preview, Wish(f"Beamer {word}", NO_FACTS, OPEN, replaces), by, datetime.now(UTC)
        )
        self.portal.assistant.refresh()
        return version


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a portal that has read the two documents."""
    home = tmp_path_factory.mktemp("library")
    folder = home / "manuals"
    (folder / "intern").mkdir(parents=True)
    (folder / "wlan.md").write_text("# WLAN in der Schule\n\n## Passwort\n\nEs steht am Aushang.\n", "utf-8")
    (folder / "intern" / "leitung.md").write_text("# Haushalt\n\n## Plan\n\nNur Leitung.\n", "utf-8")
    (folder / "intern" / "zugriff.yml").write_text("rollen: [Schulleitung]", "utf-8")
    database = open_database(Settings(home=home).database)
    migrate(database)
    sync(Workshop(database, HashEmbedder(), home, readers=1), folder)
    database.close()
    return home


@pytest.fixture
def desk(library: Path, house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    copytree(library, tmp_path, dirs_exist_ok=True)
    settings = Settings(home=tmp_path, readers=1, max_file_mb=1)
    portal = Portal(settings, house.database, HashEmbedder())
    monkeypatch.setattr("bootstrap.build_portal", lambda settings, watch=False: portal)
    ui.portal.portal.clear()
    yield Desk(house, portal)
    portal.assistant.close()


@pytest.fixture
def theo(desk: Desk) -> Person:
    return desk.house.signed_in_as(Role.TEAM, "Theo Teich")


def token(at: AppTest) -> str:
    """The word for the upload that is looked at."""
    found = at.query_params["entwurf"]
    return found if isinstance(found, str) else found[0]


def field(at: AppTest, name: str) -> str:
    """The key of a field of the upload that is looked at."""
    return f"upload-{token(at)}-{name}"


@pytest.mark.parametrize("role", [Role.TEACHER, Role.HEAD, Role.ASSISTANT, Role.TRAINER, None])
def test_the_page_is_for_the_team_and_the_administration(desk: Desk, theo: Person, role: Role | None) -> None:
    desk.publish(theo, "Kupfer")
    kept = next(desk.portal.workshop.uploads.iterdir()).name
    desk.house.signed_in_as(role, "Anna Anders")
    for address in ({}, {"entwurf": kept}, {"ersetzt": "0000000000"}):
        at = desk.open(**address)
        assert "Kupfer" not in told(at)
        assert not at.main.get("file_uploader")
        assert not at.text_input


def test_a_guest_sees_nothing_of_it(desk: Desk) -> None:
    assert GERMAN.frame.signed_out in told(desk.open())


def test_the_empty_page_says_what_will_stand_there(desk: Desk, theo: Person) -> None:
    at = desk.open()
    assert U.explained in told(at)
    assert U.none_uploaded in told(at)
    assert len(at.file_uploader) == 1


def test_a_file_is_read_at_once_looked_at_and_published(desk: Desk, theo: Person) -> None:
    at = desk.uploaded(desk.open(), ("beamer am ipad.md", guide("Kupfer")))
    assert "<h1>Beamer</h1>" in told(at)
    assert U.not_live in told(at)
    assert U.recognised.format(devices="iPad") in told(at)
    assert "<td>Kein Bild</td><td>Kabel Kupfer prüfen." in told(at).replace("1. ", "")
    assert desk.documents() == []
    assert "Beamer" not in desk.titles()
    at.text_input(key=field(at, "title")).set_value("Der Beamer bleibt dunkel")
    at.text_input(key=field(at, "topics")).set_value("Bild, Beamer")
    at = press(at, U.publish)
    assert U.published.format(title="Der Beamer bleibt dunkel") in told(at)
    assert "Der Beamer bleibt dunkel" in desk.titles()
    (document,) = desk.documents()
    assert document.live is not None
    assert (document.live.facts.devices, document.live.facts.topics) == (("iPad",), ("Bild", "Beamer"))
    assert document.live.facts.checked is not None
    assert "Theo Teich" in told(at)


def test_a_question_is_tried_before_anyone_sees_it(desk: Desk, theo: Person) -> None:
    at = desk.uploaded(desk.open(), ("beamer.md", guide("Kupfer")))
    at.text_input(key=f"upload-question-{token(at)}").set_value("Kabel prüfen").run()
    assert U.found in told(at)
    assert "Kabel Kupfer prüfen" in told(at).split(U.found)[1]


def test_markup_in_a_file_is_only_words(desk: Desk, theo: Person) -> None:
    text = b"# <img src=x onerror=alert(1)> **fett**\n\n## `<script>alert(2)</script>`\n\n`<b>dick</b>`\n"
    at = desk.uploaded(desk.open(), ("<i>x</i>.md", text))
    for view in (at, press(at, U.publish)):
        shown = "\n".join(str(element.value) for element in view.html)
        for element in ("<script>alert", "<img", "<b>dick", "<i>x"):
            assert element not in shown
        assert not view.exception


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("leer.pdf", b"", "Empty"),
        ("bild.exe", b"MZ", "WrongFormat"),
        ("kaputt.pdf", b"%PDF-1.7 und dann nichts", "Damaged"),
        ("gross.txt", b"x" * (2**20 + 1), "TooLarge"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(
    desk: Desk, theo: Person, name: str, data: bytes, why: str
) -> None:
    at = desk.uploaded(desk.open(), (name, data))
    said = {kind.__name__: sentence for kind, sentence in U.unreadable.items()}
    assert said[why] in told(at)
    assert "entwurf" not in at.query_params
    assert len(at.file_uploader) == 1, "another file can be chosen"


def test_two_documents_at_once_are_refused(desk: Desk, theo: Person) -> None:
    assert U.too_many in told(desk.uploaded(desk.open(), ("a.md", guide()), ("b.md", guide())))


def test_a_recording_with_its_subtitles(desk: Desk, theo: Person) -> None:
    recording = (STARTER / "ipad-spiegeln.mp4").read_bytes()
    desk.portal.settings.__dict__["max_media_mb"] = 64
    subtitles = b"WEBVTT\n\n00:01.000 --> 00:04.000\nJetzt tippe ich auf Spiegeln.\n"
    at = desk.uploaded(desk.open(), ("film.mp4", recording))
    at = desk.uploaded(at, ("film.mp4", recording), ("anders.vtt", subtitles)) if at.file_uploader else at
    assert GERMAN.kinds[next(kind for kind in GERMAN.kinds if kind == "video")] in told(at)
    assert "entwurf" in at.query_params


def test_missing_headings_are_noted(desk: Desk, theo: Person) -> None:
    at = desk.uploaded(desk.open(), ("zettel.txt", b"Nur ein Satz."))
    for sentence in U.problems.values():
        assert sentence in told(at)


def test_a_limited_manual_stays_limited_when_it_is_replaced(desk: Desk, theo: Person) -> None:
    (secret,) = [each for each in desk.portal.catalogue(theo) if each.title == "Haushalt"]
    at = desk.uploaded(desk.open(ersetzt=secret.code), ("neu.md", guide("Kupfer")))
    assert at.radio(key=field(at, "readers")).value is Readers.CHOSEN
    at = press(at, U.publish)
    assert U.published_replacing.format(title="Beamer") in told(at)
    (document,) = desk.documents()
    assert document.live is not None
    assert document.live.audience == Audience(True, frozenset({Role.HEAD}))
    assert desk.titles() == ["WLAN in der Schule"]


def test_choosing_what_to_replace_takes_over_who_may_read_it(desk: Desk, theo: Person) -> None:
    (secret,) = [each for each in desk.portal.catalogue(theo) if each.title == "Haushalt"]
    at = desk.uploaded(desk.open(), ("neu.md", guide("Kupfer")))
    assert at.radio(key=field(at, "readers")).value is Readers.EVERYONE
    at.selectbox(key=field(at, "replaces")).set_value(secret.code).run()
    assert at.radio(key=field(at, "readers")).value is Readers.CHOSEN
    assert at.multiselect(key=field(at, "roles")).value == [Role.HEAD]


def test_for_some_without_saying_for_whom_is_refused(desk: Desk, theo: Person) -> None:
    at = desk.uploaded(desk.open(), ("neu.md", guide("Kupfer")))
    at.radio(key=field(at, "readers")).set_value(Readers.CHOSEN).run()
    at = press(at, U.publish)
    assert U.nobody_chosen in told(at)
    assert desk.documents() == []
    at.multiselect(key=field(at, "roles")).set_value([Role.TRAINER]).run()
    press(at, U.publish)
    (document,) = desk.documents()
    assert document.live is not None
    assert document.live.audience == Audience(True, frozenset({Role.TRAINER}))


def test_a_title_is_needed_and_nothing_typed_is_lost(desk: Desk, theo: Person) -> None:
    at = desk.uploaded(desk.open(), ("neu.md", guide("Kupfer")))
    at.text_input(key=field(at, "title")).set_value(" ")
    at.text_input(key=field(at, "topics")).set_value("Bild")
    at = press(at, U.publish)
    assert U.title_missing in told(at)
    assert at.text_input(key=field(at, "topics")).value == "Bild"


def test_a_file_of_a_known_name_is_pointed_out(desk: Desk, theo: Person) -> None:
    at = desk.uploaded(desk.open(), ("wlan.md", guide()))
    assert U.same_file.format(title="WLAN in der Schule") in told(at)


def test_replacing_from_the_list_makes_the_next_version(desk: Desk, theo: Person) -> None:
    desk.publish(theo, "Kupfer")
    at = press(desk.open(), U.replace)
    assert U.replace_title.format(title="Beamer Kupfer") in told(at)
    at = press(desk.uploaded(at, ("neu.md", guide("Silber"))), U.publish)
    assert U.published_replacing.format(title="Beamer") in told(at)
    (document,) = desk.documents()
    assert [version.number for version in document.versions] == [2, 1]
    assert U.version.format(number=2) in told(at)


def test_who_is_overtaken_is_told_and_may_go_on(desk: Desk, theo: Person) -> None:
    first = desk.publish(theo, "Kupfer")
    at = desk.uploaded(press(desk.open(), U.replace), ("neu.md", guide("Silber")))
    other = desk.house.person("Petra Pult", Role.ADMIN)
    desk.publish(other, "Gold", Replaced(UPLOAD, first.name, 1))
    at = press(at.run(), U.publish)
    assert U.overtaken in told(at)
    assert desk.documents()[0].versions[0].title == "Beamer Gold"
    at = press(at, U.publish)
    assert [version.number for version in desk.documents()[0].versions] == [3, 2, 1]


def test_who_replaces_what_was_just_replaced_is_told(desk: Desk, theo: Person) -> None:
    (wlan,) = [each for each in desk.portal.catalogue(theo) if each.title.startswith("WLAN")]
    at = desk.uploaded(desk.open(ersetzt=wlan.code), ("neu.md", guide("Silber")))
    desk.publish(desk.house.person("Petra Pult", Role.ADMIN), "Gold", Replaced("own", "wlan.md"))
    at = press(at, U.publish)
    assert U.overtaken in told(at)
    press(at, U.publish)
    (document,) = desk.documents()
    assert [version.number for version in document.versions] == [2, 1]


def test_taking_back_asks_first_and_leads_back_step_by_step(desk: Desk, theo: Person) -> None:
    first = desk.publish(theo, "Kupfer", Replaced("own", "wlan.md"))
    desk.publish(theo, "Silber", Replaced(UPLOAD, first.name, 1))
    at = press(desk.open(), U.take_back)
    assert "Fassung 1" in told(at)
    assert "Beamer Silber" in desk.titles()
    at = press(at, U.yes)
    assert U.taken_back.format(title="Beamer Kupfer", number=1) in told(at)
    assert desk.titles() == ["Beamer Kupfer"]
    at = press(at, U.take_back)
    assert U.sure_withdraw_replaced in told(at)
    at = press(at, U.yes)
    assert U.withdrawn.format(title="Beamer Kupfer") in told(at)
    assert desk.titles() == ["WLAN in der Schule"]
    at = press(at, U.bring_back)
    assert desk.titles() == ["Beamer Silber"]
    assert not at.exception


def test_taking_back_can_be_called_off(desk: Desk, theo: Person) -> None:
    desk.publish(theo, "Kupfer")
    at = press(press(desk.open(), U.take_back), U.no)
    assert U.yes not in labels(at)
    assert "Beamer Kupfer" in desk.titles()


def test_taking_back_what_somebody_has_changed_is_refused(desk: Desk, theo: Person) -> None:
    first = desk.publish(theo, "Kupfer")
    at = press(desk.open(), U.take_back)
    take_back(desk.portal.workshop, first.name, 1, theo, datetime.now(UTC))
    at = press(at, U.yes) if U.yes in labels(at) else at
    assert not at.exception
    assert desk.documents()[0].live is None


def test_discarding_forgets_the_file(desk: Desk, theo: Person) -> None:
    at = desk.uploaded(desk.open(), ("neu.md", guide()))
    kept = desk.portal.workshop.uploads / token(at)
    assert kept.exists()
    at = press(at, U.discard)
    assert U.discarded in told(at)
    assert not kept.exists()


@pytest.mark.parametrize("word", ["0" * 32, "..", "../media", "<b>x"])
def test_a_link_to_no_upload_is_answered_kindly(desk: Desk, theo: Person, word: str) -> None:
    at = desk.open(entwurf=word)
    assert U.forgotten in told(at)
    assert not at.exception


def test_an_upload_is_still_there_after_the_window_was_closed(desk: Desk, theo: Person) -> None:
    at = desk.uploaded(desk.open(), ("neu.md", guide("Kupfer")))
    again = desk.open(entwurf=token(at))
    assert "Kabel Kupfer prüfen" in told(again)


def test_who_has_lost_the_right_publishes_nothing(desk: Desk, theo: Person) -> None:
    at = desk.uploaded(desk.open(), ("neu.md", guide()))
    desk.house.end_sessions(theo)
    at = press(at, U.publish)
    assert GERMAN.frame.signed_out in told(at)
    assert desk.documents() == []


def test_the_page_speaks_english_too(desk: Desk, theo: Person) -> None:
    desk.publish(theo, "Kupfer")
    at = desk.open(lang="en")
    assert ENGLISH.uploads.explained in told(at)
    assert ENGLISH.uploads.take_back in labels(at)
