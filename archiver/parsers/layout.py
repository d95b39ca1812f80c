"""The lines of a page told apart: chrome, headline, information lines, content."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from archiver.chinese.fold import comparison_key, fold, one_line
from archiver.parsers.bulletin.contributors import is_empty_label, read_labelled, read_parenthesised
from archiver.parsers.bulletin.masthead import read_masthead
from archiver.parsers.bulletin.shapes import is_prose, subtitle_text
from archiver.parsers.chrome import LineKind, container_of
from archiver.parsers.content import bare_container, content_range, trimmed
from archiver.parsers.headline import Headline, find_headline, names_site
from archiver.parsers.html import Markup
from archiver.parsers.info import Info, date_of, published_of, read_info, read_loose_info
from archiver.parsers.itemdates import split_date
from archiver.parsers.labelbox import boxes
from archiver.parsers.lines import Line
from archiver.parsers.listing import Item, LinkList, card_lines
from archiver.records import Date

_HEADINGS = ("h1", "h2", "h3")
_NEAR = 3  # so many short lines may stand between headline and information line
_LINKS = 4  # a line with so many links is navigation
_SHORT = 40  # characters
_LIST = 24.0  # weight of a list whose dates are those of its items
_ABOVE = 12  # so many lines above the content block a masthead may stand
_WINDOW = 24  # lines in which a masthead begins
_HEAD = 8  # lines a masthead takes before and after its number
_PUBLISHED_META = ("pubdate", "firstpublishedtime", "article:published_time", "publishdate")
_NUMBERED = re.compile(
    r"第\s*[\d〇○零一二三四五六七八九十百廿卅]{1,8}(?:\s*[-—~至、]\s*第?[\d一二三四五六七八九十]{1,4})?\s*[期号]"
    r"|[〔\[(【](?:19|20)\d\d[〕\])】]\s*第?\s*\d{1,4}\s*[期号]|总\s*第?\s*\d|创刊号|增刊|试刊|\d{4}年\s*\d{1,2}\s*[期号月]"
)


_EMPTY_BOX = re.compile(r"(?:相关)?附\s?件(?:下载|列表)?\s*:?|相关(?:文件|下载)\s*:?")  # of no file
_PARTS = 3  # lines a headline may be broken into
_SAID = 24  # characters
_COLUMN = 12  # characters
_HAN = re.compile("^(?!.*(?:更多|[:：。]))[^\\d]*[一-鿿]{2}")
_ABSTRACT = 10  # characters
_YEAR = re.compile(r"(?:19|20)\d\d\s?[-年/.]")
_SOURCE = re.compile(r"(?!.*\d{4})\(?(?:信息|稿件|文章|新闻|内容|本文)?来\s*源\s*:")
_REPORTER = re.compile(r"(?:19|20)\d\d.{4,9}\s+(?:记者|通讯员)\s*[:一-鿿]")
_LEAF = re.compile(r"[\d\s年月日./:-]{1,20}")  # a piece of a date, and nothing else
_STEPS = re.compile(r"[\s>»›→/\\:-]+")
_NO_COLUMN = ("", "列表", "正文", "首页", "主页", "网站首页", "列表页", "内容")


@dataclass(slots=True)
class Layout:
    """The page's lines told apart: chrome by kind, headline, information lines, content."""

    markup: Markup
    kinds: list[LineKind]
    infos: dict[int, Info]
    headline: Headline
    content: list[Line]
    bare: bool  # whether the element for the text holds none
    told: list[Info]  # what lines of the content say of the page

    def subtitle(self) -> str | None:
        """A 副题 that stands right under the headline, outside the content."""
        below = max(self.headline.lines, default=-2) + 1
        if below < 0 or below >= len(self.markup.lines) or below in self.infos:
            return None
        line = self.markup.lines[below]
        if line in self.content or subtitle_text(line.folded) is None:
            return None
        return line.text.strip().lstrip("-—–―─－━").strip()

    def column(self) -> str | None:
        """The last name of the breadcrumb: the column a list page shows."""
        for line in self.markup.lines:
            if self.kinds[line.number] == "breadcrumb":
                names = [name for name in _STEPS.split(line.folded) if name not in _NO_COLUMN]
                if len(names) > 1:
                    return names[-1]
        return None

    def list_heading(self, first: int) -> str | None:
        """What is printed over a list, on a page whose title only names the site.

        ``first`` is the line of the list's first item.
        """
        if not names_site(self.headline.text):
            return None
        for line in reversed(self.markup.lines[max(first - _NEAR, 0) : first]):
            short = len(line.folded) <= _COLUMN and not line.anchors
            if short and self.kinds[line.number] == "text" and _HAN.search(line.folded):
                return one_line(line.text)
        return None

    def beside(self, items: Sequence[Item]) -> list[Line]:
        """The text lines of the page that are no items of a list."""
        listed = {item.line for item in items}
        return [
            line
            for line in self.markup.lines
            if self.kinds[line.number] == "text" and line.number not in listed
        ]

    def above(self) -> list[Line]:
        """The text lines over the content, the nearest last."""
        stop = self.content[0].number if self.content else 0
        lines = self.markup.lines[max(stop - _HEAD, 0) : stop]
        return [line for line in lines if self.kinds[line.number] == "text"]


