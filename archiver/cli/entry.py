"""A record as a person reads it in the terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from archiver.records import Article, Contributor, Date, Issue, Page, Paragraph
from archiver.store.entries import Entry

_STATUS = {"clean": "green", "suspect": "yellow"}


def render(entry: Entry) -> Group:
    """The record with sections, articles, contributors, dates, integrity and evidence."""
    page = entry.page
    parts: list[RenderableType] = [
        Text(page.title or entry.identity, style="bold"),
        _facts(entry),
    ]
    section = None
    for article in page.articles:
        if article.section and article.section != section:
            parts.append(Rule(Text(article.section), align="left", style="dim"))
        section = article.section
        parts.extend(_article(article))
    parts += [Rule(Text("evidence"), align="left", style="dim"), _evidence(entry)]
    return Group(*parts)


def _facts(entry: Entry) -> Table:
    page = entry.page
    table = Table.grid(padding=(0, 2))
    facts: list[tuple[str, str | Text | None]] = [
        ("key", entry.identity),
        ("kind", page.kind),
        *(_issue(page.issue) if page.issue else ()),
        *(_document(page)),
        ("published", _date(page.published)),
        ("source", page.source),
        ("integrity", _integrity(page)),
        *((f.rule, f"{f.where}: {f.text}") for f in page.integrity.findings),
        ("attachments", "  ".join(a.name for a in page.attachments)),
    ]
    for name, value in facts:
        if value:
            table.add_row(Text(name, style="dim"), Text(value) if isinstance(value, str) else value)
    return table


def _issue(issue: Issue) -> Iterator[tuple[str, str | None]]:
    total = f"总第{issue.total_number}期" if issue.total_number else ""
    yield "series", issue.series
    yield "number", " ".join(filter(None, (str(issue.year or ""), issue.label, total)))
    yield "date", _date(issue.date)
    yield "editor", issue.editor
    yield "secrecy", issue.secrecy
    for recipient in issue.recipients:
        yield recipient.label, recipient.text
    for role, names in issue.credits.items():
        yield role, "、".join(names)


def _document(page: Page) -> Iterator[tuple[str, str | None]]:
    if page.document is not None:
        yield "document", page.document.number
        yield "type", page.document.type
        yield "issuer", page.document.issuer
        yield "to", "、".join(page.document.addressees)
        yield "signed", _date(page.document.signed)


def _integrity(page: Page) -> Text:
    status = page.integrity.status
    return Text(f"{status} ({page.integrity.score})", style=_STATUS.get(status, "red"))


def _date(date: Date | None) -> str | None:
    if date is None:
        return None
    return f"{date.edtf or 'unknown'}  {date.text}"


def _article(article: Article) -> Iterator[RenderableType]:
    yield Text()
    title = Text(f"{article.order}  ", style="dim").append(article.title or "", style="bold cyan")
    yield title
    if article.subtitle:
        yield Padding(Text(article.subtitle, style="cyan"), (0, 0, 0, 3), expand=False)
    for contributor in article.contributors:
        yield Padding(_contributor(contributor), (0, 0, 0, 3), expand=False)
    for paragraph in article.paragraphs:
        yield Padding(_paragraph(paragraph), (0, 0, 0, 3), expand=False)
    if article.dates:
        dates = "  ".join(f"{date.text} = {date.edtf or '?'}" for date in article.dates)
        yield Padding(Text(dates, style="dim"), (0, 0, 0, 3), expand=False)


def _contributor(contributor: Contributor) -> Text:
    text = Text(contributor.text, style="magenta")
    if contributor.name and contributor.name != contributor.text:
        text.append(f"  {contributor.name}", style="dim")
    return text.append(f"  {contributor.key or 'unresolved'}", style="dim")


def _paragraph(paragraph: Paragraph) -> Text:
    return Text(paragraph.text, style="bold" if paragraph.kind.startswith("heading") else "")


def _evidence(entry: Entry) -> Table:
    table = Table.grid(padding=(0, 2))
    for evidence in entry.evidence:
        capture = evidence.capture
        table.add_row(
            Text("shown" if evidence.preferred else "witness", style="dim"),
            Text(f"{evidence.url}\n{capture.time:%Y-%m-%d %H:%M:%SZ}  {evidence.integrity}"),
            Text(f"{capture.file} at {capture.offset}\nsha256 {capture.payload_digest}"),
        )
    return table
