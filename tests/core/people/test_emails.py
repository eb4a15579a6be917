from __future__ import annotations

import pytest

from core.people.emails import BadEmail, kept_email


@pytest.mark.parametrize(
    ("text", "email"),
    [
        (" Anna.Meier@Schule.Example\n", "anna.meier@schule.example"),
        ("a+b@schule.example", "a+b@schule.example"),
        ("anna@müller.example", "anna@müller.example"),
        ("o'neil@schule.example", "o'neil@schule.example"),
    ],
)
def test_an_address_is_kept_in_small_letters(text: str, email: str) -> None:
    assert kept_email(text) == email


@pytest.mark.parametrize(
    "text",
    [
        "",
        "anna",
        "@schule.example",
        "anna@",
        "annaschule.example",
        "anna@b@schule.example",
        "anna meier@schule.example",
        "anna@schule.example\nBcc: alle@schule.example",
        "anna@schule.example,eva@schule.example",
        "Anna <anna@schule.example>",
        "anna\u00a0@schule.example",
        "anna\u200b@schule.example",
        "anna\0@schule.example",
        "a" * 250 + "@x.de",
    ],
)
def test_what_is_no_single_address_is_refused(text: str) -> None:
    with pytest.raises(BadEmail) as refused:
        kept_email(text)
    assert refused.value.email == text
