"""Who of the participants may use a machine of the FabLab by themselves, and until when."""

from __future__ import annotations

from trainings.courses.attendance import Participant, Participants
from trainings.facts import BookingState
from ui.moments import written_day
from ui.staff.headings import show_section, show_words
from ui.staff.tables import show_table
from ui.texts import Texts


def show_authorised(course: Participants, t: Texts) -> None:
    """Who may use the machine that the training is about; nothing where it is about none."""
    training, rows = course.date.training, course.in_state(BookingState.BOOKED)
    if training.authorises is None or not rows:
        return
    words, machine = t.courses, training.authorises.name
    explained = words.authorised_explained.format(machine=machine, months=training.authorises_months)
    show_section(words.authorised, explained)
    if not any(row.authorised_until for row in rows):
        show_words(words.nobody_authorised)
        return
    show_table(words.authorised_columns, [(row.name, _until(row, t)) for row in rows])


def _until(row: Participant, t: Texts) -> str:
    until = row.authorised_until
    return written_day(until, t) if until else t.courses.not_yet_authorised
