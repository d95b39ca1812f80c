"""One bulletin in many markups: what means the same is read the same."""

import pytest

from archiver.parsers.page import parse

ROWS = (
    ("column", "【基层之声】"),
    ("title", "种粮大户用上修好的农具"),
    ("below", "——柳坪乡帮扶工作侧记"),
    ("text", "乡工会把修好的农具送到田头，种粮大户说省下的工夫够多插两亩秧。"),
    ("head", "灯亮的时候"),
    ("text", "修理铺夜里也开着门，机手们围着拆开的水泵，一边看一边记。"),
    ("text", "（柳坪乡工会）"),
    ("title", "夜校里坐满采茶女工"),
    ("text", "夜校每周开课两晚，讲安全用电和劳动合同，采茶女工一次比一次多。"),
    ("head", "一、先摸底"),
    ("text", "三十多户茶农填了问卷，想学什么，什么时候有空，一条条记在本子上。（县妇联　李明）"),
)
TITLES = {
    "align and b": "<p align=center><b>{}</b></p>",
    "center and strong": "<center><strong>{}</strong></center>",
    "style": "<p style='TEXT-ALIGN: center; FONT-WEIGHT: 700'>{}</p>",
    "style within": "<p style='text-align:center'><span style='font:bold 12pt 黑体'>{}</span></p>",
    "of one browser": "<p style='text-align:-webkit-center'><strong>{}</strong></p>",
    "class": "<p class=bt>{}</p>",
    "classes": "<p class='zx'><span class='cu'>{}</span></p>",
    "heading": "<h3 align=center>{}</h3>",
    "cell": "<table width=100%><tr><td align=center><b>{}</b></td></tr></table>",
    "narrow blanks": f"<p>{'&nbsp;' * 24}<b>{{}}</b></p>",
    "wide blanks": f"<p><b>{'　' * 8}{{}}</b></p>",
    "indent": "<p style='text-indent:8em'><strong>{}</strong></p>",
    "margin": "<p style='margin-left:200px'><b>{}</b></p>",
    "padding": "<p style='padding-left:12em'><b>{}</b></p>",
}
TEXTS = {
    "wide blanks": "<p>　　{}</p>",
    "narrow blanks": "<p>&nbsp;&nbsp;&nbsp;&nbsp;{}</p>",
    "em": "<p style='text-indent:2em'>{}</p>",
    "pixels": "<p style='TEXT-INDENT: 28px'><span style='font-size:14px'>{}</span></p>",
    "points": "<p class=MsoNormal style='text-indent:24.0pt'><span>{}<o:p></o:p></span></p>",
    "class": "<p class=zw>{}</p>",
    "breaks": "　　{}<br>",
    "div": "<div>　　{}</div>",
}
HEADS = {
    "b": "<p>　　<b>{}</b></p>",
    "strong": "<p style='text-indent:2em'><strong>{}</strong></p>",
    "class": "<p class='zw cu'>{}</p>",
    "span": "<p>　　<span style='font-weight:bold'>{}</span></p>",
}
SHEET = (
    ".bt{text-align:center;font-weight:bold} #zoom .zx{text-align:center} .cu{font-weight:bold}"
    ".zw{text-indent:2em}"
)

Read = list[tuple[str | None, str | None, str | None, list[str], list[str]]]


def read(title: str, text: str, head: str) -> Read:
    forms = {
        "column": "<p>{}</p>",
        "title": TITLES[title],
        "below": "<p align=center>{}</p>",
        "text": TEXTS[text],
        "head": HEADS[head],
    }
    body = "".join(forms[role].format(line) for role, line in ROWS)
    html = (
        f"<html><head><style>{SHEET}</style></head><body><div id=zoom>"
        "<p align=center>柳坪工会信息</p><p align=center>第8期</p>"
        f"<p>柳坪县总工会编　　2013年5月20日</p>{body}</div></body></html>"
    )
    found = parse(html.encode(), content_type="text/html; charset=utf-8")
    return [
        (
            a.title,
            a.subtitle,
            a.section,
            [c.text for c in a.contributors],
            [p.text for p in a.paragraphs],
        )
        for a in found.articles
    ]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("title", TITLES)
def test_a_bulletin_is_read_the_same_in_any_markup(title: str, text: str) -> None:
    wanted = read("align and b", "wide blanks", "b")
    assert [(name, names) for name, _, _, names, _ in wanted] == [
        ("种粮大户用上修好的农具", ["柳坪乡工会"]),
        ("夜校里坐满采茶女工", ["县妇联 李明"]),
    ]
    for head in HEADS:
        assert read(title, text, head) == wanted
