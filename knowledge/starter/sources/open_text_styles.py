"""The styles of an ODT: the names that LibreOffice knows, the look of the portal."""

from __future__ import annotations

from typing import Any

from odf.style import (
    ListLevelLabelAlignment,
    ListLevelProperties,
    PageLayout,
    PageLayoutProperties,
    ParagraphProperties,
    Style,
    TableCellProperties,
    TableColumnProperties,
    TableProperties,
    TableRowProperties,
    TextProperties,
)
from odf.text import ListLevelStyleBullet, ListLevelStyleNumber, ListStyle
from reportlab.lib.colors import Color

from knowledge.starter.sources.look import INK, LINE, QUIET, SAND, TEAL

WIDTH_CM = 16.0
FONT = "Arial"  # on every school computer, unlike the portal's own
# name, shown as, size, colour, bold, space above and below in centimetres
_PARAGRAPHS: tuple[tuple[str, str, float, Color, bool, float, float], ...] = (
    ("Standard", "Standard", 11, INK, False, 0, 0),
    ("Text_20_body", "Text body", 11, INK, False, 0, 0.2),
    ("Title", "Title", 24, TEAL, True, 0, 0.15),
    ("Subtitle", "Subtitle", 13, QUIET, False, 0, 0.5),
    ("Heading_20_1", "Heading 1", 15, TEAL, True, 0.5, 0.2),
    ("Listenpunkt", "Listenpunkt", 11, INK, False, 0, 0.12),
    ("Zelltext", "Zelltext", 10, INK, False, 0.05, 0.05),
    ("Footer", "Footer", 9.5, QUIET, False, 0, 0),
)


def add_styles(file: Any) -> Any:
    """Adds every style that a document uses and gives the page's layout."""
    for paragraph in _PARAGRAPHS:
        file.styles.addElement(_paragraph(*paragraph))
    file.styles.addElement(_note())
    strong = Style(name="Strong", displayname="Strong", family="text")
    strong.addElement(TextProperties(fontweight="bold"))
    file.styles.addElement(strong)
    file.styles.addElement(_list("Numbering", ListLevelStyleNumber(level=1, numformat="1", numsuffix=".")))
    file.styles.addElement(_list("Bullets", ListLevelStyleBullet(level=1, bulletchar="•")))
    for style in _table():
        file.automaticstyles.addElement(style)
    return _page(file)


def add_column(file: Any, share: float) -> str:
    """The name of the style of a column with this share of the page's width, in per cent."""
    name = f"Spalte{share:g}"
    if not any(style.getAttribute("name") == name for style in file.automaticstyles.childNodes):
        column = Style(name=name, family="table-column")
        column.addElement(TableColumnProperties(columnwidth=f"{WIDTH_CM * share / 100:.2f}cm"))
        file.automaticstyles.addElement(column)
    return name


def _paragraph(
    name: str, shown: str, size: float, color: Color, bold: bool, above: float, below: float
) -> Any:
    style = Style(name=name, displayname=shown, family="paragraph")
    if name.startswith("Heading"):
        style.setAttribute("defaultoutlinelevel", "1")
    keep = "always" if name.startswith("Heading") else "auto"
    style.addElement(
        ParagraphProperties(margintop=f"{above}cm", marginbottom=f"{below}cm", keepwithnext=keep)
    )
    weight = "bold" if bold else "normal"
    style.addElement(
        TextProperties(
            fontfamily=FONT,
            fontsize=f"{size}pt",
            fontweight=weight,
            color=_hex(color),
            language="de",
            country="DE",
        )
    )
    return style


def _note() -> Any:
    style = Style(name="Hinweis", displayname="Hinweis", family="paragraph", parentstylename="Text_20_body")
    style.addElement(
        ParagraphProperties(
            backgroundcolor=_hex(SAND),
            borderleft=f"0.1cm solid {_hex(TEAL)}",
            padding="0.25cm",
            margintop="0.3cm",
            marginbottom="0.3cm",
        )
    )
    return style


def _list(name: str, level: Any) -> Any:
    style, place = ListStyle(name=name), ListLevelProperties(listlevelpositionandspacemode="label-alignment")
    place.addElement(
        ListLevelLabelAlignment(labelfollowedby="listtab", textindent="-0.6cm", marginleft="0.7cm")
    )
    level.addElement(place)
    style.addElement(level)
    return style


def _table() -> list[Any]:
    table = Style(name="Tabelle", family="table")
    table.addElement(TableProperties(width=f"{WIDTH_CM}cm", align="left"))
    row = Style(name="Zum_20_Ausfüllen", family="table-row")
    row.addElement(TableRowProperties(minrowheight="0.95cm"))
    made = [table, row]
    for name, ground in (("Zelle", "transparent"), ("Kopfzelle", _hex(SAND))):
        cell = Style(name=name, family="table-cell")
        cell.addElement(
            TableCellProperties(
                backgroundcolor=ground, borderbottom=f"0.02cm solid {_hex(LINE)}", padding="0.12cm"
            )
        )
        made.append(cell)
    return made


def _page(file: Any) -> Any:
    layout = PageLayout(name="Seite")
    layout.addElement(
        PageLayoutProperties(
            pagewidth="21cm",
            pageheight="29.7cm",
            margintop="2.2cm",
            marginbottom="2cm",
            marginleft="2.5cm",
            marginright="2.5cm",
        )
    )
    file.automaticstyles.addElement(layout)
    return layout


def _hex(color: Color) -> str:
    return f"#{color.hexval()[2:]}"
