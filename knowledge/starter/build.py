"""Builds the library's PDF, DOCX, PPTX, ODT, MP4 and VTT from sources/: `python -m knowledge.starter.build`.

With names of formats (`pdf docx pptx odt mp4`) only those are built. Needs the packages of
requirements-dev.txt and, for the videos, ffmpeg and a speech engine (pico2wave, or espeak-ng with a plainer
voice).
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from knowledge.starter import STARTER_LIBRARY

SOURCES = Path(__file__).resolve().parent / "sources"
FOLDERS = {"pdf": "handouts", "docx": "word_files", "pptx": "presentations", "odt": "open_texts"}
FORMATS = (*FOLDERS, "mp4")
PACKAGES = {
    "reportlab": "reportlab",
    "fontTools": "fonttools",
    "docx": "python-docx",
    "pptx": "python-pptx",
    "odf": "odfpy",
    "yaml": "PyYAML",
    "PIL": "pillow",
    "pypdfium2": "pypdfium2",
}


def missing(formats: Sequence[str] = FORMATS) -> list[str]:
    """What the build of these formats needs and this machine lacks, one sentence each."""
    lacks = [
        f"the package {name} (pip install {name})"
        for module, name in PACKAGES.items()
        if not importlib.util.find_spec(module)
    ]
    if "mp4" in formats and not shutil.which("ffmpeg"):
        lacks.append("the program ffmpeg (apt install ffmpeg)")
    if "mp4" in formats and not any(shutil.which(program) for program in ("pico2wave", "espeak-ng")):
        lacks.append("a speech engine (apt install libttspico-utils, or espeak-ng)")
    return lacks


def sources(kind: str) -> list[Path]:
    """The YAML files of which files of this format are made."""
    return sorted((SOURCES / FOLDERS[kind]).glob("*.yaml"))


def build(target: Path = STARTER_LIBRARY, formats: Sequence[str] = FORMATS) -> list[Path]:
    """Builds every document that is not written by hand into `target` and names the files."""
    built = [file for kind in FOLDERS if kind in formats for file in _build_kind(kind, target)]
    if "mp4" in formats:
        from knowledge.starter.sources.video import build_videos

        built += build_videos(target)
    return built


def _build_kind(kind: str, target: Path) -> list[Path]:
    from knowledge.starter.sources.documents import build_file

    return [file for source in sources(kind) for file in build_file(source, target / f"{source.stem}.{kind}")]


def main() -> int:
    formats = sys.argv[1:] or FORMATS
    if unknown := set(formats) - set(FORMATS):
        print("No such format:", *sorted(unknown), file=sys.stderr)
        return 1
    if lacks := missing(formats):
        print("The starter library cannot be built here; missing:", *lacks, sep="\n- ", file=sys.stderr)
        return 1
    for file in build(formats=formats):
        print(f"{file.name}: {file.stat().st_size / 1024:.1f} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
