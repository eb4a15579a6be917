"""What use cases that write mails must know of this portal."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class House:
    """What use cases must know of the portal they work in: `sender` is the address that mails come from,
    `portal` the portal's own ("https://lotse.example.org"), `language` that of people who have chosen none,
    `state` the federal state whose public holidays count, `secret` what addresses that stop mails are made
    with (without one mails have no such address)."""

    sender: str
    portal: str
    language: str = "de"
    state: str = "ST"
    secret: str = field(default="", repr=False)
