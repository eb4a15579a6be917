"""Who I am here."""

from __future__ import annotations

from core.people.person import Person
from ui.prose import facts, paragraph, show_title, show_words
from ui.texts import Texts
from ui.visitor import contact


def show_who(person: Person, t: Texts) -> None:
    """Name, address, role and schools, and who can put them right."""
    show_title(t.frame.account_page)
    role = t.frame.roles[person.role] if person.role else t.frame.no_role
    schools = ", ".join(school.name for school in person.schools) or t.account.no_schools
    known = [
        (t.account.name, person.name),
        (t.account.email, person.email),
        (t.account.role, role),
        (t.account.schools, schools),
    ]
    show_words(facts(known), paragraph(f"{t.account.wrong_facts} {contact(t)}"))
