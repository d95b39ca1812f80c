"""Rows of (role, text) as plain text, or as HTML the way sites and word processors write it."""

import html


def plain(rows: list[tuple[str, str]]) -> str:
    indent = {
        "mast": 0,
        "center": 12,
        "title": 8,
        "sub": 10,
        "body": 2,
        "heading1": 2,
        "heading2": 2,
        "right": 24,
        "toc": 6,
        "tocsub": 9,
        "note": 2,
        "section": 0,
    }
    out = []
    for role, text in rows:
        if role == "wrapped":
            out += ["  " + text[:34], *(text[k : k + 34] for k in range(34, len(text), 34))]
            continue
        out.append("" if role == "gap" else " " * indent.get(role, 0) + text)
        if role == "rule":
            out.append("")
    return "\n".join(out)


def page(rows: list[tuple[str, str]], style: str, gaps: str) -> str:
    body = "\n".join(_row(role, text, style, gaps) for role, text in rows)
    return f"<html><head><title>t</title></head><body><div>{body}</div></body></html>"


def _row(role: str, text: str, style: str, gaps: str) -> str:
    if role == "table":
        cells = (row.split("\t") for row in text.split("\n"))
        inner = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in cells)
        return f'<table border="1">{inner}</table>'
    if role == "wrapped":
        cut = [text[k : k + 34] for k in range(0, len(text), 34)]
        return "　　" + "<br>".join(cut) + "<br>"
    shown = html.escape(text, quote=False).replace("  ", "&nbsp;&nbsp;")
    if role == "gap":
        return "" if gaps == "none" else "<br>" if style == "br" else "<p>&nbsp;</p>"
    if role == "rule":
        return f"<p>{shown}</p>" if style in ("center", "mso") else "<hr>"
    big = role in ("mast", "title")
    centred = role in ("mast", "center", "title", "sub")
    if style == "br":
        lead = {
            "body": "　　",
            "heading1": "　　",
            "heading2": "　　",
            "note": "　　",
            "toc": "　　　",
            "tocsub": "　　　　",
            "right": "　" * 14,
        }.get(role, "")
        shown = f"<b>{shown}</b>" if big else shown
        return f"<center>{shown}</center>" if centred else f"{lead}{shown}<br>"
    css = {
        "body": "text-indent:2em",
        "heading1": "text-indent:2em",
        "heading2": "text-indent:2em",
        "note": "text-indent:2em",
        "right": "text-align:right",
        "toc": "text-indent:3em",
        "tocsub": "text-indent:4em",
    }.get(role, "")
    if style == "mso":
        half = len(text) // 2
        parts = [
            html.escape(p, quote=False).replace("  ", "&nbsp;&nbsp;")
            for p in (text[:half], text[half:])
        ]
        css = "text-align:center" if centred else css.replace("2em", "21pt")
        inner = "".join(f'<span style="font-family:宋体">{p}</span>' for p in parts)
        return f'<p class="MsoNormal" style="{css}">{inner}<o:p></o:p></p>'
    if style == "tags":
        tag = {"mast": "h1", "title": "h3"}.get(role, "p")
        return f'<{tag} style="{css}">{shown}</{tag}>'
    if style == "font":
        shown = f'<font size="5" color="red">{shown}</font>' if big else shown
        return f'<p align="center">{shown}</p>' if centred else f'<p style="{css}">{shown}</p>'
    if style == "strong":
        shown = f"<strong>{shown}</strong>" if big or role in ("heading1", "section") else shown
        return f'<p style="{css if not centred else "text-indent:2em"}">{shown}</p>'
    shown = f"<b>{shown}</b>" if big or role == "heading1" else shown
    return f'<p align="center">{shown}</p>' if centred else f'<p style="{css}">{shown}</p>'
