"""Articles, documents and lists composed of parts that sites combine freely, with what they say.

The hand-written pages show what exists; these show that each part is read in any company.
"""

import datetime
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin

from tests.pages.composed import NAVIGATION, PEOPLE, TITLES, han

URL: Final = "http://gh.qz.example/news/list.html"
OFFICE: Final = "青州县总工会"
SOURCES: Final = ("青州日报", "县总工会办公室", "城关街道工会", "市总工会网站")
ATTACHED: Final = ("", "<p><a href='/files/1.doc'>附件1：申报表.doc</a></p>")
COLUMN: Final = "工作动态"
UNITS: Final = ("县教育局", "城关镇工会", "县妇联", "县人民医院")
PROSE: Final = (
    "连日来，各乡镇组织群众清理河道，十二台挖掘机昼夜不停，预计月底前可以完成全部土方。",
    "培训采取理论讲授与现场操作相结合的办法，学员考核合格后发给职业资格证书。",
    "“以前办个证要跑四趟县城，如今在村里就能办完。”刚办完手续的村民老周笑着说。",
    "据统计，全县共发放小额贷款七百八十万元，帮助一百九十三名下岗女工开起了小店。",
    "下一步，该局将把好的做法固定下来，形成制度，每季度检查一次，年终纳入目标考核。",
)
POINTS: Final = (
    "一、明确工作任务。以乡镇为单位逐户摸底，建立台账，做到不漏一户、不错一人。",
    "二、严格资金管理。专项资金实行专户储存、专账核算，任何单位和个人不得截留挪用。",
    "三、按时报送材料。各单位要确定一名联络员，及时反映工作中的新情况新问题。",
)
PAPERS: Final = (
    ("关于开展{}年“送温暖”活动的通知", "通知"),
    ("关于表彰{}年度先进基层工会的决定", "决定"),
    ("关于做好{}年度职工疗休养工作的意见", "意见"),
    ("关于召开县总工会九届三次全委会议的通知", "通知"),
    ("关于调整部分困难职工帮扶标准的公告", "公告"),
)
# {d} is the day, {s} the source, {a} the author; a line names what it holds.
INFOS: Final = (
    "发布时间：{d}",
    "发布日期：{d}　来源：{s}",
    "来源：{s}　作者：{a}　发布时间：{d}　浏览次数：123",
    "时间：{d} | 来源：{s} | 点击：<script>document.write(33)</script>",
    "<span>{d}</span><span>来源：{s}</span><span>【字体：<a>大</a> <a>小</a>】</span>",
    "[发布日期：{d}]　[来源：{s}]　[打印]　[关闭]",
    "<ul><li>来源：{s}</li><li>发布时间：{d}</li><li>访问量：20</li></ul>",
    "<table width=100%><tr><td>来源：{s}</td><td>日期：{d}</td><td>点击量：5</td></tr></table>",
    "<span><i class=icon></i>{d}</span><span><i class=icon></i>123</span><a href=#>分享</a>",
    "<div>文/图 {p}</div><div>日期：{d}</div>",
    "<label>来源</label><em>{s}</em><label>发布时间</label><em>{d}</em>",
    "稿件来源：{s}　　录入时间：{d}　　审核：办公室",
)
DAYS: Final = (
    "{0:%Y-%m-%d}",
    "{0:%Y-%m-%d %H:%M}",
    "{0.year}年{0.month}月{0.day}日",
    "{0.year}/{0.month}/{0.day}",
    "{0:%Y.%m.%d}",
    "{0:%Y年%m月%d日 %H:%M}",
)
# {t} is the title, {i} the information line, {b} the text, {n} what else there is to read.
SHELLS: Final = (
    "{nav}<h1>{t}</h1><div class=info>{i}</div><div class=content>{b}</div>{n}{f}",
    "{nav}<table width=90%><tr><td align=center><b>{t}</b></td></tr><tr><td align=center>{i}</td>"
    "</tr><tr><td>{b}</td></tr></table>{n}{f}",
    "<center><h3>{t}</h3>{i}</center><hr>{b}{n}{f}",
    "{nav}<div class=main><div class=tit>{t}</div><div class=ly>{i}</div><div id=zoom>{b}</div>"
    "</div>{n}{f}",
    "{nav}<article><header><h2>{t}</h2><div class=meta>{i}</div></header><div class=entry>{b}</div>"
    "</article>{n}{f}",
    "<table><tr><td width=180><a href=/1>组织建设</a><br><a href=/2>宣传教育</a></td><td>"
    "<p align=center><font size=5 color=red>{t}</font></p><p align=center>{i}</p><hr size=1>{b}{n}"
    "</td></tr></table>{f}",
    "{nav}<div class=row><div class=col-9><h2 class=title>{t}</h2><p class=muted>{i}</p><hr>{b}"
    "</div><div class=col-3>{n}</div></div>{f}",
    "{nav}<dl><dt>{t}</dt><dd class=inf>{i}</dd><dd class=con>{b}</dd></dl>{n}{f}",
    "{nav}<div id=app><section class=art><h5>{t}</h5><small>{i}</small><main>{b}</main></section>"
    "</div>{n}{f}",
    "{nav}<form><input type=hidden name=__VIEWSTATE value=x><span id=lblTitle>{t}</span><br>"
    "<span id=lblInfo>{i}</span><div id=lblContent>{b}</div></form>{n}{f}",
    "{nav}<fieldset><legend>{t}</legend><p>{i}</p>{b}</fieldset>{n}{f}",
)
NEAR: Final = (
    "",
    "<p>上一篇：<a href=/1.htm>夏季送清凉慰问一线</a></p><p>下一篇：<a href=/2.htm>经费</a></p>",
    "<div class=rel><h3>相关文章</h3><ul><li><a href=/3.htm>县总工会召开全委会</a></li></ul></div>",
    "<div class=share>分享到：<a href=#>微信</a><a href=#>微博</a></div>",
    "<p>网友评论：</p><p>暂无评论</p><form><textarea></textarea></form>",
)
MENUS: Final = (
    "",
    f"<div>{NAVIGATION}</div>",
    "<ul><li><a href=/>网站首页</a></li><li><a href=/b>工作动态</a></li></ul><div>您的位置："
    "<a href=/>首页</a> &gt; <a href=/b>工作动态</a> &gt; 正文</div>",
    "<a href=/>首页</a> | <a href=/a>工会概况</a> | <a href=/b>通知公告</a>",
)
FOOTS: Final = (
    f"<div class=foot>版权所有：{OFFICE}　鲁ICP备05012345号</div>",
    f"<center>主办：{OFFICE} 地址：青州县云门大道8号 电话：0536-7821234</center>",
    "",
)
BLOCKS: Final = (
    "<p{}>　　{}</p>",
    "<div{}>　　{}</div>",
    "<p class=MsoNormal{}><span style='font-family:仿宋_GB2312'>　　{}<o:p></o:p></span></p>",
    "<section{}><span>　　{}</span></section>",
    "<p{}>&nbsp;&nbsp;&nbsp;&nbsp;{}</p><p><br></p>",
)
# {h} is the address of an entry, {t} its title, {d} its day, {u} a unit, {l} a lead, {n} its place.
ENTRIES: Final = (
    "<li><a href='{h}'>{t}</a><span>{d}</span></li>",
    "<li><span>{d}</span><a href='{h}' title='{t}'>{t}</a></li>",
    "<tr><td>· <a href='{h}'>{t}</a></td><td align=right>{d}</td></tr>",
    "<tr><td>{n}</td><td><a href='{h}'>{t}</a></td><td>{u}</td><td>{d}</td><td>{n}5</td></tr>",
    "· <a href='{h}'>{t}</a> {d}<br>",
    "<div class=item><h3><a href='{h}'>{t}</a></h3><p class=time>{d}</p><p>{l}</p></div>",
    "<dl><dt><a href='{h}'>{t}</a></dt><dd>{l}</dd><dd>{d}</dd></dl>",
    "<li><a href='{h}'><em>{d}</em><span>{t}</span></a></li>",
    "<li><a href='{h}'><img src=/{n}.jpg alt='{t}'></a><a href='{h}'>{t}</a><i>{d}</i></li>",
    "<article><h2><a href='{h}'>{t}</a></h2><div>{d} · {u}</div><p>{l}</p>"
    "<a href='{h}'>阅读全文</a></article>",
    "<li>[<a href=/col/2>工作动态</a>] <a href='{h}'>{t}</a> <span>{d}</span></li>",
    "<li><p><a href='{h}'>{t}</a></p><p>发布时间：{d}　浏览：{n}</p></li>",
    "<p>{n}. <a href='{h}'>{t}</a>（{u}）{d}</p>",
)
ADDRESSES: Final = ("/art/{y}/{n}.html", "show.asp?id={n}", "./{y}/t{n}.htm", "../c/{n}.shtml")
TURNS: Final = (
    "",
    "<div class=page>共 3 页 <a href=list_2.html>下一页</a> <a href=list_3.html>尾页</a></div>",
    "<div><span>1</span><a href=?p=2>2</a><a href=?p=3>3</a><a href=?p=2>&gt;</a></div>",
)
SIDES: Final = (
    "",
    "<div><h4>热点推荐</h4><ul><li><a href=/h1>县长走访慰问环卫工人代表</a></li></ul></div>",
    "<div><b>友情链接</b><a href=http://a.example>全国总工会</a><a href=/b>省总工会</a></div>",
)
HEADS: Final = (
    f"<h2>{COLUMN}</h2>",
    f"<div>您现在的位置：<a href=/>首页</a> &gt; <a href=/xw>新闻中心</a> &gt; {COLUMN}</div>",
    f"<table><tr><td><b>{COLUMN}</b></td><td align=right><a href=/more>更多</a></td></tr></table>",
)
LISTS: Final = (
    "{nav}{head}{l}{turn}{side}{f}",
    "{nav}<table width=960><tr><td width=200>{side}</td><td>{head}{l}{turn}</td></tr></table>{f}",
    "{nav}<div class=main><div class=left>{side}</div><div class=right>{head}<div>{l}</div>{turn}"
    "</div></div>{f}",
    "<form><div>{nav}</div><div>{head}</div><span id=list>{l}</span>{turn}</form>{side}{f}",
    "{nav}<main><section>{head}{l}</section>{turn}<aside>{side}</aside></main><footer>{f}</footer>",
)


