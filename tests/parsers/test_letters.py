"""Letters to an office, and the replies below them."""

from archiver.parsers.page import parse
from archiver.records import Page

LETTER = ["尊敬的领导：", "我在采石场开车，想问问困难职工怎样申请金秋助学，孩子今年考上了大学。"]
REPLY = [
    "您好：困难职工由本人向所在单位工会申请，填写登记表，并提供户口簿和收入证明等材料。",
    "当年考取全日制高校的，每户一次补助三千元至五千元，由县总工会在九月底以前发放到户。",
    "如有疑问，请致电县总工会权益保障部，我们会派人上门办理，感谢您对工会工作的支持。",
]


def page(body: str) -> Page:
    html = f"<html><head><title>来信选登-梅岭县总工会</title></head><body>{body}</body></html>"
    return parse(html.encode(), content_type="text/html; charset=utf-8")


def lines(found: Page) -> list[str]:
    return [p.text for article in found.articles for p in article.paragraphs]


def test_letter_and_reply_in_boxes_of_their_own_are_one_text() -> None:
    found = page(
        "<div class=m><h2>咨询金秋助学</h2><div>写信人：卢女士　写信日期：2023-08-14</div><div>"
        + "".join(f"<p>{line}</p>" for line in LETTER)
        + "</div><div class=r><div>回复</div><p>回复单位：县总工会　回复日期：2023-08-16</p>"
        + "".join(f"<p>{line}</p>" for line in REPLY)
        + "</div></div>"
    )
    assert (found.kind, found.title, found.published) == ("article", "咨询金秋助学", None)
    assert [line for line in lines(found) if len(line) > 4] == LETTER + REPLY


def test_a_table_of_a_letter_is_read_without_its_labels() -> None:
    found = page(
        "<table border=1><tr><th>信件标题</th><td>咨询金秋助学</td></tr>"
        "<tr><th>来信人</th><td>卢**</td></tr><tr><th>来信时间</th><td>2023-08-14</td></tr>"
        f"<tr><th>信件内容</th><td>{LETTER[1]}</td></tr>"
        f"<tr><th>答复内容</th><td>{REPLY[0]}</td></tr></table>"
    )
    assert (found.kind, found.title) == ("article", "咨询金秋助学")
    assert lines(found) == [LETTER[1], REPLY[0]]


def test_a_table_of_an_agenda_keeps_its_cells() -> None:
    found = page(
        "<h1>关于举办读书会的通知</h1><p>各基层工会：</p><table border=1>"
        "<tr><td>时间</td><td>2023年8月14日上午九时，请提前半小时到场</td></tr>"
        "<tr><td>内容</td><td>朗读、交流、赠书，每个基层工会至少有一名职工上台朗读一段</td></tr>"
        "</table><p>梅岭县总工会</p><p>2023年8月1日</p>"
    )
    assert any("内容\t朗读" in line for line in lines(found))


def test_a_letter_that_a_person_signed_is_no_paper_of_an_office() -> None:
    letter = "".join(f"<p>　　{line}</p>" for line in LETTER[1:])
    end = "<p>此致</p><p>敬礼！</p><p align=right>{}</p><p align=right>2008年7月15日</p>"
    for signed, kind in (("棉纺厂职工　林晓梅", "article"), ("梅岭县棉纺厂工会", "document")):
        found = page(f"<h2>雪中送炭暖人心</h2><p>{LETTER[0]}</p>{letter}{end.format(signed)}")
        assert found.kind == kind
