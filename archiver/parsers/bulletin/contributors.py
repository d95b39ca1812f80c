"""Who sent an article in: 来稿:…, (县总工会办公室 张三), 本报讯(记者 …); and the credits."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.units import is_person_name, is_unit_name, parse_contributors
from archiver.parsers.bulletin.groups import are_clauses, is_class, is_group, is_team, is_workplace
from archiver.parsers.bulletin.shapes import compact, section_name
from archiver.parsers.bulletin.words import CONTRIBUTOR_LABELS, CREDIT_LABELS, UNIT_ENDS, role_of
from archiver.records import Contributor, ContributorRole


def _alternatives(labels: frozenset[str]) -> str:
    return "|".join(r"\s?".join(label) for label in sorted(labels, key=lambda x: (-len(x), x)))


_LABELS: Final = _alternatives(CONTRIBUTOR_LABELS | CREDIT_LABELS)
_LABEL: Final = re.compile(rf"(?P<label>{_LABELS})\s{{0,4}}(?P<sign>[:/;|丨︱])\s*")
_NEXT_LABEL: Final = re.compile(r"\s[一-龥A-Za-z]{2,6}:")  # any other word with a colon
_LABEL_IN_PARENTHESES: Final = re.compile(
    rf"(?P<label>{_LABELS})(?P<sign>\s{{0,4}}[:/;|丨︱]|\s+)\s*"
)
_VERBS: Final = tuple("供稿 报送 提供 推荐 整理 撰稿 投稿 来稿 供图 摄影报道 摄影 摄 撰 文".split())
_VERB: Final = re.compile(
    rf"^(?:(?:本文|本稿|稿件|资料|以上)?由)?(?P<who>.{{2,40}}?)\s*(?:联合)?(?P<verb>{'|'.join(_VERBS[:-2])}|(?<=[\s/])[文撰])$"
)
_PHOTO: Final = re.compile(r"\s(?:摄影|图|图片)\s*[:/]\s*(?P<who>[一-龥\s、]{2,12})$")
_BOTH: Final = re.compile(r"^(?P<who>.{2,40}?)\s*(?:文\s?[/、]\s?图|图\s?[/、]\s?文|图文|文图)$")
_BOTH_FIRST: Final = re.compile(r"(?:文\s?[/、]\s?图|图\s?[/、]\s?文|图文)\s+(?P<who>.{2,40})$")
_EACH_ROLE: Final = re.compile(r"/\s?[文图摄](?:\s|$)")
_NOT_NAMES: Final = re.compile(
    r"^(?:[详参]?见(?!义)|下转|上接|续|完(?!小)|待续|未完|图(?![书文/、])|略(?!阳)|附(?![属中小院])|试行|节选|摘要|摘自|转载|原载|有删节|全文|终稿|草案|讨论稿|暂行|修订|[一二三四五六七八九十\d]+$)"
)
# Headings of one word are padded as names are: 目　录.
_HEADINGS: Final = frozenset(
    """
    目录 前言 引言 序言 序 导语 导读 摘要 正文 总则 附则 附件 附录 附表 附图 说明 概述 概况 简介
    背景 结语 后记 公告 通知 通告 公示 通报 意见 决定 决议 报告 批复 函 公函 纪要 声明 启事 倡议
    章程 规定 办法 名单 备注 注释
    """.split()
)
_AUTHOR_IS: Final = re.compile(r"作者(?:系|为|单位系)(?P<who>[^。:]{2,30})$")
_OCCUPATION: Final = re.compile(
    r"(?:离休|退休|离退休|青年|老)?(?:干部|参谋|干事|职工|工人|教师|学生|队员|党员|志愿者|代表|委员|农民|农民工|劳模|会员|律师|医生|记者|书记"
    r"|模范|标兵|能手|获得者|讲师|副?教授|研究员|教员"
    r"|[一-龥]{2}(?:(?<![教律讲])师|(?<![党队委会究教])员|(?<![职民])工|人))$"
)
# 十二家民企.
_COUNTED: Final = re.compile(r"[\d一二三四五六七八九十百]+(?:家|个|名|户|位|件|项|条)")
_CLASS_NUMBER: Final = re.compile(r"\(\d{1,2}\)(?=班)")
_HAN_WORD: Final = re.compile(r"[一-龥“”\"]{2,16}")
_HAN_NAME: Final = re.compile(r"[一-龥“”\"·]{2,16}")
_SHORT_NAME: Final = re.compile("[一-龥]{2,3}")  # behind □, whatever the surname
_LONGEST_NAME: Final = 4
_OF_A_PLACE: Final = re.compile(
    "[一-龥]{2,3}(?:镇|乡|县|市|区|街道|社区|村)[一-龥]{2,8}(?<![来了的])$"
)
_RARE_ENDS: Final = "支关狱署间中业"  # of units, and of persons too: 党总支, 三中; 李建中
_SENTENCE: Final = re.compile(r"[。?!？！…]")
_CACHED: Final = 4096  # every line is asked several times what it is
_SPLIT: Final = re.compile(r"[、,;/|]|\s+")
_AUTHOR_MARK: Final = re.compile(r"^[□◎○◇]\s*(.{2,40})$")
_LEAD: Final = re.compile(
    r"^(?:本[报刊站网]讯|本[报刊]消息|[一-龥]{2,6}(?:日电|讯))?\s*[(【\[](?P<inner>[^()【】\[\]]{2,60})[)】\]]"
)
_LEAD_LABEL: Final = re.compile(r"(?:本[报刊网台]|特约|职工|实习|见习)?(?:记者|通讯员|作者)")
_POST: Final = re.compile(
    r"(?:书记|县长|市长|区长|乡长|镇长|主席|副主席|主任|局长|部长|院长|校长|董事长|经理|科长|处长|所长|站长"
    r"|组长|队长|班长|厂长|会长|庭长|行长|馆长|秘书长|检察长)$"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """What one line says about who wrote, sent, edited: contributors and ``credits[role]``."""

    contributors: tuple[Contributor, ...] = ()
    credits: dict[str, tuple[str, ...]] = field(default_factory=dict)


@lru_cache(maxsize=_CACHED)
def read_labelled(text: str) -> Byline | None:
    """A line of ``label:value`` pairs: 来稿:县妇联; 文章作者:艾红 唐涌/编辑:李俊/审签:罗伟."""
    if found := _AUTHOR_IS.match(text):
        return _author(found["who"])
    if (
        text[:1] in "文图"
        and (both := _BOTH_FIRST.match(text))
        and (names := read_names(both["who"], "author"))
    ):
        return Byline(names)
    pairs = _pairs(text, _LABEL)
    if not pairs or any(len(compact(value)) > 60 or _SENTENCE.search(value) for _, value in pairs):
        return None
    return _from_pairs(pairs)


@lru_cache(maxsize=_CACHED)
def read_parenthesised(text: str) -> Byline | None:
    """(桃源县总工会), (通讯员 李华), (作者 张恒 编辑 朱菲): the whole text is one parenthesis."""
    inner = _inside_parentheses(text)
    if inner is None or len(compact(inner)) > 46 or _NOT_NAMES.match(inner):
        return None
    if found := _AUTHOR_IS.match(inner):
        return _author(found["who"])
    if (both := _BOTH_FIRST.match(inner)) and (names := read_names(both["who"], "author")):
        return Byline(names)
    if pairs := _pairs(inner, _LABEL_IN_PARENTHESES):
        return _from_pairs(pairs)
    if byline := read_with_verb(inner):
        return byline
    if inner[-1] == "报" and is_unit_name(inner[:-1]) and not is_unit_name(inner):  # (县总工会报)
        return Byline((Contributor(text=inner[:-1], role="contributor", unit=inner[:-1]),))
    if "/" in inner and _EACH_ROLE.search(inner):  # 何静/文 张勇/图
        names = parse_contributors(inner)
        return Byline(names) if all(one.person for one in names) else None
    contributors = read_names(inner, "contributor") or _signed(inner) or _glued(inner)
    if not contributors and (is_group(inner) or is_workplace(inner)):
        contributors = (Contributor(text=inner, role="contributor", unit=inner),)
    return Byline(contributors) if contributors and len(compact(inner)) <= 40 else None


@lru_cache(maxsize=_CACHED)
def read_with_verb(text: str) -> Byline | None:
    """县总工会 供稿; 院工会供稿 摄影/包文."""
    if len(text) > 60:
        return None
    if text[-1:] in "文图" and (found := _BOTH.match(text)):  # who wrote took the pictures too
        names = read_names(found["who"].strip(" ,、"), "author")
        return Byline(names) if names else None
    head, photo = text, None
    if found := _PHOTO.search(text):
        head, photo = text[: found.start()].rstrip(), found["who"]
    found = _VERB.match(head) if head.endswith(_VERBS) else None
    if not found:
        return None
    role: ContributorRole = (
        "photographer" if found["verb"] in ("供图", "摄影报道", "摄影", "摄") else "contributor"
    )
    who = found["who"].strip(" ,、")
    contributors = read_names(who, role) or _titled(who, role)
    if not contributors:
        return None
    extra = read_names(photo, "photographer") if photo else ()
    return Byline(contributors + extra)


@lru_cache(maxsize=_CACHED)
def read_lone_names(text: str) -> Byline | None:
    """A unit or person alone under a title: 桃源县“双联”办; □ 省社科院课题组; 县委书记 张三."""
    if len(word := compact(text)) > 32 or word in _HEADINGS or _COUNTED.match(word):
        return None
    if marked := _AUTHOR_MARK.match(text):
        contributors = read_names(marked[1], "author") or _signed(marked[1], "author")
        if not contributors and re.search("课题组|调研组|编辑部|本刊", marked[1]):
            contributors = (Contributor(text=marked[1], role="author", unit=marked[1]),)
        elif not contributors and _SHORT_NAME.fullmatch(word[1:]) and section_name(word) is None:
            contributors = (Contributor(text=marked[1], role="author", person=marked[1]),)
        return Byline(contributors) if contributors else None
    if text[0] == text[-1] == "·":
        text = text.strip("· ")
    team, _, person = text.partition(" ")
    if is_group(team) and is_person_name(compact(person)):  # 带电作业班 廖军
        return Byline(_signed(f"{team} {compact(person)}"))
    contributors = read_names(text, "contributor")
    # 供电公司工会组织…进社区活动 is a title, though 区活动 has the shape of a name.
    glued = any(c.unit and c.person and not _SPLIT.search(c.text) for c in contributors)
    return Byline(contributors) if contributors and not glued else None


def is_empty_label(text: str) -> bool:
    """撰稿人: with nothing behind it, as a form prints it that nobody filled in."""
    return text[-1:] == ":" and _LABEL.fullmatch(text) is not None


def read_under_title(text: str) -> Byline | None:
    """As above; and a person behind a unit of any name: 巴贝领带 胡文娟."""
    if byline := read_lone_names(text):
        return byline
    if names := _signed(text):
        return Byline(names)
    return read_group(text)


def read_group(text: str, *, at_end: bool = False) -> Byline | None:
    """A team where only a name can stand, 采掘一班; at the end a place of work too, 东风水库."""
    if is_team(text) or (at_end and is_workplace(text)):
        return Byline((Contributor(text=text, role="contributor", unit=text),))
    return None


def read_lead(text: str) -> tuple[Contributor, ...]:
    """本报讯(记者 孟军 通讯员 吴利华 杨志) at the start of a paragraph."""
    found = _LEAD.match(text)
    if not found:
        return ()
    inner = found["inner"]
    label = _LEAD_LABEL.match(inner)
    return parse_contributors(inner, "reporter") if label else ()


@lru_cache(maxsize=_CACHED)
def read_names(text: str, role: ContributorRole) -> tuple[Contributor, ...]:
    """Units and persons of a list without labels; empty when any part is neither."""
    words = [w for w in text.split() if not (_POST.search(w) and len(w) <= 16)]
    if not words or not _may_be_name(words[-1]):
        return ()
    if len(words) > 1 and is_class(words[0]):  # 21级汽修1班 张三
        return _signed(" ".join(words), role)
    found = parse_contributors(" ".join(words), role)
    if any(one.unit and one.person and are_clauses(one.unit, one.person) for one in found):
        return ()
    known = all(
        (one.unit is None or is_unit_name(one.unit))
        and (one.person is None or is_person_name(one.person) or _SPLIT.search(one.text.strip()))
        for one in found
    )
    return found if known else ()


def read_as_names(text: str) -> tuple[Contributor, ...]:
    """Units and persons of a text that stands where only names stand; pen names too."""
    folded = fold(text).strip()
    return read_names(folded, "contributor") or _signed(folded) or parse_contributors(folded)


def read_lone_person(text: str) -> Contributor | None:
    """(田野): a word in parentheses, set apart at the end, is a person though it is a word.

    Longer ones (阿依努尔, 送桥镇督学责任区) are persons and offices that no table knows.
    """
    inner = _inside_parentheses(text)
    name = compact(inner or "")
    if not _HAN_WORD.fullmatch(name) or _NOT_NAMES.match(name):
        return None
    if _OF_A_PLACE.match(name):
        return Contributor(text=name, role="contributor", unit=name)
    if len(name) > _LONGEST_NAME or name[-1] in "室部科办股处局" or is_workplace(name):
        return None
    return Contributor(text=name, role="contributor", person=name)


def _may_be_name(text: str) -> bool:
    """A cheap look at the end of the last word, before names are taken apart."""
    last = _SPLIT.split(text.rstrip(")"))[-1]
    return len(last) <= 4 or last[-1] in UNIT_ENDS or last[-1] in _RARE_ENDS or "·" in last


def names_reporter(text: str) -> bool:
    """Whether a line says by a word of its own that names follow: 本网记者 李明."""
    return _LEAD_LABEL.match(text) is not None or " 通讯员 " in text


def read_signed(text: str) -> tuple[Contributor, ...]:
    """A name set apart at the end: units and persons, or what a person is and the person."""
    return read_names(text, "contributor") or _signed(text)


def _author(text: str) -> Byline | None:
    """作者系县总工会主席 张三: the unit whose post the author holds, and the author."""
    holder, _, last = text.strip().rpartition(" ")
    person = last if holder and is_person_name(last) else None
    unit = _place_of(_POST.sub("", (holder if person else text).strip()))
    if person:
        unit = unit.removesuffix("副")
    if not is_unit_name(unit):
        return None
    return Byline((Contributor(text=text.strip(), role="author", unit=unit, person=person),))


def _signed(text: str, role: ContributorRole = "contributor") -> tuple[Contributor, ...]:
    """A word before persons is a unit of an unknown kind, or what the person is (职工)."""
    words = text.split()
    if not 1 < len(words) < 5 or not all(map(_HAN_NAME.fullmatch, words[1:])):
        return ()
    if not (_HAN_WORD.fullmatch(words[0]) or is_group(words[0])):
        return ()
    if len(words) > 2 and all(_POST.search(w) or _OCCUPATION.search(w) for w in words[:-1]):
        words = words[-2:]  # 省劳动模范 东风厂铣工 张三
    # A name of another people (阿布都热合曼) is known by the unit before it.
    persons = [is_person_name(word) for word in words[1:]]
    known = is_unit_name(words[0]) or is_group(words[0]) or is_workplace(words[0])
    foreign = known and (len(words) == 2 or any(persons))
    foreign = foreign and not are_clauses(words[0], words[1])
    foreign = foreign and not any(len(w) > 8 or is_unit_name(w) for w in words[1:])
    if not foreign and not all(persons):
        return ()
    unit = _unit_of(words[0])
    return tuple(
        Contributor(
            text=f"{unit} {person}" if unit else person,
            role=role,
            unit=unit,
            person=person,
        )
        for person in words[1:]
    )


def _titled(text: str, role: ContributorRole) -> tuple[Contributor, ...]:
    """防火参谋 余勇: what a person is and the person; other words may be those of a caption."""
    found = _signed(text, role)
    return found if all(one.unit is None for one in found) else ()


def _unit_of(word: str) -> str | None:
    """双沟中学教师: the unit before what a person is there; a word that is neither is the unit."""
    if _POST.search(word):
        return None
    if not _OCCUPATION.search(word):
        return word
    unit = _place_of(word)
    return unit if is_unit_name(unit) else None


def _place_of(word: str) -> str:
    """A word without what a person is there: of 工作队员 remains the 工作队."""
    if word.endswith(("队员", "组员")) and is_unit_name(word[:-1]):
        return word[:-1]
    return _OCCUPATION.sub("", word)


def _glued(text: str) -> tuple[Contributor, ...]:
    """县妇联办公室张淑芳: a unit with its person behind it, without a blank."""
    if text == "办公室":  # of whoever edits
        return (Contributor(text=text, role="contributor", unit=text),)
    if not 4 <= len(text) <= 18 or not _HAN_WORD.fullmatch(text):
        return ()
    for size in (3, 2):
        unit, person = text[:-size], text[-size:]
        known = unit[-1] in UNIT_ENDS and (unit == "办公室" or is_unit_name(unit) or is_group(unit))
        if known and is_person_name(person):
            return (Contributor(text=text, role="contributor", unit=unit, person=person),)
    return ()


def split_trailing(text: str) -> tuple[str, Byline] | None:
    """A paragraph that ends ``。(县总工会)``: the paragraph without it, and who that is."""
    folded = text.rstrip()
    if not folded or folded[-1] not in ")）】]〕":
        return None
    at = max(folded.rfind(bracket, -60) for bracket in "(（【[〔")
    if at <= 0:
        return None
    before = folded[:at].rstrip()
    if not before or before[-1] not in "。!?！？”…":
        return None
    byline = read_parenthesised(fold(folded[at:]))
    return (before, byline) if byline else None


def _inside_parentheses(text: str) -> str | None:
    pairs = {"(": ")", "【": "】", "[": "]", "〔": "〕", "〖": "〗"}
    if len(text) < 4 or pairs.get(text[0]) != text[-1]:
        return None
    inner = text[1:-1].strip()
    other = _CLASS_NUMBER.sub("", inner)  # (高三(5)班 张三)
    return None if text[0] in other or text[-1] in other else inner


def _pairs(text: str, pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    if len(text) > 160 or not pattern.match(text):
        return []
    found = [
        m for m in pattern.finditer(text) if m.start() == 0 or not _is_han(text[m.start() - 1])
    ]
    ends = [m.start() for m in found[1:]] + [len(text)]
    return [
        (compact(m["label"]), _NEXT_LABEL.split(text[m.end() : end])[0].strip(" /;,|、"))
        for m, end in zip(found, ends, strict=True)
    ]


def _is_han(char: str) -> bool:
    return "一" <= char <= "鿿"


def _from_pairs(pairs: list[tuple[str, str]]) -> Byline | None:
    contributors: list[Contributor] = []
    credit: dict[str, tuple[str, ...]] = {}
    shared: list[str] = []  # labels before a stroke: 文/图:张三
    for label, value in pairs:
        if not value:
            shared.append(label)
            continue
        if label in CREDIT_LABELS:
            credit[label] = tuple(_join_spaced_names([p for p in _SPLIT.split(value) if p]))
        elif label == "作者单位" and contributors and contributors[-1].unit is None:
            last = contributors[-1]
            contributors[-1] = last.model_copy(update={"unit": value})
        else:
            for role in dict.fromkeys(map(role_of, [*shared, label])):
                contributors.extend(
                    read_names(value, role) or _signed(value, role) or _unknown(value, role)
                )
        shared = []
    return Byline(tuple(contributors), credit) if contributors or credit else None


def _unknown(value: str, role: ContributorRole) -> tuple[Contributor, ...]:
    if len(compact(value)) > 40 or "。" in value:
        return ()
    names = [name for name in _SPLIT.split(value) if name]
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
