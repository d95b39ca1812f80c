"""Build test pages and their expected records from pages in which the answer is marked by hand.

A marked page is HTML with spans ⟦tag argument=canonical|html⟧ around what a careful reader would
take out, below a head of `name: value` lines that ends at `---`. Stripping the marks gives the
page, collecting them gives the expected record, so the two cannot drift apart. A name in braces
stands for a paragraph of paragraphs.txt. The tags:

    ts te tu tc        目录: section, entry, its subtitle, its contributor
    t sub intro brief  article: title, 副题, 引题, or the start of one without a title
    sec note c         section, 编者按 (of the issue before the first article), contributor
    p h1 h2 cap table  paragraphs; opt: a line that may be kept or dropped
    r                  recipients, the argument is the label (报, 送 …)
    prev next notice legal listing att    links; a listing's argument is its date

To write pages, gold.jsonl and manifest.jsonl to DEST:

    python -m tests.pages.marked tests/pages/bulletins DEST
"""

import html
import json
import re
import sys
from pathlib import Path
from typing import Any

Record = dict[str, Any]
MARK = re.compile(r"⟦(?P<tag>\w+)(?: (?P<arg>[^=|⟦⟧]*))?(?:=(?P<as>[^|⟦⟧]*))?\||⟧")
PARAGRAPHS = {"p": "body", "h1": "heading1", "h2": "heading2", "cap": "caption", "table": "table"}
LINKS = {
    "prev": "previous",
    "next": "next",
    "notice": "notices",
    "legal": "legal_cases",
    "listing": "listing",
}
ISSUE = ("series", "year", "number", "number_end", "total_number", "special", "editor")
BYLINES = ("contributor", "author", "reporter")
BLANKS = " \t\r\n\u3000\xa0"


def text_of(fragment: str) -> str:
    """The text a reader sees: no tags, entities read, no outer blanks; table rows as lines."""
    fragment = re.sub(r"\s*</t[dh]>\s*<t[dh][^>]*>\s*", "\t", re.sub(r"<!--.*?-->", "", fragment))
    fragment = re.sub(r"</tr>\s*<tr[^>]*>", "\n", fragment)
    lines = (
        line.strip(BLANKS) for line in html.unescape(re.sub(r"<[^>]+>", "", fragment)).split("\n")
    )
    return "\n".join(line for line in lines if line)


def links_of(fragment: str) -> list[Record]:
    """Every link of a fragment as url and title."""
    found = re.findall(r'<a[^>]*?href="([^"]*)"[^>]*>(.*?)</a>', fragment, re.S)
    return [{"url": html.unescape(url), "title": text_of(title)} for url, title in found]


class Answer:
    """The expected record of one page, filled mark by mark in reading order."""

    def __init__(self, head: Record) -> None:
        self.head = head
        self.section: str | None = None
        self.toc_section: str | None = None
        self.issue: Record = {"toc": [], "recipients": []}
        self.articles: list[Record] = []
        self.links: list[Record] = []
        self.attachments: list[Record] = []
        self.optional_lines: list[str] = []
        self.intro: list[str] = []

    def take(self, tag: str, arg: str, canonical: str | None, inner: str) -> None:
        printed = text_of(inner)
        if tag != "table":  # a line break inside a paragraph is a hard wrap
            printed = printed.replace("\n", "")
        value = printed if canonical is None else canonical
        if tag in PARAGRAPHS:
            self.article()["paragraphs"].append({"text": value, "kind": PARAGRAPHS[tag]})
        elif tag in ("t", "brief"):
            self.open(re.sub(r"\s+", " ", value) if tag == "t" else None)
        elif tag in LINKS:
            more = {"block": LINKS[tag], "date": dated(arg)}
            self.links += [link | more for link in links_of(inner)]
        elif tag == "att":
            self.attachments += [{"url": x["url"], "name": x["title"]} for x in links_of(inner)]
        elif tag == "c":
            named = [contributor(one, printed) for one in arg.split(";")]
            self.article()["contributors"] += named
        elif tag == "opt":
            self.optional_lines.append(value)
        elif tag == "intro":  # 引题 stands above its title; records have no field of its own for it
            self.optional_lines.append(value)
            self.intro = [value]
        elif tag == "sec":
            self.section = value or None
        elif tag == "sub":
            self.article()["subtitle"] = value
        elif tag == "note":
            (self.articles[-1] if self.articles else self.issue)["editor_note"] = value
        elif tag == "r":
            self.issue["recipients"].append({"label": arg, "text": value})
        elif tag == "ts":
            self.toc_section = value
        elif tag == "te":
            entry = {"section": self.toc_section, "title": value, "subtitle": None}
            self.issue["toc"].append({**entry, "contributor": None})
        elif tag in ("tu", "tc"):
            self.issue["toc"][-1]["subtitle" if tag == "tu" else "contributor"] = value
        else:
            raise ValueError(f"unknown mark {tag}")

    def open(self, title: str | None) -> None:
        section = self.section or self.head.get("section")
        toc = self.issue["toc"]
        if not section and title:
            section = next(
                (e["section"] for e in toc if squeeze(e["title"]) == squeeze(title)), None
            )
        self.articles.append(
            {
                "order": len(self.articles) + 1,
                "section": section,
                "title": title,
                "subtitle": None,
                "subtitle_accept": self.intro,
                "kind": "article" if title else "brief",
                "contributors": [],
                "paragraphs": [],
            }
        )
        self.intro = []

    def article(self) -> Record:
        if not self.articles:
            self.open(self.head["title"])
        return self.articles[-1]

    def record(self, name: str) -> Record:
        head = self.head
        kind = head.get("kind", "issue")
        issue = {f: head.get(f) for f in ISSUE} | {"date": dated(head.get("date"))} | self.issue
        if accept := {k[7:]: v for k, v in head.items() if k.startswith("accept.")}:
            issue["accept"] = accept
        return {
            "id": name,
            "kind": kind,
            "title": head.get("title"),
            "title_accept": head.get("title_accept", []),
            "published": dated(head.get("published")),
            "encoding": head.get("charset", "utf-8"),
            "issue": issue if kind == "issue" else None,
            "articles": self.articles,
            "skip_articles": head.get("skip_articles", False),
            "document": head.get("document"),
            "links": self.links,
            "attachments": self.attachments,
            "site": {k[5:]: v for k, v in head.items() if k.startswith("site.")},
            "integrity": {"status": head.get("integrity", "clean")},
            "optional_lines": self.optional_lines,
            "unscored": ["dates", "dates found anywhere", *head.get("unscored", [])],
        } | {k: head[k] for k in ("source", "author") if k in head}


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


