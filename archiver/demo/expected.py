"""What a perfect reading of the demo site is, derived from the content that renders it.

Values are plain, in the names of the record contract, and hold only what a page prints or what
follows from it for certain, so that a test compares them field by field with what was read.
"""

from typing import Any

from archiver.demo import bodies, listings
from archiver.demo.content import (
    Article,
    Case,
    Contributor,
    Facts,
    Issue,
    News,
    Notice,
    Paragraph,
    load,
    paragraphs,
)

Expected = dict[str, Any]


def expected_pages() -> dict[str, Expected]:
    """Per address (path with query): ``kind``, ``title``, ``published``, ``articles`` …"""
    content = load()
    facts = content.facts
    pages: dict[str, Expected] = {
        path: {"kind": "listing"}
        for lists in (
            listings.issue_lists(content),
            listings.notice_lists(content),
            listings.news_lists(content),
            {facts.column("falv").path: ""},
        )
        for path in lists
    }
    pages["/"] = {"kind": "other"}
    pages[listings.SOFT_404] = {"kind": "other"}
    pages[facts.about.path] = {"kind": "other"}
    for issue in content.issues:
        pages.update(_issue_pages(issue, facts))
    for notice in content.notices:
        pages[notice.path] = _notice(notice)
    for item in content.news:
        pages[item.path] = _news(item)
    for case in content.cases:
        pages[case.path] = _case(case)
    for page in pages.values():
        page.setdefault("integrity", "clean")
    return pages


def expected_issues() -> list[Expected]:
    """The issues in order of date, whole: articles on other pages and later pages included.

    ``pages`` are the addresses that carry parts of the issue, the first being its own;
    ``copies`` are other addresses of the same issue.
    """
    facts = load().facts
    return [
        _issue(issue, facts)
        | {
            "articles": _articles(issue.articles),
            "pages": _addresses(issue),
            "copies": [issue.duplicate] if issue.duplicate else [],
        }
        for issue in sorted(load().issues, key=lambda issue: issue.date)
    ]


def expected_gaps() -> dict[tuple[str, int], list[int]]:
    """Per series and year, the numbers missing below the highest one found; none: no entry."""
    found: dict[tuple[str, int], set[int]] = {}
    for issue in load().issues:
        if issue.number is not None:
            last = issue.number_end or issue.number
            numbers = found.setdefault((issue.series, issue.year), set())
            numbers.update(range(issue.number, last + 1))
    gaps = {key: sorted(set(range(1, max(ns))) - ns) for key, ns in found.items()}
    return {key: missing for key, missing in gaps.items() if missing}


def never_requested() -> list[str]:
    """Targets on the site that a polite crawler leaves alone."""
    return [listings.DISALLOWED]


def dead_links() -> list[str]:
    """Targets that answer 404."""
    return [listings.DEAD_LINK]


def _issue_pages(issue: Issue, facts: Facts) -> dict[str, Expected]:
    own = [a for a in issue.articles if a.path is None]
    page: Expected = {
        "kind": "issue",
        "title": issue.headline,
        "published": issue.published.isoformat() if issue.info else None,
        "issue": _issue(issue, facts),
        "articles": _articles(own),
        "site": _footer(issue, facts),
        "integrity": "poisoned" if issue.poisoned else "clean",
    }
    pages = {issue.path: page}
    if issue.duplicate:
        pages[issue.duplicate] = page | {"published": None}
    for article in issue.articles:
        if article.path:
            pages[article.path] = {
                "kind": "article",
                "title": article.title,
                "published": issue.published.isoformat(),
                # Which section of the 目录 it stands in, only the page of the issue says.
                "articles": [a | {"section": None} for a in _articles([article])],
            }
    addresses = _addresses(issue)
    if len(addresses) > 1 and own:
        # A single page of a split issue holds no whole article: only the joined issue is compared.
        for address in addresses:
            pages[address] = {"kind": "issue" if address == issue.path else None}
    return pages


