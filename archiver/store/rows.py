"""A page as rows: one function a table, each row in the column order of ``tables``."""

import datetime
import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from archiver.addresses import page_identity
from archiver.records import Date, Issue, Page
from archiver.store.identity import ArticleText

_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

Row = tuple[Any, ...]
Rows = dict[str, list[Row]]


def timestamp(time: datetime.datetime) -> str:
    """``time`` in UTC as ISO 8601 with ``Z``; microseconds always, so that it sorts as text."""
    utc = time.astimezone(datetime.UTC).replace(tzinfo=None)
    return f"{utc.isoformat(timespec='microseconds')}Z"


def json_text(value: object) -> str:
    """``value`` as compact JSON, Chinese unescaped."""
    return _JSON.encode(value)


def page_columns(page: Page) -> dict[str, Any]:
    """The columns of ``versions`` that repeat what the page says."""
    return {
        "kind": page.kind,
        "encoding": page.encoding,
        "title": page.title,
        **_date_columns("published", page.published),
        "source": page.source,
        "author": page.author,
        **page.site.model_dump(),
        "integrity": page.integrity.status,
        "score": page.integrity.score,
        "characters": sum(len(p.text) for a in page.articles for p in a.paragraphs),
    }


def issue_columns(issue: Issue) -> dict[str, Any]:
    """The columns of ``issues`` that repeat what the issue says."""
    return {
        **issue.model_dump(exclude={"date", "toc", "recipients", "credits"}),
        **_date_columns("date", issue.date),
    }


def content_rows(page: Page, texts: Sequence[ArticleText]) -> Rows:
    """The rows of every content table, without the version; tables without rows are left out.

    ``texts`` are those of the page's articles.
    """
    rows = {
        "toc_entries": _toc_entries(page),
        "recipients": _recipients(page),
        "credits": _credits(page),
        "sections": enumerate_rows((title,) for title in sections(page)),
        "articles": _articles(page, texts),
        "paragraphs": _paragraphs(page, texts),
        "contributions": _contributions(page),
        "date_mentions": _date_mentions(page),
        "documents": _documents(page),
        "links": enumerate_rows(
            (link.url, link.title, link.block, *_text_start_end(link.date)) for link in page.links
        ),
        "attachments": enumerate_rows(
            (a.url, a.name, page_identity(a.url)) for a in page.attachments
        ),
        "findings": enumerate_rows((f.rule, f.where, f.text) for f in page.integrity.findings),
    }
    return {name: filled for name, table in rows.items() if (filled := list(table))}


def unit_row(key: str) -> Row:
    """The row of ``units`` for a unit key ``{division}:{system}:{core}``."""
    division, system, core = (*key.split(":", 2), "", "")[:3]
    return key, division, system, core


def sections(page: Page) -> list[str]:
    """The sections of the page's articles, each once, in reading order."""
    return list(dict.fromkeys(a.section for a in page.articles if a.section is not None))


def enumerate_rows(rows: Iterator[Row]) -> Iterator[Row]:
    """Each row with its position from 1 in front."""
    return ((position, *row) for position, row in enumerate(rows, 1))


def _toc_entries(page: Page) -> Iterator[Row]:
    return enumerate_rows(
        (e.section, e.title, e.subtitle, e.contributor, e.article)
        for e in (page.issue.toc if page.issue else ())
    )


def _recipients(page: Page) -> Iterator[Row]:
    return enumerate_rows((r.label, r.text) for r in (page.issue.recipients if page.issue else ()))


def _credits(page: Page) -> Iterator[Row]:
    lists = [(None, page.issue.credits)] if page.issue else []
    return enumerate_rows(
        (article, role, name)
        for article, credits in [*lists, *((a.order, a.credits) for a in page.articles)]
        for role, names in credits.items()
        for name in names
    )


def _articles(page: Page, texts: Sequence[ArticleText]) -> Iterator[Row]:
    for a, text in zip(page.articles, texts, strict=True):
        yield (
            a.order,
            a.section,
            a.title,
            a.subtitle,
            a.kind,
            a.editor_note,
            a.confidence,
            sum(len(p.text) for p in a.paragraphs),
            text.digest,
        )


def _paragraphs(page: Page, texts: Sequence[ArticleText]) -> Iterator[Row]:
    for a, text in zip(page.articles, texts, strict=True):
        for position, (name, p) in enumerate(zip(text.anchors(), a.paragraphs, strict=True), 1):
            yield a.order, position, name, p.kind, p.text


def _contributions(page: Page) -> Iterator[Row]:
    for a in page.articles:
        for position, c in enumerate(a.contributors, 1):
            yield (
                a.order,
                position,
                c.text,
                c.role,
                c.unit,
                c.person,
                c.name,
                c.division,
                c.key,
                c.basis,
            )


def _date_mentions(page: Page) -> Iterator[Row]:
    for a in page.articles:
        for position, d in enumerate(a.dates, 1):
            yield (
                a.order,
                position,
                d.paragraph + 1,
                *d.offset,
                d.text,
                d.edtf,
                _day(d.start),
                _day(d.end),
                d.precision,
                d.approximate,
                json_text(d.flags),
            )


def _documents(page: Page) -> Iterator[Row]:
    if page.document is not None:
        d = page.document
        signed = _date_columns("signed", d.signed).values()
        yield d.number, d.type, d.issuer, json_text(d.addressees), *signed


def _text_start_end(date: Date | None) -> Row:
    return (date.text, _day(date.start), _day(date.end)) if date else (None, None, None)


def _date_columns(name: str, date: Date | None) -> dict[str, str | None]:
    return {
        f"{name}_text": date.text if date else None,
        f"{name}_edtf": date.edtf if date else None,
        f"{name}_start": _day(date.start) if date else None,
        f"{name}_end": _day(date.end) if date else None,
    }


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
