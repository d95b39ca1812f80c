"""Label and value by turns, as lines of names are printed: 来稿:县妇联; 编辑:李俊 审签:罗伟."""

import re
from dataclasses import dataclass, field
from typing import Final

from archiver.chinese.units import is_person_name
from archiver.parsers.bulletin.names.names import SEPARATOR, read_as_group, read_names, read_persons
from archiver.parsers.bulletin.shapes import compact
from archiver.parsers.bulletin.words import (
    CONTRIBUTOR_LABELS,
    CREDIT_LABELS,
    PRINTED_FIRST,
    UNIT_ENDS,
    role_of,
)
from archiver.records import Contributor, ContributorRole


def _alternatives(labels: frozenset[str]) -> str:
    return "|".join(r"\s?".join(label) for label in sorted(labels, key=lambda x: (-len(x), x)))


_LABELS: Final = _alternatives(CONTRIBUTOR_LABELS | CREDIT_LABELS)
LABEL: Final = re.compile(rf"(?P<label>{_LABELS})\s{{0,4}}(?P<sign>[:/;|丨︱])\s*")
_LABEL_BEHIND: Final = re.compile(rf"[\s,;](?=(?:{_LABELS})\s{{0,4}}[:/])")
_OF_PAPER: Final = re.compile(r"《[^《》]+》.{0,4}\d")  # 《某某日报》2023年2月27日第3版
_PRINTED_IN: Final = re.compile(PRINTED_FIRST)  # (原载《工运》2016年第4期,作者:李明)
_NAME: Final = re.compile("[一-龥·]{2,4}")
_MAKERS: Final = frozenset("通讯员 记者 撰稿 撰文 摄影 供稿 文字 文 图".split())
_BEFORE_BLANKS: Final = CREDIT_LABELS | _MAKERS
_ADDRESS: Final = re.compile(r"@|www\.|^[\d\s()-]+$")  # where to send texts: 投稿:x@y.cn
_LONGEST_ROW: Final = 60  # characters
_OF_UNIT: Final = ("单位", "部门")
_UNIT_AND_PERSON: Final = 2
_NEXT_LABEL: Final = re.compile(r"\s[一-龥A-Za-z]{2,6}:")  # any other word with a colon
LABEL_IN_PARENTHESES: Final = re.compile(
    rf"(?P<label>{_LABELS})(?P<sign>\s{{0,4}}[:/;|丨︱]|\s+)\s*"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """What one line says about who wrote, sent, edited: contributors and ``credits[role]``."""

    contributors: tuple[Contributor, ...] = ()
    credits: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of_picture(self) -> bool:
        """Whether nobody is named but who took a picture."""
        return all(one.role == "photographer" for one in self.contributors)


def is_empty_label(text: str) -> bool:
    """撰稿人: with nothing behind it, as a form prints it that nobody filled in."""
    return text[-1:] == ":" and LABEL.fullmatch(text) is not None


def pairs_of(text: str, pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """Labels and their values in order; none unless the text begins with a label."""
    if len(text) > 160 or not pattern.match(text):
        return []
    found: list[re.Match[str]] = []
    for match in pattern.finditer(text):
        before = found[-1].end() if found else 0
        if match.start() == before or _is_apart(text, before, match):
            found.append(match)
    ends = [m.start() for m in found[1:]] + [len(text)]
    return [
        (compact(m["label"]), _NEXT_LABEL.split(text[m.end() : end])[0].strip(" /;,|、"))
        for m, end in zip(found, ends, strict=True)
    ]


def pairs_by_blanks(text: str) -> list[tuple[str, str]]:
    """编辑 刘畅  审核 孟祥瑞, 通讯员 李明  责编 罗伟: labels and persons by turns, and blanks.

    Where none of them is a label of credits, all persons bear names that persons bear.
    """
    words = text.split() if len(text) <= _LONGEST_ROW else []
    if len(words) < 2 or words[0] not in _BEFORE_BLANKS:
        return []
    sure = not CREDIT_LABELS.isdisjoint(words)
    pairs: list[tuple[str, str]] = []
    for word in words:
        if word in _BEFORE_BLANKS:
            pairs.append((word, ""))
        elif _NAME.fullmatch(word) and (sure or is_person_name(word)):
            label, names = pairs[-1]
            pairs[-1] = (label, f"{names} {word}".strip())
        else:
            return []
    known = len(pairs) > 1 or all(map(is_person_name, words[1:]))
    return pairs if known and all(names for _, names in pairs) else []


def byline_behind(text: str) -> Byline | None:
    """县总工会权益部 编辑:李俊 审核:罗伟: who sent it in before the labels, or where it stood."""
    found = _LABEL_BEHIND.search(text) if ":" in text and len(text) <= _LONGEST_ROW else None
    if found is None or text[0] in "(【[":
        return None
    before = text[: found.start()].rstrip(" ,;")
    names = read_names(before, "contributor") or read_as_group(before)
    if not names and not _PRINTED_IN.match(before):
        return None
    said = byline_of(pairs_of(text[found.end() :], LABEL))
    return Byline(names + said.contributors, said.credits) if said else None


def _is_apart(text: str, before: int, label: re.Match[str]) -> bool:
    """Whether a label stands behind a value that began at ``before``, and is no end of a word.

    What was set in elements of its own may touch it: 来源:县总工会作者:李明.
    """
    value = text[before : label.start()]
    if not "一" <= value[-1] <= "鿿":
        return True
    return len(label["label"]) > 1 and label["sign"][-1] == ":" and len(value.split()) == 1


def byline_of(pairs: list[tuple[str, str]]) -> Byline | None:
    """Who the values name, each in the part that the label gives."""
    contributors: list[Contributor] = []
    credit: dict[str, tuple[str, ...]] = {}
    shared: list[str] = []  # labels before a stroke: 文/图:张三
    printed = False  # in a paper before, which is nobody's name
    for label, value in pairs:
        if not value:
            shared.append(label)
            continue
        if _OF_PAPER.match(value):
            printed = True
        elif label in CREDIT_LABELS:
            credit[label] = tuple(_join_spaced_names([p for p in SEPARATOR.split(value) if p]))
        elif label == "作者单位" and contributors and contributors[-1].unit is None:
            last = contributors[-1]
            contributors[-1] = last.model_copy(update={"unit": value})
        else:
            for role in dict.fromkeys(map(role_of, [*shared, label])):
                named = read_names(value, role) or read_persons(value, role)
                contributors.extend(
                    one for one in named or _unknown(value, role) if one not in contributors
                )
        shared = []
    told = bool(contributors or credit or printed)
    labels = [label for label, value in pairs if value]
    if len(contributors) == len(labels) == _UNIT_AND_PERSON and labels[0].endswith(_OF_UNIT):
        contributors = _as_one(*contributors)
    return Byline(tuple(contributors), credit) if told else None


def _as_one(sender: Contributor, writer: Contributor) -> list[Contributor]:
    """供稿单位:县妇联 撰稿人:李青: a unit and who wrote for it are one contributor."""
    alone = writer.unit is None and sender.person is None and writer.role == sender.role
    if not alone or writer.person is None:
        return [sender, writer]
    text = f"{sender.text} {writer.text}"
    return [writer.model_copy(update={"unit": sender.unit, "text": text})]


def _unknown(value: str, role: ContributorRole) -> tuple[Contributor, ...]:
    if len(compact(value)) > 40 or "。" in value or _ADDRESS.search(value):
        return ()
    names = [name for name in SEPARATOR.split(value) if name]
    if all(2 <= len(name) <= 3 and name[-1] not in UNIT_ENDS for name in names):
        return tuple(Contributor(text=name, role=role, person=name) for name in names)
    return (Contributor(text=value, role=role, unit=value),)


def _join_spaced_names(parts: list[str]) -> list[str]:
    """杨 林 printed with a blank inside is one name."""
    out: list[str] = []
    for part in parts:
        if out and len(part) == 1 and len(out[-1]) == 1 and is_person_name(out[-1] + part):
            out[-1] += part
        else:
            out.append(part)
    return out
