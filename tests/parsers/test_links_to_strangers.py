"""Links to strangers in letters or words that nobody here could read or may offer, and others."""

import pytest

from archiver.parsers.page import parse
from tests.parsers.hijacked import HOME, hijacked

HOSTS = ("www.qwrt.com", "best-plus.net", "www.olkmn.ru")
BOXES = (
    '<div style="display:none">{}</div>',
    '<div style="overflow:hidden;height:1px">{}</div>',
    '<textarea style="display:none">{}</textarea>',
    "<script>document.getElementById('k').innerHTML='{}';</script>",
)


def links(words: str) -> str:
    pairs = zip(HOSTS, words.split("|"), strict=False)
    return "".join(f'<a href="http://{host}/">{word}</a> ' for host, word in pairs)


def status(*, head: str = "", below: str = "", text: str = "") -> str:
    page = hijacked(head=head, below=below).decode().replace("<p>", f"{text}<p>", 1)
    return parse(page.encode(), url=HOME).integrity.status


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize(
    "words",
    [
        "купить диплом",
        "ロレックス コピー",
        "바카라사이트",
        "สล็อตเว็บตรง",
        "buy essay online|best writing service",
        "炸金花|牛牛",
        "新开传奇私服",
    ],
)
def test_links_that_nobody_sees_and_nobody_here_could_read_are_planted(
    box: str, words: str
) -> None:
    assert status(below=box.format(links(words))) == "hijacked_chrome"


def test_hidden_links_to_three_nobodies_are_sold() -> None:
    assert status(below=BOXES[0].format(links("抖音涨粉|请符|欧易"))) == "suspect"


@pytest.mark.parametrize("words", ["купить диплом|игровые автоматы", "카지노사이트|토토사이트"])
@pytest.mark.parametrize("place", ["below", "text"])
def test_visible_links_in_letters_of_another_country_are_sold(words: str, place: str) -> None:
    assert status(**{place: f"<div>{links(words)}</div>"}) == "suspect"


def test_pictures_that_lead_to_brands_are_sold() -> None:
    pictures = "".join(
        f'<a href="http://www.{host}/"><img src=/{n}.gif></a>'
        for n, host in enumerate(("hg8868.com", "js9922.cc", "yh5566.net"))
    )
    assert status(below=f"<div style='position:fixed'>{pictures}</div>") == "suspect"
    services = '<a href="http://www.12377.cn/"><img src=/j.gif></a>' * 3
    assert status(below=services) == "clean"


def test_games_that_strangers_offer_are_no_friends_of_a_body() -> None:
    assert status(below=f"<div>热门：{links('欢乐炸金花|抢庄牛牛')}</div>") == "suspect"


@pytest.mark.parametrize(
    ("below", "text"),
    [
        (BOXES[0].format(links("English|Русский язык|한국어")), ""),
        (f"<div>{links('日本語|ภาษาไทย|Tiếng Việt')}</div>", ""),
        (BOXES[0].format('<a href="http://ru.qx.gov.cn/">Новости уезда</a>'), ""),
        (BOXES[0].format('<a href="http://kz.ts.cn/">Қазақша жаңалықтар</a>'), ""),
        (BOXES[0].format(links("Google Chrome|Mozilla Firefox|Opera Browser")), ""),
        (BOXES[0].format(links("清溪热电公司|清溪新闻网|清溪酒业集团")), ""),
        ("", f"<p>조선족 종업원들이 참가하였다. {links('연변방송|길림신문')}</p>"),
        ("", f"<p>参考 {links('International Labour Organization|Trade Union Confederation')}</p>"),
        (BOXES[2].format(links("{title}")), ""),
        (BOXES[0].format(links("Download Firefox|Opera Free Download|Get Safari")), ""),
        (BOXES[0].format(links("火狐浏览器|欧朋浏览器|苹果浏览器")), ""),
        ("", f"<div>{links('彩票|棋牌|电竞')}</div>"),
        (BOXES[3].format(links("天气预报|清溪在线|清溪论坛")), ""),
    ],
)
def test_other_languages_and_friends_are_clean(below: str, text: str) -> None:
    assert status(below=below, text=text) == "clean"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("unescape('%3Cscript src=%22http://q.wz-ads.com/x/v.js%22%3E%3C/script%3E')", "suspect"),
        ("'\\x3cscript src=\\x22http://q.wz-ads.com/x/v.js\\x22\\x3e\\x3c/script\\x3e'", "suspect"),
        ("'<script src=http://kf.qingxisoft.com/kf/view.js></scr'+'ipt>'", "clean"),
        ("unescape('%3Cscript src=%22http://tongji.qxrj.com/a/c.js%22%3E%3C/script%3E')", "clean"),
        ("unescape('%3Cscript src=%22http://qx.v6v4.com.cn/js/b.js%22%3E%3C/script%3E')", "clean"),
        (
            'unescape("%3Cscript src=\'"+h+"google-analytics.com/ga.js\'%3E%3C/script%3E")',
            "clean",
        ),
    ],
)
def test_an_address_that_is_written_in_disguise_is_planted(code: str, expected: str) -> None:
    assert status(head=f"<script>document.write({code});</script>") == expected
