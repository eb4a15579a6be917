"""Whatever a line is like, its sentences can be read."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from deliveries.facts import Device, ReasonKind
from deliveries.kept import keep_pieces
from deliveries.pieces import Pieces
from deliveries.receipts import Receipt
from deliveries.words.sentences import next_step, sentence, summary
from tests.deliveries.words.statuses import CAMERA, DISPLAY, IPAD, SERVER, receipt, school, status

FEW = st.sampled_from([0, 0, 1, 2, 9])
PIECES = st.builds(Pieces, *[FEW] * 8).filter(lambda pieces: pieces.total > 0)
WRITTEN = st.sampled_from(["", "März 2024", "KW 14/2024", "Q2/2024", "2024-05-31", "Januar 2023"])
RECEIPTS = st.sampled_from([None, receipt(), receipt(missing=1), receipt(remarks="Kratzer")])
BROKEN = re.compile(r"None|\{|\}|  |\(\)|,,|;;|\.\.|, \.|; \.| [,;.]")


@settings(deadline=None, max_examples=100)
@given(
    pieces=PIECES,
    promises=st.lists(WRITTEN, max_size=3),
    blocked=st.booleans(),
    kind=st.none() | st.sampled_from(ReasonKind),
    reason=st.sampled_from(["", "Umzug", 'Ein "langer" Text. ' * 20, "{new} = 1; Zeile\nzwei"]),
    device=st.sampled_from([DISPLAY, SERVER, CAMERA, IPAD]),
    arrived_on=st.sampled_from([None, date(2024, 4, 2)]),
    confirmed=RECEIPTS,
)
def test_a_sentence_is_whole(
    pieces: Pieces,
    promises: list[str],
    blocked: bool,
    kind: ReasonKind | None,
    reason: str,
    device: Device,
    arrived_on: date | None,
    confirmed: Receipt | None,
) -> None:
    line = status(
        keep_pieces(pieces), promises, blocked=blocked, kind=kind, reason=reason, device=device,
        arrived_on=arrived_on, receipt=confirmed,
    )  # fmt: skip
    for language in ("de", "en"):
        for said in (sentence(line, language), next_step(line, language), summary(school(line), language)):
            plain = said.replace("{new}", "")
            assert said.endswith(".")
            assert said[0].isupper() or said[0].isdigit()
            assert not BROKEN.search(plain), said
            assert len(said) < 450
            assert "\n" not in said