def dated(edtf: str | None) -> Record | None:
    return {"edtf": edtf} if edtf else None


def contributor(arg: str, printed: str) -> Record:
    """`role:unit/person@name,division`; no argument at all means a unit as printed.

    What a byline makes of a person is a matter of opinion, except who took the photographs.
    """
    arg, _, resolved = arg.partition("@")
    name, _, division = resolved.partition(",")
    role, _, rest = arg.rpartition(":")
    role = role or "contributor"
    unit, _, person = (rest or printed).partition("/")
    return {
        "text": printed,
        "role": role,
        "unit": unit or None,
        "person": person or None,
        "name": name or None,
        "division": division or None,
        "role_accept": [r for r in BYLINES if r != role and role in BYLINES],
    }


def head_of(lines: str) -> Record:
    """`name: value` lines; a value that is JSON is read as such."""
    out: Record = {}
    for line in filter(None, map(str.strip, lines.splitlines())):
        name, _, value = line.partition(":")
        try:
            out[name] = json.loads(value)
        except ValueError:
            out[name] = value.strip()
    return out


def read(source: str, name: str, paragraphs: dict[str, str]) -> tuple[Record, str, Record]:
    """Head, HTML and expected record of a marked page."""
    head, _, body = source.partition("\n---\n")
    answer = Answer(head_of(head))
    body = re.sub(r"\{([a-z]\d+)\}", lambda m: paragraphs[m[1]], body)
    # Outer marks come before the marks inside them: a title opens the article its parts belong to.
    marks: list[tuple[re.Match[str], int, int]] = []
    open_marks: list[int] = []
    page, at = "", 0
    for m in MARK.finditer(body):
        page += body[at : m.start()]
        at = m.end()
        if m["tag"]:
            open_marks.append(len(marks))
            marks.append((m, len(page), -1))
        elif open_marks:
            mark, start, _ = marks[(last := open_marks.pop())]
            marks[last] = (mark, start, len(page))
        else:
            raise ValueError(f"{name}: nothing to close before {body[at : at + 30]!r}")
    if open_marks:
        raise ValueError(f"{name}: not closed: {marks[open_marks[-1]][0][0]}")
    page += body[at:]
    for mark, start, end in marks:
        answer.take(mark["tag"], mark["arg"] or "", mark["as"], page[start:end])
    return answer.head, page, answer.record(name)


def build(folder: Path, dest: Path) -> int:
    """Write DEST/pages, gold.jsonl and manifest.jsonl from the marked pages of a folder."""
    known = (folder.parent / "paragraphs.txt").read_text("utf-8").splitlines()
    paragraphs = dict(line.split(" ", 1) for line in known if line.strip())
    (dest / "pages").mkdir(parents=True, exist_ok=True)
    gold, manifest = [], []
    for path in sorted(folder.glob("*.html")):
        head, page, record = read(path.read_text("utf-8"), path.stem, paragraphs)
        charset = str(head.get("charset", "utf-8")).replace("gb2312", "gb18030")
        (dest / "pages" / path.name).write_bytes(page.encode(charset))
        gold.append(record)
        manifest.append(
            {
                "file": f"pages/{path.name}",
                "url": head.get("url"),
                "content_type": head.get("content_type", "text/html"),
                "id": path.stem,
                "family": head["family"],
            }
        )
    for name, rows in (("gold", gold), ("manifest", manifest)):
        lines = (json.dumps(row, ensure_ascii=False) for row in rows)
        (dest / f"{name}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    return len(gold)


if __name__ == "__main__":
    print(build(Path(sys.argv[1]), Path(sys.argv[2])), "pages")