def lay_out(
    markup: Markup, kinds: list[LineKind], lists: Sequence[LinkList], items: Sequence[Item]
) -> Layout:
    """Find masthead, headline, information lines and content; ``items`` are of the main list."""
    heavy = [
        item
        for group in lists
        if group.weight >= _LIST and len(group.items) >= _NEAR
        for item in group.items
    ]
    is_list = len(items) >= _NEAR or (len(items) > 1 and all(item.date for item in items))
    listed = card_lines(markup, (*heavy, *(items if is_list else ())))
    found = _infos(markup, kinds, listed)
    certain = {number for number, info in found.items() if info.is_certain}
    span = content_range(markup, kinds, certain)
    dated = {
        n for n, info in found.items() if n and info.bare and markup.lines[n - 1].tag in _HEADINGS
    }
    headline = find_headline(markup, kinds, certain | dated, span)
    masthead = _masthead(markup, kinds, found, max(span.start - _ABOVE, 0), span.stop)
    if masthead is not None:
        told = not _is_told(found, range(masthead)) and (
            _is_told(found, range(masthead + 1, masthead + 1 + _NEAR))
            or _is_stamped(markup, masthead + 1)
        )
        inner = _masthead(markup, kinds, found, masthead + 1, span.stop)
        again = inner is not None and (
            headline.lines == (masthead,) or _is_within(markup, inner, masthead)
        )
        if told or again:
            # The page's own title names the issue; the printed head, if any, stands below.
            headline = Headline(_headline_text(markup, headline, masthead), (masthead,))
            masthead = inner
        elif headline.lines == (masthead,):
            headline = Headline(headline.text)
        elif headline.lines and headline.lines[0] > masthead:
            headline = find_headline(markup, kinds, certain, span, masthead)
    if masthead is not None:
        span = range(masthead, span.stop)
    above = _infos_above(markup, kinds, found, headline, span, listed)
    if masthead is not None:  # its own date is no content system's
        above = {n: info for n, info in above.items() if n < masthead}
    head = {n for n in (*above, *headline.lines) if masthead is None or n < masthead}
    content = trimmed(markup, span, kinds, head)
    if above and head and content and _is_far(markup, max(head), content[0]):
        content = []
    bare = None
    if head and not any(is_prose(markup.lines[n]) for n in content):
        told = published_of(list(above.values())) is not None
        bare = bare_container(markup, kinds, max(head) + 1, told)
        content = content if bare is None else list(bare)
    if published_of(list(above.values())) is None:
        above |= _calendar_leaf(markup, headline, listed)
        content = [n for n in content if n not in above]
    infos = above
    if published_of(list(above.values())) is None:
        last = content[-1] + 1 if content else len(markup.lines)
        window = range(0) if masthead is None else range(masthead, masthead + _WINDOW)
        own_head = range(window.start, min(window.stop, last))
        infos = above | {n: found[n] for n in certain if kinds[n] != "link" and n not in own_head}
    if len(headline.lines) == 1 and (rest := _behind(markup.lines[headline.lines[0]], headline)):
        infos = {headline.lines[0]: rest} | infos
    own = [markup.lines[n] for n in content if n not in infos]
    infos |= _take_tail_infos(own)
    while own and not own[-1].anchors and _EMPTY_BOX.fullmatch(own[-1].folded):
        own.pop()
    repeated = _repeats(own, headline) if masthead is None else ()
    headline = Headline(headline.text, (*headline.lines, *(line.number for line in repeated)))
    own = own[len(repeated) + _is_abstract(own[len(repeated) :]) :]
    return Layout(markup, kinds, infos, headline, own, bare is not None, _told_in(own))


