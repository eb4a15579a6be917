"""The video's content as it stands in its YAML file, and when each of its sentences is spoken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from knowledge.starter.sources.content import Facts, load_facts


@dataclass(frozen=True, slots=True)
class Sentence:
    """`say` is spoken and is the subtitle; `show` is the line that appears on the slide with it; `english` is
    the English subtitle."""

    say: str
    show: str | None = None
    english: str | None = None


@dataclass(frozen=True, slots=True)
class Slide:
    title: str
    drawing: str
    sentences: tuple[Sentence, ...]
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Storyboard:
    title: str
    description: str
    author: str
    date: date
    facts: Facts
    slides: tuple[Slide, ...]

    @property
    def steps(self) -> int:
        return max(slide.step or 0 for slide in self.slides)

    @property
    def has_english(self) -> bool:
        """Whether there is English for every sentence. Raises ValueError where only some have it."""
        given = [sentence.english is not None for _, sentence in sentences(self)]
        if any(given) and not all(given):
            raise ValueError(f"{self.title}: sentence {given.index(False) + 1} has no English")
        return all(given)


@dataclass(frozen=True, slots=True)
class Cue:
    """A sentence with its slide and its seconds; `shown` counts the slide's lines that are seen by then."""

    slide: Slide
    sentence: Sentence
    shown: int
    start: float
    end: float


def load_storyboard(path: Path) -> Storyboard:
    given = yaml.safe_load(path.read_text("utf-8"))
    slides = [
        Slide(**{**slide, "sentences": tuple(Sentence(**sentence) for sentence in slide["sentences"])})
        for slide in given.pop("slides")
    ]
    return Storyboard(facts=load_facts(given.pop("facts")), slides=tuple(slides), **given)


def sentences(storyboard: Storyboard) -> list[tuple[Slide, Sentence]]:
    return [(slide, sentence) for slide in storyboard.slides for sentence in slide.sentences]


def cues(storyboard: Storyboard, durations: list[float]) -> list[Cue]:
    """One cue for each sentence, in order and without a gap; `durations` are the recordings' lengths."""
    found: list[Cue] = []
    start = 0.0
    for (slide, sentence), duration in zip(sentences(storyboard), durations, strict=True):
        before = found[-1].shown if found and found[-1].slide is slide else 0
        found.append(Cue(slide, sentence, before + (sentence.show is not None), start, start + duration))
        start += duration
    return found
