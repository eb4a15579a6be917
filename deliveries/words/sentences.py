"""Deliveries in words: one plain sentence for each line, what comes next, and the words for all that is."""

from __future__ import annotations

from deliveries.status.found import LineStatus
from deliveries.words import english, german
from deliveries.words.changes import change_sentence
from deliveries.words.delays import delay_words
from deliveries.words.names import reason_word, stage_word, subproject_word, the_school
from deliveries.words.next_steps import next_step
from deliveries.words.periods import day_words, for_period, period_words
from deliveries.words.summaries import summary
from deliveries.words.told import told_of

__all__ = [
    "change_sentence", "day_words", "delay_words", "for_period", "next_step", "period_words", "reason_word",
    "sentence", "stage_word", "subproject_word", "summary", "the_school",
]  # fmt: skip


def sentence(status: LineStatus, language: str) -> str:
    """ "12 von 20 Displays sind montiert; der Rest war für März zugesagt, jetzt für Mai 2024, weil die
    Verkabelung fehlt." """
    told = told_of(status)
    return german.sentence(told) if language == "de" else english.sentence(told)
