import pytest

from archiver.parsers.document import document_type, is_document_title
from archiver.parsers.page import parse
from archiver.parsers.signature import signature_date

BODY = (
    "<p>各乡镇工会，县直各单位工会：</p><p>　　根据上级要求，决定开展困难职工普查，现通知如下：</p>"
    "<p>　　一、时间：2012年6月1日至6月30日。</p><p>　　二、认真填写，按时上报。</p>"
    '<p>　　附件：1.<a href="/u/fj1.xls">普查表</a></p>'
    '<p>　　　　　2.<a href="/u/fj2.doc">填表说明</a></p>'
    "<p align=right>红枫县总工会</p><p align=right>二〇一二年五月二十八日</p>"
)
TITLE = "关于开展困难职工普查的通知"


def html(body: str, title: str = TITLE) -> bytes:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "head",
    [
        f"<h1>{TITLE}</h1><p>枫工发〔2012〕15号</p>",
        f"<p align=center>枫工发〔2012〕15号</p><h1>{TITLE}</h1><p>发布日期：2012-06-01</p>",
        "<table><tr><td>索引号：</td><td>0799/12</td><td>发布机构：</td><td>红枫县总工会</td></tr>"
        "<tr><td>文　号：</td><td>枫工发〔2012〕15号</td><td>发布日期：</td>"
        "<td>2012-06-01</td></tr>"
        f"</table><h1>{TITLE}</h1>",
    ],
)
def test_formal_parts_are_read_from_text_and_table(head: str) -> None:
    page = parse(html(head + BODY), url="http://gh.example/a.html")
    assert page.kind == "document"
    document = page.document
    assert document is not None
    assert (document.number, document.type) == ("枫工发〔2012〕15号", "通知")
    assert document.issuer == "红枫县总工会"
    assert document.addressees == ("各乡镇工会", "县直各单位工会")
    assert document.signed is not None
    assert (document.signed.text, document.signed.edtf) == ("二〇一二年五月二十八日", "2012-05-28")
    assert [file.url for file in page.attachments] == [
        "http://gh.example/u/fj1.xls",
        "http://gh.example/u/fj2.doc",
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "各乡、镇人民政府，街道办事处，县直各委、办、局：",
            ("各乡、镇人民政府", "街道办事处", "县直各委、办、局"),
        ),
        ("各乡、镇、场工会，县直各基层工会：", ("各乡、镇、场工会", "县直各基层工会")),
        ("各系、部，各处、室，直属单位：", ("各系、部", "各处、室", "直属单位")),
        ("各县（市）、区总工会，市直各部门工会：", ("各县（市）、区总工会", "市直各部门工会")),
        ("各镇、县直各单位，各局、县总工会：", ("各镇", "县直各单位", "各局", "县总工会")),
        ("各镇、街道，各部、委、办：", ("各镇", "街道", "各部、委、办")),
    ],
)
def test_addressees_that_share_a_word_are_one(line: str, names: tuple[str, ...]) -> None:
    page = parse(html(f"<h1>{TITLE}</h1>{BODY}".replace("各乡镇工会，县直各单位工会：", line)))
    assert page.document is not None and page.document.addressees == names


def test_the_office_that_puts_up_a_paper_of_its_body_does_not_issue_it() -> None:
    index = (
        "<table><tr><td>发布机构：</td><td>红枫县总工会办公室</td><td>发布日期：</td>"
        "<td>2012-06-01</td></tr></table>"
    )
    page = parse(html(f"{index}<h1>{TITLE}</h1>{BODY}"))
    assert page.document is not None and page.document.issuer == "红枫县总工会"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("关于印发《考核办法》的通知", "通知"),
        ("红枫县总工会经费管理办法（试行）", "办法"),
        ("红枫县总工会关于表彰先进的决定", "决定"),
        ("县总工会慰问环卫工人", None),
    ],
)
def test_the_type_is_the_last_word_of_the_title(title: str, kind: str | None) -> None:
    assert document_type(title) == kind


def test_news_about_a_document_is_no_document() -> None:
    assert not is_document_title("我县出台困难职工帮扶资金管理办法")
    assert is_document_title("困难职工帮扶资金管理办法")
    assert is_document_title("关于传达学习会议精神的通知")


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("2012年5月28日", "2012-05-28"),
        ("二○一二年十月三十一日", "2012-10-31"),
        ("红枫县总工会　2012年5月28日", "2012-05-28"),
        ("二ＯＯ九年七月二十日", "2009-07-20"),
        ("2012年2月31日", "2012-02?"),
        ("会议于2012年5月28日召开，各单位参加。", None),
    ],
)
def test_a_signature_ends_with_a_full_date(line: str, edtf: str | None) -> None:
    found = signature_date(line)
    assert (found.edtf if found else None) == edtf


