"""Writes docs/reading-a-bulletin.md: one made-up bulletin on its way through the parser.

``python -m tests.parsers.walkthrough`` writes the page anew; a test compares it.
"""

from pathlib import Path

from archiver.parsers.bulletin import Segmentation, segment
from archiver.parsers.bulletin.contents.toc import find_heading, read_toc
from archiver.parsers.lines import Line, lines_from_text
from archiver.records import Article

DOCUMENT = Path(__file__).parents[2] / "docs" / "reading-a-bulletin.md"

BULLETIN = """\
                内部资料　注意保存
                    工 会 简 报
              2009年第5期（总第41期）
  云溪县总工会办公室编              2009年4月18日
  ————————————————————
                    目　录
  工作动态
      送技术上门  助茶厂增收……………………1
        ——市科协服务企业侧记
      女工夜校开课………………………………2
  经验交流
      一厂一策解难题（白沙县总工会）…………3


            送技术上门  助茶厂增收
              ——市科协服务企业侧记

  3月初以来，市科协先后三次组织茶叶专家到云雾茶厂，手把手教工人看火候、调机器。
  厂里的老师傅说，往年靠经验，今年靠数据，一季茶多卖了两成的钱。

                        来稿：市科协

            清溪县女工夜校开课

  4月2日晚，缝纫夜校开了第一课，四十六名女工坐满了教室。（清溪县总工会　张大川）

  【经验交流】
            一厂一策解难题
                白沙县总工会

  【编者按】白沙县的做法简单，却见真心。
  今年一季度，十二名干部分头驻进六家企业，为每家企业写了一份难题清单。
  一、先摸底
  干部住在厂里，白天看车间，晚上谈心，两周写出清单。
                    - 2 -
  二、再会诊
  清单交到县里，由部门认领，谁认领谁办结，办完由厂长签字。
  ————————————————————
  报：市总工会
  送：县委、县政府办公室　　　　　　（共印80份）
  责任编辑：刘敏
"""

INTRODUCTION = """\
# Reading a bulletin

How `archiver.parsers.bulletin` takes one issue apart. The bulletin below is made up; this page is
written by `python -m tests.parsers.walkthrough`, and a test fails when the parser and the page
no longer agree.

The parser sees a page as *lines*: what is printed on one line, with what the markup said of it
(indent, centred, bold, size, blank lines and rules before it). It compares on *folded* text
(full-width letters and signs as ASCII, every blank a space) and stores what is printed.

Every line ends in exactly one *region*. That is a law: it is tested on every page of every test,
so that no sentence is lost and none is stored twice.

## The regions

"""

STEPS = """
## How the regions are found

1. **Page marks** (`- 2 -`, `第2页`, 01 and 02 above titles, a masthead printed again at a page
   break) are set aside.
2. **Masthead.** From the top, cell by cell (columns are two blanks or a table cell apart): a
   date, a number in any of its forms, then what remains is a series title, an editor, a
   restriction — or the masthead is over. Both a series title and a number are needed, in the
   printed head or in the page's own title. A name over number, editor and date is a series
   whatever it is called; over a 目录 the number may be missing. A week, a month or a season says
   which issue it is, and is no number. Without a number a page is an issue only if its texts tell
   so: three or more with titles, mostly with senders of their own or listed in a 目录, below who
   edits them. What is not printed stays null.
3. **目录.** It ends where its first entry comes back as the first title of the body. Page
   numbers, dots and list marks go; a line is a column, an entry, a subtitle or a contributor.
4. **Tail.** From the end upwards: recipients, print run, credits.
5. **Titles.** Each 目录 entry is looked for in the body: equal titles first, in the longest
   common order, then shortened, corrected or wrapped ones between their neighbours. Without a
   目录 titles are lines that look like the first title, or that begin after the end of an
   article. Where that tells too little, it is what they say: the words of a title come again in
   the paragraph below it, few words of their own head a part of a text. A short line between the
   end of a text and a title names a column, in any words, when it is framed, stronger than the
   title, set elsewhere, or one of several alike. Digests print titles at the head of their
   paragraphs, in bold or in 【】.
6. **Inside an article.** From the top: subtitle, who wrote it, 编者按. From the end:
   contributors and credits. What is between are the paragraphs; numbered lines are headings,
   never titles. Where 供稿 stands over every title, it names who sent in what is below.
7. **Confidence.** Title match 0.35, boundary 0.25, contributor 0.15, plausible text 0.15,
   order 0.10. Articles at 0.85 and above can be trusted; below, a person should look.

"""


def document() -> str:
    """The whole page."""
    lines = lines_from_text(BULLETIN)
    found = segment(lines)
    assert found is not None
    parts = [INTRODUCTION, _picture(lines, found), STEPS, _contents(lines), _result(found)]
    return "".join(parts)


def _picture(lines: tuple[Line, ...], found: Segmentation) -> str:
    names = {number: region.name for region in found.regions for number in region.lines}
    shown = [f"{names[line.number]:<22}| {_short(line.text)}" for line in lines]
    return _block(shown)


def _contents(lines: tuple[Line, ...]) -> str:
    at = find_heading(lines)
    assert at is not None
    toc = read_toc(lines, at)
    assert toc is not None
    rows = [
        f"{e.section} | {e.title} | {e.subtitle or '-'} | {e.contributor or '-'}"
        for e in toc.entries
    ]
    heading = "## What the 目录 says\n\nColumn, title, subtitle, contributor:\n\n"
    return heading + _block(rows)


def _result(found: Segmentation) -> str:
    issue = found.issue
    facts = [
        f"series        {issue.series}",
        f"number        {issue.year} no. {issue.number}, {issue.total_number} in all",
        f"editor        {issue.editor}",
        f"date          {issue.date.edtf if issue.date else None}",
        f"secrecy       {issue.secrecy}",
        f"recipients    {', '.join(f'{r.label} {r.text}' for r in issue.recipients)}",
        f"credits       {', '.join(f'{k} {v[0]}' for k, v in issue.credits.items())}",
    ]
    articles = [row for article in found.articles for row in _article(article)]
    return "\n## The record\n\n" + _block(facts) + "\n" + _block(articles)


def _article(article: Article) -> list[str]:
    people = ["/".join(filter(None, (c.unit, c.person))) for c in article.contributors]
    rows = [
        f"{article.order}. {article.title}",
        f"   column {article.section}, subtitle {article.subtitle}, from {', '.join(people)}",
    ]
    if article.editor_note:
        rows.append(f"   note: {article.editor_note}")
    rows += [f"   {p.kind:<9} {_short(p.text)}" for p in article.paragraphs]
    return [*rows, f"   confidence {article.confidence:.2f}"]


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 34 else text[:33] + "…"


def _block(rows: list[str]) -> str:
    return "```text\n" + "\n".join(rows) + "\n```\n"


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
