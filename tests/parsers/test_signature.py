"""Who signs a document and when, in the forms in which sites print it."""

import pytest

from archiver.parsers.page import parse

BODY = (
    "<p>各乡镇工会、各直属基层工会：</p>"
    "<p>　　为做好今年的送温暖工作，经研究，现将有关事项通知如下：</p>"
    "<p>　　一、各单位要在十二月底以前摸清困难职工的底数，逐户登记造册。</p>"
    "<p>　　二、走访慰问要突出重点，慰问金一律通过银行卡发放。</p>"
)
TITLE = "关于做好送温暖工作的通知"


def page(signature: str, *, above: str = "", below: str = "") -> bytes:
    """A notice with ``signature`` below its text."""
    return (
        f"<html><head><meta charset=utf-8><title>{TITLE}</title></head><body>{above}"
        f"<h1>{TITLE}</h1><div>发布时间：2015-12-05</div><div>{BODY}{signature}{below}</div>"
        "<div class=footer>版权所有：青禾县信息中心</div></body></html>"
    ).encode()


@pytest.mark.parametrize(
    ("signature", "issuer"),
    [
        ("<p align=right>青禾县总工会（印章）</p><p align=right>2015年12月3日</p>", "青禾县总工会"),
        ("<p align=right>青禾县总工会（盖章）</p><p align=right>2015年12月3日</p>", "青禾县总工会"),
        ("<p align=right>青禾县总工会(公章)　2015年12月3日</p>", "青禾县总工会"),
        ("<p align=right>（青禾县总工会代章）</p><p align=right>2015年12月3日</p>", "青禾县总工会"),
        ("<p align=right>青禾县总工会（代章）</p><p align=right>2015年12月3日</p>", "青禾县总工会"),
        (
            "<p align=right>青 禾 县 总 工 会</p><p align=right>二○一五年十二月三日</p>",
            "青禾县总工会",
        ),
        ("<p align=right>青禾县工人文化宫</p><p align=right>2015.12.3</p>", "青禾县工人文化宫"),
        ("<p align=right>青禾县总工会 2015.12.03</p>", "青禾县总工会"),
        (
            "<p align=right>青禾县总工会</p><p align=right>青禾县民政局（章）</p>"
            "<p align=right>青禾县妇女联合会</p><p align=right>青禾县科学技术协会</p>"
            "<p align=right>2015年12月3日</p>",
            "青禾县总工会、青禾县民政局、青禾县妇女联合会、青禾县科学技术协会",
        ),
        (
            "<p align=right>青禾县司法局　　青禾县总工会</p><p align=right>2015年12月3日</p>",
            "青禾县司法局、青禾县总工会",
        ),
        (
            "<p align=right>民 政 部</p><p align=right>财政部</p><p align=right>2015年12月3日</p>",
            "民政部、财政部",
        ),
        (
            "<p align=right>青禾县帮扶解困工作领导小组</p><p align=right>办公室</p>"
            "<p align=right>2015年12月3日</p>",
            "青禾县帮扶解困工作领导小组办公室",
        ),
    ],
)
def test_the_units_above_the_date_issue_the_document(signature: str, issuer: str) -> None:
    document = parse(page(signature)).document
    assert document is not None and document.signed is not None
    assert (document.issuer, document.signed.edtf) == (issuer, "2015-12-03")


def test_annexes_may_follow_the_signature() -> None:
    annex = "<p>附件</p><p align=center>困难职工登记表填写说明</p>" + "".join(
        f"<p>　　{n}.第{n}栏按户口簿填写，没有的填“无”，不得留空。</p>" for n in range(1, 12)
    )
    signature = "<p align=right>青禾县总工会</p><p align=right>2015年12月3日</p>"
    document = parse(page(signature, below=annex)).document
    assert document is not None and document.signed is not None
    assert (document.issuer, document.signed.edtf) == ("青禾县总工会", "2015-12-03")


def test_a_red_head_names_the_issuer_of_an_unsigned_document() -> None:
    head = "<p align=center>青禾县总工会文件</p><p align=center>青工发〔2015〕31号</p>"
    document = parse(page("", above=head)).document
    assert document is not None
    assert (document.number, document.issuer) == ("青工发〔2015〕31号", "青禾县总工会")


@pytest.mark.parametrize("number", ["青工办[2015]7号", "青工办【2015】7号", "青工办〔2015〕7号"])
def test_a_label_may_give_the_number(number: str) -> None:
    document = parse(page("", above=f"<p>文号：{number}　发文日期：2015-12-03</p>")).document
    assert document is not None and document.number == number


@pytest.mark.parametrize(
    ("remark", "issuer"),
    [
        ("(2015年12月3日　青禾县政协办公室)", "青禾县政协办公室"),
        ("（2015年12月3日青禾县人大常委会第二次会议通过）", None),
        ("（2015年12月3日）", None),
    ],
)
def test_the_day_in_parentheses_under_the_title_is_that_of_the_paper(
    remark: str, issuer: str | None
) -> None:
    head = f"<p align=center>{remark}</p>"
    html = page("").decode().replace("<div>发布时间：2015-12-05</div>", head)
    found = parse(html.encode())
    assert found.document is not None and found.document.signed is not None
    assert found.document.signed.edtf == "2015-12-03"
    assert found.document.issuer == issuer


def test_the_day_at_the_right_ends_what_a_paper_is_sent_with() -> None:
    title = "关于印发《送温暖工作办法》的通知"
    html = (
        f"<title>{title}</title><h1>{title}</h1><div><p>各乡镇工会：</p>"
        "<p>　　《送温暖工作办法》已经研究通过，现印发给你们，请认真贯彻执行。</p>"
        "<p align=right>二〇一五年十二月三日</p><p align=center>送温暖工作办法</p>"
        + "".join(f"<p>　　第{n}条　走访慰问要突出重点，慰问金发放到户。</p>" for n in "一二三四五")
        + "<p>　　第六条　本办法自2016年1月1日起施行。</p></div>"
    )
    document = parse(f"<html><body>{html}</body></html>".encode()).document
    assert document is not None and document.signed is not None
    assert document.signed.edtf == "2015-12-03"