def _behind(line: Line, headline: Headline) -> Info | None:
    """What stands behind the headline on its own line."""
    title = fold(headline.text or "")
    rest = line.folded[len(title) :] if title and line.folded.startswith(title) else ""
    if not _YEAR.search(rest):
        return None
    tail = line._replace(text=rest, folded=rest.strip(), lead=0)
    return read_info(tail) or read_loose_info(tail)


def _repeats(content: Sequence[Line], headline: Headline) -> Sequence[Line]:
    """The first lines of the content, if together they only say the broken headline again."""
    key = comparison_key(headline.text or "")
    if len(content) < _PARTS or len(content[0].folded) > _SHORT:
        return ()
    if not headline.lines or _NUMBERED.search(headline.text or ""):
        return ()
    said = ""
    for at, line in enumerate(content[:_PARTS], 1):
        said += comparison_key(line.folded)
        if said == key and at > 1:
            return content[:at]
    return ()


def _is_abstract(content: Sequence[Line]) -> bool:
    """Whether the first line is only the beginning of the next, cut off."""
    if len(content) < 2 or not content[0].folded.endswith(("..", "…")):
        return False
    begun = content[0].folded.rstrip(".… ")
    return len(begun) >= _ABSTRACT and any(
        line.folded.startswith(begun) for line in content[1:_PARTS]
    )


def _told_in(content: Sequence[Line]) -> list[Info]:
    """The day of a byline above the text, and the source named below it."""
    told = [info for line in content[:2] if (info := _byline_day(line))]
    for line in content[-_NEAR:]:
        if len(line.folded) <= _SHORT and _SOURCE.match(line.folded) and (info := read_info(line)):
            pairs = tuple(pair for pair in info.pairs if pair[0] == "source")
            told.append(Info(pairs))
    return told


def _byline_day(line: Line) -> Info | None:
    """某某日报 2014年5月6日 记者 某某: the names are the text's own, the day is the page's."""
    if len(line.folded) > _SHORT or not _REPORTER.search(line.folded):
        return None
    return read_loose_info(line)


def _calendar_leaf(markup: Markup, headline: Headline, listed: AbstractSet[int]) -> dict[int, Info]:
    """A date beside the headline whose day and year stand apart: ``26`` over ``2019-08``."""
    if not headline.lines:
        return {}
    first, last = headline.lines[0], headline.lines[-1]
    for side in (range(first - 1, first - 1 - _NEAR, -1), range(last + 1, last + 1 + _NEAR)):
        near = [markup.lines[n] for n in side if 0 <= n < len(markup.lines) and n not in listed]
        leaf = [line for line in near if not line.anchors and _LEAF.fullmatch(line.folded)]
        leaf.sort(key=lambda line: line.number)
        day = split_date([line.folded for line in leaf])
        if day is not None:
            return {line.number: Info((), day=day) for line in leaf}
    return {}


def _is_within(markup: Markup, number: int, other: int) -> bool:
    """Whether one line says again what is a part of another, as a head does of the page's title."""
    key = comparison_key(markup.lines[number].folded)
    return len(key) >= 4 and key in comparison_key(markup.lines[other].folded)


