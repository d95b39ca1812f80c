"""Texts that were altered, and those that only look so: lessons, warnings, travels, young posts."""

import pytest

from archiver.parsers.page import parse
from tests.parsers.hijacked import ARTICLE, HOME, hijacked

HEADLINE = "缝纫夜校开课"
ROWS = "".join(
    f"<tr><td>{n}</td><td>{name}</td><td>{kind}</td></tr>"
    for n, (name, kind) in enumerate(
        (("亚博体育", "博彩"), ("澳门金沙", "投注"), ("皇冠体育", "返水")), 1
    )
)


def status(*lines: str, headline: str = HEADLINE, more: str = "", url: str = HOME) -> str:
    """Of a page with such a text, or such lines in an intact one where it has no headline."""
    text = "".join(f"<p>{line}</p>" for line in lines) + more
    page = hijacked(title=headline).decode().replace(HEADLINE, headline)
    page = page.replace(ARTICLE, text + (ARTICLE if headline == HEADLINE else ""))
    return parse(page.encode(), url=url).integrity.status


def test_traditional_characters_explained_by_sound_are_converted_text() -> None:
    assert status("縣總工會(huì)召開(kāi)會議,擴(kuò)大夜校,職工歡迎。") == "hijacked_content"


@pytest.mark.parametrize(
    "lesson",
    [
        "读准字音:两(liǎng)、哪(nǎ)、宽(kuān)、顶(dǐng)、睛(jīng)、肚(dù)、孩(hái)、跳(tiào)。",
        "多音字:重(zhòng)要、重(chóng)复;行(háng)业、行(xíng)走;目的(dì)、长(cháng)短。",
        "今天认识繁体字:國(guó)、學(xué)、愛(ài)、龍(lóng),请同学们各写五遍,注意笔顺。",
    ],
)
def test_characters_explained_by_sound_in_a_lesson_are_its_own(lesson: str) -> None:
    assert status(lesson) == "clean"


@pytest.mark.parametrize(
    "text",
    [
        "夜校教裁剪、✿★✿ღ锁边,★ღ✿由老裁缝任教,ღ✿学费全免。",
        "夜校教裁剪✿★✿ღ、锁边★ღ✿,由老裁缝任教ღ✿,学费全免。",
    ],
)
def test_ornaments_beside_commas_are_put_between_words_too(text: str) -> None:
    assert status(text) == "hijacked_content"


def test_emojis_are_a_sign_beside_another_alone() -> None:
    post = "高温天气送清凉👏大家快来看👇现场🍉西瓜🍉绿豆汤💪工友们,点击👉报名👈表。"
    assert status(post) == "clean"
    other = "⚽️🔥高温天气送清㊙️凉,工友们⚡️快来,现场㊙️有西瓜⚽️绿豆汤。"
    for text in (post, other):
        branded = hijacked(title=f"新葡京-{HEADLINE}").decode()
        branded = branded.replace("<p>", f"<p>{text}</p><p>", 1)
        assert parse(branded.encode(), url=HOME).integrity.status == "hijacked_content"
    assert status(other) == "clean"


@pytest.mark.parametrize("url", [HOME, "http://www.qxgonghui.com/show.asp?id=7"])
@pytest.mark.parametrize(
    ("headline", "lines", "more"),
    [
        (
            "【反诈预警】这些APP请立即卸载",
            ["近期有群众被骗,现将APP名单公布如下:"],
            f"<table>{ROWS}</table>",
        ),
        (
            "这些软件千万别装",
            ["反诈中心提示,下列软件均涉诈:"],
            "<ul><li>亚博体育<li>新葡京<li>百家乐</ul>",
        ),
        (
            "网络赌博平台黑名单",
            ["涉赌平台名单如下,充值的钱拿不回来。"],
            "<p>1、皇冠体育<br>2、永利皇宫",
        ),
        (
            "一图读懂网赌的套路",
            ["老虎机、百家乐,局局是坑!", "皇冠体育、澳门葡京,都是幌子!", "十赌九输!"],
            "",
        ),
        (
            "职工反诈知识竞赛试题",
            ["1.下列哪个是境外赌博网站?", "A.国家反诈中心", "B.开云体育", "C.新葡京"],
            "",
        ),
        (
            "一名职工的自述",
            [
                "我在“亚博体育”下注,客服送彩金、返水,我越陷越深,又在“太阳城集团”充值、投注,输光了积蓄。",
                "沉迷其中不能自拔。",
            ],
            "",
        ),
        (
            "收到这类短信请别点",
            ["“亚博体育送彩金88元,注册即送,官网www.yb8868.com”,请直接删除,这是引流短信。"],
            "<p>可向12321举报。",
        ),
        (
            "刘某某开设赌场罪一审刑事判决书",
            [
                "被告人刘某某代理“皇冠体育”网站，接受他人投注，非法获利30万元。",
                "判处有期徒刑三年。",
            ],
            "",
        ),
        ("网警提示：bet365、百家乐等均为网络赌博", ["上述网站的服务器均在境外。"], ""),
    ],
)
def test_a_warning_may_name_what_it_warns_of(
    headline: str, lines: list[str], more: str, url: str
) -> None:
    assert status(*lines, headline=headline, more=more, url=url) == "clean"