def test_a_page_of_files_or_pictures_says_so() -> None:
    files = html(
        "<h1>报表下载</h1><p>发布日期：2012-06-01</p><div><a href=/a.xls>点击下载</a></div>",
        "报表下载",
    )
    pictures = html(
        "<h1>书画选登</h1><p>发布日期：2012-06-01</p><div><img src=1.jpg></div>", "书画选登"
    )
    assert "attachment_only" in parse(files).flags
    assert "image_only" in parse(pictures).flags


@pytest.mark.parametrize(
    "title", ["关于转发《省总工会要点》", "红枫县总工会关于印发《职工书屋管理办法》"]
)
def test_a_title_that_forwards_a_paper_is_a_documents_without_its_last_word(title: str) -> None:
    assert is_document_title(title)
    assert parse(html(f"<h1>{title}</h1>{BODY}", title)).kind == "document"


def test_news_about_a_paper_is_no_document() -> None:
    assert not is_document_title("红枫县总工会解读《职工书屋管理办法》")


@pytest.mark.parametrize(
    "title",
    ["青禾县总工会疗休养实施细则", "机关党委理论学习制度", "政务信息发布办法（试行）"],
)
def test_what_a_document_is_about_may_sound_like_news_right_before_its_type(title: str) -> None:
    assert is_document_title(title)


@pytest.mark.parametrize(
    "title", ["县总工会发布公告", "我县实施职工医疗互助新办法", "县纪委发布通报"]
)
def test_what_somebody_did_with_a_document_is_news(title: str) -> None:
    assert not is_document_title(title)


@pytest.mark.parametrize(
    "sentence",
    [
        "根据县总工会要求，经各基层工会推荐、工会委员会表决，现予公示：",
        "为进一步规范疗休养工作，保障职工权益，制定以下细则：",
    ],
)
def test_a_sentence_that_leads_on_names_nobody_who_is_addressed(sentence: str) -> None:
    page = parse(html(f"<h1>{TITLE}</h1><p>{sentence}</p>{BODY.partition('</p>')[2]}"))
    assert page.document is not None and page.document.addressees == ()


def test_remarks_below_the_signature_stand_for_themselves() -> None:
    below = "<p>红枫县总工会办公室　　　2012年5月28日印发</p><p>（共印80份）</p>"
    texts = [p.text for p in parse(html(f"<h1>{TITLE}</h1>{BODY}{below}")).articles[0].paragraphs]
    assert texts[-2:] == ["红枫县总工会办公室　　　2012年5月28日印发", "（共印80份）"]


def test_who_signs_is_named_in_full_where_the_index_has_the_short_name() -> None:
    index = (
        "<table><tr><td>索引号：</td><td>07/2012</td><td>发布机构：</td><td>{}</td></tr></table>"
    )
    for told, issuer in (
        ("县总", "红枫县总工会"),
        ("县总工会组织部", "红枫县总工会"),
        ("县财政局", "县财政局"),
    ):
        document = parse(html(f"{index.format(told)}<h1>{TITLE}</h1>{BODY}")).document
        assert document is not None and document.issuer == issuer


def test_the_title_names_in_full_who_is_short_in_the_index() -> None:
    title = "红枫县人民政府办公室关于开展普查的通知"
    index = "<table><tr><td>发布机构：</td><td>红枫县政府办公室</td></tr></table>"
    body = BODY.replace("<p align=right>红枫县总工会</p>", "")
    document = parse(html(f"{index}<h1>{title}</h1>{body}", title)).document
    assert document is not None and document.issuer == "红枫县人民政府办公室"


@pytest.mark.parametrize(
    "title",
    [
        "红枫县图书馆公开招聘讲解员公告",
        "红枫县图书馆2012年面向社会公开招聘讲解员的公告",
        "红枫县图书馆招募志愿者启事",
    ],
)
def test_the_title_names_who_looks_for_people(title: str) -> None:
    body = "<p>因工作需要，现招聘讲解员三名，报名时间为6月1日至6月10日，地点在县城书院路12号。</p>"
    document = parse(html(f"<h1>{title}</h1>{body}", title)).document
    assert document is not None and document.issuer == "红枫县图书馆"


def test_a_unit_right_above_the_number_issues_the_paper_and_sent_in_nothing() -> None:
    head = "<p align=center>红枫县总工会</p><p align=center>枫工发〔2012〕15号</p>"
    body = BODY.replace("<p align=right>红枫县总工会</p>", "")
    page = parse(html(f"<h1>{TITLE}</h1><p>发布日期：2012-06-01</p><div>{head}{body}</div>"))
    assert page.document is not None and page.document.issuer == "红枫县总工会"
    assert page.articles[0].contributors == ()