@dataclass(frozen=True, slots=True)
class Composed:
    """A page, and what a reader of it would say: by the names of the fields of its record."""

    html: str
    said: dict[str, object]


class OrdinaryComposer:
    """One page that is no issue, of parts drawn by a seed."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        day = datetime.datetime(self.draw.choice((1999, 2003, 2012, 2023)), 1, 1)
        self.day = day + datetime.timedelta(
            days=self.draw.randrange(364), hours=9, minutes=self.draw.randrange(60)
        )
        self.block = self.draw.choice(BLOCKS)

    def article(self) -> Composed:
        """A piece of news, or a report, under its information line."""
        texts = self.draw.sample(PROSE, self.draw.randint(1, len(PROSE)))
        title = self.draw.choice(TITLES)
        body = "".join(self.block.format("", text) for text in texts)
        return self._page("article", title, body, {"text": texts, "document": None})

    def document(self) -> Composed:
        """A paper with number, addressees and signature; the first two may be missing."""
        form, sort = self.draw.choice(PAPERS)
        title = form.format(self.day.year)
        number = self.draw.choice((None, f"青工发〔{self.day.year}〕{self.draw.randint(1, 60)}号"))
        addressees = self.draw.choice(([], ["各基层工会"], ["各乡镇工会", "县直各基层工会"]))
        texts = [self.draw.choice(PROSE), *POINTS[: self.draw.randint(1, 3)]]
        lines = [(" align=center", number)] if number else []
        if not number and self.draw.random() < 0.3:  # the paper prints its title again
            lines.append((" align=center", f"<b>{title}</b>"))
        if addressees:
            lines.append(("", "，".join(addressees) + "："))
        lines += [("", text) for text in texts]
        lines += [(" align=right", OFFICE), (" align=right", self._written())]
        body = "".join(self.block.format(align, text) for align, text in lines)
        signed = f"{self.day:%Y-%m-%d}"
        paper = {"number": number, "type": sort, "issuer": OFFICE, "signed": signed}
        printed = [text for _, text in lines if not text.startswith("<b>")]
        said: dict[str, object] = {"text": printed}
        said["document"] = paper | {"addressees": addressees}
        return self._page("document", title, body, said)

    def listing(self) -> Composed:
        """A column's list of what was published, the newest first."""
        entry, address = self.draw.choice(ENTRIES), self.draw.choice(ADDRESSES)
        titles = self.draw.sample(TITLES, self.draw.randint(3, len(TITLES)))
        day = self.draw.choice(DAYS)
        rows, said = [], []
        for n, title in enumerate(titles, 1):
            at = self.day - datetime.timedelta(days=n)
            href = address.format(y=at.year, n=900 - n)
            unit, lead = self.draw.choice(UNITS), self.draw.choice(PROSE)
            rows.append(entry.format(h=href, t=title, d=day.format(at), u=unit, l=lead, n=n))
            said.append((title, urljoin(URL, href), f"{at:%Y-%m-%d}"))
        held = {"<li>": "<ul>{}</ul>", "<tr>": "<table width=100%>{}</table>"}
        html = self.draw.choice(LISTS).format(
            nav=self.draw.choice(MENUS[:2]),
            head=self.draw.choice(HEADS),
            l=held.get(entry[:4], "{}").format("".join(rows)),
            turn=self.draw.choice(TURNS),
            side=self.draw.choice(SIDES),
            f=self.draw.choice(FOOTS),
        )
        tag = self.draw.choice((COLUMN, f"{COLUMN}-{OFFICE}", OFFICE))
        return Composed(
            f"<html><head><title>{tag}</title></head><body>{html}</body></html>",
            {"kind": "listing", "title": COLUMN, "published": None, "links": said},
        )

    def _page(self, kind: str, title: str, body: str, said: dict[str, object]) -> Composed:
        info, source = self.draw.choice(INFOS), self.draw.choice(SOURCES)
        author, attached = self.draw.choice(PEOPLE), self.draw.choice(ATTACHED)
        attached = attached if kind == "document" else ""
        day = self.draw.choice(DAYS).format(self.day)
        html = self.draw.choice(SHELLS).format(
            nav=self.draw.choice(MENUS),
            t=title,
            i=info.format(d=day, s=source, a=author, p=author),
            b=body + attached,
            n=self.draw.choice(NEAR),
            f=self.draw.choice(FOOTS),
        )
        tag = self.draw.choice((title, f"{title}_{COLUMN}_{OFFICE}", OFFICE))
        said |= {
            "kind": kind,
            "title": title,
            "published": f"{self.day:%Y-%m-%d}",
            "source": source if "{s}" in info else None,
            "author": author if "{a}" in info else None,
            "attachments": [urljoin(URL, "/files/1.doc")] if attached else [],
        }
        return Composed(f"<html><head><title>{tag}</title></head><body>{html}</body></html>", said)

    def _written(self) -> str:
        year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(self.day.year))
        day = self.day
        return self.draw.choice(
            (f"{day.year}年{day.month}月{day.day}日", f"{year}年{han(day.month)}月{han(day.day)}日")
        )


COMPOSED: Final[Sequence[Callable[[OrdinaryComposer], Composed]]] = (
    OrdinaryComposer.article,
    OrdinaryComposer.document,
    OrdinaryComposer.listing,
)
