"""A profile compared with the site as it is now: every difference in a line."""

import difflib
from collections.abc import Iterator

from archiver.chinese.fold import comparison_key
from archiver.records import SiteProfile
from spiders.survey import facts
from spiders.survey.proposal import WHY, cms_of
from spiders.survey.visits import Survey


def differences(profile: SiteProfile, survey: Survey) -> Iterator[str]:
    """What the site shows and the profile does not say, and the other way round."""
    yield from _starts(survey)
    if not any(survey.pages()):
        return
    yield from _columns(profile, survey)
    yield from _owner(profile, survey)
    yield from _making(profile, survey)
    for host, name in sorted(facts.related_hosts(profile, survey).items()):
        yield f"hosts: {name} leads to {host}, which the profile leaves out"


def _starts(survey: Survey) -> Iterator[str]:
    for visit in survey.starts:
        if visit.why == "off_site":
            yield f"start: {visit.asked} leads to {visit.url}, a host the profile leaves out"
        elif visit.page is None:
            yield f"start: {visit.asked} cannot be read: {WHY.get(visit.why, visit.why)}"
        elif visit.url.rstrip("/") != visit.asked.rstrip("/"):
            yield f"start: {visit.asked} leads to {visit.url}"


def _columns(profile: SiteProfile, survey: Survey) -> Iterator[str]:
    linked = {link.title for link in survey.linked()}
    seen = {visit.name: visit for visit in survey.columns}
    for name in profile.columns:
        visit = seen.get(name)
        if name not in linked:
            near = difflib.get_close_matches(name, linked, n=2, cutoff=0.5)
            hint = f"; there are {'、'.join(near)}" if near else ""
            yield f"columns: {name} is not linked from the start pages any more{hint}"
        elif visit is None:
            yield f"columns: {name} leads to a host the profile leaves out"
        elif visit.page is None:
            yield f"columns: {name} cannot be read: {WHY.get(visit.why, visit.why)}"
        elif not visit.listed:
            yield f"columns: {name} at {visit.url} lists nothing"
    if not profile.columns:
        return
    for name, visit in seen.items():
        if name not in profile.columns and (what := facts.subject(visit)) is not None:
            yield f"columns: {name} lists {what} and is not in the profile"


def _owner(profile: SiteProfile, survey: Survey) -> Iterator[str]:
    names = facts.printed_names(survey)
    if not names:
        return
    own = comparison_key(profile.name)
    if not any(_agree(own, comparison_key(name)) for name in names):
        printed = "、".join(name for name, _ in names.most_common(3))
        yield f"name: the profile says {profile.name}, the pages print {printed}"
        return
    place, _ = facts.place_of(facts.owner(survey) or profile.name, survey)
    if place is not None and profile.division and place.code != profile.division:
        yield f"division: the profile says {profile.division}, {place.name} is {place.code}"


def _agree(one: str, other: str) -> bool:
    return one in other or other in one


def _making(profile: SiteProfile, survey: Survey) -> Iterator[str]:
    if profile.encoding:
        for encoding in sorted({page.encoding for page in survey.pages()}):
            if not facts.same_encoding(encoding, profile.encoding):
                yield f"encoding: the profile says {profile.encoding}, pages come in {encoding}"
    family = cms_of(survey)
    if profile.cms and family and family != profile.cms:
        yield f"cms: the profile says {profile.cms}, the site looks like {family}"
