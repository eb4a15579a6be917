"""Every view of the pages that shows or changes people and schools, with what its buttons write."""

from __future__ import annotations

from collections.abc import Mapping

from streamlit.testing.v1 import AppTest

from core.people.roles import Role
from tests.rights.conftest import BYSTANDER, Town
from tests.rights.delivery_views import DELIVERY_VIEWS
from tests.rights.training_views import TRAINING_VIEWS
from tests.rights.view import Fills, View
from ui.texts import GERMAN

S, A, C = GERMAN.staff, GERMAN.account, GERMAN.codes
OLD, NEW = "Kreide Tafel Schwamm", "Fahrrad Wolke Zimt"
PEOPLE_LIST = b"Name;E-Mail;Rolle;Schulen\nAnna Alt;anna@schule.example;Lehrkraft;GS Am Park\n"
SCHOOL_LIST = b"Schule;Schulform\nGS Neu;GS\n"


def _fill_waiting(at: AppTest, town: Town) -> None:
    number = town.people["without role"].id
    at.selectbox(key=f"waiting-role-{number}").set_value(Role.ADMIN)
    at.multiselect(key=f"waiting-schools-{number}").set_value([town.foreign.id])


def _fill_person(at: AppTest, town: Town) -> None:
    number = _bystander(town)
    at.text_input(key=f"name-of-person-{number}").set_value("Bodo Anders")
    at.selectbox(key=f"role-of-person-{number}").set_value(Role.ADMIN)
    at.text_input(key=f"confirm-{number}").set_value(town.people[BYSTANDER].email)


def _fill_new_person(at: AppTest, town: Town) -> None:
    at.text_input(key="new-name").set_value("Anna Alt")
    at.text_input(key="new-email").set_value("anna@schule.example")


def _fill_school(at: AppTest, town: Town) -> None:
    at.text_input(key=f"name-of-school-{town.foreign.id}").set_value("GS Neu")


def _fill_new_school(at: AppTest, town: Town) -> None:
    at.text_input(key="name-of-school-0").set_value("GS Neu")


def _fill_new_labels(at: AppTest, town: Town) -> None:
    at.text_area(key="new-labels-rooms").set_value("Raum 1.04")


def _fill_account(at: AppTest, town: Town) -> None:
    email = next(cell for cell in _cells(at) if cell.endswith("@schule.example"))
    for text_input, typed in zip(at.text_input, (OLD, NEW, NEW, email), strict=True):
        text_input.set_value(typed)


def _cells(at: AppTest) -> list[str]:
    return [part.partition("</td>")[0] for html in at.html for part in str(html.value).split("<td>")]


def _upload(name: str, data: bytes) -> Fills:
    return lambda at, town: at.file_uploader[0].upload(name, data, "text/csv").run()


def _bystander(town: Town) -> int:
    return town.people[BYSTANDER].id


OF_THE_HOUSE = {
    "people": View("people.py", fill=_fill_waiting, writes=(S.assign,), leads=(S.add_person, S.read_list)),
    "one person": View(
        "people.py",
        lambda town: {"person": str(_bystander(town))},
        _fill_person,
        (S.save, S.make_link, S.switch_off_now, S.delete_now),
        (S.to_people,),
    ),
    "a new person": View(
        "people.py", lambda town: {"ansicht": "neu"}, _fill_new_person, (S.add,), (S.to_people,)
    ),
    "a list of people": View(
        "people.py",
        lambda town: {"ansicht": "liste"},
        _upload("leute.csv", PEOPLE_LIST),
        (S.take_over,),
        (S.people_list.way_back,),
    ),
    "schools": View("schools.py", leads=(S.add_school, S.read_list)),
    "one school": View(
        "schools.py",
        lambda town: {"schule": str(town.foreign.id)},
        _fill_school,
        (S.save,),
        (S.to_schools,),
    ),
    "a new school": View(
        "schools.py", lambda town: {"ansicht": "neu"}, _fill_new_school, (S.add,), (S.to_schools,)
    ),
    "a list of schools": View(
        "schools.py",
        lambda town: {"ansicht": "liste"},
        _upload("schulen.csv", SCHOOL_LIST),
        (S.take_over,),
        (S.school_list.way_back,),
    ),
    "labels": View("device_labels.py", leads=(C.add,)),
    "new labels": View(
        "device_labels.py", lambda town: {"ansicht": "neu"}, _fill_new_labels, (C.submit,), (C.to_labels,)
    ),
    "the log": View("audit_log.py"),
    "the account": View(
        "account.py",
        fill=_fill_account,
        writes=(A.save_password, A.sign_out_everywhere, A.delete_submit),
        own=True,
    ),
}

VIEWS: Mapping[str, View] = {**OF_THE_HOUSE, **TRAINING_VIEWS, **DELIVERY_VIEWS}
