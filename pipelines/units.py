"""The step that says which body each contributor is, and gives an issue its key."""

import re
from dataclasses import replace

from archiver.chinese.fold import comparison_key
from archiver.chinese.units import (
    ResolvedUnit,
    UnitContext,
    first_year,
    resolve_unit,
    resolve_units,
)
from archiver.parsers.traditional import in_simplified
from archiver.records import Article, Contributor, Issue, Page, SiteProfile

ANACHRONISM = "anachronism"
_PILOTS = 1  # years that single places are ahead of a national reform


def resolve_page(page: Page, site: SiteProfile | None = None) -> Page:
    """``page`` with name, division, key and basis of its contributors and the key of its issue.

    Printed values are never changed; what cannot be known stays None with basis ``none``. A page
    that went through this step before comes out the same. Names and keys are in simplified
    characters: a body, or an issue, has one in whichever script it is printed.
    """
    read = in_simplified(page)
    context = _context(read, site)
    articles = tuple(
        _resolve_article(article, plain, context)
        for article, plain in zip(page.articles, read.articles, strict=True)
    )
    flags = tuple(flag for flag in page.flags if flag != ANACHRONISM)
    if context.year is not None and _is_too_early(articles, context.year):
        flags += (ANACHRONISM,)
    key = _key(read.issue, context)
    return page.model_copy(
        update={
            "articles": articles,
            "issue": page.issue and page.issue.model_copy(update={"key": key}),
            "flags": flags,
        }
    )


def _is_too_early(articles: tuple[Article, ...], year: int) -> bool:
    """Whether a contributor bears a name that a reform made years after ``year``.

    Then the page's date is in doubt, or its text. Old names outlive their bodies: they say nothing.
    """
    keys = (c.key for article in articles for c in article.contributors if c.key)
    return any((first_year(key) or year) > year + _PILOTS for key in keys)


def _context(page: Page, site: SiteProfile | None) -> UnitContext:
    """What the whole page says of places; facts of the site profile go before printed ones."""
    issue = page.issue
    printed = (
        site.name if site else None,
        page.site.owner,
        page.site.organiser,
        page.site.address,
    )
    return UnitContext(
        editor=issue.editor if issue else None,
        series=issue.series if issue else None,
        source=page.source,
        site=tuple(text for text in printed if text),
        site_division=site.division if site else None,
        hints=_hints(page),
        year=_year(page),
    )


def _hints(page: Page) -> tuple[str, ...]:
    """Texts that name places around the publisher: the address, the place, the recipients."""
    texts = [page.site.address]
    if page.issue:
        texts += [page.issue.place, *(recipient.text for recipient in page.issue.recipients)]
    return tuple(text for text in texts if text)


def _year(page: Page) -> int | None:
    """The year whose places and organs count: the issue's, else that of publication."""
    issue = page.issue
    if issue and issue.year:
        return issue.year
    signed = page.document.signed if page.document else None
    for date in (issue.date if issue else None, signed, page.published):
        if date and date.start:
            return date.start.year
    return None


def _resolve_article(article: Article, read: Article, context: UnitContext) -> Article:
    """``article`` with the bodies that the same in simplified characters (``read``) names."""
    if not any(contributor.unit for contributor in article.contributors):
        return article
    title = " ".join(text for text in (read.title, read.subtitle) if text)
    here = replace(context, title=title or None)
    units = [contributor.unit for contributor in read.contributors if contributor.unit]
    resolved = iter(resolve_units(units, here))
    return article.model_copy(
        update={
            "contributors": tuple(
                _filled(contributor, next(resolved) if contributor.unit else None)
                for contributor in article.contributors
            )
        }
    )


def _filled(contributor: Contributor, unit: ResolvedUnit | None) -> Contributor:
    return contributor.model_copy(
        update={
            "name": unit.name if unit else None,
            "division": unit.division if unit else None,
            "key": unit.key if unit else None,
            "basis": unit.basis if unit else "none",
            "decision": None,
        }
    )


def _key(issue: Issue | None, context: UnitContext) -> str | None:
    """``{division of the editor}:{series}:{year}:{number}`` where all are known."""
    if issue is None:
        return None
    editor = next(filter(None, (resolve_unit(e, context) for e in _editors(issue))), None)
    year = issue.year or (issue.date.start.year if issue.date and issue.date.start else None)
    number = _number(issue)
    if not (editor and year and number and issue.series):
        return None
    return f"{editor.division}:{comparison_key(issue.series)}:{year}:{number}"


def _editors(issue: Issue) -> list[str]:
    """Several editors stand in one text, parted by 、 or blanks."""
    text = issue.editor or ""
    return list(dict.fromkeys([text, *re.split(r"[、,，;；\s]+", text)])) if text else []


def _number(issue: Issue) -> str | None:
    """2, 3-4, 增刊1 or the day: what tells issues of a year apart.

    A 合刊 is known by its numbers; 增刊 and other specials are counted for themselves.
    """
    if issue.special and comparison_key(issue.special) != "合刊":
        special = comparison_key(issue.special)
        counted = issue.number is None or special.endswith(str(issue.number))
        return special if counted else f"{special}{issue.number}"
    if issue.number is not None:
        end = f"-{issue.number_end}" if issue.number_end is not None else ""
        return f"{issue.number}{end}"
    return issue.date.edtf if issue.date else None
