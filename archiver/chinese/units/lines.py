"""Printed contributor lines: who sent the article in, units and persons apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archiver.chinese.units.cores import read_core
from archiver.chinese.units.names import compact
from archiver.chinese.units.persons import ends_like_unit, is_person_name
from archiver.chinese.units.recognise import is_unit_name
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
    "来源": "contributor",
    "信息来源": "contributor",
    "稿件来源": "contributor",
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
_VERB = re.compile(
    r"(?:联合|共同)?(?:摄影报道|供稿|报送|提供|整理|编辑|推荐|来稿|投稿|撰稿|报道|撰写|执笔|摄影|供图|摄|文|图)$"
    r"|(?:联合|共同)$"
)
# A word ends at a separator; single characters apart by blanks, not by brackets, belong together.
_END = r"\s、,，;；/／|｜&＆—–"
_OPENED = "\n"
_WORD = re.compile(rf"[一-龥](?:[^\S{_OPENED}]+[一-龥](?![^{_END}]))+|[^{_END}]+")
_TRIMMED = ":：.。·—-"
_SLASHES = ("/", "／")
_SIGNS = (*_SLASHES, ":", "：")
_BESIDE = 3  # so far from a role its sign may stand: 张三 / 文
_LABEL = re.compile(r"([一-龥 \u3000\u00a0]{2,12})[:：]")
_LEAD = re.compile(r"^本[报刊站网台](?:讯|消息)\s*(?=[(（])")
# What somebody is, not where: no unit and no name.
_STANDING = re.compile(
    r"(?:离休|离退休|退休|老)(?:干部|职工|党员|教师)|[省市县区州旗乡镇]长|副[省市县区州旗乡镇]长|(?:总|副)?(?:主席|书记|主任|"
    r"局长|部长|科长|处长|会长|校长|院长|厂长|经理|董事长|秘书长|主编)|职工|教师|学生|劳模|党员|志愿者"
)
_SIGNED = re.compile(r"([^()（）]{2,12})[(（]([^()（）]{2,40})[)）]")
_BRACKETS = re.compile(r"^[(（\[【〔<〈]\s*(.*?)\s*[)）\]】〕>〉]$", re.DOTALL)
_INNER = re.compile(r"[(（]([^()（）]{1,40})[)）]")
_INVISIBLE = re.compile("[\u200b-\u200f\ufeff\u00ad\u2060]")
_AND = re.compile(r"[和与暨]")
_FIGURES = re.compile(r"\d{2}|\d[年月日:.]|@|www")
_POST = re.compile(
    r"(?:党组|党委|总支|支部|常务)?(?:副|第一)?(?:主席|书记|局长|主任|科长|部长|会长|校长|院长|厂长|处长|所长|站长|"
    r"社长|队长|经理|董事长|秘书长|干事|科员|主编|编辑)$"
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
    ``(县总工会 李四 王五)`` one for each person and the unit with the first,
    ``记者 孟军 通讯员 吴利华 杨志`` three with their roles. ``text`` of each is the printed part;
    nothing is resolved and nothing invented. Verbs (供稿, 报送) and role words are no part of a
    name. Lines beyond 400 characters are no contributor lines: empty result.
    """
    line = _INVISIBLE.sub("", text).strip()
    line = _strip_brackets(_LEAD.sub("", line) if len(line) <= LONGEST_LINE else line)
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
    return _Reader(line, role).read()


def _strip_brackets(line: str) -> str:
    for _ in range(3):
        inside = _BRACKETS.match(line)
        if not inside or any(c in inside[1] for c in "()（）"):
            break
        line = inside[1]
    return line


