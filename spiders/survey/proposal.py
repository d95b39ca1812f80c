"""A profile proposed from what a survey saw, with comments for the person who corrects it."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import tomlkit
from tomlkit import TOMLDocument

from archiver.errors import ArchiverError
from archiver.records import SiteProfile
from spiders.profiles import profile_for_url
from spiders.survey import facts
from spiders.survey.cms import cms_family
from spiders.survey.visits import Survey

WHY = {
    "unknown_host": "its host name is unknown",
    "connection_refused": "it refuses the connection",
    "timeout": "it does not answer in time",
    "robots": "its robots.txt closes it",
    "off_site": "it leads elsewhere",
    "private_address": "it is on a private network, which needs --private-network "
    "or private_network = true",
    "challenge": "its firewall sends a challenge in the place of pages",
    "login_wall": "it asks for a login",
    "no_page": "it gives no page",
}


def profile_to_survey(url: str, key: str | None, *, private_network: bool) -> SiteProfile:
    """A profile to look at the site at ``url`` with: its host, with and without ``www``."""
    profile = profile_for_url(url)
    (host,) = profile.hosts
    other = host.removeprefix("www.") if host.startswith("www.") else f"www.{host}"
    hosts = (host,) if host.replace(".", "").isdigit() or "." not in host else (host, other)
    found = profile.model_dump() | {"hosts": hosts, "private_network": private_network}
    try:
        return SiteProfile.model_validate(found | ({"key": key} if key else {}))
    except ValueError as error:
        raise ArchiverError(f"--key {key!r} must be small letters, digits and hyphens") from error


def propose(profile: SiteProfile, survey: Survey) -> TOMLDocument:
    """The profile as a document; ArchiverError when no start page could be read."""
    if not any(visit.page for visit in survey.starts):
        raise ArchiverError(_no_start(profile, survey))
    document = tomlkit.document()
    document.add(tomlkit.comment("Proposed from a first look at the site; correct what is wrong."))
    document.add(tomlkit.comment("What is commented out could not be seen and is to be filled in."))
    document.add(tomlkit.nl())
    _add_owner(document, survey)
    _add_addresses(document, profile, survey)
    _add_columns(document, survey)
    _add_making(document, survey)
    SiteProfile.model_validate({"key": profile.key, **document.unwrap()})
    return document


def write_new(document: TOMLDocument, path: Path) -> None:
    """Write ``document`` to ``path``; ArchiverError when there is a file already."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(tomlkit.dumps(document))
    except FileExistsError:
        raise ArchiverError(f"{path} is there already and stays as it is") from None
    except OSError as error:
        raise ArchiverError(f"cannot write the site profile {path}: {error.strerror}") from error


def _no_start(profile: SiteProfile, survey: Survey) -> str:
    visit = survey.starts[0] if survey.starts else None
    why = WHY.get(visit.why, visit.why) if visit else "it was not asked"
    if visit and visit.why == "off_site":
        why = f"it leads to {visit.url}: add that"
    return f"nothing could be seen at {profile.start[0]}: {why}"


def _add(document: TOMLDocument, name: str, value: Any, comment: str) -> None:
    item = tomlkit.item(value)
    item.comment(comment)
    document.add(name, item)


def _unknown(document: TOMLDocument, name: str, example: str, why: str) -> None:
    document.add(tomlkit.comment(f"{name} = {example}  # {why}"))


def _add_owner(document: TOMLDocument, survey: Survey) -> None:
    names = facts.printed_names(survey)
    name = facts.owner(survey)
    if name is None:
        host = survey.starts[0].url
        _add(document, "name", urlsplit(host).hostname or host, "the pages do not print the owner")
        _unknown(document, "division", '"361026"', "GB/T 2260 code of the owner's place")
        _unknown(document, "level", '"county"', "national, province, prefecture, county, township")
        _unknown(document, "kind", '"union"', "union, government, party, other")
        return
    others = "、".join(other for other, _ in names.most_common() if other != name)
    _add(document, "name", name, f"also printed: {others}" if others else "as printed")
    place, namesakes = facts.place_of(name, survey)
    if place is not None:
        _add(document, "division", place.code, f"GB/T 2260: {place.name}")
    else:
        seen = "、".join(f"{one.name} {one.code}" for one in namesakes) or "no place in the name"
        _unknown(document, "division", '"      "', f"GB/T 2260 code; {seen}")
    if level := facts.level_of(name, place):
        document.add("level", level)
    else:
        _unknown(document, "level", '"county"', "national, province, prefecture, county, township")
    _add(document, "kind", facts.kind_of(name), "union, government, party, other")


def _add_addresses(document: TOMLDocument, profile: SiteProfile, survey: Survey) -> None:
    first = survey.starts[0]
    document.add("start", [str(url) for url in profile.start])
    if first.url.rstrip("/") != first.asked.rstrip("/"):
        document.add(tomlkit.comment(f"that address leads to {first.url}"))
    hosts = {urlsplit(visit.url).hostname or "" for visit in survey.visits() if visit.page}
    hosts |= {host for host in survey.linked_hosts() if host in profile.hosts}
    document.add("hosts", sorted(hosts))
    for host, name in sorted(facts.related_hosts(profile, survey).items()):
        document.add(tomlkit.comment(f"{name} leads to {host}: another host, add it if wanted"))
    if profile.private_network:
        document.add("private_network", True)


def _add_columns(document: TOMLDocument, survey: Survey) -> None:
    document.add(tomlkit.nl())
    array = tomlkit.array()
    array.multiline(True)
    for visit in survey.columns:
        if (what := facts.subject(visit)) is not None:
            array.add_line(visit.name, comment=f"{what}, {len(visit.entries)} entries seen")
    if array:
        array.add_line()
        document.add(tomlkit.comment("Of the navigation only these; without this line all of it."))
        document.add("columns", array)
    else:
        _unknown(document, "columns", '["工作简报"]', "of the navigation only these; else all")
    for visit in survey.columns:
        if visit.page is None:
            why = WHY.get(visit.why, visit.why)
            document.add(tomlkit.comment(f"not seen: {visit.name} at {visit.asked}: {why}"))


def _add_making(document: TOMLDocument, survey: Survey) -> None:
    document.add(tomlkit.nl())
    family = cms_of(survey)
    if family:
        _add(document, "cms", family, "by its addresses and marks")
    else:
        _unknown(document, "cms", '"dedecms"', "content system; a hint for people")
    encoding = facts.encoding_of(survey)
    if encoding:
        _add(document, "encoding", encoding, "all pages seen; each is read by what it says itself")
    else:
        _unknown(document, "encoding", '"gb18030"', "the pages seen differ")
    findings = {page.integrity.status for page in survey.pages()} - {"clean"}
    for status in sorted(findings):
        document.add(tomlkit.comment(f"pages of this site were tampered with: {status}"))


def cms_of(survey: Survey) -> str | None:
    """The content system that the pages speak for."""
    urls = [link.url for page in survey.pages() for link in page.links if link.url]
    return cms_family(urls, [visit.body for visit in survey.visits()])
