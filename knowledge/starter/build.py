"""Builds the library's PDF, DOCX, MP4 and VTT from sources/: `python -m knowledge.starter.build`.

Needs ffmpeg, a speech engine (pico2wave, or espeak-ng with a plainer voice) and the packages of
requirements-dev.txt.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path

from knowledge.starter import STARTER_LIBRARY

SOURCES = Path(__file__).resolve().parent / "sources"
PACKAGES = {
    "reportlab": "reportlab",
    "fontTools": "fonttools",
    "docx": "python-docx",
    "yaml": "PyYAML",
    "PIL": "pillow",
    "pypdfium2": "pypdfium2",
}


def missing() -> list[str]:
    """What the build needs and this machine lacks, one sentence each."""
    lacks = [
        f"the package {name} (pip install {name})"
        for module, name in PACKAGES.items()
        if not importlib.util.find_spec(module)
    ]
    if not shutil.which("ffmpeg"):
        lacks.append("the program ffmpeg (apt install ffmpeg)")
    if not any(shutil.which(program) for program in ("pico2wave", "espeak-ng")):
        lacks.append("a speech engine (apt install libttspico-utils, or espeak-ng)")
    return lacks


def build(target: Path = STARTER_LIBRARY) -> list[Path]:
    """Builds every document that is not written by hand into `target` and names the files."""
    from knowledge.starter.sources.content import load_document
    from knowledge.starter.sources.handout import build_pdf
    from knowledge.starter.sources.storyboard import load_storyboard
    from knowledge.starter.sources.video import build_video
    from knowledge.starter.sources.word import build_docx

    pdf, docx = target / "bildschirmspiegelung.pdf", target / "handreichung-elternabend-videokonferenz.docx"
    video, subtitles = target / "ipad-spiegeln.mp4", target / "ipad-spiegeln.de.vtt"
    build_pdf(load_document(SOURCES / "bildschirmspiegelung.yaml"), pdf)
    build_docx(load_document(SOURCES / "videokonferenz.yaml"), docx)
    build_video(load_storyboard(SOURCES / "ipad-spiegeln.yaml"), video, subtitles)
    return [pdf, docx, video, subtitles]


def main() -> int:
    lacks = missing()
    if lacks:
        print("The starter library cannot be built here; missing:", *lacks, sep="\n- ", file=sys.stderr)
        return 1
    for file in build():
        print(f"{file.name}: {file.stat().st_size // 1024} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
