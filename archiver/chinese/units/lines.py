"""Printed contributor lines: who sent the article in, units and persons apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archiver.chinese.units.cores import read_core
from archiver.chinese.units.names import compact, is_unit_name
from archiver.chinese.units.persons import ends_like_unit, is_person_name
from archiver.records import Contributor, ContributorRole

LONGEST_LINE = 400

_ROLES: dict[str, ContributorRole] = {
    "记者": "reporter",
    "本报记者": "reporter",
    "本刊记者": "reporter",
    "本台记者": "reporter",
    "本网记者": "reporter",
    "特约记者": "reporter",
    "实习记者": "reporter",
    "见习记者": "reporter",
    "通讯员": "contributor",
    "特约通讯员": "contributor",
    "本报通讯员": "contributor",
    "本刊通讯员": "contributor",
    "信息员": "contributor",
    "供稿": "contributor",
    "来稿": "contributor",
    "投稿": "contributor",
    "供稿人": "contributor",
    "供稿单位": "contributor",
    "来稿单位": "contributor",
    "报送单位": "contributor",
    "撰稿人": "contributor",
    "撰稿": "contributor",
    "作者": "author",
    "文": "author",
    "执笔": "author",
    "图": "photographer",
    "摄影": "photographer",
    "摄": "photographer",
    "供图": "photographer",
    "图片": "photographer",
    "摄影报道": "photographer",
    "摄影记者": "photographer",
}
_BY_LENGTH = sorted(_ROLES, key=len, reverse=True)
_PREFIXES = tuple(label for label in _BY_LENGTH if label not in ("文", "图", "摄"))
_VERBS = (
    *("摄影报道", "供稿", "报送", "提供", "整理", "编辑", "推荐", "来稿", "投稿", "撰稿", "报道"),
    *("撰写", "执笔", "摄影", "供图", "摄", "文", "图"),
)
# A word ends at a separator; single characters apart by blanks belong together.
_END = r"\s、,，;；/／|｜&＆"
_WORD = re.compile(rf"[一-龥](?:\s+[一-龥](?![^{_END}]))+|[^{_END}]+")
_TRIMMED = ":：.。·—-"
_LABEL = re.compile(r"([一-龥 \u3000\u00a0]{2,12})[:：]")
_SIGNED = re.compile(r"([^()（）]{2,12})[(（]([^()（）]{2,40})[)）]")
_BRACKETS = re.compile(r"^[(（\[【〔<〈]\s*(.*?)\s*[)）\]】〕>〉]$", re.DOTALL)
_INNER = re.compile(r"[(（]([^()（）]{1,40})[)）]")
_INVISIBLE = re.compile("[\u200b-\u200f\ufeff\u00ad\u2060]")
_GLUED = re.compile(
    r"(.+?(?:局|会|办|委|室|部|科|股|处|所|站|院|校|公司|厂|中心|社|队|联))([一-龥]{2,4})"
)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the line: ``line[start:end]``; ``text`` is it folded and without blanks."""

    text: str
    start: int
    end: int


def parse_contributors(text: str, role: ContributorRole = "contributor") -> tuple[Contributor, ...]:
    """Units and persons of a printed contributor line, its label already cut off.

    ``市政协办、市计生委`` gives two, ``县总工会办公室 张三`` one with unit and person,
    ``(县总工会 李四 王五)`` one for each person, ``记者 孟军 通讯员 吴利华 杨志`` three with their
    roles. ``text`` of each is the printed part; nothing is resolved and nothing invented. Verbs
    (供稿, 报送) and role words are no part of a name. Lines beyond 400 characters are no
    contributor lines: empty result.
    """
    line = _strip_brackets(_INVISIBLE.sub("", text).strip())
    if len(line) > LONGEST_LINE:
        return ()
    if (label := _LABEL.match(line)) and compact(label[1]) in _ROLES:
        role = _role_of(compact(label[1]), role)
        line = line[label.end() :].strip()
    if (
        (signed := _SIGNED.fullmatch(line))
        and is_person_name(signed[1])
        and is_unit_name(signed[2])
    ):
        person = compact(signed[1])
        return (Contributor(text=line, role=role, unit=signed[2].strip(), person=person),)
    return tuple(_Reader(line, role).read())


def _strip_brackets(line: str) -> str:
    for _ in range(3):
        inside = _BRACKETS.match(line)
        if not inside or any(c in inside[1] for c in "()（）"):
            break
        line = inside[1]
    return line


