"""Issues told by their texts: no number stands over them, and no word that bulletins are called."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page

TEXTS = (
    ("枫叶乡把书屋送到采石场", "（枫叶乡工会）"),
    ("白石镇办起职工夜校", "（白石镇工会　林 青）"),
    ("水泥厂给夜班工人加餐", "（水泥厂工会）"),
    ("法律援助走进建筑工地", "（县司法局）"),
)
SAID = (
    "<p>　　6月3日，{}的消息传开以后，职工们三三两两来问究竟，工会的同志一一作了答复。</p>"
    "<p>　　据了解，这项工作今年还要继续做下去，经费已经落实，人手也安排妥当了。</p>"
)


def texts(*, signed: bool = True, count: int = 4) -> str:
    return "".join(
        f"<p align=center><b>{title}</b></p>{SAID.format(title)}"
        + (f"<p align=right>{sender}</p>" if signed else "")
        for title, sender in TEXTS[:count]
    )


def page(*head: str, body: str, title: str = "梅岭县六月的工会工作") -> Page:
    lines = "".join(f"<p align=center>{line}</p>" for line in head)
    html = f"<title>{title}_梅岭县总工会</title><h1>{title}</h1><div>发布时间：2011-06-10</div>"
    return parse(f"<meta charset=utf-8>{html}<div>{lines}{body}</div>".encode())


@pytest.mark.parametrize(
    ("head", "series"),
    [
        (("<font size=6>炉前</font>", "梅岭县总工会办公室编　　2011年6月8日"), "炉前"),
        (("<font size=6>梅岭工会简报</font>", "梅岭县总工会　　2011年6月8日"), "梅岭工会简报"),
        (("梅岭县总工会办公室编印　　2011年6月8日",), None),
    ],
)
def test_signed_texts_below_an_imprint_are_an_issue(
    head: tuple[str, ...], series: str | None
) -> None:
    found = page(*head, body=texts())
    assert found.kind == "issue"
    assert found.issue is not None
    assert (found.issue.series, found.issue.number, found.issue.year) == (series, None, 2011)
    assert found.issue.date is not None
    assert found.issue.date.edtf == "2011-06-08"
    assert (found.issue.editor or "").startswith("梅岭县总工会")
    assert [one.title for one in found.articles] == [title for title, _ in TEXTS]
    assert all(one.contributors for one in found.articles)


def test_signed_texts_that_a_table_of_contents_lists_are_an_issue() -> None:
    entries = "".join(f"<p>{title}</p>" for title, _ in TEXTS)
    found = page("<b>目　录</b>", body=f"{entries}<hr>{texts()}")
    assert found.issue is not None
    assert [entry.article for entry in found.issue.toc] == [1, 2, 3, 4]
    assert len(found.articles) == 4


def test_unsigned_texts_are_an_issue_below_a_name_of_bulletins_and_an_imprint() -> None:
    head = ("<font size=6>梅岭工会动态</font>", "梅岭县总工会办公室编　　2011年6月8日")
    found = page(*head, body=texts(signed=False))
    assert found.issue is not None
    assert (found.issue.series, len(found.articles)) == ("梅岭工会动态", 4)


def test_an_imprint_makes_a_special_issue_of_what_the_title_calls_so() -> None:
    found = page(
        "梅岭县气象局　　梅岭县农业局　　联合编发　　2011年6月8日",
        body=texts(signed=False),
        title="《气象为农服务专刊》2011年第12期",
    )
    assert found.issue is not None
    assert (found.issue.series, found.issue.number) == ("气象为农服务专刊", 12)


IMPRINT = "梅岭县总工会办公室编　　2011年6月8日"
ENTRIES = "".join(f"<p>{title}</p>" for title, _ in TEXTS)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ((), texts()),
        ((), texts(signed=False)),
        ((IMPRINT,), texts(signed=False)),
        ((IMPRINT,), texts(count=2)),
        (("<b>导　读</b>",), ENTRIES + texts(signed=False)),
        (("文／县总工会　林 青　　2011年6月8日",), texts(signed=False)),
        (("<font size=6>征文选登</font>",), texts()),
    ],
    ids=[
        "letters",
        "headings",
        "edited headings",
        "two texts",
        "headings listed first",
        "one writer",
        "essays",
    ],
)
def test_other_pages_of_several_headings_are_none(head: tuple[str, ...], body: str) -> None:
    assert page(*head, body=body).issue is None


@pytest.mark.parametrize("largest", ["梅岭县总工会办公室编", "枫叶乡把书屋送到采石场"])
def test_a_head_above_the_largest_line_is_the_issues(largest: str) -> None:
    head = "<p align=center>炉前</p><p align=center>梅岭县总工会办公室编</p><p>2011年6月8日</p>"
    body = (head + texts()).replace(largest, f"<font size=7><b>{largest}</b></font>")
    html = f"<title>梅岭县总工会</title><table><tr><td>{body}</td></tr></table>"
    found = parse(f"<meta charset=utf-8>{html}".encode())
    assert found.issue is not None
    assert (found.title, found.issue.series) == ("炉前", "炉前")
    assert found.issue.editor == "梅岭县总工会办公室"
    assert [one.title for one in found.articles] == [title for title, _ in TEXTS]
