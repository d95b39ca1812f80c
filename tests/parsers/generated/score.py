"""Compare what was read with what was written."""

from collections import Counter

from archiver.chinese.fold import comparison_key, fold
from archiver.parsers.bulletin import Segmentation, segment
from archiver.records import Article
from tests.parsers.generated.model import Bulletin, Piece


def bare(text: str | None) -> str:
    return "".join(fold(text or "").split())


def mistakes(made: Bulletin) -> tuple[list[str], Counter[str]]:
    """What is wrong, in words; and counts: right and all, for issue, articles, people, text."""
    lines = made.lines
    found = segment(lines, page_title=made.page_title)
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    counts["issue all"] += 1
    if found is None:
        counts["article all"] += len(made.articles)
        return ["no issue found"], counts
    numbers = [n for region in found.regions for n in region.lines]
    assert sorted(numbers) == [line.number for line in lines], "every line once"
    issue_wrong = _issue(made, found)
    counts["issue right"] += not issue_wrong
    wrong += issue_wrong
    left = list(found.articles)
    for piece in made.articles:
        counts["article all"] += 1
        match = next((a for a in left if _same(piece, a)), None)
        if match is None:
            wrong.append(f"article missing: {piece.title}")
            continue
        left.remove(match)
        problems = _article(piece, match)
        right = not any(p.startswith(("paragraphs", "kinds")) for p in problems)
        counts["article right"] += right
        counts["people all"] += len(piece.people)
        counts["people got"] += len(_people(match))
        counts["people right"] += len(piece.people & _people(match))
        if match.confidence >= 0.85:
            counts["sure all"] += 1
            counts["sure right"] += right
        wrong += [f"{piece.title}: {p}" for p in problems]
    counts["article got"] += len(found.articles)
    for extra in left:
        counts["sure all"] += extra.confidence >= 0.85
    wrong += [f"article extra: {a.title} {[p.text[:20] for p in a.paragraphs][:2]}" for a in left]
    return wrong, counts


def _same(piece: Piece, article: Article) -> bool:
    if piece.title is None:
        texts = [bare(p.text).lstrip("△●◆□▲") for p in article.paragraphs]
        return article.title is None and texts == [bare(t) for t, _ in piece.paragraphs]
    return comparison_key(article.title or "") == comparison_key(piece.title)


def _issue(made: Bulletin, found: Segmentation) -> list[str]:
    issue, out = found.issue, []
    for name in ("year", "number", "number_end", "total_number", "special"):
        if getattr(issue, name) != made.issue[name]:
            out.append(f"issue.{name}: {made.issue[name]} got {getattr(issue, name)}")
    if comparison_key(issue.series or "") != comparison_key(str(made.issue["series"])):
        out.append(f"issue.series: {made.issue['series']} got {issue.series}")
    if bare(issue.editor) != bare(str(made.issue["editor"])):
        out.append(f"issue.editor: {made.issue['editor']} got {issue.editor}")
    if (issue.date.edtf if issue.date else None) != made.issue["date"]:
        out.append(f"issue.date: {made.issue['date']} got {issue.date}")
    got = [(r.label, bare(r.text)) for r in issue.recipients]
    if got != [(label, bare(text)) for label, text in made.recipients]:
        out.append(f"recipients: {made.recipients} got {got}")
    if _unlabelled(issue.editor_note) != bare(made.note):
        out.append(f"issue note: {made.note} got {issue.editor_note}")
    if [comparison_key(e.title) for e in issue.toc] != [comparison_key(t) for t in made.toc]:
        out.append(f"toc: {made.toc} got {[e.title for e in issue.toc]}")
    return out


def _unlabelled(note: str | None) -> str:
    return bare(note).removeprefix("编者按:").removeprefix("【编者按】")


def _people(article: Article) -> set[str]:
    out = set()
    for c in article.contributors:
        out |= {bare(x) for x in (c.unit, c.person) if x}
    return out


def _article(piece: Piece, article: Article) -> list[str]:
    out = []
    got = [(bare(p.text).lstrip("△●◆□▲"), p.kind) for p in article.paragraphs]
    plain = {"wrapped": "body", "sub": "body"}
    want = [(bare(t), plain.get(k, k)) for t, k in piece.paragraphs]
    if [t for t, _ in got] != [t for t, _ in want]:
        miss = [t[:24] for t, _ in want if t not in [g for g, _ in got]]
        extra = [t[:40] for t, _ in got if t not in [w for w, _ in want]]
        out.append(f"paragraphs missing {miss} extra {extra}")
    elif got != want:
        out.append("kinds " + str([k for _, k in got]))
    if bare(article.subtitle) != bare(piece.subtitle):
        out.append(f"subtitle {piece.subtitle} got {article.subtitle}")
    if bare(article.section) != bare(piece.section):
        out.append(f"section {piece.section} got {article.section}")
    if _unlabelled(article.editor_note) != bare(piece.note):
        out.append(f"note {piece.note} got {article.editor_note}")
    if _people(article) != piece.people:
        out.append(f"people {piece.people} got {_people(article)}")
    return out
