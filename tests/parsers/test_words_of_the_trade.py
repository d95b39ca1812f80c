"""Words of the trades, and the same characters across the border of two other words."""

import pytest

from archiver.chinese.fold import fold
from archiver.parsers.integrity.trades import is_poisoned
from archiver.parsers.integrity.wares import crimes, is_offer
from archiver.parsers.page import parse
from tests.parsers.hijacked import HOME, PROSE


@pytest.mark.parametrize(
    "title",
    [
        "我校建设高水平特色专业通过验收",
        "全市打造千亿体育产业集群",
        "加快建设千亿国际陶瓷产业园",
        "中国扶贫基金年会在我县召开",
        "开云体育公园正式开园",
        "乐鱼体育公园建成开放",
        "Macao casino revenue rises in March",
        "天津永利博物馆开馆",
        "工人妻子的一封家书",
        "工会干部上下分工明确",
        "市三中三年级学生参观展览馆",
        "周一肖书记调研基层工会",
        "莫特码头改造工程竣工",
        "货船驶离开码头",
        "幸福小区一区二区三区消防演练",
        "购置一套现代化设备投入使用",
        "现代考古成果展在我县举行",
        "大户承包养殖富一方",
        "今起请假证明网上办",
        "小偷翻墙入室被群众扭送",
        "10米气枪射击赛我市选手夺冠",
        "宜春药企工会联合会成立",
        "单身职工同城约会相亲活动",
        "澳门威尼斯人酒店招聘会",
        "首届电竞平台开发者大会落幕",
        "河水返水3立方米 高返水位下降",
        "菠菜网室栽培技术培训",
        "Parking slots of the county hall",
        "关于XXX的请示（范文）",
        "数字人民币钱包下载指南",
        "青少年纸飞机比赛举行",
        "新浦京东仓库消防演练",
        "County cracks down, a crack down on smoke",
    ],
)
def test_words_that_others_make_together_are_clean(title: str) -> None:
    assert not is_offer(fold(title))
    text = "".join(f"<p>{line}。</p>" for line in (title, *PROSE.split("。")))
    page = (
        f"<meta charset=utf-8><title>{title}</title><meta name=keywords content='{title}'>"
        f"<h1>{title}</h1>{text}<ul><li><a href=/a/1.html>{title}</a></ul>"
    )
    assert parse(page.encode(), url=HOME).integrity.status == "clean"


@pytest.mark.parametrize(
    "text",
    [
        "精准平特一肖 三中三 特码",
        "一肖一码期期准",
        "二十四小时上下分客服",
        "国产精品一区二区三区在线",
        "千亿体育官网",
        "千亿国际娱乐",
        "金年会体育",
        "人妻 中字",
        "开码结果",
        "返水1.2%",
    ],
)
def test_the_words_of_the_trade_are_found(text: str) -> None:
    assert is_poisoned(fold(text))


@pytest.mark.parametrize(
    "text", ["信用卡套现", "免费翻墙", "代考", "办假证", "约炮", "包养", "slot gacor", "气枪"]
)
def test_what_nobody_may_sell_is_found(text: str) -> None:
    assert crimes(fold(text)) or is_poisoned(fold(text))


@pytest.mark.parametrize("line", ["慢性病防治", "人流、物流、信息流", "细菌性病害"])
def test_quacks_words_within_others_are_no_offer(line: str) -> None:
    assert not is_offer(fold(line), quacks=True)
    assert is_offer("性病 无痛人流", quacks=True)
