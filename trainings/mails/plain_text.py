"""Foreign text made fit for mails and calendar files, as everywhere in the house."""

from core.mail.plain_text import lines, one_line

__all__ = ["lines", "one_line"]
