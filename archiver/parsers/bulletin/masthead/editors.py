"""编发单位: who edits, prints or publishes an issue, as its masthead says."""

import re
from dataclasses import dataclass, field
from typing import Final

from archiver.chinese.memo import remembered
from archiver.parsers.bulletin.dating import FoundDate, read_full_date
from archiver.parsers.bulletin.names import contributors
from archiver.parsers.bulletin.shapes import compact, is_office

_ROLES: Final = (
    "主编单位|主编|编印|编发|编写|编制|编辑|编纂|编录|编译|辑译|整理|汇编|摘编|选编"
    "|主办|主管|承办|协办|合办|印发|印制|编|印"
)
_TOGETHER: Final = "(?:(?<![妇残侨科文商])联合|共同|合)?"  # 县妇联合编
_ROLE: Final = re.compile(rf"\s*(?:{_TOGETHER}(?:{_ROLES})|\((?:{_ROLES})\))$")
_ROLE_ALONE: Final = re.compile(rf"(?:{_TOGETHER}(?:{_ROLES}))?")
_LABEL: Final = re.compile(
    r"(?:^|(?<=\s)|(?<=[;,、]))(?P<label>主\s?办|承\s?办|协\s?办|合\s?办|编\s?印|编\s?发|编\s?辑|编\s?制"
    r"|编\s?写|主\s?编|编|印\s?发|主\s?管|出\s?版)\s?(?:单位|机关|部门|处|者)?\s*:\s*"
)
DATE_LABEL: Final = re.compile(
    r"(?:(?:印发|出版|出刊|刊发|编印|编发|编制|编辑|发布|印制|签发|发行)?(?:日期|时间))\s*:?"
)
_CHECKED: Final = re.compile(r"^(?:签发|签发人|审签|核稿)\s*:")
_PART_OF_NAME: Final = re.compile(
    r"^(?:工作|活动)?(?:领导小组|协调小组|指挥部|委员会|联席会议)(?:办公室)?$|^(?:领导小组)?办公室$"
    r"|^编(?:辑部|委会)$"
)
# Of an office for a time, whose name takes two lines: 清溪县“安康杯”竞赛 / 活动组委会办公室.
_REST_OF_NAME: Final = re.compile(
    r"(?!中共|.{0,3}[省市县区州旗盟镇乡])[一-龥]{2,8}"
    r"(?:(?:领导小组|协调小组|指挥部|委员会|组委会|联席会议)(?:办公室)?|(?<=工作)办公室)"
)
_WITH_PLACE: Final = re.compile("(?:中共|中国共产党)?[一-龥]{0,8}?[省市县区州旗盟镇乡]")
_BODY: Final = re.compile(
    r"[一-龥“”]{3,30}(?:会|院|校|所|站|队|社|公司|集团|厂|馆|台|行|中心|室|科|组|团)"
)
# Two offices of one place with nothing between them: 清溪县委督查室清溪县人民政府督查室.
_SECOND_OFFICE: Final = re.compile(
    r"(?:中共|中国共产党)?(?P<place>[一-龥]{1,6}?[省市县区州旗])[一-龥]{1,12}?[室办]"
    r"(?P<second>(?:中共)?(?P=place)[一-龥]{2,14}[室办])"
)
# Of the place or the body that the first of them names: 银河街道党工委、办事处.
_LIKE_FIRST: Final = re.compile("(?:党委|党工委|党组|人民政府|政府|办事处|行政|管委会|人大|政协)")
_IS_OVER: Final = re.compile(r"主\s?管\)?$")
_LIST: Final = re.compile(r"[、;,]|\s+")