def _issue(issue: Issue, facts: Facts) -> Expected:
    division = facts.prefecture if issue.editor.startswith("抚州市") else facts.division
    number = str(issue.number) if issue.number else issue.special
    if issue.number_end:
        number = f"{number}-{issue.number_end}"
    series_key = issue.series.replace("“", "").replace("”", "")
    return {
        "series": issue.series,
        "year": issue.year,
        "number": issue.number,
        "number_end": issue.number_end,
        "total_number": issue.total_number,
        "special": issue.special,
        "editor": issue.editor,
        "date": issue.date.isoformat(),
        "secrecy": issue.secrecy,
        "key": f"{division}:{series_key}:{issue.year}:{number}",
        "toc": [_toc_entry(a) for a in issue.articles] if issue.toc else [],
        "recipients": [{"label": label, "text": text} for label, text in issue.recipients],
        "credits": {role: list(names) for role, names in issue.credits.items()},
        "editor_note": issue.editor_note,
    }


def _toc_entry(article: Article) -> Expected:
    listed = [c.text for c in article.by if c.toc]
    return {
        "section": article.section,
        "title": _one_line(article.title),
        "subtitle": article.subtitle,
        "contributor": listed[0] if listed else None,
    }


def _articles(articles: tuple[Article, ...] | list[Article]) -> list[Expected]:
    return [
        {
            "order": order,
            "section": article.section,
            "title": _one_line(article.title),
            "subtitle": article.subtitle,
            "kind": article.kind,
            "contributors": [c for by in article.by for c in _contributors(by)],
            "paragraphs": _paragraphs(article.paragraphs),
            "dates": _dates(article),
        }
        for order, article in enumerate(articles, 1)
    ]


def _dates(article: Article) -> list[Expected]:
    """Dates with the paragraph and the offset of their first place after the one before."""
    found: list[Expected] = []
    number, start = 0, 0
    for text, edtf in article.dates.items():
        while (at := article.paragraphs[number].text.find(text, start)) < 0:
            number, start = number + 1, 0
        start = at + len(text)
        found.append({"text": text, "edtf": edtf, "paragraph": number, "offset": (at, start)})
    return found


def _contributors(by: Contributor) -> list[Expected]:
    """A line naming several units is several contributors."""
    base = {"role": by.role, "person": by.person, "division": by.division}
    if by.split:
        return [base | {"text": text, "unit": text, "name": None} for text in by.split]
    unit = by.unit or (None if by.person else by.text)
    return [base | {"text": by.text, "unit": unit, "name": by.name}]


def _paragraphs(items: tuple[Paragraph, ...]) -> list[Expected]:
    return [{"text": item.text, "kind": item.kind} for item in items]


def _notice(item: Notice) -> Expected:
    return {
        "kind": "document",
        "title": item.title,
        "published": item.published.isoformat(),
        "document": {
            "number": item.number,
            "type": item.type,
            "issuer": item.issuer,
            "addressees": list(item.addressees),
            "signed": item.signed.isoformat(),
        },
        "attachments": [text for _, _, text in item.attachments],
        "paragraphs": _paragraphs(paragraphs(item.text)),
    }


def _news(item: News) -> Expected:
    return {
        "kind": "article",
        "title": item.title,
        "published": item.published.isoformat(),
        "source": item.source,
        "author": item.author,
        "paragraphs": None if item.broken else _paragraphs(paragraphs(item.text)),
        "integrity": "poisoned" if item.spam else "clean",
    }


def _case(item: Case) -> Expected:
    return {
        "kind": "article",
        "title": item.title,
        "published": item.published.isoformat(),
        "paragraphs": _paragraphs(paragraphs(item.text)),
    }


def _footer(issue: Issue, facts: Facts) -> Expected:
    """The site facts a page prints; the owner of a poisoned one is unknown, never the brand."""
    footer: Expected = dict(facts.footer)
    if issue.poisoned:
        footer["owner"] = footer["organiser"] = None
    return footer


def _addresses(issue: Issue) -> list[str]:
    own = [bodies.page_path(issue.path, n) for n in range(1, len(bodies.issue_pages(issue)) + 1)]
    return own + [a.path for a in issue.articles if a.path]


def _one_line(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None