@pytest.mark.parametrize(
    ("title", "between"),
    [
        (TITLE, "<p>附：</p>"),
        (TITLE, "<p>（联系人：王芳）</p><p>附件1</p>"),
        ("转发《普查通知》", ""),
    ],
)
def test_who_signs_a_paper_stands_above_another_that_goes_with_it(title: str, between: str) -> None:
    other = (
        f"{between}<p align=center>关于做好普查的通知</p><p>各市总工会：</p>"
        "<p>　　请认真做好普查。</p>"
        "<p align=right>南岭省总工会</p><p align=right>2012年5月2日</p>"
    )
    title = title if title == TITLE else f"关于{title}的通知"
    document = parse(html(f"<h1>{title}</h1>{BODY}{other}", title)).document
    assert document is not None and document.signed is not None
    assert (document.issuer, document.signed.edtf) == ("红枫县总工会", "2012-05-28")


@pytest.mark.parametrize(
    ("number", "issuer"),
    [("枫工发〔2012〕15号", "红枫县总工会"), ("枫府办发〔2012〕15号", None)],
)
def test_a_rule_that_nobody_signed_is_of_the_site_whose_number_it_has(
    number: str, issuer: str | None
) -> None:
    title = "困难职工帮扶资金管理办法"
    body = (
        f"<div><p align=center>（{number}　2012年5月28日印发）</p>"
        "<p>　　第一条　为规范帮扶资金管理，制定本办法。</p>"
        "<p>　　第二条　本办法自印发之日起施行。</p></div>"
        "<div>版权所有：红枫县总工会　地址：红枫县人民路8号</div>"
    )
    page = parse(html(f"<h1>{title}</h1><p>发布时间：2012-06-01</p>{body}", title))
    assert page.document is not None and page.document.issuer == issuer


@pytest.mark.parametrize(
    "label", ["附件：", "附件1：", "附件一：", "附件1-2：", "附件（1）", "附件2."]
)
def test_the_label_before_a_file_is_no_part_of_its_name(label: str) -> None:
    files = f'<p><a href="/u/fj3.doc">{label}先进名单.doc</a></p>'
    page = parse(html(f"<div><h1>{TITLE}</h1><div>{BODY}{files}</div></div>"))
    assert [file.name for file in page.attachments][-1] == "先进名单.doc"


@pytest.mark.parametrize("mark", ["panel-footer", "card-footer"])
def test_the_foot_of_a_box_is_not_that_of_the_page(mark: str) -> None:
    files = f'<div class="{mark}">下载附件：<a href="/u/fj3.pdf">普查表.pdf</a>（12KB）</div>'
    page = parse(html(f"<div><h1>{TITLE}</h1><div>{BODY}</div>{files}</div>"))
    assert [file.name for file in page.attachments][-1] == "普查表.pdf"


@pytest.mark.parametrize("printed", [TITLE, "关于开展困难职工普查<br>的通知"])
def test_a_title_printed_again_below_the_red_head_is_no_text(printed: str) -> None:
    red = "<p align=center>红枫县总工会文件</p><p align=center>枫工发〔2012〕15号</p>"
    again = f"<p align=center>{printed}</p>"
    page = parse(html(f"<h1>{TITLE}</h1><p>发布日期：2012-06-01</p><div>{red}{again}{BODY}</div>"))
    assert page.kind == "document"
    texts = [p.text for p in page.articles[0].paragraphs]
    assert texts[:3] == ["红枫县总工会文件", "枫工发〔2012〕15号", "各乡镇工会，县直各单位工会："]


def test_who_signs_below_flush_lines_stands_for_itself() -> None:
    lines = (
        "　　为给职工添一份书香，县总工会决定向全县职工征集旧书，现将有关事项公告如下。",
        "　　一、征集的书籍以文学、历史、科普和少儿读物为主，不收教辅材料和期刊杂志。",
        "联系人：公茂强　电话：0539-3251108",
        "红枫县总工会",
        "2018年6月4日",
    )
    page = parse(html("<h1>红枫县总工会公告</h1>" + "".join(f"<p>{line}</p>" for line in lines)))
    assert [p.text for p in page.articles[0].paragraphs][-3:] == list(lines[-3:])


def test_who_issues_a_paper_over_its_title_printed_again_sent_in_nothing() -> None:
    title = "关于马占元等同志职务任免的通知"
    head = f"<p align=center>红枫县人民政府</p><p align=center>{title}</p>"
    body = f"<div>{head}<p align=center>枫政任〔2016〕3号</p>{BODY}</div>"
    page = parse(html(f"<h1>{title}</h1><p>发布日期：2016-04-12</p>{body}", title))
    assert page.articles[0].contributors == ()


def test_who_is_addressed_may_stand_on_a_line_each() -> None:
    lines = "<p>县农业机械管理总站：</p><p>县交通运输局：</p>"
    text = "<p>我县定于5月上旬举办职工驾驶比赛，需占用贵单位管理的停放场四天。</p>"
    page = parse(html(f"<h1>关于借用停放场举办比赛的函</h1>{lines}{text}"))
    assert page.document is not None
    assert page.document.addressees == ("县农业机械管理总站", "县交通运输局")
