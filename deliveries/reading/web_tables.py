"""Tables of web pages, as some ticket systems write them and call them workbooks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree, html

from deliveries.reading.cells import Cell
from deliveries.reading.sheets import MOST_ACROSS, MOST_CELLS, Budget, Merge, Row, Sheet, merged
from deliveries.refusals import NotATable, WebPage

MARKS = ("<html", "<table", "<!doctype html", "<tr", "<body")
MOST_BUILT = MOST_CELLS // 3  # unlike in other files, all cells are there before they can be counted
LOOKED_AT = 4_000  # letters in which a mark must stand


def is_web_page(text: str) -> bool:
    """Whether it is HTML, or some other XML in which no table can be."""
    return text.lstrip("\ufeff \t\r\n").startswith("<")


def web_sheet(text: str) -> Sheet:
    """The rows of all tables in the page, one below the other. Raises WebPage where there is none, and
    NotATable where it is no page."""
    if not any(mark in text[:LOOKED_AT].lower() for mark in MARKS):
        raise NotATable
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, recover=True)
    try:
        page = html.document_fromstring(text.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise WebPage from None
    rows, merges = _grid(page, Budget(MOST_BUILT))
    if not rows:
        raise WebPage
    return Sheet("", merged(rows, merges))


def _grid(page: html.HtmlElement, budget: Budget) -> tuple[list[Row], list[Merge]]:
    rows: list[Row] = []
    merges: list[Merge] = []
    open_until: dict[int, int] = {}  # by place: the last row of a cell that began above
    for number, row in enumerate(_innermost_rows(page), 1):
        cells: dict[int, Cell] = {}
        place = 0
        for cell in row.iterchildren("td", "th"):
            while open_until.get(place, 0) >= number:
                place += 1
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            cells[place] = cell.text_content()
            if down > 1:
                budget.spend(down * (place + across))
                merges.append(Merge(place, number, number + down - 1))
                open_until |= dict.fromkeys(range(place, place + across), number + down - 1)
            place += across
        rows += _row(number, cells, budget)
    return rows, merges


def _innermost_rows(page: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Rows that hold no table of their own: tables around tables are there for looks."""
    return (row for row in page.iter("tr") if row.find(".//table") is None)


def _span(cell: html.HtmlElement, name: str) -> int:
    said = cell.get(name, "").strip()
    return min(max(int(said), 1), 1000) if said.isdecimal() and len(said) < 6 else 1


def _row(number: int, cells: dict[int, Cell], budget: Budget) -> Sequence[Row]:
    if not any(isinstance(cell, str) and cell.strip() for cell in cells.values()):
        return []
    width = max(cells) + 1
    budget.spend(width)
    return [Row(number, [cells.get(place) for place in range(width)])] if width <= MOST_ACROSS else []