@pytest.mark.parametrize(
    "text",
    [
        "访问团参观了澳门银河、永利等企业的职工俱乐部。",
        "第三天:大三巴、威尼斯人、葡京娱乐场外景、永利皇宫观光缆车。",
    ],
)
def test_the_houses_of_macau_may_be_visited(text: str) -> None:
    assert status(text) == "clean"


def test_a_brand_in_the_place_of_a_body_is_found_beside_one_word_of_a_warning() -> None:
    lines = ["亚博体育主席到会讲话。", "亚博体育向学员赠书。", "课上还讲了如何识别诈骗。"]
    assert status(*lines) == "hijacked_content"


def branded(brand: str, text: str = ARTICLE, title: str = "{}(中国)官方网站") -> str:
    """The status of a page whose body's name was replaced by ``brand`` all over."""
    page = hijacked(title=title.format(brand)).decode().replace(ARTICLE, text)
    page = page.replace("<h1>", f"<h1>{brand}")
    for name in ("清溪县总工会", "县总工会", "工会", "清溪县"):
        page = page.replace(name, brand)
    return parse(page.encode(), url="http://www.qxgonghui.com/show.asp?id=7").integrity.status


def test_a_bodys_story_with_a_brand_for_its_name_is_altered_and_no_spam() -> None:
    story = (
        "<p>4月2日晚，工会党委组织全体党员参观纪念馆，在馆前重温入党誓词。</p>"
        "<p>工会书记为干部上党课，要求大家联系群众，把职工的事办好，把夜校办下去。</p>"
        "<p>干部们表示，作为工会的一员，要为工会事业贡献力量，让职工学有所得。</p>"
    )
    assert branded("米乐M6", story) == "hijacked_content"
    assert branded("beat365唯一官网", story) == "hijacked_content"
    sold = "<p>工会官网提供真人、棋牌、电竞，注册送彩金。</p><p>工会app下载，会员返水。</p>"
    assert branded("米乐M6", sold) == "spam"


def test_a_name_of_a_rewritten_title_in_the_text_is_altered_content() -> None:
    def told(*lines: str, title: str = "云岭娱乐(中国)官方网站") -> str:
        page = hijacked(title=title).decode()
        page = page.replace("<p>", "".join(f"<p>{line}</p>" for line in lines) + "<p>", 1)
        return parse(page.encode(), url=HOME).integrity.status

    assert told("云岭娱乐送来口罩。", "云岭娱乐办公室供稿。") == "hijacked_content"
    assert told("云岭娱乐app下载安装最新版,注册会员即可体验。") == "hijacked_content"
    assert told("云岭娱乐今日开业。") == "hijacked_chrome"
    assert branded("云岭娱乐") == "hijacked_content"
    column = "云岭棋牌(中国)官方网站-阳光体育"
    assert told("阳光体育运动开始了。", "学生喜欢阳光体育活动。", title=column) == "hijacked_chrome"


def test_a_hijacked_page_of_a_body_in_english_is_no_spam() -> None:
    page = (
        "<title>Bet365 Casino | Qingxi County People's Government</title><h1>Tea Festival</h1>"
        "<p>The spring tea festival of the county opened on Saturday at the tea garden.</p>"
        "<div>Sponsored by Qingxi County People's Government</div>"
    )
    assert parse(page.encode(), url=HOME).integrity.status == "hijacked_chrome"


FORM = "<form><p>姓名：<input></p><p>银行卡号：<input></p><p>{}：<input></p></form>"


def test_no_body_asks_for_what_opens_an_account() -> None:
    headline = "劳动补贴申领"
    assert status("请认证。", headline=headline, more=FORM.format("取款密码")) != "clean"
    assert status("请认证。", headline=headline, more=FORM.format("联系电话")) == "clean"
    warning = "骗子要求填写银行卡号、取款密码:这是诈骗。"
    assert status(warning, headline="这样的网页别填") == "clean"


@pytest.mark.parametrize("name", ["欧意交易所", "电报中文版", "imtoken"])
def test_an_article_for_money_and_letters_that_no_state_sees_is_planted(name: str) -> None:
    lines = [f"{name}是全球用户的选择。", f"点击下载{name}官方版本。", "注册即可使用。"]
    assert status(*lines, headline=f"{name}app下载") == "hijacked_content"


@pytest.mark.parametrize(
    ("headline", "lines"),
    [
        ("Cheap NFL Jerseys From China", ["Cheap NFL jerseys are sent.", "Jerseys from China."]),
        ("征信黑了必下款的口子", ["不看征信的网贷秒批。", "必下款的口子,当天到账。"]),
    ],
)
def test_wares_sold_on_a_page_of_a_bodys_site_are_planted(headline: str, lines: list[str]) -> None:
    assert status(*lines, headline=headline) == "hijacked_content"
    assert status("征信报告可在银行查询。", headline="个人征信报告查询指南") == "clean"


def test_programs_broken_open_are_no_text_of_a_body() -> None:
    headline = "Photo Suite 2019 Crack + Serial Key Free Download"
    lines = ["The crack is tested.", "Run the keygen and enjoy the full version."]
    assert status(*lines, headline=headline) == "hijacked_content"
    news = "职工电脑请勿安装注册机、keygen等来路不明的软件。"
    assert status(news, headline="使用破解软件被判赔偿") == "clean"
