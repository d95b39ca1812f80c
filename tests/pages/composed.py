"""Bulletins composed of parts that sites combine freely: shell, 报头, 目录, titles, bylines, 报尾.

The hand-written pages show what exists; these show that each part is read in any company.
"""

import json
import random
from collections.abc import Sequence

PLACES = "青州县 南安区 临河市 平远县 沙湾县 红塔区 大埔县 扶风县 庄浪县 三台县".split()
OFFICES = "总工会 妇联 教育局 民政局 司法局 水利局 文明办 政府办公室 政协办公室 残联 老龄办".split()
SERIES = "工作简报 工会信息 工作动态 情况专报 教育简讯 安全生产快报 决策参考 每日要情".split()
SECTIONS = ("工作动态", "经验交流")
PEOPLE = "张晓明 李建国 王芳 欧阳雪 陈丽华 赵强 吴志勇 郑小凤 周文 龙飞虎".split()
TITLES = (
    "春季植树造林任务提前完成",
    "“送清凉”活动温暖一线职工",
    "县里召开安全生产电视电话会议",
    "小小议事会 解决大难题",
    "全区义务教育招生工作平稳有序",
    "驻村干部帮农户卖出滞销萝卜",
    "法律服务队走进建筑工地",
    "老旧小区加装电梯怎么办？",
    "一张便民卡：办事不再来回跑",
    "环卫工人有了歇脚的地方",
)
TEXTS = (
    "连日来，各单位把这项工作摆上重要日程，主要负责人亲自过问，分管负责人具体抓，形成了上下联动的良好局面。",
    "据统计，参加这次活动的干部群众超过三千人，发放各类资料一万二千余份，现场解答群众提问四百多个。",
    "“以前跑三趟也办不成的事，现在一趟就办好了。”刚从窗口办完手续的居民老田高兴地说。",
    "针对检查中发现的薄弱环节，工作人员逐条列出清单，明确整改时限和责任人，做到整改一个、销号一个。",
    "下一步，将认真总结经验，查找不足，不断完善长效机制，推动各项措施真正落到实处、见到实效。",
)
NUMBERS = (
    "第{n}期",
    "第{han}期",
    "（第{n}期）",
    "第{n:03}期",
    "{y}年第{n}期",
    "{y}年第{han}期",
    "〔{y}〕第{n}期",
    "{y}年度第{n}期",
    "第{n}期（总第{t}期）",
    "第{n}、{m}期合刊",
    "增刊第{n}期",
)
DATES = ("{y}年{mo}月{d}日", "（{y}年{mo}月{d}日）", "{y}年{mo:02}月{d:02}日", "{hy}年{hm}月{hd}日")
EDITORS = ("{}编", "{}编印", "{}主办", "{}　编", "{}", "主办单位：{}")
CONTENTS = ("{}", "★{}", "{}…………3", "2、{}", '<a href="#a">{}</a>')
TITLE_LOOKS = ("<b>{}</b>", "<font size=5>{}</font>", "<strong>{}</strong>", "{}")
BYLINES = (
    "（⟦c|{u}⟧）",
    "（⟦c {u}/{p}|{u} {p}⟧）",
    "来稿：⟦c|{u}⟧",
    "供稿单位：⟦c|{u}⟧",
    "⟦c|{u}⟧　供稿",
    "（⟦c /{p}|{p}⟧）",
    "⟦c {u}/{p}|{u}　{p}⟧",
)
INFOS = ("发布时间：{}", "时间：{} 来源：办公室 点击：33", "作者：佚名　点击数：76　更新时间：{}")
SHELLS = (
    "<h2 align=center>{h}</h2><p align=center>{i}</p>{b}",
    "<table width=760><tr><td>{nav}</td></tr></table><table width=760><tr><td align=center>"
    "<b>{h}</b></td></tr><tr><td align=center>{i}</td></tr><tr><td>{b}</td></tr></table>",
    "<div class=place>当前位置: <a href=/>主页</a> > 简报</div><div class=viewbox><div class=title>"
    "<h2>{h}</h2></div><div class=info>{i}</div><div class=content>{b}</div></div>",
    "<div>{nav}</div><div class=xl_tit>{h}</div><div>{i}</div><div class=TRS_Editor>{b}</div>",
    "{b}<p align=center>[关闭窗口]</p>",
)
NAVIGATION = "<a href=/>首页</a> <a href=/1>机构设置</a> <a href=/2>工作动态</a>"


def han(number: int) -> str:
    """A number below 100 as text has it: 8 八, 12 十二, 30 三十."""
    tens, ones = divmod(number, 10)
    digits = "〇一二三四五六七八九"
    head = ("" if tens == 0 else "十") if tens < 2 else digits[tens] + "十"
    return head + (digits[ones] if ones else "")


