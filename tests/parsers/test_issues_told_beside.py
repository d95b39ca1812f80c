"""What stands beside the texts of an issue: days without a year, instructions, columns, senders."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page
from tests.parsers.issues import ARTICLES, TEXT, article, county

TITLES = ["枫叶乡把书屋送到采石场", "白石镇办起职工夜校"]


def page(*head: str, published: str = "2011-06-10", tail: str = "") -> Page:
    """A page named by the seventh issue, with that head over two articles."""
    lines = "".join(f'<p style="text-align:center">{line}</p>' for line in head)
    html = (
        "<html><head><meta charset='utf-8'><title>梅岭工会信息第7期</title></head><body>"
        f"<h1>梅岭工会信息第7期</h1><div>发布时间：{published}</div>"
        f"<div id='zoom'>{lines}{ARTICLES}{tail}</div></body></html>"
    )
    return parse(html.encode(), url="http://ml.example/a/1.html")


@pytest.mark.parametrize(
    ("published", "day"),
    [("2011-06-10", "2011-06-08"), ("2011-06-08", "2011-06-08"), ("2013-11-02", None)],
)
@pytest.mark.parametrize(
    "head",
    [
        ("梅岭县2011年安全生产月活动组委会办公室编", "6月8日"),
        ("梅岭工会信息", "梅岭县总工会主办　　　第7期　　　6月8日"),
    ],
)
def test_a_day_without_year_is_that_before_the_page_was_published(
    head: tuple[str, ...], published: str, day: str | None
) -> None:
    issue = page(*head, published=published).issue
    assert issue is not None
    assert (issue.date.edtf if issue.date else None) == day
    assert issue.year == (2011 if day else None)


def test_a_day_at_the_end_of_the_year_before() -> None:
    issue = page("梅岭县总工会编", "12月28日", published="2012-01-04").issue
    assert issue is not None
    assert issue.date is not None
    assert issue.date.edtf == "2011-12-28"


@pytest.mark.parametrize(
    "box",
    [
        "<table><tr><td>领导<br>批示</td><td>请各镇逐项整改，月底前销号。"
        "<br>　　　　　　　李文　7月11日</td></tr></table>",
        "<div><h5>领导批示</h5><p>请各镇逐项整改。</p><p>——县委书记 李文</p></div>",
        "<p>　　【领导批示】请各镇逐项整改，月底前销号。李文。7月11日</p>",
        "<p>县领导批示：请各镇逐项整改。</p><p align=right>李文　2015年7月11日</p>",
    ],
)
def test_an_instruction_over_the_texts_is_none_of_them(box: str) -> None:
    found = county(box, article("凉茶送到环卫工人手上"), article("职工夜校开课"))
    assert [one.title for one in found.articles] == ["凉茶送到环卫工人手上", "职工夜校开课"]
    assert all(one.subtitle is None and one.section is None for one in found.articles)
    assert "逐项整改" in (found.issue.editor_note or "")


def test_a_column_of_instructions_has_texts() -> None:
    column = "<p><b>领导批示</b></p>"
    found = county(column, article("县长批示肯定暖心行动"), article("职工夜校开课"))
    assert found.articles[0].title == "县长批示肯定暖心行动"
    assert found.issue.editor_note is None


def test_columns_before_the_links_of_the_contents_head_the_body_too() -> None:
    entries = [("田野观察", "a"), ("山乡实践", "b"), ("山乡实践", "c")]
    titles = ["凉茶送到环卫工人手上", "职工夜校开课", "老屋不倒乡愁有根"]
    listed = "".join(
        f"<li><span>{column}</span><a href='#{name}'>{title}</a></li>"
        for (column, name), title in zip(entries, titles, strict=True)
    )
    found = county(
        f"<h2>本期导读</h2><ol>{listed}</ol>",
        *(
            f"{f'<div>{column}</div>' if column else ''}<h2>{title}</h2><p>　　{TEXT}</p>"
            for column, title in zip(("田野观察", "山乡实践", ""), titles, strict=True)
        ),
    )
    columns = [column for column, _ in entries]
    assert [(one.section, one.title) for one in found.issue.toc] == list(
        zip(columns, titles, strict=True)
    )
    assert [(one.section, one.title) for one in found.articles] == list(
        zip(columns, titles, strict=True)
    )


def test_a_sender_no_table_knows_where_others_sign_lines_of_their_own() -> None:
    items = "".join(
        f"<p>　　●7月{day}日，{said}。（{who}）</p>"
        for day, said, who in (
            (1, "淮西学区举办诵读比赛，十二支代表队同台竞技", "淮西学区"),
            (2, "县职业中专与三家企业签订冠名班协议，培养人才一百五十名", "职业中专"),
            (3, "城东幼儿园开展疏散演练，孩子全部撤到安全地带", "城东幼儿园"),
        )
    )
    found = county(
        article("凉茶送到环卫工人手上") + "<p align=right>（师范附小）</p>",
        article("职工夜校开课") + "<p align=right>（清溪中学　李文）</p>",
        article("老屋不倒乡愁有根"),
        f"<p><b>■ 一句话新闻</b></p>{items}",
    )
    assert [one.text for one in found.articles[3].contributors] == ["淮西学区"]


@pytest.mark.parametrize("label", ["来源网址", "本文网址", "本页地址"])
def test_the_address_of_the_page_below_the_recipients(label: str) -> None:
    found = page(
        "梅岭工会信息",
        "第7期",
        "梅岭县总工会编　　2011年6月8日",
        tail=f"<p>送：县委办，各乡镇工会</p><p>{label}：http://ml.example/a/1.html</p>",
    )
    assert found.issue is not None
    assert [one.text for one in found.issue.recipients] == ["县委办，各乡镇工会"]
    assert [one.title for one in found.articles] == TITLES


def test_the_first_title_below_a_contents_of_shortened_titles() -> None:
    entries = "".join(f"<p>{entry}</p>" for entry in ("凉茶送工友", "夜校开班了", "老屋留乡愁"))
    found = county(
        f"<p align=center>目　录</p>{entries}",
        article("清溪街道总工会把凉茶送到环卫工人手上") + "<p align=right>（清溪街道总工会）</p>",
        article("县职工夜校举行开学典礼"),
        article("七十二幢黄泥老屋修缮一新"),
    )
    assert [one.title for one in found.issue.toc] == ["凉茶送工友", "夜校开班了", "老屋留乡愁"]
    assert found.articles[0].title == "清溪街道总工会把凉茶送到环卫工人手上"


def test_small_letters_below_a_title_tell_of_a_picture() -> None:
    small = "<p align=center><img src=a.jpg></p><p align=center style='font-size:12px'>{}</p>"
    html = article("凉茶送到环卫工人手上", small.format("工友们在驿站歇脚"))
    found = county(f"<div style='font-size:19px'>{article('职工夜校开课')}{html}</div>")
    assert found.articles[-1].title == "凉茶送到环卫工人手上"
    assert found.articles[-1].subtitle is None
    assert found.articles[-1].paragraphs[0].text == "工友们在驿站歇脚"


@pytest.mark.parametrize("label", ["刊　　名", "刊物名称", "简报名称"])
def test_the_name_of_an_issue_in_a_row_below_its_number(label: str) -> None:
    rows = (
        ("期　　号", "总第93期"),
        (label, "梅岭职工之友"),
        ("印发日期", "2011年6月8日"),
        ("编发单位", "梅岭县总工会"),
    )
    table = "".join(f"<tr><td><b>{name}：</b></td><td>{said}</td></tr>" for name, said in rows)
    html = (
        "<html><head><meta charset='utf-8'><title>梅岭职工之友</title></head><body><form>"
        f"<table border=1>{table}</table><table><tr><td>{ARTICLES}</td></tr></table></form></html>"
    )
    found = parse(html.encode())
    assert found.issue is not None
    assert (found.issue.series, found.issue.total_number) == ("梅岭职工之友", 93)
    assert (found.issue.editor, found.issue.year) == ("梅岭县总工会", 2011)
    assert [one.title for one in found.articles] == TITLES


@pytest.mark.parametrize("line", ["<p align=center>{}</p>", "<p align=center>（{}）</p>"])
@pytest.mark.parametrize("team", ["县委政研室、县农办联合调研组", "县残联和县民政局联合课题组"])
def test_a_team_of_several_offices_is_one(line: str, team: str) -> None:
    found = county(article("凉茶送到环卫工人手上", line.format(team)))
    assert [one.unit for one in found.articles[0].contributors] == [team]
