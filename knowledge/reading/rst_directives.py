"""Sphinx's directives for reStructuredText, as neutral parts that give their text or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive


class AnyOption(dict[str, Callable[[str], str]]):
    """Accepts every option: a wrong one must not cost the text."""

    def __bool__(self) -> bool:
        return True

    def __contains__(self, name: object) -> bool:
        return True

    def __getitem__(self, name: str) -> Callable[[str], str]:
        return lambda value: value or ""


class Neutral(Directive):
    required_arguments = 0
    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[Any] = AnyOption()

    def argument(self) -> str:
        return str(self.arguments[0]).strip() if self.arguments else ""

    def parsed(self) -> list[nodes.Node]:
        holder = nodes.Element()
        self.state.nested_parse(self.content, self.content_offset, holder)
        return list(holder.children)

    def inline(self, text: str) -> list[nodes.Node]:
        found, _ = self.state.inline_text(text, self.lineno)
        return list(found)

    def run(self) -> Sequence[nodes.Node]:
        return self.parsed()


class Nothing(Neutral):
    def run(self) -> Sequence[nodes.Node]:
        return []


class Code(Neutral):
    def run(self) -> Sequence[nodes.Node]:
        text = "\n".join(self.content)
        return [nodes.literal_block(text, text)] if text.strip() else []


class Note(Neutral):
    """A note; with its title where the document gives one (`admonition`)."""

    def run(self) -> Sequence[nodes.Node]:
        note = nodes.container(classes=["admonition"])
        argument = self.argument()
        if argument and self.name == "admonition":
            note += nodes.paragraph("", "", *self.inline(argument), classes=["admonition-title"])
        elif argument and not self.name.startswith("version") and self.name != "deprecated":
            note += nodes.paragraph("", "", *self.inline(argument))
        note += self.parsed()
        return [note] if note.children else []


class Labelled(Neutral):
    """A tab or a part to unfold: its label becomes a heading."""

    def run(self) -> Sequence[nodes.Node]:
        label = self.argument() or self.options.get("title", "")
        part = nodes.container(classes=["labelled"])
        if label:
            part += nodes.paragraph("", "", *self.inline(label), classes=["label"])
        part += self.parsed()
        return [part] if part.children else []


class Term(Neutral):
    """A described option or object: "name: description"."""

    def run(self) -> Sequence[nodes.Node]:
        item = nodes.definition_list_item()
        for line in self.argument().split("\n"):
            item += nodes.term("", line.strip())
        definition = nodes.definition()
        definition += self.parsed()
        item += definition
        return [nodes.definition_list("", item)]


class Picture(Neutral):
    """A picture with what is said about it; its file is of no interest."""

    def run(self) -> Sequence[nodes.Node]:
        picture = nodes.image(uri="picture", alt=self.options.get("alt", ""))
        if self.name == "image" or not self.content:
            return [picture]
        figure = nodes.figure("", picture)
        caption, *legend = self.parsed()
        if isinstance(caption, nodes.paragraph):
            figure += nodes.caption("", "", *caption.children)
            return [figure, *legend]
        return [figure, caption, *legend]


class Only(Neutral):
    def run(self) -> Sequence[nodes.Node]:
        return [] if self.argument() in ("latex", "epub", "man", "texinfo") else self.parsed()


class Centered(Neutral):
    def run(self) -> Sequence[nodes.Node]:
        return [nodes.paragraph("", "", *self.inline(self.argument()))]
