"""From sections to passages: pieces that fit the embedding model and follow the document's structure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from langchain_text_splitters import RecursiveCharacterTextSplitter

from knowledge.reading.section import Block, BlockKind, Reading, Section

TARGET_TOKENS = 220
LONGEST_TOKENS = 400
OVERLAP_TOKENS = 40
SENTENCE_END = r"(?<=[.!?:;])\s+"

CountTokens = Callable[[Sequence[str]], list[int]]


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a section: the blocks from `first_block` to `last_block` (both counted), or a part of a
    single long one."""

    section: int
    first_block: int
    last_block: int
    text: str
    page: int | None
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or a part of a long block, with its length in tokens."""

    block: int
    text: str
    tokens: int


def cut(reading: Reading, count_tokens: CountTokens) -> list[Passage]:
    """The passages of a document in reading order; each block's text stands in at least one of them."""
    return [
        passage
        for number, section in enumerate(reading.sections)
        for passage in _cut_section(number, section, count_tokens)
    ]


def context(title: str, heading_path: Sequence[str]) -> str:
    """The line that goes before a passage's text into its vector: where the passage stands."""
    path = [part for part in heading_path if part.casefold() != title.casefold()]
    return " › ".join([title, *path])


def block_text(block: Block) -> str:
    """A block as plain text: steps with their numbers, bullets with dashes, a row a line."""
    if block.kind is BlockKind.STEPS:
        return "\n".join(_numbered(block.items))
    if block.kind is BlockKind.BULLETS:
        return "\n".join(_dashed(item) for item in block.items)
    return "\n".join(block.items)


def _numbered(items: Sequence[str]) -> list[str]:
    lines, number = [], 0
    for item in items:
        if item.startswith("  "):
            lines.append(_dashed(item))
        else:
            number += 1
            lines.append(f"{number}. {item}")
    return lines


def _dashed(item: str) -> str:
    indent = item[: len(item) - len(item.lstrip())]
    return f"{indent}- {item.lstrip()}"


def _cut_section(number: int, section: Section, count_tokens: CountTokens) -> list[Passage]:
    pieces = _pieces(section.blocks, count_tokens)
    return [_passage(number, section, group) for group in _grouped(pieces)]


def _pieces(blocks: Sequence[Block], count_tokens: CountTokens) -> list[Piece]:
    texts = [block_text(block) for block in blocks]
    lengths = count_tokens(texts) if texts else []
    pieces = []
    for index, (text, length) in enumerate(zip(texts, lengths, strict=True)):
        if not text.strip():
            continue
        if length <= LONGEST_TOKENS:
            pieces.append(Piece(index, text, length))
        else:
            pieces.extend(_torn(index, text, count_tokens))
    return pieces


def _torn(index: int, text: str, count_tokens: CountTokens) -> list[Piece]:
    """A block that is longer than the model takes, cut at rows and steps, then at sentence ends. Only the
    search sees the parts: an answer shows the block whole."""
    splitter = RecursiveCharacterTextSplitter(
        separators=["\n", SENTENCE_END, " ", ""],
        is_separator_regex=True,
        keep_separator="end",
        chunk_size=TARGET_TOKENS,
        chunk_overlap=OVERLAP_TOKENS,
        length_function=lambda part: count_tokens([part])[0],
    )
    parts = splitter.split_text(text)
    return [Piece(index, part, length) for part, length in zip(parts, count_tokens(parts), strict=True)]


def _grouped(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Neighbours joined until the target is reached; a sentence that leads into a list stays with it."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and _fits(groups[-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _fits(group: Sequence[Piece], piece: Piece) -> bool:
    tokens = sum(member.tokens for member in group) + piece.tokens
    leads_in = group[-1].text.rstrip().endswith(":")
    return tokens <= (LONGEST_TOKENS if leads_in else TARGET_TOKENS)


def _passage(number: int, section: Section, group: Sequence[Piece]) -> Passage:
    first, last = group[0].block, group[-1].block
    start = section.blocks[first]
    return Passage(number, first, last, "\n".join(p.text for p in group), start.page, start.seconds)