def _open_brackets(line: str) -> str:
    """``line`` with brackets around a unit or person as blanks; those of 烟草局(公司) stay."""

    def opened(match: re.Match[str]) -> str:
        inside = match[1]
        return f" {inside} " if is_person_name(inside) or is_unit_name(inside) else match[0]

    return _INNER.sub(opened, line)


def _words(line: str) -> Iterator[_Word]:
    """The words of the line; single characters padded apart (杨　林, 供 稿) are one word."""
    opened = _open_brackets(line)
    for match in _WORD.finditer(opened):
        if text := compact(match[0]).strip(_TRIMMED):
            start = match.start() + len(match[0]) - len(match[0].lstrip(_TRIMMED))
            yield _Word(text, start, start + len(match[0].strip(_TRIMMED)))


def _role_of(label: str, default: ContributorRole) -> ContributorRole:
    """The role a label names; 通讯员, 供稿 and the like leave the role of the whole line."""
    return default if _ROLES[label] == "contributor" else _ROLES[label]


class _Reader:
    """Goes through the words once and keeps the unit that following persons belong to."""

    def __init__(self, line: str, role: ContributorRole) -> None:
        self._line = line
        self._default = role
        self._role = role
        self._unit: _Word | None = None
        self._waiting = False

    def read(self) -> Iterator[Contributor]:
        for word in _words(self._line):
            yield from self._take(word)
        yield from self._flush()

    def _take(self, word: _Word) -> Iterator[Contributor]:
        if word.text in _ROLES:
            yield from self._flush()
            self._change_role(word.text)
            return
        if not is_unit_name(word.text):
            if label := next((p for p in _PREFIXES if word.text.startswith(p)), None):
                yield from self._flush()
                self._change_role(label)
                word = self._part(word, len(label), len(word.text))
            verb = next((v for v in _VERBS if word.text.endswith(v)), None)
            if verb and not is_person_name(word.text):
                word = self._part(word, 0, len(word.text) - len(verb))
        if len(word.text) > 1:
            yield from self._name(word)

    def _part(self, word: _Word, begin: int, end: int) -> _Word:
        """The characters ``begin`` to ``end`` of a word, with what is printed of them."""
        printed = self._line[word.start : word.end]
        at = [word.start + i for i, char in enumerate(printed) if not char.isspace()]
        text = word.text[begin:end].strip(_TRIMMED + "(")
        begin = word.text.find(text, begin)
        if not text or len(at) != len(word.text):
            return _Word(text, word.start, word.end)
        return _Word(text, at[begin], at[begin + len(text) - 1] + 1)

    def _change_role(self, label: str) -> None:
        self._role = _role_of(label, self._default)
        self._unit = None

    def _name(self, word: _Word) -> Iterator[Contributor]:
        glued = _GLUED.fullmatch(word.text)
        if is_unit_name(word.text):
            yield from self._begin_unit(word)
        elif is_person_name(word.text) or self._passes_as_person(word.text):
            yield self._person(word)
        elif glued and is_unit_name(glued[1]) and is_person_name(glued[2]):
            yield from self._begin_unit(self._part(word, 0, len(glued[1])))
            yield self._person(self._part(word, len(glued[1]), len(word.text)))
        else:
            yield from self._begin_unit(word)

    def _passes_as_person(self, text: str) -> bool:
        """A short word of no known kind: a pen name, or a name with a rare or no surname."""
        longest = 4 if self._unit or self._role == "reporter" else 3
        return (
            2 <= len(text) <= longest
            and text[0] not in "省市县州镇乡"
            and not ends_like_unit(text)
            and all("一" <= char <= "龥" for char in text)
            and read_core(text, None) is None
        )

    def _begin_unit(self, word: _Word) -> Iterator[Contributor]:
        yield from self._flush()
        self._unit, self._waiting = word, True

    def _person(self, word: _Word) -> Contributor:
        unit = self._unit
        start = unit.start if unit and self._waiting else word.start
        self._waiting = False
        closed = word.end + (
            self._line[word.end : word.end + 1] in (")", "）") and start < word.start
        )
        return Contributor(
            text=self._line[start:closed],
            role=self._role,
            unit=self._printed(unit) if unit else None,
            person=word.text,
        )

    def _printed(self, word: _Word) -> str:
        return self._line[word.start : word.end]

    def _flush(self) -> Iterator[Contributor]:
        """The unit that no person followed, as a contributor of its own."""
        if self._unit and self._waiting:
            printed = self._printed(self._unit)
            yield Contributor(text=printed, role=self._role, unit=printed)
        self._unit, self._waiting = None, False
