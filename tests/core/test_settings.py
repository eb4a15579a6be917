from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.settings import PREFIX, Settings, SettingsRefused, load_settings

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")


def refusal(environ: dict[str, str], env_file: Path | None = None) -> str:
    with pytest.raises(SettingsRefused) as refused:
        load_settings(environ, env_file)
    return str(refused.value)


def test_without_anything_given_the_defaults_hold() -> None:
    assert load_settings({}, None) == Settings()


def test_the_environment_is_read_and_other_programs_variables_are_left_alone() -> None:
    settings = load_settings(
        {"LOTSE_READERS": "4", "LOTSE_LANGUAGE": "en", "HOME": "/root", "PATH": ""}, None
    )
    assert (settings.readers, settings.language) == (4, "en")


def test_without_an_argument_the_processs_own_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTSE_MAX_PAGES", "7")
    assert load_settings(env_file=None).max_pages == 7


def test_an_unknown_name_is_refused_and_the_likely_one_suggested() -> None:
    line = refusal({"LOTSE_MAX_PAGE": "7"})
    assert line == "LOTSE_MAX_PAGE: there is no such setting; did you mean LOTSE_MAX_PAGES?"


def test_an_unknown_name_is_refused_even_without_a_value() -> None:
    assert refusal({"LOTSE_HOEM": ""}).startswith("LOTSE_HOEM: there is no such setting")


def test_a_name_in_small_letters_is_refused_because_it_would_be_a_second_spelling() -> None:
    assert refusal({"LOTSE_Readers": "3"}).endswith("did you mean LOTSE_READERS?")


def test_nothing_is_suggested_for_a_name_that_resembles_no_other() -> None:
    assert refusal({"LOTSE_QQQQ": "1"}) == "LOTSE_QQQQ: there is no such setting"


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("LOTSE_READERS", "two", "valid integer"),
        ("LOTSE_READERS", "0", "greater than or equal to 1"),
        ("LOTSE_ANSWER_THRESHOLD", "1.5", "less than or equal to 1"),
        ("LOTSE_ANSWER_THRESHOLD", "nan", "finite number"),
        ("LOTSE_MAX_SECONDS_PER_FILE", "inf", "finite number"),
        ("LOTSE_LANGUAGE", "fr", "'de' or 'en'"),
    ],
)
def test_a_bad_value_is_refused_with_name_value_and_reason(name: str, value: str, reason: str) -> None:
    line = refusal({name: value})
    assert line.startswith(f"{name}={value}: ")
    assert reason in line


def test_all_faults_are_told_at_once() -> None:
    lines = refusal({"LOTSE_READERS": "two", "LOTSE_MAX_PAGES": "-1", "LOTSE_HOEM": "x"}).splitlines()
    assert [re.split("[:=]", line)[0] for line in lines] == ["LOTSE_HOEM", "LOTSE_MAX_PAGES", "LOTSE_READERS"]


@pytest.mark.parametrize(
    "address",
    [
        "postgres://lotse:geheim@db/lotse",
        "mysql://lotse:geheim@db/lotse",
        "postgresql://lotse@db:geheim/x",
        "geheim",
    ],
)
def test_a_bad_database_address_is_refused_without_telling_the_password(address: str) -> None:
    line = refusal({"LOTSE_DATABASE_URL": address})
    assert line.startswith("LOTSE_DATABASE_URL: should look like")
    assert "geheim" not in line


def test_printed_settings_do_not_tell_the_password() -> None:
    settings = load_settings({"LOTSE_DATABASE_URL": "postgresql://lotse:geheim@db/lotse"}, None)
    assert settings.database == "postgresql://lotse:geheim@db/lotse"
    assert "geheim" not in repr(settings)


def test_the_file_is_read_and_the_environment_wins(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("LOTSE_READERS=3\nLOTSE_MAX_PAGES=9  # few\nOTHER=1\n", encoding="utf-8")
    settings = load_settings({"LOTSE_READERS": "5"}, env_file)
    assert (settings.readers, settings.max_pages) == (5, 9)


def test_an_empty_value_means_the_default_and_takes_back_what_the_file_says(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("LOTSE_READERS=3\nLOTSE_LANGUAGE=\n", encoding="utf-8")
    assert load_settings({"LOTSE_READERS": ""}, env_file) == Settings()


def test_a_file_with_the_mark_of_windows_editor_is_read_from_its_first_line(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("LOTSE_READERS=3\n", encoding="utf-8-sig")
    assert load_settings({}, env_file).readers == 3


def test_a_file_in_another_encoding_is_refused_with_what_to_do(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_bytes("LOTSE_HOME=/srv/bücher".encode("latin-1"))
    assert refusal({}, env_file) == f"{env_file}: is not written in UTF-8; please save it as UTF-8"


def test_a_dollar_sign_in_the_file_stays_as_it_is(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("LOTSE_DATABASE_URL=postgresql://lotse:a${HOME}b@db/lotse\n", encoding="utf-8")
    assert load_settings({}, env_file).database == "postgresql://lotse:a${HOME}b@db/lotse"


def test_an_unknown_name_in_the_file_is_refused(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("LOTSE_READER=3\n", encoding="utf-8")
    assert refusal({}, env_file).endswith("did you mean LOTSE_READERS?")


def test_the_database_lies_in_the_home_folder_where_none_is_named(tmp_path: Path) -> None:
    assert (
        load_settings({"LOTSE_HOME": str(tmp_path)}, None).database
        == f"sqlite:///{tmp_path / 'lotse.sqlite'}"
    )


def test_a_tilde_is_the_users_home_folder() -> None:
    assert load_settings({"LOTSE_HOME": "~/lotse"}, None).home == Path.home() / "lotse"


def test_the_example_documents_every_setting_and_nothing_else() -> None:
    documented = re.findall(rf"^# ({PREFIX}\w+)=", EXAMPLE, re.MULTILINE)
    assert sorted(documented) == sorted(PREFIX + field.upper() for field in Settings.model_fields)


def test_the_example_shows_the_real_defaults(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text(re.sub(rf"^# (?={PREFIX})", "", EXAMPLE, flags=re.MULTILINE), encoding="utf-8")
    assert load_settings({}, env_file) == Settings()
    for field, info in Settings.model_fields.items():
        shown = re.search(rf"^# {PREFIX}{field.upper()}=(.*)$", EXAMPLE, re.MULTILINE)
        assert shown is not None
        assert (shown[1] == "") == (info.default is None), (
            f"{field}: {shown[1]!r} is shown, {info.default!r} holds"
        )
