"""Which clauses of the parsers' rules matter: each left out in turn, on the pages with gold.

Run with ``make ablation``. A clause is what a condition could do without: an operand of ``and`` or
``or``, a whole test of ``if``, a filter of a comprehension, or what a function that answers yes or
no returns. It acts on a page where it gives other than leaving it out would. One reading of all
pages tells where each acts; then it is left out there, and the records are held against the gold
once more, until two pages have shown that it is needed.

A clause that acts nowhere, changes nothing or helps a single page is not wrong for that, but it has
to show another reason to stand: a form that the trade is known to use, a limit, an attack.
"""

import argparse
import ast
import builtins
import importlib.abc
import importlib.machinery
import json
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from importlib.machinery import ModuleSpec
from multiprocessing import get_context
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from tests.pages import marked

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "tests" / "pages"
RULES = "archiver.parsers."
SECONDS = 5  # for one page: without a clause a loop may have no end
TRIED = 40  # pages on which a clause is left out, of those where it acts
ENOUGH = 2  # pages that read worse without a clause
LEAST = 1e-9  # of a sum of figures


@dataclass(slots=True)
class Clause:
    """One clause of the source, and what stands in its place when it is left out."""

    place: str
    text: str
    neutral: bool
    asked: int = 0
    pages: set[int] = field(default_factory=set)


class Watch:
    """Stands in every condition: notes where clauses act, and leaves one of them out."""

    def __init__(self) -> None:
        self.clauses: list[Clause] = []
        self.page = -1
        self.dropped = -1

    def __call__(self, number: int, value: Any) -> Any:
        clause = self.clauses[number]
        if number == self.dropped:
            return clause.neutral
        clause.asked += 1
        if bool(value) is not clause.neutral:
            clause.pages.add(self.page)
        return value


WATCH = Watch()


class Marker(ast.NodeTransformer):
    """Puts ``__clause__(number, …)`` around every clause inside functions."""

    def __init__(self, name: str, source: str, watch: Watch) -> None:
        self.name, self.source, self.watch = name, source, watch
        self.answers = [False]

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.decorator_list = [one for one in node.decorator_list if "cache" not in ast.dump(one)]
        self.answers.append(isinstance(node.returns, ast.Name) and node.returns.id == "bool")
        self.generic_visit(node)
        self.answers.pop()
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        node.test = self._marked(node.test, neutral=False)
        self.generic_visit(node)
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        node.test = self._marked(node.test, neutral=False)
        self.generic_visit(node)
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        node.ifs = [self._marked(test, neutral=True) for test in node.ifs]
        self.generic_visit(node)
        return node

    def visit_Return(self, node: ast.Return) -> ast.AST:
        if self.answers[-1] and node.value and not isinstance(node.value, ast.Constant):
            node.value = self._marked(node.value, neutral=False)
        self.generic_visit(node)
        return node

    def _marked(self, test: ast.expr, *, neutral: bool) -> ast.expr:
        if len(self.answers) == 1:  # said once, while a module is loaded
            return test
        place = f"{self.name}:{test.lineno}"
        text = " ".join((ast.get_source_segment(self.source, test) or "").split())
        if isinstance(test, ast.BoolOp):
            whole = isinstance(test.op, ast.And)
            test.values = [self._marked(one, neutral=whole) for one in test.values]
            if whole is neutral:
                return test
        self.watch.clauses.append(Clause(place, text, neutral))
        name = ast.copy_location(ast.Name("__clause__", ast.Load()), test)
        number = ast.copy_location(ast.Constant(len(self.watch.clauses) - 1), test)
        return ast.copy_location(ast.Call(name, [number, test], []), test)


def marked_code(name: str, source: str, watch: Watch) -> CodeType:
    """The code of a module, with every clause of it handed to ``__clause__``."""
    tree = Marker(name, source, watch).visit(ast.parse(source))
    return compile(ast.fix_missing_locations(tree), name, "exec", dont_inherit=True)


