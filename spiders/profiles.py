"""Site profiles: facts of a site in a TOML file that a person can write by hand."""

import difflib
import re
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from archiver.errors import ArchiverError
from archiver.records import SiteProfile


def shipped_profiles() -> dict[str, Path]:
    """Key → file of the profiles that come with the project."""
    folder = Path(str(resources.files("spiders.sites")))
    return {path.stem: path for path in sorted(folder.glob("*.toml"))}


def known_profiles(own: Path | None = None) -> dict[str, Path]:
    """Key → file; profiles in the folder ``own`` take precedence over shipped ones."""
    profiles = shipped_profiles()
    if own is not None and own.is_dir():
        profiles |= {path.stem: path for path in sorted(own.glob("*.toml"))}
    return dict(sorted(profiles.items()))


def load_profile(key: str, own: Path | None = None) -> SiteProfile:
    """The profile called ``key``; an unknown key raises ArchiverError naming near ones."""
    profiles = known_profiles(own)
    if key not in profiles:
        near = difflib.get_close_matches(key, profiles, n=3, cutoff=0.5)
        if key == "demo":
            raise ArchiverError("the demo site is served only while 'archiver demo' runs: run that")
        hint = f"did you mean {' or '.join(near)}?" if near else "see 'archiver sites'"
        raise ArchiverError(f"unknown site {key!r}: {hint}")
    return read_profile(profiles[key])


def read_profile(path: Path) -> SiteProfile:
    """Read one profile file; a wrong one raises ArchiverError with file, field, allowed values."""
    try:
        facts = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ArchiverError(f"cannot read the site profile {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ArchiverError(f"{path}: a site profile must be UTF-8 ({error.reason})") from error
    except tomllib.TOMLDecodeError as error:
        raise ArchiverError(f"{path}: not a TOML file: {error}") from error
    facts.setdefault("key", path.stem)
    try:
        profile = SiteProfile.model_validate(facts)
    except ValidationError as error:
        raise ArchiverError(f"{path}: {_first_problem(error)}") from error
    if profile.key != path.stem:
        raise ArchiverError(
            f"{path}: field key: {profile.key!r} must be the file's name, {path.stem!r}"
        )
    return _with_hosts(profile)


def profile_for_url(url: str) -> SiteProfile:
    """A profile with defaults for a URL nobody wrote a profile for."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ArchiverError(
            f"{url!r} is neither a known site nor a web address; "
            "see 'archiver sites', or give an address that begins with http:// or https://"
        )
    key = re.sub(r"[^a-z0-9]+", "-", parts.hostname.lower()).strip("-") or "site"
    facts: dict[str, Any] = {"key": key, "name": parts.hostname, "start": [url]}
    try:
        return _with_hosts(SiteProfile.model_validate(facts))
    except ValidationError as error:
        raise ArchiverError(
            f"{url!r} is not a usable web address: {_first_problem(error)}"
        ) from error


def write_profile(profile: SiteProfile, folder: Path) -> Path:
    """Write ``profile`` as ``KEY.toml`` into ``folder``; reading it gives the same profile."""
    # Every command reads profiles; few write one.
    import tomlkit

    facts = profile.model_dump(mode="json", exclude_defaults=True)
    path = folder / f"{profile.key}.toml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(tomlkit.dumps(facts), "utf-8")
    except OSError as error:
        raise ArchiverError(f"cannot write the site profile {path}: {error.strerror}") from error
    return path


def _with_hosts(profile: SiteProfile) -> SiteProfile:
    """Hosts default to those of the start pages."""
    if profile.hosts:
        return profile
    hosts = tuple(dict.fromkeys((url.host or "").strip("[]") for url in profile.start))
    return profile.model_copy(update={"hosts": hosts})


def _first_problem(error: ValidationError) -> str:
    problem = error.errors(include_url=False)[0]
    field = ".".join(str(part) for part in problem["loc"])
    if problem["type"] == "extra_forbidden":
        near = difflib.get_close_matches(field, SiteProfile.model_fields, n=1)
        if near:
            return f"field {field}: unknown, did you mean {near[0]}?"
        return f"field {field}: unknown; allowed: {', '.join(SiteProfile.model_fields)}"
    if problem["type"] == "literal_error":
        allowed = problem["ctx"]["expected"]
        return f"field {field}: {problem['input']!r} is not allowed; allowed: {allowed}"
    return f"field {field}: {_wanted(field, problem)}"


def _wanted(field: str, problem: ErrorDetails) -> str:
    """What a field must be, in words of a profile."""
    top = field.partition(".")[0]
    if problem["type"] == "missing":
        return "required, but not there"
    if top == "start":
        return 'must be a list of web addresses, such as ["http://www.example.gov.cn/"]'
    if top == "division":
        return 'must be six digits in quotes, such as "361026"'
    if top == "key":
        return "must be small letters, digits and hyphens"
    if problem["type"] == "tuple_type":
        return 'must be a list, such as ["…", "…"]'
    return f"{problem['msg'][0].lower()}{problem['msg'][1:]} (it is {problem['input']!r})"
