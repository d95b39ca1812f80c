"""Issues without 目录 whose titles differ little from the text: few words, no stop."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page

HEAD = (
    "<p align=center>柳坪工会信息</p><p align=center>第8期</p>"
    "<p>柳坪县总工会编　　2013年5月20日</p>"
)
TEXT = "5月6日，乡工会把修好的农具送到田头。种粮大户说，省下的工夫够多插两亩秧，心里很踏实。"
OTHER = "夜校每周开课两晚，讲安全用电和劳动合同，来听课的采茶女工一次比一次多，板凳都不够坐了。"


def page(*lines: str, indent: str = "", gap: str = "") -> Page:
    """Every line a paragraph of its own, ``gap`` before each."""
    body = "".join(f"{gap}<p>{indent}{line}</p>" for line in lines)
    html = (
        f"<html><head><title>柳坪县总工会</title></head><body><div>{HEAD}{body}</div></body></html>"
    )
    return parse(html.encode(), content_type="text/html; charset=utf-8")


def read(found: Page) -> list[tuple[str | None, list[str], list[str]]]:
    return [
        (a.title, [c.text for c in a.contributors], [p.text for p in a.paragraphs])
        for a in found.articles
    ]


@pytest.mark.parametrize(
    "last",
    [
        "他说到做到。",
        "2.分类施策。能就业的帮助就业。",
        "“大家信我，我就干下去！”",
        "（三）逐户回访。",
    ],
)
@pytest.mark.parametrize("gap", ["", "<p>&nbsp;</p>"])
def test_names_behind_a_last_paragraph_of_a_few_words_end_the_article(last: str, gap: str) -> None:
    found = page("农具送到田头", TEXT, f"{last}（乡工会）", "夜校开课", OTHER, gap=gap)
    assert read(found) == [
        ("农具送到田头", ["乡工会"], [TEXT, last]),
        ("夜校开课", [], [OTHER]),
    ]


def test_names_behind_what_a_picture_shows_sent_the_text_in_where_others_end_so() -> None:
    shown = "图为乡工会干部在田头交接农具。"
    found = page(
        "农具送到田头",
        f"{TEXT}（乡工会）",
        "夜校开课",
        f"{OTHER}（县妇联）",
        "书屋开到船上",
        TEXT,
        f"{shown}（县渔政站）",
        "灯塔下的课堂",
        OTHER,
        f"{shown}（李明　摄）",
    )
    assert [(names, texts[-1]) for _, names, texts in read(found)][2:] == [
        (["县渔政站"], shown),
        ([], f"{shown}（李明　摄）"),
    ]


@pytest.mark.parametrize("title", ["一个农机手带出一个合作社", "县图书馆把书屋搬进敬老院"])
def test_the_first_title_may_end_like_a_unit(title: str) -> None:
    found = page(title, TEXT, "（乡工会）", "夜校开课", OTHER, "（县妇联）")
    assert [a.title for a in found.articles] == [title, "夜校开课"]


LEADS = {
    "种粮大户用上修好的农具": TEXT,
    "夜校里坐满采茶女工": OTHER,
    "书屋开到二十三条渔船上": "近日，书屋靠上码头，册子分到二十三条渔船，夜里有书看了。",
}
PARTS = ("灯亮的时候", "一张旧课桌", "徒弟是带出来的")


@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("gap", ["", "<p>&nbsp;</p>"])
def test_a_line_that_says_what_its_text_reports_is_a_title_though_nobody_signs_above(
    indent: str, gap: str
) -> None:
    first, *others = LEADS.items()
    lines = [*first, "（乡工会）", *(line for pair in others for line in pair)]
    found = page(*lines, indent=indent, gap=gap)
    assert read(found) == [
        (first[0], ["乡工会"], [first[1]]),
        *((title, [], [text]) for title, text in others),
    ]


@pytest.mark.parametrize("part", ["灯亮的时候", "领导重视，责任到人，层层抓落实", "徒弟是带出来的"])
def test_few_words_or_two_clauses_head_a_part_of_a_text_where_others_are_signed(part: str) -> None:
    found = page("农具送到田头", TEXT, part, TEXT, "（乡工会）", "夜校开课", OTHER, "（县妇联）")
    assert [a.title for a in found.articles] == ["农具送到田头", "夜校开课"]


def test_few_words_again_and_again_head_parts_where_nothing_is_signed() -> None:
    first, *others = LEADS.items()
    parts = [line for part in PARTS for line in (part, OTHER)]
    found = page(*first, *parts, *(line for pair in others for line in pair))
    assert [a.title for a in found.articles] == list(LEADS)
    assert [p.text for p in found.articles[0].paragraphs if p.kind == "heading1"] == list(PARTS)


def test_empty_lines_round_titles_and_nowhere_else_show_them() -> None:
    gap = "<p>&nbsp;</p>"
    titles = ("护林七昼夜", "账本上墙之后", "送教下乡")
    body = [f"{gap}<p>{title}</p>{gap}<p>{TEXT}</p><p>{OTHER}</p>" for title in titles]
    signed = f"<p>（乡工会）</p>{body[2]}"
    html = f"<html><body><div>{HEAD}{body[0]}{body[1]}{signed}</div></body></html>"
    found = parse(html.encode(), content_type="text/html; charset=utf-8")
    assert [a.title for a in found.articles] == list(titles)


CENTRED = "<p align=center><b>{}</b></p>"
LESS = {
    "bold": "<p><b>{}</b></p>",
    "bold and set in as the text": "<p>　　<strong>{}</strong></p>",
    "centred": "<p align=center>{}</p>",
}


def styled(titles: dict[str, str], forms: list[str]) -> Page:
    lines = (
        f"{form.format(title)}<p>　　{text}</p>"
        for form, (title, text) in zip(forms, titles.items(), strict=True)
    )
    html = f"<html><body><div>{HEAD}{''.join(lines)}</div></body></html>"
    return parse(html.encode(), content_type="text/html; charset=utf-8")


@pytest.mark.parametrize("less", LESS)
def test_later_titles_may_be_set_in_less_where_they_say_what_their_texts_report(less: str) -> None:
    forms = [CENTRED, LESS[less], LESS[less]]
    assert [a.title for a in styled(LEADS, forms).articles] == list(LEADS)


@pytest.mark.parametrize("less", LESS)
def test_few_words_set_in_less_than_the_title_head_parts(less: str) -> None:
    body = {"种粮大户用上修好的农具": TEXT, PARTS[0]: TEXT, PARTS[1]: OTHER, PARTS[2]: TEXT}
    found = styled(body, [CENTRED, *[LESS[less]] * 3])
    assert [a.title for a in found.articles] == ["种粮大户用上修好的农具"]


@pytest.mark.parametrize("sent", ["（乡工会）", "</p><p>（乡工会）"])
def test_behind_names_a_line_over_text_is_a_title_whatever_it_looks_like(sent: str) -> None:
    body = {"种粮大户用上修好的农具": TEXT, "夜校开课": OTHER + sent, "送教下乡": TEXT}
    forms = [CENTRED, CENTRED, "<p>　　{}</p>"]
    assert [a.title for a in styled(body, forms).articles] == [*body]


CLASSES = ["高一（3）班", "云岭中学高二（十二）班", "六年级一班", "八（2）班团支部", "五（1）中队"]


@pytest.mark.parametrize("group", CLASSES)
@pytest.mark.parametrize("sent", ["（{}）", "</p><p>（{}）", "</p><p>{}", "</p><p align=right>{}"])
def test_a_class_alone_sends_an_article_in(group: str, sent: str) -> None:
    ends = [sent.format(group), sent.format("校团委")]
    found = page("走进敬老院", f"{TEXT}{ends[0]}", "书香伴晨读", f"{OTHER}{ends[1]}")
    assert [(title, [compact(name) for name in names]) for title, names, _ in read(found)] == [
        ("走进敬老院", [compact(group)]),
        ("书香伴晨读", ["校团委"]),
    ]


def compact(name: str) -> str:
    return name.translate(str.maketrans("（）", "()"))


@pytest.mark.parametrize("title", ["走进高一（3）班", "我们的六年级一班"])
def test_a_deed_or_a_praise_of_a_class_is_a_title(title: str) -> None:
    found = page("走进敬老院", TEXT, "（校团委）", title, OTHER, "（教务处）")
    assert [a.title for a in found.articles] == ["走进敬老院", title]
