"""Issues kept in the forms of an office's own system: labels and values around the articles."""

import pytest

from archiver.parsers.page import parse

TEXT = "6月3日，工会把流动书屋送到采石场，四百多册图书由职工自己登记借阅。" * 3
SERIES = "<tr><td colspan=4 align=center><font size=6><b>车间简报</b></font></td></tr>"
HEAD = (
    "<tr><td>期　　号</td><td>2007年第9期</td><td>编印日期</td><td>2007年11月20日</td></tr>"
    "<tr><td>编印单位</td><td>清溪发电公司工会</td><td>拟稿人</td><td>俞勤</td></tr>"
)
TAIL = (
    "<tr><td>报　　送</td><td colspan=3>公司党委，公司领导</td></tr>"
    "<tr><td>分　　发</td><td colspan=3>各车间、部室</td></tr>"
)
TITLES = ("书屋开到采石场", "夜校开出电工班", "澡堂换了新锅炉")


def article(title: str) -> str:
    return f"<p align=center>{title}</p><p>　　{TEXT}</p><p align=right>（检修车间 顾学文）</p>"


@pytest.mark.parametrize("between", ["</td></tr><tr><td colspan=4>", ""])
def test_each_text_of_a_form_has_its_title_and_sender(between: str) -> None:
    texts = between.join(map(article, TITLES))
    html = f"<meta charset=utf-8><table border=1>{SERIES}{HEAD}<tr><td colspan=4>{texts}</td></tr>"
    page = parse(f"{html}{TAIL}</table>".encode())
    assert page.issue is not None
    assert (page.issue.series, page.issue.number) == ("车间简报", 9)
    assert page.issue.editor == "清溪发电公司工会"
    assert [(one.label, one.text) for one in page.issue.recipients] == [
        ("报送", "公司党委，公司领导"),
        ("分发", "各车间、部室"),
    ]
    assert [(a.title, a.kind, len(a.paragraphs)) for a in page.articles] == [
        (title, "article", 1) for title in TITLES
    ]
    assert {c.text for a in page.articles for c in a.contributors} == {"检修车间 顾学文"}
