"""Links that print no text, or only what to do: icons of files, covers of cards, 下载."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page

FILES = (
    ("工会法人资格登记申请表", "2014-09-25"),
    ("困难职工档案表（2014版）", "2014-08-19"),
    ("职工之家考核资料模板", "2014-06-30"),
)
HEADS = "<tr><th>序号</th><th>文件名称</th><th>格式</th><th>更新日期</th><th>下载</th></tr>"
ROW = "<tr><td>{k}</td><td>{title}</td><td>DOC</td><td>{day}</td><td>{link}</td></tr>"


def page(body: str, title: str = "资料下载_红枫县总工会") -> Page:
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return parse(html.encode(), url="http://gh.example/x/", content_type="text/html; charset=utf-8")


def listed(found: Page) -> list[tuple[str, str | None]]:
    assert found.kind == "listing"
    links = [link for link in found.links if link.block == "listing"]
    assert len({link.url for link in links}) == len(links)
    return [(link.title, link.date.edtf if link.date else None) for link in links]


def made(form: str, **more: str) -> str:
    return "".join(
        form.format(
            k=k, title=title, day=day, **{n: t.format(k=k, title=title) for n, t in more.items()}
        )
        for k, (title, day) in enumerate(FILES)
    )


@pytest.mark.parametrize(
    "link",
    (
        '<a href="/u/{k}.doc" title="{title}"><img src=/dl.gif alt="下载"></a>',
        '<a href="/u/{k}.doc" aria-label="{title}"></a>',
        '<a href="/u/{k}.doc">下载</a>',
        '<a href="/u/{k}.htm">[查看]</a>',
    ),
)
def test_the_link_of_a_row_is_called_by_the_name_that_the_row_prints(link: str) -> None:
    found = page(f"<h3>资料下载</h3><table>{HEADS}{made(ROW, link=link)}</table>")
    assert listed(found) == list(FILES)


CARD = '<div class=card><a class=cover href="/a/{k}.html"{name}></a><i>成果</i><h3>{title}</h3>'


@pytest.mark.parametrize("name", ("", ' title="{title}"', ' aria-label="{title}"'))
def test_a_cover_stretched_over_a_card_is_the_link_of_its_heading(name: str) -> None:
    cards = made(CARD + "<p><time>{day}</time><span>61 次阅读</span></p></div>", name=name)
    found = page(f"<h1>创新在一线</h1><div>{cards}</div>", "创新在一线 - 红枫县总工会")
    assert listed(found) == list(FILES)
    assert found.title == "创新在一线"


def test_an_empty_link_before_one_headline_is_not_its_link() -> None:
    text = "<p>县总工会走访困难职工三百户，送去慰问金。</p><p>大家都说工会是职工的娘家。</p>"
    head = '<div><a class=back href="/list/"></a><h2>走访困难职工</h2></div>'
    found = page(f"{head}<div>{text}</div>", "走访困难职工 - 红枫县总工会")
    assert (found.kind, found.title) == ("article", "走访困难职工")