class _Loader(importlib.machinery.SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType:
        path = Path(self.get_filename(fullname))
        name, source = str(path.relative_to(ROOT)), path.read_text("utf-8")
        return marked_code(name, source, WATCH)


class _Finder(importlib.abc.MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        found = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if found and found.origin and fullname.startswith(RULES):
            found.loader = _Loader(fullname, found.origin)
        return found


@dataclass(slots=True)
class Case:
    """A page with its gold; what is read of it with every clause in place, and its worth."""

    body: bytes
    url: str | None
    content_type: str | None
    gold: dict[str, Any]
    record: str = ""
    worth: float = 0.0


CASES: list[Case] = []


def load(folder: Path) -> Iterator[Case]:
    """The pages of a folder that holds ``manifest.jsonl`` and ``gold.jsonl``."""
    entries, golds = (
        map(json.loads, (folder / name).read_text("utf-8").splitlines())
        for name in ("manifest.jsonl", "gold.jsonl")
    )
    for entry, gold in zip(entries, golds, strict=True):
        body = (folder / entry["file"]).read_bytes()
        yield Case(body, entry["url"], entry["content_type"], gold)


def read(case: Case) -> str:
    """The record of one page, as text."""
    from archiver.parsers.page import parse

    return parse(case.body, url=case.url, content_type=case.content_type).model_dump_json()


def worth(gold: dict[str, Any], record: str) -> float:
    """The sum of all figures of one page against its gold."""
    from archiver.records import Page
    from tests.pages import measure, ordinary_measures

    page = json.loads(record)
    if "status" in gold:
        return float(page["integrity"]["status"] in (gold["status"], *gold["accept"]))
    if "skip_articles" in gold:
        return sum(measure.figures([gold], [page]).values())
    pairs = ordinary_measures.measured(gold, Page.model_validate_json(record))
    return sum(measure.f1([pair]) for pair in pairs.values())


def read_all() -> None:
    """Read every page with every clause in place."""
    for number, case in enumerate(CASES):
        WATCH.page = number
        case.record = read(case)
        case.worth = worth(case.gold, case.record)


@dataclass(slots=True)
class Loss:
    """What leaving one clause out did to the pages it acts on; ``worse`` stops at two."""

    clause: int
    changed: int = 0
    better: int = 0
    worse: int = 0

    @property
    def verdict(self) -> str:
        if self.worse >= ENOUGH:
            return "needed"
        if self.better > self.worse:
            return "does harm"
        if self.worse:
            return "helps one page"
        return "helps no page" if self.changed else "changes nothing"


def without(number: int) -> Loss:
    """Leave a clause out on pages where it acts, taken evenly from all corpora."""
    loss = Loss(number)
    WATCH.dropped = number
    pages = sorted(WATCH.clauses[number].pages)
    for at in pages[:: -(-len(pages) // TRIED)]:
        case = CASES[at]
        signal.setitimer(signal.ITIMER_REAL, SECONDS, 1)
        try:
            record = read(case)
            now = case.worth if record == case.record else worth(case.gold, record)
        except Exception:  # what cannot be read without the clause needs it
            record, now = "", 0.0
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        loss.changed += record != case.record
        loss.better += now > case.worth + LEAST
        loss.worse += now < case.worth - LEAST
        if loss.worse >= ENOUGH:
            break
    WATCH.dropped = -1
    return loss


def _too_long(*_: object) -> None:
    raise TimeoutError


def main() -> int:
    """Print every clause that two pages do not need, by verdict, and how many there are of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="pages with gold; else all at hand")
    folders = parser.parse_args().folders
    sys.meta_path.insert(0, _Finder())
    vars(builtins)["__clause__"] = WATCH
    signal.signal(signal.SIGALRM, _too_long)
    with tempfile.TemporaryDirectory() as built:
        if not folders:
            marked.build(PAGES / "bulletins", Path(built))
            unseen = sorted((PAGES / "unseen").glob("*[0-9]"))
            folders = [Path(built), PAGES / "ordinary", *unseen]
        CASES.extend(case for folder in folders for case in load(folder))
    read_all()
    acting = [n for n, one in enumerate(WATCH.clauses) if one.pages]
    with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
        losses = list(pool.map(without, acting, chunksize=8))
    tell(losses)
    return 0


def tell(losses: Sequence[Loss]) -> None:
    """Print the table: verdict, pages acted on, changed and better, times asked, place, clause."""
    rows = [(loss.verdict, loss, WATCH.clauses[loss.clause]) for loss in losses]
    idle = [one for one in WATCH.clauses if not one.pages]
    rows += [("acts nowhere" if one.asked else "never asked", Loss(0), one) for one in idle]
    for verdict, loss, one in sorted(rows, key=lambda row: (row[0], -row[2].asked)):
        if verdict != "needed":
            acted = f"{len(one.pages):5} {loss.changed:5} {loss.better:5} {one.asked:9}"
            print(f"{verdict:16}{acted}  {one.place}  {one.text[:110]}")
    print(f"{len(CASES)} pages, {len(rows)} clauses:", dict(Counter(row[0] for row in rows)))


if __name__ == "__main__":
    raise SystemExit(main())
