"""The letters of trainings: what they say, in which language, with which calendar file, and their way out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from jinja2 import UndefinedError
from sqlalchemy import select, update

import trainings.mails.rendering
from core.mail.message import from_text
from core.mail.sending import Sent, send_due
from core.mail.smtp import Server, deliver
from core.mail.tables import MailRow
from core.people.person import Person
from core.people.tables import PersonRow
from tests.core.mail.conftest import mail_server as mail_server
from tests.core.mail.conftest import plain as plain
from tests.core.mail.mail_server import MailServer
from tests.trainings import made as town
from tests.trainings.made import DAY, HOUSE, Made
from tests.trainings.sample_dates import BERLIN, NOW, a_date, demand_rules
from trainings.facts import TOO_FEW, BookingState, DateKind, GoneAs, TrainingDate
from trainings.mails.letters import CANCELS, REQUESTS, Letter, write_letter, write_to
from trainings.seats import booking
from trainings.seats.holding import bookings_of
from trainings.seats.tables import BookingRow

TEMPLATES = Path(trainings.mails.rendering.__file__).parent
SENDER = "lotse@stadt.example"
OWN_PAGE = "https://lotse.stadt.example/meine-fortbildungen"
LINK = "https://treffen.example/raum"
WITHOUT_BOOKING = {
    Letter.LATE_CANCEL,
    Letter.WISH_JOIN_ASKED,
    Letter.WISH_JOINED,
    Letter.WISH_PLANNED,
    Letter.WISH_DECLINED,
}
ABOUT_BOOKINGS = [letter for letter in Letter if letter not in WITHOUT_BOOKING]
STATES = {
    Letter.OFFER: BookingState.OFFERED,
    **dict.fromkeys((*CANCELS, Letter.OFFER_EXPIRED), BookingState.GONE),
}


def values(letter: Letter) -> dict[str, Any]:
    """What whoever writes the letter says beside the booking."""
    other = a_date(datetime(2026, 4, 14, 9, 0, tzinfo=BERLIN), id=9, link=LINK, kind=DateKind.ONLINE)
    known: dict[Letter, dict[str, Any]] = {
        Letter.DATE_CANCELLED: {"reason": "Die Werkstatt ist gesperrt.", "alternatives": [other]},
        Letter.DATE_CHANGED: {"before": a_date(datetime(2026, 3, 17, 14, 0, tzinfo=BERLIN), place="Raum 2")},
        Letter.REMOVED: {"reason": "Doppelt angemeldet."},
        Letter.REMINDER: {"days": 3},
        Letter.THANKS: {"certificate": True},
        Letter.MESSAGE: {"subject": "Bitte laden", "text": "Laptop laden.\n\nDanke.", "sender_name": "Toni"},
        Letter.LATE_CANCEL: {"date": a_date(link=LINK), "who": "Ada Öz", "word": "Ich bin krank."},
        Letter.WISH_JOIN_ASKED: {"topic": "Löten", "school": "GS Am Westring"},
        Letter.WISH_JOINED: {"topic": "Löten", "answer": True},
        Letter.WISH_PLANNED: {"topic": "Löten", "date": a_date(link=LINK)},
        Letter.WISH_DECLINED: {"topic": "Löten", "answer": "Uns fehlen Lötkolben."},
    }
    return known.get(letter, {})


@dataclass
class Desk:
    """A person with a booking, to whom letters are written."""

    made: Made
    person: Person
    date_id: int

    def choose(self, **changed: object) -> None:
        with self.made.database.write.begin() as db:
            db.execute(update(PersonRow).where(PersonRow.id == self.person.id).values(**changed))

    def write(
        self, letter: Letter, state: BookingState | None = None, date: TrainingDate | None = None, **more: Any
    ) -> BookingRow:
        with self.made.database.write.begin() as db:
            row = self.booking(db)
            _put_into(row, state or STATES.get(letter, BookingState.BOOKED))
            known = {**values(letter), **more}
            write_letter(db, letter, row, date or a_date(link=LINK), NOW, HOUSE, **known)
            return row

    def booking(self, db: Any) -> BookingRow:
        found = db.scalar(select(BookingRow).where(BookingRow.person_id == self.person.id))
        if found is None:
            found = BookingRow(
                date_id=self.date_id, person_id=self.person.id, created_at=NOW, priority=0, sequence=0
            )
            db.add(found)
            _put_into(found, BookingState.BOOKED)
            db.flush()
        return found  # type: ignore[no-any-return]

    def mails(self) -> list[EmailMessage]:
        with self.made.database.read() as db:
            return [from_text(row.message) for row in db.scalars(select(MailRow).order_by(MailRow.id))]

    def mail(self) -> EmailMessage:
        return self.mails()[-1]


def _put_into(row: BookingRow, state: BookingState) -> None:
    row.state, row.seat, row.gone_as, row.waiting_since, row.offer_ends_at = (
        state.value,
        None,
        None,
        None,
        None,
    )
    match state:
        case BookingState.GONE:
            row.gone_as = GoneAs.CANCELLED.value
        case BookingState.WAITING:
            row.waiting_since = NOW
        case BookingState.OFFERED:
            row.seat, row.offer_ends_at = 1, NOW + 2 * DAY
        case BookingState.BOOKED:
            row.seat = 1


@pytest.fixture
def desk(made: Made) -> Desk:
    return Desk(made, made.person(name="Ada Öz"), made.date(10))


def text_of(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def files_of(mail: EmailMessage) -> list[tuple[str, bytes]]:
    """Each calendar file of the mail, with its kind."""
    parts = [part for part in mail.walk() if part.get_content_type() in {"text/calendar", "application/ics"}]
    return [(part.get_content_type(), part.get_payload(decode=True)) for part in parts]  # type: ignore[misc]


def file_of(mail: EmailMessage) -> bytes:
    """The one calendar file, whichever way a mail program takes it."""
    (first, inline), (second, attached) = files_of(mail)
    assert (first, second) == ("text/calendar", "application/ics")
    assert inline == attached
    return inline


# what they say


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("letter", Letter)
def test_every_letter_is_written_in_both_languages(desk: Desk, letter: Letter, language: str) -> None:
    desk.choose(language=language)
    if letter in WITHOUT_BOOKING:
        with desk.made.database.write.begin() as db:
            write_to(db, letter, desk.person.id, NOW, HOUSE, **values(letter))
    else:
        desk.write(letter)
    mail = desk.mail()
    text = text_of(mail)
    assert mail["To"] == desk.person.email
    assert mail["Subject"]
    assert text.startswith("Guten Tag Ada Öz,\n\n" if language == "de" else "Hello Ada Öz,\n\n")
    assert "\n\n\n" not in text
    assert "{" not in text
    assert "None" not in text
    assert "!" not in text
    assert ("?lang=en" in text or "&lang=en" in text) is (language == "en")
    assert "https://lotse.stadt.example/" in text


@pytest.mark.parametrize("letter", ABOUT_BOOKINGS)
def test_every_letter_about_a_booking_leads_to_one_s_own_trainings(desk: Desk, letter: Letter) -> None:
    desk.write(letter)
    assert f"{OWN_PAGE}\n" in text_of(desk.mail())


def test_there_is_a_template_of_every_letter_and_none_too_many() -> None:
    shared = {"letter", "date", "preparation", "cannot_come", "calendar", "calendar_cancel"}
    for language in ("de", "en"):
        names = {file.stem for file in (TEMPLATES / language).iterdir()}
        assert names - shared == set(Letter)


@pytest.mark.parametrize(
    "letter", [each for each in ABOUT_BOOKINGS if values(each) and each is not Letter.REMINDER]
)
def test_a_letter_whose_facts_are_missing_is_not_written(desk: Desk, letter: Letter) -> None:
    with desk.made.database.write.begin() as db:
        row = desk.booking(db)
        with pytest.raises(UndefinedError):
            write_letter(db, letter, row, a_date(), NOW, HOUSE)
        assert db.scalar(select(MailRow)) is None


def test_a_confirmation_tells_when_where_with_whom_and_until_when_one_can_step_back(desk: Desk) -> None:
    desk.write(
        Letter.BOOKED,
        date=a_date(),
    )
    text, mail = text_of(desk.mail()), desk.mail()
    assert mail["Subject"] == "Ihr Platz ist gebucht: 3D-Druck: Löten, Prüfen; Größe 5, 24. März 2026"
    assert (
        "Wann: Dienstag, 24. März 2026, 14:00 bis 16:00 Uhr\nWo: FabLab, Werkstatt\nMit: Toni Weber\n" in text
    )
    assert "Zur Vorbereitung: Bringen Sie Ihr iPad mit, geladen." in text


@pytest.mark.parametrize("late", [False, True])
def test_after_the_deadline_a_word_is_asked_for(desk: Desk, late: bool) -> None:
    deadline = NOW - DAY if late else NOW + DAY
    desk.write(Letter.BOOKED, date=a_date(cancel_until=deadline))
    text = text_of(desk.mail())
    assert ("Dienstag, 3. März 2026, 10:00 Uhr" in text) is not late
    assert ("Geben Sie Ihren Platz bitte mit einem kurzen Wort zurück" in text) is late


def test_in_english_days_are_written_as_in_english(desk: Desk) -> None:
    desk.choose(language="en")
    desk.write(Letter.BOOKED)
    text = text_of(desk.mail())
    assert "When: Tuesday, 24 March 2026, 14:00 to 16:00\n" in text
    assert "24 March 2026" in desk.mail()["Subject"]


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2026-03-28 14:00", "2026-03-28 16:00", "Samstag, 28. März 2026, 14:00 bis 16:00 Uhr"),
        ("2026-03-30 14:00", "2026-03-30 16:00", "Montag, 30. März 2026, 14:00 bis 16:00 Uhr"),
        ("2026-03-29 01:00", "2026-03-29 04:00", "Sonntag, 29. März 2026, 01:00 bis 04:00 Uhr"),
        ("2026-10-24 14:00", "2026-10-24 16:00", "Samstag, 24. Oktober 2026, 14:00 bis 16:00 Uhr"),
        ("2026-10-26 14:00", "2026-10-26 16:00", "Montag, 26. Oktober 2026, 14:00 bis 16:00 Uhr"),
        ("2026-10-25 01:00", "2026-10-25 04:00", "Sonntag, 25. Oktober 2026, 01:00 bis 04:00 Uhr"),
        (
            "2026-10-24 14:00",
            "2026-10-25 12:00",
            "Samstag, 24. Oktober 2026, 14:00 Uhr bis Sonntag, 25. Oktober 2026, 12:00 Uhr",
        ),
    ],
)
def test_hours_are_those_of_the_clock_on_the_wall(desk: Desk, start: str, end: str, told: str) -> None:
    begins, ends = (datetime.fromisoformat(when).replace(tzinfo=BERLIN) for when in (start, end))
    desk.write(Letter.BOOKED, date=a_date(begins, ends_at=ends.astimezone(UTC)))
    assert f"Wann: {told}\n" in text_of(desk.mail())


def test_an_offer_says_until_when_it_stands_and_where_to_answer(desk: Desk) -> None:
    desk.write(Letter.OFFER)
    text = text_of(desk.mail())
    assert "Bitte antworten Sie bis Mittwoch, 4. März 2026, 10:00 Uhr." in text
    assert "https://lotse.stadt.example/fortbildung?termin=7\n" in text


def test_a_change_tells_what_was_and_what_is(desk: Desk) -> None:
    desk.write(Letter.DATE_CHANGED)
    text = text_of(desk.mail())
    assert "Dienstag, 24. März 2026, 14:00 bis 16:00 Uhr" in text
    assert (
        "Bisher war geplant: Dienstag, 17. März 2026, 14:00 bis 16:00 Uhr\nBisheriger Ort: FabLab, Raum 2\n"
        in text
    )
    assert "Bis Samstag, 21. März 2026, 14:00 Uhr können Sie Ihren Platz mit einem Klick zurückgeben." in text


def test_a_cancelled_date_says_why_and_offers_others_without_telling_their_links(desk: Desk) -> None:
    desk.write(Letter.DATE_CANCELLED)
    text = text_of(desk.mail())
    assert "Der Grund: Die Werkstatt ist gesperrt.\n" in text
    assert "- Dienstag, 14. April 2026, 09:00 bis 11:00 Uhr, Online, Werkstatt\n" in text
    assert "  https://lotse.stadt.example/fortbildung?termin=9\n" in text
    assert LINK not in text


def test_a_date_that_too_few_have_booked_says_so_in_words(desk: Desk) -> None:
    desk.write(Letter.DATE_CANCELLED, reason=TOO_FEW, alternatives=[])
    text = text_of(desk.mail())
    assert "Der Grund: Es haben sich zu wenige angemeldet." in text
    assert TOO_FEW not in text
    assert "https://lotse.stadt.example/fortbildung-wuenschen\n" in text


@pytest.mark.parametrize(
    ("starts_at", "said"),
    [
        ("2026-03-05 09:00", "In 3 Tagen"),
        ("2026-03-04 23:00", "In 2 Tagen"),  # booked after the first reminder would have gone out
        ("2026-03-03 23:30", "Morgen"),
        ("2026-03-02 14:00", "Heute"),
    ],
)
def test_a_reminder_counts_days_as_people_do(desk: Desk, starts_at: str, said: str) -> None:
    begins = datetime.fromisoformat(starts_at).replace(tzinfo=BERLIN)
    desk.write(Letter.REMINDER, date=a_date(begins), days=3)
    assert desk.mail()["Subject"].startswith(f"{said}: 3D-Druck")
    assert f"{said[0].lower()}{said[1:]} ist es so weit." in text_of(desk.mail())


@pytest.mark.parametrize("certificate", [True, False])
def test_thanks_speak_of_a_certificate_only_where_there_is_one(desk: Desk, certificate: bool) -> None:
    desk.write(Letter.THANKS, certificate=certificate)
    assert ("Bescheinigung" in text_of(desk.mail())) is certificate


@pytest.mark.parametrize("letter", Letter)
def test_only_who_has_a_seat_is_told_the_link(desk: Desk, letter: Letter) -> None:
    if letter in WITHOUT_BOOKING:
        with desk.made.database.write.begin() as db:
            write_to(db, letter, desk.person.id, NOW, HOUSE, **values(letter))
        told = False
    else:
        row = desk.write(letter)
        told = row.state == BookingState.BOOKED and letter is not Letter.THANKS
    mail = desk.mail()
    assert (LINK in text_of(mail)) is told
    if not told:
        assert not any(LINK.encode() in file for _, file in files_of(mail))


# to whom


def test_who_has_chosen_no_language_gets_the_portal_s(desk: Desk) -> None:
    with desk.made.database.write.begin() as db:
        row = desk.booking(db)
        write_letter(db, Letter.BOOKED, row, a_date(), NOW, replace(HOUSE, language="en"))
    assert "Hello Ada Öz" in text_of(desk.mail())
    assert "lang=" not in text_of(desk.mail())


def test_nobody_is_written_to_whose_account_is_off_or_gone(desk: Desk) -> None:
    desk.choose(active=False)
    row = desk.write(Letter.BOOKED)
    with desk.made.database.write.begin() as db:
        write_to(db, Letter.WISH_DECLINED, desk.person.id, NOW, HOUSE, **values(Letter.WISH_DECLINED))
        write_to(db, Letter.WISH_DECLINED, 99_999, NOW, HOUSE, **values(Letter.WISH_DECLINED))
    assert desk.mails() == []
    assert row.sequence == 0


def test_an_address_that_mail_does_not_reach_stops_no_booking(desk: Desk) -> None:
    desk.choose(email="ädä@schule.example")
    date_id = desk.made.date(1)
    with desk.made.database.write.begin() as db:
        booking.book(db, date_id, desk.person, town.NOW, HOUSE)
    with desk.made.database.read() as db:
        [row] = db.scalars(select(BookingRow))
    assert desk.mails() == []
    assert (row.state, row.sequence) == ("booked", 0)


@pytest.mark.parametrize(
    "title",
    [
        "Löten\r\nBcc: eva@schule.example",
        "Löten\nBcc: eva@schule.example\n\nText",
        "Löten\u2028Bcc: eva@schule.example",
        "=?utf-8?q?Passwort=0ABcc=3A_eva=40schule=2Eexample?=",
        "Löten\x00\x07",
        "Löten \ud800",
        "{{ house.portal }} {% raw %}",
        "ü" * 200,
    ],
)
def test_no_title_becomes_a_header_or_keeps_the_mail_from_going_out(desk: Desk, title: str) -> None:
    date = a_date()
    desk.write(Letter.BOOKED, date=replace(date, training=replace(date.training, title=title)))
    mail = desk.mail()
    assert {"bcc", "cc"}.isdisjoint(name.lower() for name in mail)
    assert mail["Subject"].startswith("Ihr Platz ist gebucht: ")
    assert str(mail["To"]) == desk.person.email
    demand_rules(file_of(mail), "REQUEST", SENDER, desk.person.email)


def test_a_message_of_several_lines_stays_one_and_cannot_change_the_subject(desk: Desk) -> None:
    desk.write(
        Letter.MESSAGE,
        subject="Eins\r\nBcc: eva@schule.example",
        text="Eins\r\n\r\n{{ name }}\r\n",
        sender_name="T\nT",
    )
    mail = desk.mail()
    assert mail["Subject"].startswith("Eins Bcc: eva@schule.example (3D-Druck")
    assert "Bcc" not in mail
    assert "T T schreibt Ihnen zu Ihrer Fortbildung:\n\nEins\n\n{{ name }}\n" in text_of(mail)


def test_a_letter_nobody_needs_any_more_is_not_sent(desk: Desk) -> None:
    for letter in (Letter.OFFER, Letter.REMINDER, Letter.BOOKED):
        desk.write(letter)
    with desk.made.database.read() as db:
        ends = list(db.scalars(select(MailRow.expires_at).order_by(MailRow.id)))
    assert ends == [NOW + 2 * DAY, a_date().starts_at, NOW + 30 * DAY]


# calendar files


@pytest.mark.parametrize("letter", ABOUT_BOOKINGS)
def test_which_letters_carry_which_file(desk: Desk, letter: Letter) -> None:
    desk.write(Letter.BOOKED)
    row = desk.write(letter)
    mail = desk.mail()
    if letter in REQUESTS | CANCELS:
        method = "REQUEST" if letter in REQUESTS else "CANCEL"
        event = demand_rules(file_of(mail), method, SENDER, desk.person.email)
        assert (event.sequence.value, row.sequence) == ("1", 2)
        assert "Kalenderdatei" in text_of(mail)
    else:
        assert files_of(mail) == []
        assert row.sequence == 1
        assert "Kalenderdatei" not in text_of(mail)


@pytest.mark.parametrize("letter", sorted(CANCELS))
def test_nothing_is_cancelled_that_never_was_in_the_calendar(desk: Desk, letter: Letter) -> None:
    row = desk.write(letter)
    assert files_of(desk.mail()) == []
    assert row.sequence == 0


def test_who_is_only_offered_a_seat_hears_of_the_change_without_a_calendar_file(desk: Desk) -> None:
    row = desk.write(Letter.DATE_CHANGED, BookingState.OFFERED)
    assert files_of(desk.mail()) == []
    assert row.sequence == 0
    assert "Der Platz bleibt für Sie freigehalten." in text_of(desk.mail())


def test_who_waits_hears_of_the_change_and_how_to_leave(desk: Desk) -> None:
    desk.write(Letter.DATE_CHANGED, BookingState.WAITING)
    assert files_of(desk.mail()) == []
    assert "Sie behalten Ihren Platz auf der Warteliste." in text_of(desk.mail())


def test_booking_cancelling_and_booking_again_counts_on_with_the_same_entry(anywhere: Made) -> None:
    person, date_id = anywhere.person(name="Ada Öz"), anywhere.date(2)
    desk = Desk(anywhere, person, date_id)
    for act in (booking.book, booking.cancel, booking.book):
        with anywhere.database.write.begin() as db:
            act(db, date_id, person, town.NOW, HOUSE)
    events = [
        demand_rules(file_of(mail), method, SENDER, person.email)
        for mail, method in zip(desk.mails(), ("REQUEST", "CANCEL", "REQUEST"), strict=True)
    ]
    assert [event.sequence.value for event in events] == ["0", "1", "2"]
    assert len({event.uid.value for event in events}) == 1
    with anywhere.database.read() as db:
        [row] = bookings_of(db, date_id)
        assert row.sequence == 3


# through a real mail server


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_letter_goes_through_a_mail_server_and_arrives_whole(
    desk: Desk, mail_server: MailServer, plain: Server, language: str
) -> None:
    desk.choose(language=language)
    desk.write(Letter.BOOKED)  # so that there is something to cancel
    for letter in Letter:
        if letter in WITHOUT_BOOKING:
            with desk.made.database.write.begin() as db:
                write_to(db, letter, desk.person.id, NOW, HOUSE, **values(letter))
        else:
            desk.write(letter)
    kept = desk.mails()
    done = send_due(desk.made.database, partial(deliver, plain), lambda: NOW + timedelta(minutes=1))
    assert done == Sent(sent=len(Letter) + 1, failed=0, given_up=0)
    arrived = [taken.message for taken in mail_server.taken]
    assert [text_of(mail) for mail in arrived] == [text_of(mail) for mail in kept]
    assert [files_of(mail) for mail in arrived] == [files_of(mail) for mail in kept]
    for taken, letter in zip(mail_server.taken[1:], Letter, strict=True):
        assert (taken.sender, taken.recipients) == (SENDER, [desk.person.email])
        if letter in REQUESTS | CANCELS:
            method = "REQUEST" if letter in REQUESTS else "CANCEL"
            demand_rules(file_of(taken.message), method, SENDER, desk.person.email)
