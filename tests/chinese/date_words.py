"""Pieces of dates, strung together as no one writes them."""

import random
from collections.abc import Iterator

WORDS = (
    "年 月 日 号 今 去 明 本 上 下 前 后 旬 季度 半年 初 底 末 至 到 - — 、 ， 。 以来 前夕"
    " 期间 同期 截至 起 将于 春节 元旦 “五一” 农历 正月 廿 三 十 一 二〇〇九 2009 2008年 12 31"
    " 5 6 0 〇 O l × ( ) 日前 近 来 次日 当天 民国 己丑 每 第 期 厂 人 \u200b \u3000 \t ８ ． ."
    " / ’ 星期二 周 两节 闰 世纪 年代 十一五 个 多"
).split(" ")
_NOISE = [chr(c) for c in range(0x20, 0x7F)] + list("的是在了和人工会县职我们")


def random_strings(count: int) -> Iterator[str]:
    """So many, half of them noise, the same at every turn."""
    choose = random.Random(4)
    for _ in range(count):
        yield "".join(choose.choices(choose.choice((WORDS, _NOISE)), k=choose.randint(0, 14)))
