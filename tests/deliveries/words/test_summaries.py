from __future__ import annotations

import pytest

from deliveries.status.found import LineStatus
from deliveries.words.sentences import summary
from tests.deliveries.words.statuses import school, status

USABLE, STOPPED, HERE = status("in_use 12"), status("cancelled 2"), status("mounted 4")
COMING, LATE = status("commissioned 8", ["Mai 2024"]), status("commissioned 8", ["März 2024"])
BLOCKED = status("commissioned 8", blocked=True)

SAID: list[tuple[tuple[LineStatus, ...], str, str]] = [
    ((), "Für die GS Am Westring ist noch nichts eingetragen.",
     "Nothing has been entered yet for GS Am Westring."),
    ((USABLE, STOPPED), "Für die GS Am Westring ist alles da.", "Everything for GS Am Westring is here."),
    ((STOPPED,), "Für die GS Am Westring kommt nichts mehr.", "Nothing more will come for GS Am Westring."),
    ((COMING,), "Eine Lieferung steht noch aus.", "One delivery is still to come."),
    ((COMING, COMING, LATE, USABLE), "3 Lieferungen stehen noch aus, eine ist verspätet.",
     "3 deliveries are still to come, one is late."),
    ((COMING, LATE, LATE), "3 Lieferungen stehen noch aus, 2 sind verspätet.",
     "3 deliveries are still to come, 2 are late."),
    ((LATE,), "Eine Lieferung steht noch aus, sie ist verspätet.",
     "One delivery is still to come, and it is late."),
    ((LATE, LATE), "2 Lieferungen stehen noch aus, beide sind verspätet.",
     "2 deliveries are still to come, both are late."),
    ((LATE, LATE, LATE), "3 Lieferungen stehen noch aus, alle sind verspätet.",
     "3 deliveries are still to come, all are late."),
    ((BLOCKED,), "Bei einer Lieferung geht es zurzeit nicht weiter.", "One delivery is on hold."),
    ((BLOCKED, BLOCKED), "Bei 2 Lieferungen geht es zurzeit nicht weiter.", "2 deliveries are on hold."),
    ((COMING, BLOCKED), "Eine Lieferung steht noch aus. Bei einer Lieferung geht es zurzeit nicht weiter.",
     "One delivery is still to come. One delivery is on hold."),
    ((HERE,), "Eine Lieferung ist da, kann aber noch nicht benutzt werden.",
     "One delivery is here but cannot be used yet."),
    ((COMING, HERE, HERE),
     "Eine Lieferung steht noch aus. 2 Lieferungen sind da, können aber noch nicht benutzt werden.",
     "One delivery is still to come. 2 deliveries are here but cannot be used yet."),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "german", "english"), SAID)
def test_a_school_is_summed_up(lines: tuple[LineStatus, ...], german: str, english: str) -> None:
    assert (summary(school(*lines), "de"), summary(school(*lines), "en")) == (german, english)