def _open_brackets(line: str) -> str:
    """``line`` without brackets around a unit or person; those of 烟草局(公司) stay."""

    def opened(match: re.Match[str]) -> str:
        inside = match[1]
        named = is_person_name(inside) or is_unit_name(inside)
        return f"{_OPENED}{inside}{_OPENED}" if named else match[0]

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
    """Goes through the words once and keeps the unit that the next person belongs to."""

    def __init__(self, line: str, role: ContributorRole) -> None:
        self._line = line
        self._default = role
        self._role = role
        self._unit: _Word | None = None
        self._waiting = False
        self._found: list[Contributor] = []

    def read(self) -> tuple[Contributor, ...]:
        for word in _words(self._line):
            self._take(word)
        self._flush()
        return tuple(self._found)

    def _take(self, word: _Word) -> None:
        if word.text in _ROLES:
            self._take_role(word)
            return
        if not is_unit_name(word.text):
            if label := next((p for p in _PREFIXES if word.text.startswith(p)), None):
                self._change_role(label)
                word = self._part(word, len(label), len(word.text))
            verb = _VERB.search(word.text)
            if verb and not is_person_name(word.text) and _may_sign(word.text, verb.start()):
                word = self._part(word, 0, verb.start())
        if _STANDING.fullmatch(word.text):
            return
        told = _FIGURES.search(word.text) and not is_unit_name(word.text)
        if len(word.text) > 1 and not told:
            self._name(word)

    def _take_role(self, word: _Word) -> None:
        """文/张三 speaks of the name behind the sign, 张三/文 of the one before it."""
        before = self._line[max(word.start - _BESIDE, 0) : word.start].rstrip()
        behind = self._line[word.end : word.end + _BESIDE].lstrip()
        after_sign, before_sign = before[-1:] in _SLASHES, behind[:1] in _SIGNS
        if after_sign and not before_sign and self._found:
            self._found[-1] = self._found[-1].model_copy(update={"role": _ROLES[word.text]})
        else:
            self._change_role(word.text)

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
        self._flush()
        self._role = _role_of(label, self._default)
        self._unit = None

    def _name(self, word: _Word) -> None:
        if pair := _two_units(word.text):
            for begin, end in pair:
                self._begin_unit(self._part(word, begin, end))
        elif is_unit_name(word.text):
            self._begin_unit(word)
        elif is_person_name(word.text) or self._passes_as_person(word.text):
            self._add_person(word)
        elif glued := _glued(word.text):
            unit, person = glued
            self._begin_unit(self._part(word, 0, unit))
            if person < len(word.text):
                self._add_person(self._part(word, person, len(word.text)))
        else:
            self._begin_unit(word)

    def _passes_as_person(self, text: str) -> bool:
        """A short word of no known kind: a pen name, or a name with a rare or no surname."""
        longest = 4 if self._unit or self._role == "reporter" else 3
        return (
            2 <= len(text) <= longest
            and text[0] not in "省市县州镇乡"
            and not ends_like_unit(text)
            and not _POST.search(text)
            and all("一" <= char <= "龥" for char in text)
            and read_core(text, None) is None
        )

    def _begin_unit(self, word: _Word) -> None:
        self._flush()
        self._unit, self._waiting = word, True

    def _add_person(self, word: _Word) -> None:
        unit = self._unit if self._waiting else None
        start = unit.start if unit else word.start
        self._waiting = False
        closed = word.end + (
            self._line[word.end : word.end + 1] in (")", "）") and start < word.start
        )
        self._found.append(
            Contributor(
                text=self._line[start:closed],
                role=self._role,
                unit=self._printed(unit) if unit else None,
                person=word.text,
            )
        )

    def _printed(self, word: _Word) -> str:
        return self._line[word.start : word.end]

    def _flush(self) -> None:
        """Add the unit that no person followed as a contributor of its own."""
        if self._unit and self._waiting:
            printed = self._printed(self._unit)
            self._found.append(Contributor(text=printed, role=self._role, unit=printed))
        self._unit, self._waiting = None, False


def _may_sign(text: str, verb: int) -> bool:
    """Whether a word ends with a verb: 李小明摄 does, and 后俊文 is a name."""
    name = text[:verb]
    return len(text) - verb > 1 or not name or is_person_name(name) or is_unit_name(name)


def _two_units(text: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where the two units of 县总工会和县妇联 stand; None for 市住房和城乡建设局."""
    for sign in _AND.finditer(text):
        left, right = text[: sign.start()], text[sign.end() :]
        if is_unit_name(left) and is_unit_name(right):
            return (0, sign.start()), (sign.end(), len(text))
    return None


def _glued(text: str) -> tuple[int, int] | None:
    """Where the unit ends and the person begins in 县总工会张三 or 县总工会主席张三."""
    for length in (3, 2, 4, 0):
        before = text[: len(text) - length]
        if length and not is_person_name(text[len(before) :]):
            continue
        unit = _POST.sub("", before)
        if (length or unit != before) and is_unit_name(unit):
            return len(unit), len(before)
    return None