class Composer:
    """One bulletin of parts drawn by a seed, as a marked page."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.block = self.draw.choice(("p", "div", "br"))
        self.count = self.draw.randint(1, 4)
        self.titles = self.draw.sample(TITLES, self.count)
        self.place = self.draw.choice(PLACES)
        self.unit = self.place + self.draw.choice(OFFICES)
        self.series = self.draw.choice(("", self.place[:2])) + self.draw.choice(SERIES)
        self.year, self.month = self.draw.randint(2003, 2024), self.draw.randint(1, 12)
        self.day, self.number = self.draw.randint(1, 28), self.draw.randint(1, 60)
        self.form = self.draw.choice(NUMBERS)
        self.name = f"{self.series}{self.year}年第{self.number}期"
        if "合刊" in self.form or "增刊" in self.form:
            self.name = self.series + self._number()

    def page(self) -> str:
        shell = self.draw.choice(SHELLS)
        published = f"{self.year}-{self.month:02}-{self.day:02}"
        info = self.draw.choice(INFOS).format(published)
        body = "".join((*self._head(), *self._contents(), *self._articles(), *self._tail()))
        body = shell.format(h=self.name, i=info, b=body, nav=NAVIGATION)
        fields = {
            "family": "composed",
            "title": self.name,
            "title_accept": [self.series, self.series + self._number()],
            "published": published if "{h}" in shell else None,
            "series": self.series,
            "year": self.year,
            "number": self.number,
            "number_end": self.number + 1 if "合刊" in self.form else None,
            "total_number": self.number + 40 if "总第" in self.form else None,
            "special": next((s for s in ("合刊", "增刊") if s in self.form), None),
            "editor": self.unit,
            "date": published,
        }
        head = "".join(f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in fields.items())
        title = f"{self.name}-{self.place}信息网"
        return f"{head}---\n<html><head><title>{title}</title></head><body>{body}</body></html>"

    def _line(self, text: str, align: str = "") -> str:
        if self.block == "br":
            return "　" * {"": 0, "center": 8, "right": 16}[align] + text + "<br>\n"
        return f"<{self.block}{align and f' align={align}'}>{text}</{self.block}>\n"

    def _number(self) -> str:
        n = self.number
        return self.form.format(n=n, m=n + 1, t=n + 40, y=self.year, han=han(n))

    def _date(self) -> str:
        year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(self.year))
        written = {"hy": year, "hm": han(self.month), "hd": han(self.day)}
        form = self.draw.choice(DATES)
        return form.format(y=self.year, mo=self.month, d=self.day, **written)

    def _head(self) -> Sequence[str]:
        editor, date = self.draw.choice(EDITORS).format(self.unit), self._date()
        series = self._line(f"<font color=red size=6>{self.series}</font>", "center")
        number = self._line(self._number(), "center")
        gap = "　" * self.draw.randint(4, 12)
        rule = self.draw.choice(("<hr>", self._line("—" * 20), ""))
        below = (
            [self._line(editor + gap + date)],
            [self._line(date + gap + editor)],
            [self._line(editor, "center"), self._line(date, "center")],
        )
        return [series, number, *self.draw.choice(below), rule]

    def _contents(self) -> Sequence[str]:
        if self.count == 1 or self.draw.random() < 0.4:
            return []
        shape = self.draw.choice(CONTENTS)
        heading = self.draw.choice(("目　录", "本期目录", "本期要目"))
        entries = [self._line("　　" + shape.format(f"⟦te|{title}⟧")) for title in self.titles]
        if self.draw.random() < 0.4:
            entries[0:0] = [self._line(f"<b>⟦ts|{SECTIONS[0]}⟧</b>")]
            entries[2:2] = [self._line(f"<b>⟦ts|{SECTIONS[1]}⟧</b>")]
        return [self._line(heading, "center"), *entries, self._line("&nbsp;")]

    def _articles(self) -> Sequence[str]:
        look, byline = self.draw.choice(TITLE_LOOKS), self.draw.choice(BYLINES)
        lines = []
        for title in self.titles:
            lines.append(self._line(look.format(f"⟦t|{title}⟧"), "center"))
            texts = self.draw.sample(TEXTS, self.draw.randint(1, 3))
            lines += [self._line(f"　　⟦p|{text}⟧") for text in texts]
            unit = self.draw.choice(("县", "区", self.place)) + self.draw.choice(OFFICES)
            lines.append(self._line(byline.format(u=unit, p=self.draw.choice(PEOPLE)), "right"))
        return lines

    def _tail(self) -> Sequence[str]:
        tails: tuple[tuple[str, ...], ...] = (
            (),
            ("报：⟦r 报|市委、市政府领导⟧", "发：⟦r 发|各乡镇、街道⟧"),
            ("报送：⟦r 报送|上级主管部门⟧", "（共印120份）"),
            ("责任编辑：王小二　　审核：李大山",),
        )
        return [self._line(text) for text in self.draw.choice(tails)]
