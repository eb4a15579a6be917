from __future__ import annotations


class ModelMissing(Exception):
    """The embedding model cannot be loaded; `str(error)` names the setting and the remedy."""
