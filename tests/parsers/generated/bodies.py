"""The body: columns, titles, contributors, text."""

from tests.parsers.generated import texts
from tests.parsers.generated.model import Piece
from tests.parsers.generated.part import Part


class Bodies(Part):
    """Prints the articles one after the other."""

    def body(
        self, rows: list[tuple[str, str]], pieces: list[Piece], issue: dict[str, object]
    ) -> None:
        rng = self.rng
        section = None
        in_body = self.traits["sections"] in ("both", "body", "odd")
        shape = rng.choice(["{}", "【{}】", "★{}★"]) if self.traits["sections"] != "odd" else "{}"
        self.traits["wrapped"] = "no"
        marker = rng.choice("△●◆□▲")
        ends = rng.choice(["own", "same", "none"])
        for piece in pieces:
            if in_body and piece.section != section:
                section = piece.section
                rows.append(("section", shape.format(section)))
            if piece.brief:
                self._item(rows, piece, marker, ends)
                continue
            rows.append(("gap", ""))
            if piece.kicker:
                rows.append(("sub", piece.kicker))
            rows.extend(("title", part) for part in self._title_lines(piece))
            if piece.subtitle:
                rows.append(("sub", f"——{piece.subtitle}"))
            where, printed = self._contributor(piece)
            if where == "under":
                rows.append(("center", rng.choice(["{}", "（{}）"]).format(printed)))
            if piece.note:
                rows += [("note", f"【编者按】{piece.note}")]
            rows.append(("gap", ""))
            body = [(kind, text) for text, kind in piece.paragraphs]
            if piece.kicker:
                piece.subtitle = piece.kicker
            if where == "last":
                body[-1] = (body[-1][0], f"{body[-1][1]}（{printed}）")
            rows += body
            if where == "paren":
                rows.append((rng.choice(["right", "body"]), f"（{printed}）"))
            elif where in ("right", "flat"):
                rows.append((where, printed))
            if self.traits["extra"] == "credits":
                rows.append(("right", "（责任编辑：刘敏）"))
            if self.traits["gaps"] == "ends":
                rows.append(("gap", ""))

    def _item(self, rows: list[tuple[str, str]], piece: Piece, marker: str, ends: str) -> None:
        text = f"{marker}{piece.paragraphs[0][0]}"
        unit = texts.unit(self.rng)
        if ends != "none":
            piece.people = {unit}
        rows.append(("body", f"{text}（{unit}）" if ends == "same" else text))
        if ends == "own":
            rows.append(("right", f"（{unit}）"))

    def _contributor(self, piece: Piece) -> tuple[str, str]:
        """(where, printed) of who sent it in."""
        rng = self.rng
        where = self.traits["contributor"]
        if where == "mixed":
            where = rng.choice(
                ["tail", "under", "paren", "last", "right", "verb", "person", "label", "none"]
            )
        unit, person = texts.unit(rng), rng.choice(texts.PEOPLE)
        if self.traits["extra"] == "pair" and where in ("tail", "paren", "last", "under"):
            other = texts.unit(rng)
            piece.people |= {unit, other}
            printed = f"{unit}、{other}"
            return ("flat", f"来稿：{printed}") if where == "tail" else (where, printed)
        if where == "none":
            return where, ""
        if where == "person":
            piece.people |= {unit, person}
            return rng.choice(["paren", "last"]), f"{unit} {person}"
        if where == "label":
            label = rng.choice(
                ["供稿：", "撰稿：", "撰 稿 人：", "信息来源：", "作者：", "供稿单位："]
            )
            who = person if label in ("撰稿：", "撰 稿 人：", "作者：") else unit
            piece.people |= {who}
            return "right", label + who
        piece.people |= {unit}
        if where == "tail":
            return rng.choice(["flat", "right"]), f"来稿：{unit}"
        if where == "verb":
            return rng.choice(["right", "paren"]), f"{unit}供稿"
        return where, unit

    def _title_lines(self, piece: Piece) -> list[str]:
        assert piece.title
        if "  " not in piece.title and len(piece.title) >= 18 and self.rng.random() < 0.5:
            self.traits["wrapped"] = "yes"
            cut = self.rng.randint(8, len(piece.title) - 7)
            if cut * 2 == len(piece.title):
                cut += 1
            return [piece.title[:cut], piece.title[cut:]]
        return [piece.title]
