"""Articles: what they say, and how a body prints them."""

from tests.parsers.generated import texts
from tests.parsers.generated.model import Piece
from tests.parsers.generated.part import Part


class Articles(Part):
    """Makes the articles and what is odd about them."""

    def pieces(self) -> list[Piece]:
        rng = self.rng
        count = rng.choice([1, 2, 2, 3, 3, 4, 5, 7])
        pool = texts.ODD_SECTIONS if self.traits["sections"] == "odd" else texts.SECTIONS
        sections = rng.sample(pool, 2)
        cut = rng.randint(0, count)
        pieces: list[Piece] = []
        keys: set[str] = set()
        while len(pieces) < count:
            title = texts.title(rng)
            if title in keys:
                continue
            keys.add(title)
            piece = Piece(title, self._subtitle())
            if self.traits["sections"] != "none":
                piece.section = sections[len(pieces) >= cut]
            self._paragraphs(piece)
            pieces.append(piece)
        self._extras(pieces)
        self._changes(pieces)
        self._digest(pieces)
        if self.traits["note"] == "article":
            rng.choice([p for p in pieces if p.title] or [Piece(None)]).note = texts.paragraph(
                rng, 1, 2
            )
        return pieces

    def _changes(self, pieces: list[Piece]) -> None:
        """The 目录 says a title shorter, or a little otherwise, or not at all."""
        piece, change = self.rng.choice(pieces), self.traits["change"]
        assert piece.title
        if change == "short" and "  " in piece.title:
            piece.short = piece.title.split("  ")[0]
            if (
                len(piece.short) < 6
                or sum(p.title.startswith(piece.short) for p in pieces if p.title) > 1
            ):
                piece.short = None
        elif change == "typo" and len(piece.title) > 12:
            at = self.rng.randrange(2, len(piece.title) - 1)
            piece.short = piece.title[:at] + "新" + piece.title[at + 1 :]
        elif change == "omit" and len(pieces) > 2:
            pieces[-1].in_toc = False

    def _extras(self, pieces: list[Piece]) -> None:
        rng, extra = self.rng, self.traits["extra"]
        piece = rng.choice(pieces)
        if extra == "table" and self.traits["style"] != "plain":
            rows = [
                "单位\t人数\t名次",
                *(f"{rng.choice(texts.PLACES)}\t{rng.randint(3, 99)}\t{n}" for n in (1, 2, 3)),
            ]
            piece.paragraphs.insert(
                rng.randint(1, len(piece.paragraphs)), ("\n".join(rows), "table")
            )
            if piece.paragraphs[-1][1] == "table":
                piece.paragraphs.append((texts.paragraph(rng), "body"))
        elif extra == "caption":
            piece.paragraphs.insert(1, (f"图为{texts.unit(rng)}干部走访企业", "caption"))
        elif extra == "poem" and self.traits["contributor"] in ("tail", "under", "right", "none"):
            piece.paragraphs = [(line, "body") for line in rng.sample(texts.VERSES, 6)]
        elif extra == "kicker":
            piece.kicker, piece.subtitle = rng.choice(texts.SUBTITLES), None
        elif extra == "wrap" and self.traits["style"] in ("br", "plain"):
            piece.paragraphs.append((texts.paragraph(rng, 4, 6), "wrapped"))
        elif extra == "lead":
            person = rng.choice(texts.PEOPLE)
            piece.people.add(person)
            piece.paragraphs[0] = (f"本刊讯（记者 {person}）{texts.paragraph(rng)}", "body")
        elif extra == "subheads" and self.traits["style"] in ("center", "font", "mso"):
            for _ in range(2):
                piece.paragraphs += [
                    (rng.choice(texts.HEADS).replace(",", "  "), "sub"),
                    (texts.paragraph(rng), "body"),
                ]

    def _digest(self, pieces: list[Piece]) -> None:
        """Untitled items, all of the issue or its last column."""
        rng, kind = self.rng, self.traits["digest"]
        if kind == "none" or (kind == "last" and self.traits["sections"] not in ("body", "both")):
            self.traits["digest"] = "none"
            return
        if kind == "all":
            pieces.clear()
            self.traits.update(
                toc="none", sections="none", extra="none", note="none", change="none"
            )
        for _ in range(rng.randint(3, 6)):
            section = "简讯" if kind == "last" else None
            item = Piece(
                None,
                None,
                section,
                paragraphs=[(texts.paragraph(rng, 1, 3), "body")],
                in_toc=False,
                brief=True,
            )
            pieces.append(item)

    def _paragraphs(self, piece: Piece) -> None:
        rng = self.rng
        kind = rng.choice(
            ["prose", "prose", "prose", "heads", "run_in", "levels", "alone", "speech"]
        )
        count = rng.randint(1, 5)
        if kind == "speech":
            piece.paragraphs.append(("同志们：", "body"))
        for n in range(count):
            if kind == "heads":
                piece.paragraphs.append(
                    (f"{texts.han(n + 1)}、{rng.choice(texts.HEADS)}", "heading1")
                )
            elif kind == "levels":
                piece.paragraphs.append(
                    (f"（{texts.han(n + 1)}）{rng.choice(texts.HEADS)}", "heading2")
                )
            elif kind == "alone" and n:
                piece.paragraphs.append((f"{texts.han(n)}是{rng.choice(texts.HEADS)}", "heading2"))
            text = texts.paragraph(rng)
            if kind == "run_in":
                text = f"{n + 1}、{rng.choice(texts.HEADS)}。{text}"
            piece.paragraphs.append((text, "body"))

    def _subtitle(self) -> str | None:
        return self.rng.choice(texts.SUBTITLES) if self.rng.random() < 0.2 else None
