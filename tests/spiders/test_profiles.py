from pathlib import Path

import pytest

from archiver.errors import ArchiverError
from spiders.profiles import (
    known_profiles,
    load_profile,
    profile_for_url,
    read_profile,
    write_profile,
)

GOOD = """
name = "某县总工会"
division = "361124"
level = "county"
kind = "union"
start = ["http://www.example.com/index.htm"]
"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_profile_takes_its_key_from_its_file_and_its_hosts_from_its_start_pages(
    tmp_path: Path,
) -> None:
    profile = read_profile(written(tmp_path, "somewhere.toml", GOOD))
    assert (profile.key, profile.hosts) == ("somewhere", ("www.example.com",))


@pytest.mark.parametrize("key", list(known_profiles()))
def test_every_shipped_profile_is_valid(key: str) -> None:
    assert load_profile(key).key == key


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (GOOD.replace('"county"', '"contry"'), ["level", "contry", "prefecture"]),
        (GOOD + 'divison = "361124"\n', ["divison", "division"]),
        (GOOD.replace("361124", "3611"), ["division", "six digits"]),
        (
            GOOD.replace('["http://www.example.com/index.htm"]', '"http://a.example/"'),
            ["start", "list"],
        ),
        (GOOD.replace("http://www", "ftp://www"), ["start", "http://"]),
        (GOOD + "columns = 3\n", ["columns", "list"]),
        ("name = ", ["TOML"]),
        ('name = "x"', ["start", "required"]),
    ],
)
def test_a_wrong_profile_names_file_field_and_what_is_allowed(
    tmp_path: Path, text: str, words: list[str]
) -> None:
    with pytest.raises(ArchiverError) as told:
        read_profile(written(tmp_path, "wrong.toml", text))
    assert all(word in str(told.value) for word in ["wrong.toml", *words])
    assert "\n" not in str(told.value)


def test_an_unknown_site_names_near_ones(tmp_path: Path) -> None:
    written(tmp_path, "linli-union.toml", GOOD)
    with pytest.raises(ArchiverError, match="linli-union"):
        load_profile("linli-unoin", tmp_path)


def test_own_profiles_take_precedence_over_shipped_ones(tmp_path: Path) -> None:
    key = next(iter(known_profiles()))
    written(tmp_path, f"{key}.toml", GOOD)
    assert load_profile(key, tmp_path).name == "某县总工会"


def test_a_url_without_a_profile_stays_on_its_host() -> None:
    profile = profile_for_url("http://www.example.com:8080/a/")
    assert profile.hosts == ("www.example.com",)
    assert profile.key == "www-example-com"


@pytest.mark.parametrize("text", ["ftp://example.com", "nowhere", "http://"])
def test_what_is_no_web_address_is_told(text: str) -> None:
    with pytest.raises(ArchiverError, match="sites"):
        profile_for_url(text)


@pytest.mark.parametrize("key", list(known_profiles()))
def test_a_written_profile_is_read_back_the_same(tmp_path: Path, key: str) -> None:
    profile = load_profile(key)
    assert read_profile(write_profile(profile, tmp_path)) == profile
