"""Mastheads, numbers and tails."""

from tests.parsers.generated import texts
from tests.parsers.generated.part import Part

_EDITED = ("flat", "{editor}{role}{gap}{date}")
_SERIES, _LABEL = ("mast", "{series}"), ("center", "{label}")
_MASTHEADS = {
    "one": [("mast", "{series}{label}"), _EDITED],
    "two": [_SERIES, _LABEL, ("flat", "{editor}{gap}{date}")],
    "paren": [
        _SERIES,
        ("center", "（{label}）"),
        ("center", "{editor}{role}"),
        ("center", "{date}"),
    ],
    "bracket": [("mast", "《{series}》"), _LABEL, ("flat", "{editor} {role}{gap}{date}")],
    "before": [("mast", "{label}"), _SERIES, ("flat", "{editor}{role}"), ("flat", "{date}")],
    "labels": [_SERIES, ("center", "{label}{gap}{date}"), ("flat", "主办：{editor}")],
    "above": [("center", "{editor}"), _SERIES, _LABEL, ("center", "{date}")],
    "cells": [_SERIES, ("flat", "{label}\t{date}"), ("flat", "{editor}{role}")],
    "title": [_EDITED],
    "secret": [("flat", "内部资料　注意保存"), _SERIES, _LABEL, _EDITED],
    "spaced": [("mast", "{spaced}"), _LABEL, _EDITED],
    "late": [_SERIES, _LABEL],
    "row": [_SERIES, ("center", "{editor}{role}{gap}{label}{gap}{date}")],
}


class Heads(Part):
    """Makes 报头 and 报尾."""

    def masthead(self, rows: list[tuple[str, str]]) -> tuple[dict[str, object], str | None]:
        rng, mast = self.rng, self.traits["mast"]
        year, month, day = rng.randint(2003, 2022), rng.randint(1, 12), rng.randint(1, 28)
        number, total = rng.randint(1, 48), rng.randint(60, 480)
        place = rng.choice(texts.PLACES)
        series = rng.choice(["", "", place[:-1]]) + rng.choice(texts.SERIES)
        editor = place + rng.choice(
            ["总工会办公室", "总工会", "“联企”工作领导小组办公室", "厂务公开协调小组办公室"]
        )
        issue: dict[str, object] = {
            "series": series,
            "year": year,
            "number": number,
            "number_end": None,
            "total_number": None,
            "special": None,
            "editor": editor,
            "date": f"{year}-{month:02}-{day:02}",
        }
        label = self._label(issue, year, number, total)
        date = rng.choice(
            [
                f"{year}年{month}月{day}日",
                f"{texts.han_year(year)}年{texts.han(month)}月{texts.han(day)}日",
                f"（{year}年{month}月{day}日）",
            ]
        )
        role = rng.choice(["编", "编印", "主办", "编发"])
        gap = "　" * rng.randint(3, 9)
        parts = {"series": series, "label": label, "editor": editor, "role": role, "gap": gap}
        parts |= {"date": date, "spaced": " ".join(series)}
        rows += [(row, form.format(**parts)) for row, form in _MASTHEADS[mast]]
        if mast == "late":
            self.traits["tail"] = "late"
            issue["late"] = f"{editor}{gap}{date}印发"
        rows.append((rng.choice(["gap", "rule", "gap"]), "—" * 12))
        page_title = (
            series + label
            if mast == "title"
            else rng.choice([None, series + label, f"{series}{label}"])
        )
        return issue, page_title

    def _label(self, issue: dict[str, object], year: int, number: int, total: int) -> str:
        kind = self.traits["number"]
        if kind == "han":
            return f"第{texts.han(number)}期"
        if kind == "year":
            return f"{year}年第{number}期"
        if kind == "han_year":
            return f"{texts.han_year(year)}年第{texts.han(number)}期"
        if kind == "total":
            issue["total_number"] = total
            return f"{year}年第{number}期（总第{total}期）"
        if kind == "double":
            issue.update(number_end=number + 1, special="合刊")
            return f"第{number}、{number + 1}期合刊"
        if kind == "special":
            issue.update(number=None, special="增刊")
            return "增刊"
        if kind == "hexagon":
            return f"〔{year}〕第{number}期"
        if kind == "short":
            return f"{year}第{number:02}期"
        return f"第{number}期"

    def tail(self, rows: list[tuple[str, str]], issue: dict[str, object]) -> list[tuple[str, str]]:
        rng, kind = self.rng, self.traits["tail"]
        out: list[tuple[str, str]] = []
        if kind in ("lists", "full", "run"):
            rows.append((rng.choice(["gap", "rule"]), "—" * 16))
            for label, value in rng.choice(
                [
                    [
                        ("报", "省总工会，县委、县政府领导"),
                        ("送", "县直各单位"),
                        ("发", "各基层工会"),
                    ],
                    [("抄送", "市总工会办公室、县委办公室、县政府办公室")],
                    [("主送", "各乡镇工会、县直机关工会"), ("抄报", "市总工会")],
                ]
            ):
                out.append((label, value))
                rows.append(("flat", f"{label}：{value}"))
        if kind in ("credits", "full"):
            rows.append(("flat", "责任编辑：刘敏　　审核：孙文斌　　签发：何春生"))
        if kind in ("run", "full"):
            rows.append(("right", "（共印80份）"))
        if kind == "late":
            rows.append(("flat", str(issue["late"])))
        return out

    def break_page(self, rows: list[tuple[str, str]], issue: dict[str, object]) -> None:
        """A printed page ends somewhere between two paragraphs."""
        spots = [
            n for n, (role, _) in enumerate(rows) if role == "body" and rows[n - 1][0] == "body"
        ]
        if not spots:
            return
        at = self.rng.choice(spots)
        rows.insert(at, ("center", self.rng.choice(["- 2 -", "第2页", "— 3 —"])))
        if self.traits["breaks"] == "heads" and self.traits["mast"] == "one":
            rows.insert(at + 1, ("center", rows[0][1]))
