"""目录 in its many forms."""

from tests.parsers.generated.model import Piece
from tests.parsers.generated.part import Part


class Contents(Part):
    """Makes the table of contents."""

    def toc(self, pieces: list[Piece]) -> tuple[list[tuple[str, str]], list[str]]:
        rng, kind = self.rng, self.traits["toc"]
        if kind == "none":
            return [], []
        heading = rng.choice(
            ["目　　录", "目录", "本期要目", "本期目录：", "【本期导读】", "目 录"]
        )
        rows: list[tuple[str, str]] = [] if kind == "bare" else [("center", heading)]
        if kind == "inline":
            titles = [p.short or p.title or "" for p in pieces if p.in_toc and p.title]
            parts = "；".join(titles) if rng.random() < 0.5 else "".join(f"◆{t}" for t in titles)
            parts = parts.replace("  ", " ")
            return [("flat", f"本期要目：{parts}"), ("gap", "")], titles
        section = None
        page = 1
        contributor_in_toc = rng.random() < 0.2
        listed = [p for p in pieces if p.in_toc and p.title]
        if self.traits["change"] == "order" and len(listed) > 2:
            listed[-1], listed[-2] = listed[-2], listed[-1]
        for n, piece in enumerate(listed):
            if self.traits["sections"] in ("toc", "both", "odd") and piece.section != section:
                section = piece.section
                rows.append(("tocsec", section or ""))
            text = (piece.short or piece.title or "").replace("  ", rng.choice(["  ", " ", "　"]))
            if kind == "pages":
                text += rng.choice(["……", "…………", "......", "　　　"]) + f"{page}"
            elif kind == "glued":
                text += f"{page}"
            elif kind == "marks":
                text = f"◆ {text}"
            elif kind == "numbers":
                text = f"{n + 1}. {text}"
            elif kind == "cells":
                text = f"{text}\t（{page}）"
            page += rng.randint(1, 3)
            rows.append(("toc", text))
            if piece.subtitle and (rng.random() < 0.7 or self.traits["change"] == "toc_sub"):
                rows.append(("tocsub", f"——{piece.subtitle}"))
            _ = contributor_in_toc
        rows.append((rng.choice(["gap", "rule"]), "*" * 20))
        return rows, [p.short or p.title or "" for p in listed]