def _headline_text(markup: Markup, headline: Headline, line: int) -> str | None:
    return headline.text if line in headline.lines else one_line(markup.lines[line].text)


def _may_be_own(line: Line, info: Info) -> bool:
    """Whether a line right below the headline is the content system's, if it may be."""
    return bool(info.pairs) or line.folded[0] not in "(["


def _is_told(found: Mapping[int, Info], lines: range) -> bool:
    """Whether the content system says on one of ``lines`` when or whence it took the page."""
    told = {"published", "source"}
    return any(
        info.is_certain and any(role in told for role, _ in info.pairs)
        for n, info in found.items()
        if n in lines
    )


def _is_stamped(markup: Markup, number: int) -> bool:
    """Whether a line holds a date as a content system prints it, and hardly more."""
    if number >= len(markup.lines):
        return False
    info = read_loose_info(markup.lines[number])
    return info is not None and info.bare is not None and "年" not in info.bare


def _loose(line: Line, listed: AbstractSet[int]) -> Info | None:
    if line.number in listed or read_info(line) is not None:
        return None
    return read_loose_info(line)


def _is_far(markup: Markup, head: int, first: int) -> bool:
    """Whether link lists stand between the headline and what is no running text."""
    if is_prose(markup.lines[first]):
        return False
    return any(len(markup.lines[n].anchors) >= _LINKS for n in range(head + 1, first))


def _infos(markup: Markup, kinds: Sequence[LineKind], listed: AbstractSet[int]) -> dict[int, Info]:
    """All lines that could be the page's information line; the dates of list items are not."""
    found: dict[int, Info] = {}
    within: dict[int, Info] = {}
    for line, kind in zip(markup.lines, kinds, strict=True):
        if kind not in ("text", "tools", "link", "footer"):
            continue
        info = read_info(line)
        if info is None or (kind == "link" and not info.pairs):
            continue
        (within if line.number in listed else found)[line.number] = info
    labelled = {n: info for n, info in within.items() if info.is_certain and info.pairs}
    found.update(boxes(markup, kinds))
    repeated = _repeated(markup, found | within)
    found = found | labelled if len(labelled) == 1 else found
    return {n: info for n, info in found.items() if n not in repeated}


def _repeated(markup: Markup, found: Mapping[int, Info]) -> set[int]:
    """Information lines of a list's items: the same labels again and again, below links."""
    runs: dict[tuple[str, ...], list[int]] = {}
    for n, info in found.items():
        linked = any(line.anchors for line in markup.lines[max(n - _NEAR, 0) : n + 1])
        if info.is_certain and linked:
            runs.setdefault(tuple(role for role, _ in info.pairs), []).append(n)
    return {n for run in runs.values() if len(run) >= _NEAR for n in run}


def _take_tail_infos(content: list[Line]) -> dict[int, Info]:
    """Label lines below the text that name no contributor of it: 本文来源, 责任编辑 of the site.

    A label that nobody filled in (撰稿人:) is the site's, and so is the source above it.
    """
    infos: dict[int, Info] = {}
    stamped = False
    while content and len(infos) < _NEAR:
        line = content[-1]
        stamped = stamped or is_empty_label(line.folded)
        info = Info(()) if is_empty_label(line.folded) else read_info(line)
        if info is None or info.bare or any(role == "published" for role, _ in info.pairs):
            break
        byline = read_labelled(line.folded) or read_parenthesised(line.folded)
        if not stamped and (not info.pairs or byline):
            break
        infos[content.pop().number] = info
    return infos


