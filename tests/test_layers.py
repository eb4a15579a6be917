"""The house's rule of arrows (docs/decisions/0001): who may import whom."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

MAY_IMPORT = {
    "core": set[str](),
    "knowledge": {"core"},
    "retriever": {"knowledge", "core"},
    "trainings": {"core"},
    "deliveries": {"core"},
    "bootstrap": {"retriever", "trainings", "deliveries", "knowledge", "core"},
    "ui": {"bootstrap", "retriever", "trainings", "deliveries", "knowledge", "core"},
    "pages": {"ui", "bootstrap", "retriever", "trainings", "deliveries", "knowledge", "core"},
    "doctor": {"knowledge", "core"},
    "commands": {"ui", "bootstrap", "retriever", "trainings", "deliveries", "knowledge", "core"},
    "manage": {
        "commands",
        "doctor",
        "ui",
        "bootstrap",
        "retriever",
        "trainings",
        "deliveries",
        "knowledge",
        "core",
    },
    "streamlit_app": {"ui", "bootstrap", "retriever", "trainings", "deliveries", "knowledge", "core"},
}
FREE = {"tests", "benchmarks"}
WITHOUT_STREAMLIT = set(MAY_IMPORT) - {"ui", "pages", "streamlit_app"}
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "manager", "service", "services", "misc", "common"}


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def modules() -> Iterator[Path]:
    for entry in sorted(ROOT.iterdir()):
        if entry.suffix == ".py":
            yield entry
        elif (
            entry.is_dir() and not entry.name.startswith(".") and room(entry) not in {"var", "docs", "static"}
        ):
            yield from sorted(entry.rglob("*.py"))


def imported(source: str, package: tuple[str, ...] = ()) -> set[str]:
    """The top-level names that a module imports; a relative import is one from the module's own package."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level:
            names.add(package[0])
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def imports_of(path: Path) -> set[str]:
    return imported(path.read_text(encoding="utf-8"), path.relative_to(ROOT).parts)


HOUSE = [path for path in modules() if room(path) not in FREE]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_an_import_is_seen_wherever_it_stands() -> None:
    source = (
        "import a.b, c\nfrom d.e import f\ndef late():\n    from g import h\nif True:\n    from . import i\n"
    )
    assert imported(source, ("room", "module.py")) == {"a", "c", "d", "g", "room"}


def test_every_room_has_its_place_in_the_rule() -> None:
    assert {room(path) for path in HOUSE} <= set(MAY_IMPORT)


@pytest.mark.parametrize("path", HOUSE, ids=name)
def test_imports_follow_the_arrows(path: Path) -> None:
    rooms = imports_of(path) & (set(MAY_IMPORT) | FREE)
    assert rooms <= MAY_IMPORT[room(path)] | {room(path)}


@pytest.mark.parametrize("path", [path for path in HOUSE if room(path) in WITHOUT_STREAMLIT], ids=name)
def test_packages_never_import_streamlit(path: Path) -> None:
    assert "streamlit" not in imports_of(path)


@pytest.mark.parametrize("path", HOUSE, ids=name)
def test_names_say_what_a_module_holds(path: Path) -> None:
    assert SAYS_NOTHING.isdisjoint({*path.relative_to(ROOT).parts[:-1], path.stem})


def test_no_page_bears_the_name_of_a_room_or_of_a_library() -> None:
    # A page file named like a package would be imported in its place.
    taken = set(MAY_IMPORT) | FREE | set(sys.stdlib_module_names)
    assert taken.isdisjoint(path.stem for path in (ROOT / "pages").glob("*.py"))


def test_no_folder_beside_a_server_s_script_bears_the_name_of_a_room() -> None:
    # The folder of the script that is run comes first when Python looks for a package.
    beside = (path.name for path in (ROOT / "tests" / "browser").iterdir() if path.is_dir())
    assert set(MAY_IMPORT).isdisjoint(beside)
