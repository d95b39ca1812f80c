"""Issues composed of what accounts and tables make of them: badges, captions, grids of rows.

Columns, titles, texts and who sent them in are laid out in forms that sites combine freely.
"""

import random
from dataclasses import dataclass
from typing import Final

from tests.pages.composed import PEOPLE, TITLES

UNITS: Final = ("县教育局", "城关镇工会", "县妇联", "县人民医院", "县水利局")
COLUMNS: Final = (("经验交流", "基层动态"), ("窗口内外", "田间地头"))
PROSE: Final = (
    "连日来，各乡镇组织群众清理河道，十二台挖掘机昼夜不停，预计月底前可以完成全部土方。",
    "培训采取理论讲授与现场操作相结合的办法，学员考核合格后发给职业资格证书，受到普遍欢迎。",
    "“以前办个证要跑四趟县城，如今在村里就能办完。”刚办完手续的村民老周笑着对工作人员说。",
    "据统计，全县共发放小额贷款七百八十万元，帮助一百九十三名下岗女工开起了小店，还款率很高。",
)
HEADS: Final = (
    "<p align=center><font size=6 color=red>{s}</font></p><p align=center>{y}年第{n}期</p>"
    "<p>青州县总工会编　　　　{y}年5月8日</p>",
    "<table width=100%><tr><td colspan=2 align=center><b>{s}</b></td></tr>"
    "<tr><td>{y}年第{n}期</td><td align=right>{y}年5月8日</td></tr></table>",
    "<section style='text-align:center'>{y}年第{n}期丨总第88期</section>"
    "<section style='text-align:center'>主办：青州县总工会　　{y}.5.8</section>",
)
ABOVE: Final = (
    "",
    "<p align=center>点击上方“青州工会”关注我们</p>",
    "<p align=right>微信号：qzgh2016</p>",
)
BELOW: Final = (
    "",
    "<p align=center>— END —</p>",
    "<p align=center>编辑｜王小平　审核｜刘建军</p>",
    "<p align=center><b>往期回顾</b></p><p><a href=/9.htm>县总工会召开半年工作会</a></p>",
    "<p align=center>扫码关注我们</p>",
    "<p>报：市总工会</p><p>送：县直各单位</p>",
)
SENDERS: Final = (
    "",
    "（{u}）",
    "（{u}　{p}）",
    "供稿：{u}",
    "供稿｜{u}",
    "{u}　{p}",
    "供稿单位：{u}　　撰稿人：{p}",
)
CAPTIONS: Final = ("志愿者在清理河道", "座谈会现场", "▲ 女工们在学插花")
SHELL: Final = (
    "<html><head><meta charset=utf-8><title>{h}</title></head><body><a href=/>首页</a>"
    "<h1>{h}</h1><div>来源：县总工会 发布时间：{y}-05-09</div><div id=zoom>{b}</div>"
    "<div>版权所有：青州县总工会</div></body></html>"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """An article as it is composed: what it is called, who sent it, how many paragraphs it has."""

    column: str | None
    title: str
    senders: tuple[tuple[str | None, str | None], ...]
    paragraphs: int


class LayoutComposer:
    """One issue by its seed; ``in_table`` sets the articles as the rows of tables."""

    def __init__(self, seed: int, *, in_table: bool) -> None:
        self._random = random.Random(seed)
        self._sender = self._random.choice(SENDERS)
        self._look = self._random.randrange(4)
        self._layout = self._random.randrange(6 if in_table else 3)
        self._in_table = in_table

    def compose(self) -> tuple[str, str, int, tuple[Piece, ...]]:
        """The page, and what it prints: series, number, articles."""
        pick = self._random
        titles = pick.sample(TITLES, pick.randint(2, 6))
        columns = self._columns(len(titles))
        pieces: list[Piece] = []
        printed: list[str] = []
        for n, (title, column) in enumerate(zip(titles, columns, strict=True)):
            unit, person = pick.choice(UNITS), pick.choice(PEOPLE)
            texts = pick.sample(PROSE, pick.randint(2, 4))
            new = column if column != (columns[n - 1] if n else None) else None
            sender = self._sender.format(u=unit, p=person)
            printed.append(self._article(n + 1, new, title, texts, sender))
            named = (unit, person if "{p}" in self._sender else None)
            pieces.append(Piece(column, title, (named,) if sender else (), len(texts)))
        series, number = pick.choice(("青州工运", "工会工作动态", "职工之声")), pick.randint(2, 40)
        year = pick.choice((2004, 2012, 2021))
        head = pick.choice(HEADS).format(s=series, n=number, y=year)
        around = pick.choice(ABOVE), pick.choice(BELOW)
        body = f"{around[0]}{head}{self._framed(printed)}{around[1]}"
        page = SHELL.format(h=f"{series}{year}年第{number}期", y=year, b=body)
        return page, series, number, tuple(pieces)

    def _columns(self, count: int) -> tuple[str | None, ...]:
        if self._random.randrange(2):
            return (None,) * count
        first, second = self._random.choice(COLUMNS)
        cut = self._random.randint(1, count - 1)
        return (first,) * cut + (second,) * (count - cut)

    def _article(self, n: int, column: str | None, title: str, texts: list[str], by: str) -> str:
        named = self._column(column) if column else ""
        text = "".join(f"<p>　　{one}</p>" for one in texts)
        sent = f"<p align=right>{by}</p>" if by else ""
        if not self._in_table:
            shown = self._random.choice(("", self._picture(texts)))
            text = shown or text
            return f"{named}{self._badged(n, title)}{text}{sent}"
        bold = self._bold(title)
        return (
            f"<p>{named}</p><table width=95%><tr><td align=center bgcolor=#eeeeee>{bold}</td></tr>"
            f"<tr><td>{text}</td></tr><tr><td align=right>{by}</td></tr></table>",
            f"{self._row(named)}<tr><td colspan=2 align=center>{bold}</td></tr>"
            f"<tr><td colspan=2>{text}{sent}</td></tr>",
            f"{self._row(named)}<tr><td align=center>{n}</td><td><p>{bold}</p>{text}{sent}"
            "</td></tr>",
            f"{self._row(named)}<tr><td>{bold}</td><td align=right>{by}</td></tr>"
            f"<tr><td colspan=2>{text}</td></tr>",
            f"{named}<table><tr><td width=160><img src=/p.jpg></td><td><p>{bold}</p>{text}{sent}"
            "</td></tr></table>",
            f"{named}<table><tr><td><img src=dot.gif></td><td>{bold}</td></tr></table>{text}{sent}",
        )[self._layout]

    def _framed(self, printed: list[str]) -> str:
        rows = self._in_table and self._layout in (1, 2, 3)
        return f"<table width=95% border=1>{''.join(printed)}</table>" if rows else "".join(printed)

    def _row(self, named: str) -> str:
        return f"<tr><td colspan=2>{named}</td></tr>" if named else ""

    def _column(self, name: str) -> str:
        english = "" if self._in_table else "<p style='font-size:12px'>NEWS</p>"
        return f"<p align=center><b><font size=5>【{name}】</font></b></p>{english}"

    def _bold(self, title: str) -> str:
        return (
            f"<b>{title}</b>",
            f"<strong><font size=4>{title}</font></strong>",
            f"<b><font color=red>{title}</font></b>",
            f"<span style='font-size:18px;font-weight:bold'>{title}</span>",
        )[self._look]

    def _badged(self, n: int, title: str) -> str:
        badge = ("", f"<p align=center>{n:02}</p>", f"<p align=center>PART.{n:02}</p>")
        return f"{badge[self._layout]}<p align=center>{self._bold(title)}</p>"

    def _picture(self, texts: list[str]) -> str:
        shown = self._random.choice(CAPTIONS)
        first, *rest = (f"<p>　　{one}</p>" for one in texts)
        return (
            f"{first}<p align=center><img src=/i.jpg></p><p align=center>{shown}</p>{''.join(rest)}"
        )
