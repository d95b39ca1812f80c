"""News below the name of a column, in a look of its own, behind articles with titles."""

import pytest

from archiver.parsers.page import parse

HEAD = (
    "<p align=center>柳坪工会信息</p><p align=center>第8期</p>"
    "<p>柳坪县总工会编　　2013年5月20日</p>"
)
TITLE = "<p align=center><b>{}</b></p>"
ARTICLES = {
    "种粮大户用上修好的农具": "乡工会把修好的农具送到田头，种粮大户说省下的工夫够多插两亩秧。",
    "夜校里坐满采茶女工": "夜校每周开课两晚，讲安全用电和劳动合同，采茶女工一次比一次多。",
}
NEWS = {
    "渔政站给渔船换救生衣": "近日，渔政站给一百条渔船换上救生衣，船员们当场试穿。",
    "医院开通绿色通道": "5月7日起，县医院为老人开通绿色通道，挂号缴费都有人陪。",
    "林场职工巡山护林": "连日来，林场职工翻山越岭巡山护林，没有发现一处火情。",
}
COLUMNS = ["<p>【简讯】</p>", "<p><b>基层短波</b></p>", "<p align=center>信息集锦</p>"]
ITEMS = {
    "bold": "<p><b>{title}</b></p><p>　　{text}</p>",
    "bold and set in": "<p>　　<b>{title}</b></p><p>　　{text}</p>",
    "with a mark": "<p>●{title}</p><p>　　{text}</p>",
    "flush left": "<p>{title}</p><p>　　{text}</p>",
    "counted": "<p>{number}.{title}</p><p>　　{text}</p>",
    "at the head of the text": "<p>　　【{title}】{text}</p>",
}
SENT = {"unsigned": "", "behind the text": "（县总工会）", "below": "</p><p>　　（县总工会）"}


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("form", ITEMS)
@pytest.mark.parametrize("sent", SENT)
def test_news_below_a_column_have_titles_in_a_look_of_their_own(
    sent: str, form: str, column: str
) -> None:
    articles = "".join(f"{TITLE.format(name)}<p>　　{text}</p>" for name, text in ARTICLES.items())
    items = "".join(
        ITEMS[form].format(title=title, text=text + SENT[sent], number=number)
        for number, (title, text) in enumerate(NEWS.items(), 1)
    )
    html = f"<html><body><div>{HEAD}{articles}{column}{items}</div></body></html>"
    found = parse(html.encode(), content_type="text/html; charset=utf-8")
    assert [a.title for a in found.articles] == [*ARTICLES, *NEWS]
    assert [a.section is not None for a in found.articles] == [False, False, True, True, True]
    names = [c.text for a in found.articles[2:] for c in a.contributors]
    assert names == ["县总工会"] * (3 if sent != "unsigned" else 0)