def _infos_above(
    markup: Markup,
    kinds: Sequence[LineKind],
    found: Mapping[int, Info],
    headline: Headline,
    span: range,
    listed: AbstractSet[int],
) -> dict[int, Info]:
    """The information lines above the text: before the headline, or just below it."""
    at = headline.lines[0] if headline.lines else span.start
    loose_at = range(at + 1, at + 1 + _NEAR) if headline.lines else range(0)
    infos = {
        n: info
        for n, info in found.items()
        if n < at and (info.is_certain or (n >= at - _NEAR and _names_source(info)))
    }
    passed = 0
    for line in markup.lines[at:]:
        n = line.number
        if n in found and (found[n].is_certain or (not passed and _may_be_own(line, found[n]))):
            infos[n] = found[n]
        elif not passed and n in loose_at and (loose := _loose(line, listed)):
            infos[n] = loose
        elif n not in headline.lines and kinds[n] == "text" and not _is_subtitle(line, at):
            passed += 1
            if passed > _NEAR or is_prose(line) or _is_said(line):
                break
    return infos


def _is_said(line: Line) -> bool:
    """Whether a line of a table holds a sentence: what somebody wrote, answered below it."""
    return len(line.folded) >= _SAID and line.table is not None and line.folded[-1] in "。?!"


def _is_subtitle(line: Line, headline: int) -> bool:
    """Whether a line right below the headline goes on with it: ——记某某."""
    return line.number - headline <= _PARTS and subtitle_text(line.folded) is not None


def _names_source(info: Info) -> bool:
    return any(role == "source" for role, _ in info.pairs)


def published_on(markup: Markup, infos: Sequence[Info]) -> Date | None:
    """The date of publishing: declared in the head of the page or in a mark, else printed.

    Where an earlier one is printed with its label, the declared one is of a later copy.
    """
    labelled = published_of([_labelled_dates(info) for info in infos])
    for value in (*(markup.meta.get(name, "") for name in _PUBLISHED_META), _mark(markup, "date")):
        found = date_of(value)
        if found and found.start:
            earlier = labelled and labelled.start and labelled.start < found.start
            return labelled if earlier else found
    return published_of(infos)


def _labelled_dates(info: Info) -> Info:
    return Info(tuple(pair for pair in info.pairs if pair[0] == "published"))


def declared(markup: Markup, name: str) -> str | None:
    """A value of the head's meta tags, if it names somebody."""
    value = markup.meta.get(name, "").strip() or _mark(markup, name)
    return value if 1 < len(value) <= _SHORT and not value.isascii() else None


def _mark(markup: Markup, name: str) -> str:
    """A value of the comment that newspaper systems leave: ``<date>…</date>`` in enpproperty."""
    for mark in markup.marks:
        found = re.search(rf"<{name}>([^<]{{1,80}})</{name}>", mark, re.IGNORECASE)
        if found:
            return found[1].strip()
    return ""


def _masthead(
    markup: Markup, kinds: Sequence[LineKind], found: Mapping[int, Info], first: int, stop: int
) -> int | None:
    """The first line of an issue's 报头, if one stands above the text.

    It is looked for before a headline is: the first article's title is often the largest line.
    """
    lines = [
        line
        for line in markup.lines[first:stop]
        if kinds[line.number] == "text"
        and not (line.number in found and found[line.number].is_certain)
    ][: _WINDOW + _HEAD]
    for at, line in enumerate(lines[:_WINDOW]):
        if len(line.folded) > 60 or is_prose(line) or not _NUMBERED.search(line.folded):
            continue
        head = _head_start(markup, lines, at)
        if head is not None:
            return lines[head].number
    return None


def _head_start(markup: Markup, lines: Sequence[Line], number: int) -> int | None:
    """Where the head begins that has its number on line ``number``.

    The series is sought upwards from the number, so that the heading of a box above is none; then
    lines in the same block that belong to the head too (密级, an organisation) are added.
    """
    start = None
    for at in range(number, max(number - _HEAD, -1), -1):
        if is_prose(lines[at]):
            break
        head = read_masthead(lines[at : number + _HEAD], None, number + 1 - at)
        if head is not None and head.lines:
            start = at + head.lines[0]
            break
    while start is not None and start > 0:
        head = read_masthead(lines[start - 1 : number + _HEAD], None, number + 2 - start)
        own = {container_of(markup, lines[n].number) for n in (start - 1, start)}
        if head is None or not head.lines or head.lines[0] != 0 or len(own) > 1:
            break
        start -= 1
    return start
