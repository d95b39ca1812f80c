"""Three ways in which pages of the time write the same lines as HTML.

``br`` is text typed into an editor that kept every blank as NBSP and every line end as ``<br>``;
``p`` uses paragraphs that are never closed; ``word`` is pasted from a word processor.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from typing import Literal

Role = Literal["center", "right", "line", "title", "subtitle", "toc", "body", "bold", "table"]


@dataclass(frozen=True, slots=True)
class Printed:
    """One line of a page and its role; ``href`` makes its text, not its label, a link.

    ``gap`` is the number of empty lines before it.
    """

    text: str
    role: Role = "body"
    href: str | None = None
    gap: int = 0
    label: str = ""


def as_br(lines: Iterable[Printed]) -> str:
    """Blanks as NBSP, lines ended by ``<br>``."""
    indent = {"body": 2, "bold": 2, "center": 9, "title": 7, "subtitle": 11, "toc": 6, "right": 30}
    html = []
    for line in lines:
        html.extend(["&nbsp;<br>"] * line.gap)
        if line.role == "table":
            html.append(_table(line.text))
            continue
        if line.role in ("body", "bold"):
            blanks = "　　"
        else:
            blanks = _nbsp(indent.get(line.role, 0))
        html.append(f"{blanks}{_linked(line)}<br>")
    return "\n".join(html)


def as_p(lines: Iterable[Printed]) -> str:
    """One unclosed ``<p>`` a line."""
    html = []
    for line in lines:
        html.extend(["<p>&nbsp;"] * line.gap)
        text = _linked(line)
        match line.role:
            case "table":
                html.append(_table(line.text))
            case "title" | "center":
                html.append(f'<p align="center"><b>{text}</b>')
            case "subtitle":
                html.append(f'<p align="center">{text}')
            case "right":
                html.append(f'<p align="right">{text}　　')
            case "bold":
                html.append(f"<p>　　<strong>{text}</strong>")
            case "body":
                html.append(f"<p>　　{text}")
            case _:
                html.append(f"<p>{text}")
    return "\n".join(html)


def as_word(lines: Iterable[Printed]) -> str:
    """Word's own paragraphs, with its empty ones and its hidden XML."""
    head = (
        "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View>"
        "</w:WordDocument></xml><![endif]-->"
    )
    empty = "<P class=MsoNormal><SPAN lang=EN-US><o:p>&nbsp;</o:p></SPAN></P>"
    style = {
        "center": "TEXT-ALIGN: center",
        "title": "TEXT-ALIGN: center",
        "subtitle": "TEXT-ALIGN: center",
        "right": "TEXT-ALIGN: right",
        "body": "TEXT-INDENT: 21pt",
        "bold": "TEXT-INDENT: 21pt",
    }
    html = [head]
    for line in lines:
        html.extend([empty] * line.gap)
        if line.role == "table":
            html.append(_table(line.text))
            continue
        text = _linked(line)
        if line.role in ("title", "bold"):
            text = f"<B>{text}</B>"
        html.append(
            f'<P class=MsoNormal style="MARGIN: 0cm 0cm 0pt; {style.get(line.role, "")}">'
            f'<SPAN style="FONT-FAMILY: 宋体; mso-hansi-font-family: 宋体">{text}</SPAN></P>'
        )
    return "\n".join(html)


STYLES: dict[str, Callable[[Iterable[Printed]], str]] = {"br": as_br, "p": as_p, "word": as_word}


def _linked(line: Printed) -> str:
    text = escape(line.text, quote=False).replace("\u00a0", "&nbsp;")
    return f'{line.label}<a href="{escape(line.href)}">{text}</a>' if line.href else text


def _nbsp(width: int) -> str:
    """``width`` blanks, every other one an NBSP, as such editors stored them."""
    return ("&nbsp; " * width)[: 7 * (width // 2)] + "&nbsp;" * (width % 2)


def _table(text: str) -> str:
    rows = (
        "<tr>" + "".join(f"<td>{escape(cell)}" for cell in row.split("\t"))
        for row in text.splitlines()
    )
    return '<table border="1" cellspacing="0" align="center">' + "\n".join(rows) + "</table>"
