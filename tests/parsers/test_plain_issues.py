"""Whole pages of issues in weak markup: the content system's lines, plain lines, the 报尾."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page

TEXT = "7月2日，渔政站把修好的网具送到码头。老船长说，赶得上开海，一家人的心都放下了，船也上了漆。"
MORE = "灯塔下的书屋每晚开到九点，等潮的船员在这里看报、下棋，借走的书比去年同期多了一倍还多。"


def page(*lines: str, head: str = "", name: str = "望潮工会信息（第6期）") -> Page:
    """``lines`` flush left, those of running text indented; ``head`` is what stands over them."""
    shown = (f"<p>{'　　' if '。' in line else ''}{line or '<br>'}</p>" for line in lines)
    html = f"<title>{name}</title><body>{head}<div>{''.join(shown)}</div></body>"
    return parse(html.encode(), content_type="text/html; charset=utf-8")


def read(found: Page) -> list[tuple[str | None, list[str]]]:
    return [(a.title, [c.text for c in a.contributors]) for a in found.articles]


HEAD = "<div>望潮工会信息（第6期）</div>"
OFFICE = "望潮县总工会　　2014年7月8日"


@pytest.mark.parametrize("stamp", ["2014-07-09 15:20:31 | 浏览 77 次", "2014-07-09　信息员：HY02"])
def test_below_the_day_of_the_content_system_office_and_written_day_are_the_issues(
    stamp: str,
) -> None:
    found = page(OFFICE, "", "网具送到码头", TEXT, head=f"{HEAD}<div>{stamp}</div>")
    assert found.published is not None
    assert found.published.edtf == "2014-07-09"
    assert found.issue is not None
    assert found.issue.editor == "望潮县总工会"
    assert found.issue.date is not None
    assert found.issue.date.edtf == "2014-07-08"


@pytest.mark.parametrize(
    "line", ["编辑　柳平川　　校对　石磊", "责任编辑 柳平川 石磊 审核 段续", "县总工会信息中心制作"]
)
def test_who_made_the_issue_may_stand_below_the_recipients(line: str) -> None:
    found = page(
        OFFICE, "", "网具送到码头", TEXT, "报：市总工会", "下发：各镇工会", line, head=HEAD
    )
    assert found.issue is not None
    assert [(r.label, r.text) for r in found.issue.recipients] == [
        ("报", "市总工会"),
        ("下发", "各镇工会"),
    ]
    assert [len(a.paragraphs) for a in found.articles] == [1]


def test_labels_and_persons_by_turns_are_credits() -> None:
    found = page(OFFICE, "", "网具送到码头", TEXT, "编辑　柳平川　　校对　石磊", head=HEAD)
    assert found.issue is not None
    assert found.issue.credits == {"编辑": ("柳平川",), "校对": ("石磊",)}


@pytest.mark.parametrize("line", ["更新：2014-07-09", "2014-07-09 上传"])
def test_a_day_with_what_was_done_on_it_below_the_recipients_is_the_pages(line: str) -> None:
    found = page(OFFICE, "", "网具送到码头", TEXT, "报：市总工会", "发：各镇工会", line, head=HEAD)
    assert found.published is not None
    assert found.published.edtf == "2014-07-09"
    assert found.issue is not None
    assert [r.text for r in found.issue.recipients] == ["市总工会", "各镇工会"]


def test_a_name_spaced_out_letter_by_letter_is_one_word() -> None:
    head = "<p align=center>渔 工 简 报</p><p align=center>第6期</p><p>望潮县总工会编　2014.7.8</p>"
    found = page("网具送到码头", TEXT, head=head, name="渔 工 简 报")
    assert found.title == "渔工简报"


def test_counted_entries_with_names_behind_a_stroke_are_titles_and_senders() -> None:
    found = page(
        "望潮县总工会编　　2014年7月8日",
        "",
        "本期内容",
        "１．网具送到码头 / 望潮镇总工会",
        "２．灯塔下开书屋 / 渔港中心校 于清波",
        "",
        "１．网具送到码头",
        TEXT,
        "望潮镇总工会",
        "",
        "２．灯塔下开书屋",
        MORE,
        "渔港中心校　于清波",
        head=HEAD,
    )
    assert read(found) == [
        ("网具送到码头", ["望潮镇总工会"]),
        ("灯塔下开书屋", ["渔港中心校 于清波"]),
    ]
    assert found.issue is not None
    assert [(e.title, e.contributor) for e in found.issue.toc] == [
        ("网具送到码头", "望潮镇总工会"),
        ("灯塔下开书屋", "渔港中心校 于清波"),
    ]


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("（调研人：望潮镇总工会　柳平川）", ["望潮镇总工会 柳平川"]),
        ("（调研组：柳平川、石磊　执笔：石磊）", ["柳平川", "石磊"]),
        ("（渔业公司工会权益保障部、船员服务热线）", ["渔业公司工会权益保障部", "船员服务热线"]),
        ("（渔业公司团总支）", ["渔业公司团总支"]),
    ],
)
def test_names_in_parentheses_end_an_article(end: str, names: list[str]) -> None:
    found = page(OFFICE, "", "网具送到码头", TEXT, end, "", "灯塔下开书屋", MORE, head=HEAD)
    assert read(found) == [("网具送到码头", names), ("灯塔下开书屋", [])]


def test_words_in_parentheses_behind_a_sentence_leave_it_ended() -> None:
    ends = ("（望潮镇总工会）", "（码头小喇叭广播）", "")
    titles = ("网具送到码头", "灯塔下的书屋", "三名船员的夜校梦")
    lines = [line for t, end in zip(titles, ends, strict=True) for line in (t, f"{TEXT}{end}")]
    assert [a.title for a in page(OFFICE, *lines, head=HEAD).articles] == list(titles)


def test_most_items_end_with_names_and_so_does_the_one_with_a_word_no_table_knows() -> None:
    items = [f"△ {TEXT}（望潮镇总工会）", f"△ {MORE}（渔港派出所）", f"△ {TEXT}（看守所）"]
    assert read(page(OFFICE, *items, head=HEAD)) == [
        (None, ["望潮镇总工会"]),
        (None, ["渔港派出所"]),
        (None, ["看守所"]),
    ]


@pytest.mark.parametrize("day", ["2014年7月5日", "2014年7月5日于渔港码头"])
@pytest.mark.parametrize("signer", ["县渔业工会", "爱你的妈妈"])
def test_a_day_below_who_signs_ends_a_letter(signer: str, day: str) -> None:
    found = page(
        OFFICE,
        "",
        "网具送到码头",
        f"{TEXT}（望潮镇总工会）",
        "",
        "写给船员的一封信",
        "各位船员：",
        "愿你们平安归来！",
        signer,
        day,
        "",
        "灯塔下：潮声里的读书人",
        f"{MORE}（县渔业工会）",
        head=HEAD,
    )
    assert [a.title for a in found.articles] == [
        "网具送到码头",
        "写给船员的一封信",
        "灯塔下：潮声里的读书人",
    ]
    assert [p.text for p in found.articles[1].paragraphs][-2:] == [signer, day]


VERSE = ("潮来灯影入船窗", "网上星星数不光", "一夜北风吹帆满", "归来鱼虾满仓香")


@pytest.mark.parametrize(
    "poet", ["县渔政站退休干部 柳平川", "驻海角村第一书记　陇平川", "检修一班　段续"]
)
@pytest.mark.parametrize("count", [(), ("一",)])
def test_a_line_over_the_poets_name_and_verse_is_a_title_though_all_look_alike(
    poet: str, count: tuple[str, ...]
) -> None:
    body = (
        "网具送到码头",
        "",
        f"{TEXT}（望潮镇总工会）",
        "",
        "七绝·夜渔",
        poet,
        "",
        *count,
        *VERSE,
    )
    found = page(OFFICE, "", *body, head=HEAD)
    assert [a.title for a in found.articles] == ["网具送到码头", "七绝·夜渔"]
    assert [c.person for c in found.articles[1].contributors] == [poet.split()[-1]]
    assert [p.text for p in found.articles[1].paragraphs] == [*count, *VERSE]


def set_in(columns: int, text: str) -> str:
    return "　" * columns + text


def typed(*lines: str) -> Page:
    """``lines`` as typed into an editor that knows only blanks and <br>."""
    head = "　　望潮工会信息（第6期）　望潮县总工会编　2014年7月8日<br><br>"
    html = f"<title>望潮工会信息（第6期）</title><body>{head}{'<br>'.join(lines)}</body>"
    return parse(html.encode(), content_type="text/html; charset=utf-8")


def test_lines_set_in_less_than_the_titles_head_parts() -> None:
    subheads = ("浪在哪里，船就在哪里", "一条没有寄出的短信")
    found = typed(
        set_in(10, "风浪里的七昼夜"),
        "",
        f"　　{TEXT}",
        "",
        set_in(4, subheads[0]),
        "",
        f"　　{MORE}",
        "",
        set_in(4, subheads[1]),
        "",
        f"　　{TEXT}",
        "",
        set_in(20, "文/柳平川"),
        "",
        set_in(10, "灯塔下的书屋"),
        "",
        f"　　{MORE}",
    )
    assert [a.title for a in found.articles] == ["风浪里的七昼夜", "灯塔下的书屋"]
    headed = [p.text for p in found.articles[0].paragraphs if p.kind == "heading1"]
    assert headed == list(subheads)


def test_a_name_set_in_under_a_title_set_in_ends_nothing() -> None:
    found = typed(
        set_in(10, "网具送到码头"),
        "",
        f"　　{TEXT}",
        "",
        set_in(20, "（望潮镇总工会）"),
        "",
        set_in(10, "登塔"),
        set_in(12, "灯塔二班　段续"),
        "",
        *(set_in(8, line) for line in VERSE),
    )
    assert [a.title for a in found.articles] == ["网具送到码头", "登塔"]
    assert [p.text for p in found.articles[1].paragraphs] == list(VERSE)


def test_headings_of_a_report_are_no_titles_though_they_look_like_them() -> None:
    found = page(
        OFFICE,
        "",
        "关于海水养殖病害的调查",
        "",
        TEXT,
        "",
        "基本情况",
        "",
        MORE,
        "",
        "存在的主要问题",
        "",
        TEXT,
        "",
        "几点建议",
        "",
        MORE,
        "",
        "（县渔业站）",
        head=HEAD,
    )
    assert [a.title for a in found.articles] == ["关于海水养殖病害的调查"]
    assert [p.text for p in found.articles[0].paragraphs if p.kind == "heading1"] == [
        "基本情况",
        "存在的主要问题",
        "几点建议",
    ]


def test_the_unit_of_an_author_is_told_from_what_the_author_is_there() -> None:
    found = page(
        OFFICE, "", "灯塔下的来信", TEXT, "（作者系县人民医院援潮护士　柳平川）", head=HEAD
    )
    assert [(c.unit, c.person) for c in found.articles[0].contributors] == [
        ("县人民医院", "柳平川")
    ]


def test_who_the_contents_name_is_a_name_at_the_end_whatever_stands_above_it() -> None:
    found = page(
        "望潮县总工会编　　2014年7月8日",
        "",
        "本期内容",
        "网具送到码头 / 望潮镇总工会",
        "灯塔下开书屋 / 渔港中心校 于清波",
        "",
        "网具送到码头",
        TEXT,
        "望潮镇总工会",
        "",
        "灯塔下开书屋",
        MORE,
        "有人来调他走，他只摇头：“我走了，灯谁点？”",
        "渔港中心校　于清波",
        head=HEAD,
    )
    assert [len(a.paragraphs) for a in found.articles] == [1, 2]


def test_two_labels_by_turns_with_words_name_persons_of_any_surname() -> None:
    found = page(OFFICE, "", "网具送到码头", TEXT, "责任编辑　柳平川　　校对　栾大江", head=HEAD)
    assert found.issue is not None
    assert found.issue.credits == {"责任编辑": ("柳平川",), "校对": ("栾大江",)}


def test_fields_of_a_head_made_a_sentence_in_parentheses_are_read() -> None:
    said = "（本期简报为2014年第6期，由望潮县总工会编辑，2014年7月8日印发）"
    found = page(said, "", "网具送到码头", TEXT, head=HEAD)
    assert found.issue is not None
    assert (found.issue.year, found.issue.editor) == (2014, "望潮县总工会")
    assert found.issue.date is not None
    assert found.issue.date.edtf == "2014-07-08"
    assert [a.title for a in found.articles] == ["网具送到码头"]
