"""Made-up pages and captures for tests of the store and the exports."""

import datetime
import hashlib
import uuid
from typing import Any

from archiver.records import (
    Article,
    ArticleDate,
    Attachment,
    Capture,
    Contributor,
    Date,
    Finding,
    Integrity,
    IntegrityStatus,
    Issue,
    Link,
    Page,
    Paragraph,
    Recipient,
    TocEntry,
)

URL = "http://gh.example.cn/jb/2009/3.htm"
BEGIN = datetime.datetime(2026, 3, 1, 8, tzinfo=datetime.UTC)


def capture(url: str = URL, minute: int = 0, payload: str = "", crawl: str = "c1") -> Capture:
    """A capture of ``url``; the same arguments give the same capture."""
    digest = hashlib.sha256(f"{url} {payload or minute}".encode()).hexdigest()
    return Capture(
        id=str(uuid.uuid5(uuid.NAMESPACE_URL, f"{url} {minute}")),
        url=url,
        time=BEGIN + datetime.timedelta(minutes=minute),
        status=200,
        content_type="text/html",
        file="demo-00001.warc.gz",
        offset=minute * 1000,
        length=900,
        record_digest=digest,
        payload_digest=digest,
        site="demo",
        crawl=crawl,
    )


def article(order: int, text: str, section: str | None = "工作动态") -> Article:
    """An article of one heading and two paragraphs, with a contributor and a date."""
    return Article(
        order=order,
        section=section,
        title=f"第{order}篇：{text}",
        contributors=(
            Contributor(
                text=f"县建设局 张{order}",
                unit="县建设局",
                person=f"张{order}",
                name="江渚县建设局",
                division="430799",
                key="430799:gov:建设局",
                basis="contributor",
            ),
        ),
        paragraphs=(
            Paragraph(text="一、基本情况", kind="heading1"),
            Paragraph(text=f"3月5日，{text}，机关干部都参加了。"),
        ),
        dates=(
            ArticleDate(
                text="3月5日",
                edtf="2009-03-05",
                start=datetime.date(2009, 3, 5),
                end=datetime.date(2009, 3, 5),
                precision="day",
                flags=("year_inferred",),
                offset=(0, 4),
                paragraph=1,
            ),
        ),
        confidence=0.9,
    )


def issue_page(
    *texts: str,
    url: str = URL,
    number: int = 3,
    key: str | None = "430799:江渚工会简报:2009:3",
    status: IntegrityStatus = "clean",
    parser: str = "1",
    **more: Any,
) -> Page:
    """A page that carries an issue with one article for each text."""
    texts = texts or ("机关开展植树活动", "慰问困难职工")
    articles = tuple(article(order, text) for order, text in enumerate(texts, 1))
    day = datetime.date(2009, 3, 20)
    return Page(
        url=url,
        kind="issue",
        encoding="gb18030",
        title=f"江渚工会简报2009年第{number}期",
        issue=Issue(
            series="江渚工会简报",
            year=2009,
            number=number,
            label=f"第{number}期",
            editor="江渚县总工会办公室",
            date=Date(text="2009年3月20日", edtf="2009-03-20", start=day, end=day, precision="day"),
            key=key,
            toc=tuple(TocEntry(title=a.title or "", article=a.order) for a in articles),
            recipients=(Recipient(label="送", text="各镇工会"),),
            credits={"责任编辑": ("李一", "王二")},
            confidence=0.9,
        ),
        articles=articles,
        links=(Link(url="http://gh.example.cn/", title="首页", block="navigation"),),
        attachments=(Attachment(url="http://gh.example.cn/a.doc", name="名单.doc"),),
        integrity=Integrity(
            status=status,
            score=0 if status == "clean" else 7,
            findings=()
            if status == "clean"
            else (Finding(rule="brand", where="footer", text="x"),),
        ),
        parser=parser,
        **more,
    )


def plain_page(text: str = "县总工会召开会议", url: str = "http://gh.example.cn/xw/1.htm") -> Page:
    """A page with one news article and no issue."""
    return Page(
        url=url,
        kind="article",
        encoding="utf-8",
        title=text,
        articles=(article(1, text, None),),
        parser="1",
    )