@dataclass(slots=True)
class Editors:
    """Names with the masthead line they stand on, and whether a role (编, 主办) stands beside.

    ``looks`` is how each line looks: lines alike and against each other are one list.
    """

    found: list[tuple[int, str, bool]] = field(default_factory=list)
    looks: dict[int, object] = field(default_factory=dict)
    credits: dict[str, tuple[str, ...]] = field(default_factory=dict)
    date: FoundDate | None = None
    above: set[str] = field(default_factory=set)  # 主管: who is over those that edit

    def __bool__(self) -> bool:
        return bool(self.found)

    @property
    def has_role(self) -> bool:
        """Whether any name says that it edits."""
        return any(role for _, _, role in self.found)

    @property
    def last_line(self) -> int | None:
        """The line of the last name."""
        return self.found[-1][0] if self.found else None

    @property
    def text(self) -> str | None:
        """The editors as a list: those with a role, and those on the lines against them."""
        if not self.found:
            return None
        rows = {at for at, _, role in self.found if role} or {self.found[-1][0]}
        others = sorted({at for at, _, _ in self.found} - rows)
        for at in [*others, *reversed(others)]:
            if any(k in rows and self.looks.get(k) == self.looks.get(at) for k in (at - 1, at + 1)):
                rows.add(at)
        names = dict.fromkeys(name for at, name, _ in self.found if at in rows)
        return "、".join([name for name in names if name not in self.above] or names)

    def add(self, at: int, text: str, *, role: bool) -> None:
        """Names of a list, each without its role."""
        for name in _names(text):
            if len(name) > 1 and not _ROLE_ALONE.fullmatch(name):
                self.found.append((at, name, role))
                if _IS_OVER.search(text):
                    self.above.add(name)

    def complete(self, above: str) -> None:
        """领导小组办公室 alone is the second half of a name; ``above`` is the line before it."""
        at, name, role = self.found[-1]
        first = compact(above)
        whole = 4 <= len(first) <= 30 and not re.search("[。,!?;:]", first)
        rest = _REST_OF_NAME.fullmatch(name) and _WITH_PLACE.match(first)
        if whole and (rest or _PART_OF_NAME.match(name)):
            self.found[-1] = (at, first + name, role)

    def go_on(self, at: int, text: str) -> bool:
        """办公室 alone under a name is the second half of it; False when no name stands above."""
        if not self.found or self.found[-1][0] != at - 1 or text in self.found[-1][1]:
            return False
        _, name, role = self.found[-1]
        self.found[-1] = (at, name + (_ROLE.sub("", text) or text), role)
        return True

    def read_labels(self, at: int, text: str) -> bool:
        """主办:X 承办:Y, 主编:张三 责任编辑:李四; False when the text is nothing of the kind."""
        if ":" not in text:
            return False
        found = list(_LABEL.finditer(text))
        byline = contributors.read_labelled(text)
        credit = byline.credits if byline else {}
        if not found or found[0].start() != 0:
            alone = byline is not None and bool(credit) and not byline.contributors
            self.credits.update(credit if alone else {})
            return alone or _CHECKED.match(text) is not None
        for one, following in zip(found, [*found[1:], None], strict=True):
            value = text[one.end() : following.start() if following else len(text)].strip(" ,;、")
            if date := read_full_date(value):
                self.date = self.date or date
                value = (value[: date.span[0]] + value[date.span[1] :]).strip()
                value = DATE_LABEL.sub("", value).strip()
            if any(map(is_office, _LIST.split(value))):
                self.add(at, value, role=True)
                if compact(one["label"]) == "主管":
                    self.above.update(_LIST.split(value))
        persons = {k: v for k, v in credit.items() if not any(map(is_office, v))}
        self.credits.update(persons)
        return True


def _names(text: str) -> list[str]:
    names: list[str] = []
    for part in _LIST.split(text):
        name = (_ROLE.sub("", part) or part).strip("()")
        if two := _SECOND_OFFICE.fullmatch(name):
            names.append(name[: two.start("second")])
            name = two["second"]
        names.append(name)
    return names


def is_rest_of_name(text: str) -> bool:
    """True for what can only be the second half of an office's name, with a role or without."""
    name = _ROLE.sub("", compact(text))
    return _PART_OF_NAME.match(name) is not None or _REST_OF_NAME.fullmatch(name) is not None


def is_role(text: str) -> bool:
    """True for 编印 and the like, alone or missing."""
    return _ROLE_ALONE.fullmatch(text) is not None


def begins_with_label(text: str) -> bool:
    """True for 主办:, 编印单位: at the start of a line."""
    return _LABEL.match(text) is not None


@remembered
def is_edited_by(text: str) -> bool:
    """True for an office with its role behind it: 县总工会办公室编印."""
    found = _ROLE.search(text)
    if not found or not 4 <= len(compact(text)) <= 50 or re.search("[。,!?;:]", text):
        return False
    names = [n for n in _LIST.split(text[: found.start()]) if n]
    if not names:
        return False
    if len(names) > 1 and all(map(_LIKE_FIRST.fullmatch, names[1:])):
        names = names[:1]
    return is_office(names[-1]) or _BODY.fullmatch(names[-1]) is not None
