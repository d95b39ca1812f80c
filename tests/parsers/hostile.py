"""Shapes that make a slow parser slow: pages of one thing, again and again."""

_SENTENCE = "县总工会今天召开会议，部署下一阶段的工作，各乡镇工会主席参加会议。"

SHAPES = {
    "tiny paragraphs": "<div><p>一</p>",
    "closed paragraphs": "<div><p>一</p></div>",
    "tiny lines": "一<br>",
    "breaks": "<br>",
    "tiny spans": "<span>一</span>",
    "tiny links": "<a href=/x>一</a> ",
    "list of links": "<li><a href=/x>工会</a></li>",
    "list of titles": "<li><a href=/{n}>关于开展工作的通知</a><span>2011-09-14</span></li>",
    "tiny cells": "<td>一",
    "rows": "<tr><td>甲</td><td>乙</td></tr>",
    "tables": "<table><tr><td>一</td></tr></table>",
    "titles": "<p><b>工会工作</b></p>",
    "sentences": f"<p>{_SENTENCE}</p>",
    "one line": _SENTENCE,
    "dates": "<p>2008-06-25</p>",
    "dates in a line": "2008年6月25日，",
    "labels": "<p>来源：</p>",
    "numbered": "<p>一、工作</p>",
    "footers": "<p>地址：枫林路66号</p>",
    "brackets": "（",
    "bracket columns": "（&nbsp;&nbsp;",
    "blanks": "&nbsp;",
    "scripts": "<script>var a='1';document.write(a+a)</script>",
    "comments": "<!--一-->",
    "hidden": "<i style='display:none'>一</i>",
    "one letter": "a<p>",
    "empty paragraphs": "<p>",
    "open items": "<li>a",
    "open links": "<a href=/x>一",
    "bold": "<b>一</b>",
    "rules": "<hr>",
    "pictures": "<img src=a>",
    "styles": "<p style='text-align:center'>一</p>",
    "classes": "<p class=c{n}>一",
    "references": "&#19968;",
    "dots of a contents": "·",
    "trade words": "澳门",
    "nested footers": "<div class=footer>发布时间：",
    "open titles": "<title><body>",
    "byte order marks": "<br><br>\ufeff",
    "leaders nested": "<pre>……",
    "contents of links": "<p><a href=/{n}>第{n}个山塘赶在雨前清淤</a><p>张明",
    "contents without end": "<p>0{n}｜交通｜治超站的眼睛{n}</p>",
    "lines below a head": "<p align=center>治超站的眼睛{n}</p>",
    "names below a head": "<p align=center>通讯员</p><p align=right>200{n}《工人日报》</p>",
    # Markup around each line as Word writes it: such a page may have many lines, and all are read.
    "dates of Word": "<p class=MsoNormal>2008-06-25</p>",
    "days of Word": "<p class=MsoNormal>6月25日</p>",
    "sources of Word": "<p class=MsoNormal>来源：县总工会 2008-06-25</p>",
    "titles of Word": "<p class=MsoNormal><b>县总工会召开会议</b></p><p>（张明）</p>",
    "dated headings": "<h2>会议</h2><p class=MsoNormal>2008-06-25</p>",
    "files of Word": "<p class=MsoNormal>附件：1.表.doc</p>",
    "traditional lines": "<p class=MsoNormal>縣總工會會議</p>",
    "titles of cases": "<title>六合彩案</title><p>警方打击六合彩</p>",
    "plain lines": "一\n",
    "plain sentences": f"{_SENTENCE}\n",
}

_BEFORE = {
    "dots of a contents": "<p>工作简报<p>第3期<p>目录<p>会议召开<p>",
    "contents of links": "<p>工作简报<p>第3期<p>县教育局编　2015年7月10日<p>目录",
    "contents without end": "<p>工作简报<p>第3期<p>目录",
    "lines below a head": "<p>工作简报<p>第3期<p>县教育局编　2015年7月10日",
    "names below a head": "<p>工作简报<p>第3期<p>目录",
}


def page_of(name: str, size: int) -> bytes:
    """A page of about ``size`` bytes with nothing but that shape."""
    unit = SHAPES[name]
    table = unit.startswith(("<tr", "<td"))
    times = size // len(unit.encode())
    text = (
        "".join(unit.replace("{n}", str(n)) for n in range(times))
        if "{n}" in unit
        else unit * times
    )
    if name.startswith("plain"):
        return text.encode()
    return f"<html><body>{_BEFORE.get(name, '<table>' if table else '')}{text}".encode()
