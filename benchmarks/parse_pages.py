"""Pages of about 30 KB for bench_parse: the layouts of the tests with more text and more links.

No two pages share a text, so that nothing read before helps with the next. A page carries a menu,
a list of 50 links beside its text, and styles.
"""

import re
from collections.abc import Iterator

from tests.parsers import layouts

ENCODINGS = ("utf-8", "gb18030")
_STYLE = "<style>" + ".item a:hover{color:#c00;text-decoration:none}\n" * 120 + "</style>"
_LAST = layouts.PARAGRAPHS[-1][9:]  # one layout cuts its paragraphs in two
_PARAGRAPHS = 36
_LINKS = 50
_ARTICLES = 12


def pages(issue: int) -> list[bytes]:
    """Every layout as a long article, and a bulletin, in two encodings; another ``issue`` anew."""
    made: list[bytes] = []
    for build in (*layouts.LAYOUTS.values(), None):
        for encoding in ENCODINGS:
            number = issue * 100 + len(made)
            html = _article(build(), number) if build else _bulletin(number)
            made.append(_dressed(html, number).encode(encoding))
    return made


def _article(html: str, number: int) -> str:
    text = "".join(f"<p>　　{text}</p>" for text in _texts(number))
    return html.replace(_LAST, f"{_LAST}</p>{text}", 1)


def _bulletin(number: int) -> str:
    """An issue with 目录, a dozen articles and the units that sent them."""
    texts = _texts(number)
    titles = [f"枫叶乡第{number * 100 + k}组走访困难职工" for k in range(_ARTICLES)]
    share = _PARAGRAPHS // _ARTICLES
    articles = (
        f"<p align=center><b>{title}</b></p>"
        + "".join(f"<p>　　{text}</p>" for text in texts[k * share : (k + 1) * share])
        + f"<p align=right>（枫叶乡第{k + 1}小组工会）</p>"
        for k, title in enumerate(titles)
    )
    return f"""<html><head><title>红枫工运简报第{number}期</title></head><body>
<h1>红枫工运简报</h1><p align=center>第{number}期</p><p>红枫县总工会办公室编　　2011年9月14日</p>
<p align=center>目　　录</p>{"".join(f"<p>◇{title}</p>" for title in titles)}<hr>
{"".join(articles)}<p>报：市总工会</p><p>发：各乡镇工会</p></body></html>"""


def _dressed(html: str, number: int) -> str:
    """The page with its styles, a menu above the text and a list below."""
    html = re.sub("</head>", f"{_STYLE}</head>", html, count=1, flags=re.IGNORECASE)
    menu = "".join(f'<li><a href="/c{k}/"><span>栏目名称{k}</span></a></li>\n' for k in range(80))
    html = re.sub("<body[^>]*>", rf'\g<0><div class="menu"><ul>{menu}</ul></div>', html, flags=re.I)
    items = f'<ul class="more">{"".join(_items(number))}</ul>'
    return re.sub("</body>", f"{items}</body>", html, flags=re.IGNORECASE)


def _items(number: int) -> Iterator[str]:
    for k in range(_LINKS):
        title = f"关于第{number * 100 + k}批困难职工帮扶资金发放的通知"
        yield (
            f'<li class="item"><a href="/a/{number * 100 + k}.html" target="_blank" '
            f'title="{title}">{title}</a><span>2011-09-{k % 28 + 1:02}</span></li>\n'
        )


def _texts(number: int) -> list[str]:
    """Running text with a date in every third paragraph."""
    return [
        (f"{k % 12 + 1}月{k % 28 + 1}日，" if k % 3 == 0 else "")
        + f"第{number * 100 + k}小组到枫叶乡走访困难职工{k + 3}户，送去慰问金{k + 5}00元。"
        f"县总工会办公室负责人说，第{number * 100 + k}次走访还要继续，"
        "问题要逐件登记、逐件办理，件件有回音，事事有着落。"
        f"乡里的第{number * 100 + k}间职工书屋也开放了，"
        "来看书的职工挤满了屋子，管理员忙得连水也顾不上喝。"
        for k in range(_PARAGRAPHS)
    ]
