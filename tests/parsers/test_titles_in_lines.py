"""Titles that share their line with the text below them, or with who sent it in."""

import pytest

from tests.parsers.issues import TEXT, article
from tests.parsers.issues import county as issue

TITLES = ("三个乡镇的水费收不上来", "护林员盼一双好鞋", "夜班公交为何停了两条线")
CONTENTS = "<p>【内容提要】</p>" + "".join(f"<p>◎{title}</p>" for title in TITLES)
SECOND = "<p>　　乡镇干部说，往年是上门去收，今年改在赶集的日子摆摊，多数人家当场就交清了。</p>"


@pytest.mark.parametrize(
    "form",
    ["<b>【{}】</b>　　", "<b>{}</b>　　", "【{}】", "{}　　", "{}。", "<b>{}：</b>", "◎ {}　　"],
)
def test_the_contents_tell_the_titles_that_begin_their_texts(form: str) -> None:
    texts = (f"<p>{form.format(title)}{TEXT}</p>{SECOND}" for title in TITLES)
    found = issue(CONTENTS, *texts)
    assert [(a.title, len(a.paragraphs), a.kind) for a in found.articles] == [
        (title, 2, "article") for title in TITLES
    ]
    assert [entry.article for entry in found.issue.toc] == [1, 2, 3]
    assert {a.paragraphs[0].text for a in found.articles} == {TEXT}


def test_a_text_that_mentions_a_title_of_the_contents_begins_no_article() -> None:
    again = f"<p>　　{TITLES[0]}，这是会上听得最多的一句话。{TEXT}</p>"
    found = issue(CONTENTS, *(article(title, again) for title in TITLES))
    assert [a.title for a in found.articles] == list(TITLES)
    assert [len(a.paragraphs) for a in found.articles] == [2, 2, 2]


@pytest.mark.parametrize("gap", ["　", ""])
def test_names_behind_a_title_sent_the_text_in(gap: str) -> None:
    found = issue(
        article("全县植树四十万株"),
        article(f"越冬害虫调查出炉{gap}（县森防站）"),
        article(f"老秦的三件宝{gap}（大岭林场　邹志坚）"),
    )
    assert [(a.title, *[(c.unit, c.person) for c in a.contributors]) for a in found.articles] == [
        ("全县植树四十万株",),
        ("越冬害虫调查出炉", ("县森防站", None)),
        ("老秦的三件宝", ("大岭林场", "邹志坚")),
    ]


SIGNED = [("越冬害虫调查出炉", "县森防站", None), ("老秦的三件宝", "大岭林场", "邹志坚")]


@pytest.mark.parametrize(
    "form",
    [
        "{}　　{}",
        "{} <span style='font-size:12px'>{}</span>",
        "{}／{}",
        "{}【{}】",
        "{} [{}]",
        "{} □{}",
        "{}　供稿：{}",
    ],
)
def test_signs_and_blanks_part_names_from_titles(form: str) -> None:
    names = [f"{unit}　{person}" if person else unit for _, unit, person in SIGNED]
    titles = (form.format(one[0], name) for one, name in zip(SIGNED, names, strict=True))
    found = issue(*map(article, titles))
    assert [(a.title, *[(c.unit, c.person) for c in a.contributors]) for a in found.articles] == [
        (title, (unit, person)) for title, unit, person in SIGNED
    ]


def test_clauses_of_titles_are_no_names() -> None:
    titles = ["确权发证到户　矛盾化解到底", "整合帮扶力量　服务企业职工", "好班长　李明"]
    found = issue(*map(article, titles))
    assert [a.title for a in found.articles] == [title.replace("　", " ") for title in titles]


def test_other_words_behind_a_title_belong_to_it() -> None:
    titles = ["全县植树四十万株（续）", "越冬害虫调查（摘要）", "老秦的三件宝（附照片）"]
    found = issue(*map(article, titles))
    assert [a.title for a in found.articles] == titles


def test_who_looked_into_something_together_sent_it_in() -> None:
    found = issue(article("林场职工的三本账"), "<p align=right>（县林业工会、县妇联联合调查）</p>")
    assert [c.unit for c in found.articles[0].contributors] == ["县林业工会", "县妇联"]


def test_a_heading_of_the_text_below_contents_of_one_line_is_no_entry_of_them() -> None:
    counted = f"<p>　　2、上门收取，当场开票。{TEXT}</p>"
    found = issue(
        f"<p>本期要目：◆{'◆'.join(TITLES)}</p>",
        article(TITLES[0]).replace("<p>　　", "<p>　　（一）上门收取，当场开票</p><p>　　"),
        article(TITLES[1], counted),
        article(TITLES[2]),
    )
    assert [a.title for a in found.articles] == list(TITLES)
    assert found.articles[1].paragraphs[0].text == f"2、上门收取，当场开票。{TEXT}"


def test_the_contents_tell_titles_from_the_names_that_touch_them() -> None:
    senders = ("县水利局", "岭东联络组", "清溪镇党委 邹志坚")
    found = issue(
        CONTENTS,
        *(
            f"<div><span>{title}</span><span class=r>{sender}</span></div><p>　　{TEXT}</p>"
            for title, sender in zip(TITLES, senders, strict=True)
        ),
    )
    assert [a.title for a in found.articles] == list(TITLES)
    assert [[(c.unit, c.person) for c in a.contributors] for a in found.articles] == [
        [("县水利局", None)],
        [("岭东联络组", None)],
        [("清溪镇党委", "邹志坚")],
    ]
