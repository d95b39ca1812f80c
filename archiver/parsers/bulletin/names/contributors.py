"""Who sent an article in: 来稿:…, (县总工会办公室 张三), 本报讯(记者 …); and the credits."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.units import is_person_name, is_unit_name, parse_contributors
from archiver.parsers.bulletin.names.groups import (
    is_class,
    is_crowd,
    is_group,
    is_joint_team,
    is_team,
    is_workplace,
)
from archiver.parsers.bulletin.names.labelled import (
    LABEL,
    LABEL_IN_PARENTHESES,
    Byline,
    byline_behind,
    byline_of,
    pairs_by_blanks,
    pairs_of,
)
from archiver.parsers.bulletin.names.names import (
    CACHED,
    HAN_WORD,
    LONGEST_NAME,
    OF_A_PLACE,
    POST,
    SEPARATOR,
    SHORT_NAME,
    place_of,
    read_as_group,
    read_beside_known,
    read_described,
    read_glued,
    read_holder,
    read_names,
    read_persons,
    read_signed,
    read_titled,
)
from archiver.parsers.bulletin.shapes import compact, section_name
from archiver.parsers.bulletin.words import UNIT_ENDS
from archiver.records import Contributor, ContributorRole

_VERBS: Final = tuple(
    "供稿 报送 提供 推荐 口述 整理 撰稿 投稿 来稿 反映 联合调查 联合调研"
    " 供图 摄影报道 摄影 摄 撰 文".split()
)
_VERB: Final = re.compile(
    rf"^(?:(?:本文|本稿|稿件|资料|以上)?由)?(?P<who>.{{2,40}}?)\s*(?:联合)?(?P<verb>{'|'.join(_VERBS[:-2])}|(?<=[\s/])[文撰])$"
)
_SENT: Final = re.compile(
    r"(?:(?:本文|本稿|稿件)?由)?(?P<who>[一-龥A-Za-z\d“”·、 ]{2,30}?)\s*(?P<verb>[供来投]稿)$"
)
_FIRST_VERB: Final = re.compile(r"\s*(?:口述|讲述|采写|执笔|撰稿|供稿)[\s,、;]\s*")  # A 口述 B 整理
_PHOTO: Final = re.compile(r"\s(?:摄影|图|图片)\s*[:/]\s*(?P<who>[一-龥\s、]{2,12})$")
_BOTH: Final = re.compile(r"^(?P<who>.{2,40}?)\s*(?:文\s?[/、]\s?图|图\s?[/、]\s?文|图文|文图)$")
_BOTH_FIRST: Final = re.compile(r"(?:文\s?[/、]\s?图|图\s?[/、]\s?文|图文)\s+(?P<who>.{2,40})$")
_EACH_ROLE: Final = re.compile(r"/\s?[文图摄](?:\s|$)")
_REMARK: Final = re.compile(
    "(?:待|未|未完待)?续[完表上前]?|未?完|从?略|图[一二三四五六七八九十]?|附[件表录图注]?|见[上下前后]?[文表图页]"
)
# Names may begin so too: 图们市总工会, 续红兵.
_NOT_NAMES: Final = re.compile(
    r"^(?:[详参]?见|下转|上接|续|完(?!小)|待续|未完|图(?![书文/、])|略|附(?![属中小院])|试行|节选|摘要|摘自|转载|原载|有删节|全文|终稿|草案|讨论稿|暂行|修订|[一二三四五六七八九十\d]+$)"
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
_LONGEST_UNIT: Final = 20  # characters
_SHORTEST_UNIT: Final = 3
_OFFICES: Final = "所站队院校会厂社"  # what ends in these is hardly a person
_COUNTED: Final = re.compile(
    r"[\d一二三四五六七八九十百]+(?:家|个|名|户|位|件|项|条)"
)  # 十二家民企
# Parentheses within a name: 高三(5)班, 宏达集团(江苏)有限公司.
_WITHIN: Final = re.compile(r"(?<=[一-鿿])\([一-鿿\d]{1,8}\)(?=[一-鿿])")
_SENTENCE: Final = re.compile(r"[。?!？！…]")
_AUTHOR_MARK: Final = re.compile(r"^[□◎○◇]\s*(.{2,40})$")
_LEAD: Final = re.compile(
    r"^(?:本[报刊站网]讯|本[报刊]消息|[一-龥]{2,6}(?:日电|讯))?\s*[(【\[](?P<inner>[^()【】\[\]]{2,60})[)】\]]"
)
_LEAD_LABEL: Final = re.compile(r"(?:本[报刊网台]|特约|职工|实习|见习)?(?:记者|通讯员|作者)")


@lru_cache(maxsize=CACHED)
def read_labelled(text: str) -> Byline | None:
    """A line of ``label:value`` pairs: 来稿:县妇联; 文章作者:艾红 唐涌/编辑:李俊/审签:罗伟."""
    if (found := _AUTHOR_IS.match(text)) and (author := _author(found["who"])):
        return author
    if (
        text[:1] in "文图"
        and (both := _BOTH_FIRST.match(text))
        and (names := read_names(both["who"], "author"))
    ):
        return Byline(names)
    pairs = pairs_of(text, LABEL) or pairs_by_blanks(text)
    if not pairs:
        return byline_behind(text)
    if any(len(compact(value)) > 60 or _SENTENCE.search(value) for _, value in pairs):
        return None
    return byline_of(pairs)


@lru_cache(maxsize=CACHED)
def read_parenthesised(text: str) -> Byline | None:
    """(桃源县总工会), (通讯员 李华), (作者 张恒 编辑 朱菲): the whole text is one parenthesis."""
    inner = _inside_parentheses(text)
    if inner is None or len(bare := compact(inner)) > 46:
        return None
    if byline := byline_behind(inner):
        return byline
    if _NOT_NAMES.match(bare) and not _is_name(bare):
        return None
    if (found := _AUTHOR_IS.match(inner)) and (author := _author(found["who"])):
        return author
    if (both := _BOTH_FIRST.match(inner)) and (names := read_names(both["who"], "author")):
        return Byline(names)
    if pairs := pairs_of(inner, LABEL_IN_PARENTHESES):
        return byline_of(pairs)
    if byline := read_with_verb(inner) or read_sent(inner):
        return byline
    if inner[-1] == "报" and is_unit_name(inner[:-1]) and not is_unit_name(inner):  # (县总工会报)
        return Byline((Contributor(text=inner[:-1], role="contributor", unit=inner[:-1]),))
    if "/" in inner and _EACH_ROLE.search(inner):  # 何静/文 张勇/图
        names = parse_contributors(inner)
        return Byline(names) if all(one.person for one in names) else None
    if is_joint_team(inner):
        return Byline((Contributor(text=inner, role="contributor", unit=inner),))
    contributors = read_signed(inner) or read_glued(inner)
    contributors = contributors or read_as_group(inner) or read_beside_known(inner)
    return Byline(contributors) if contributors and len(compact(inner)) <= 40 else None


@lru_cache(maxsize=CACHED)
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
    who = _FIRST_VERB.sub("、", found["who"]).strip(" ,、")
    contributors = read_names(who, role) or read_titled(who, role)
    if not contributors:
        return None
    extra = read_names(photo, "photographer") if photo else ()
    return Byline(contributors + extra)


@lru_cache(maxsize=CACHED)
def read_lone_names(text: str) -> Byline | None:
    """A unit or person alone under a title: 桃源县“双联”办; □ 省社科院课题组; 县委书记 张三."""
    if is_joint_team(text):
        return Byline((Contributor(text=text, role="contributor", unit=text),))
    if len(word := compact(text)) > 32 or word.strip("()") in _HEADINGS or _COUNTED.match(word):
        return None
    if marked := _AUTHOR_MARK.match(text):
        contributors = read_names(marked[1], "author") or read_persons(marked[1], "author")
        if not contributors and re.search("课题组|调研组|编辑部|本刊", marked[1]):
            contributors = (Contributor(text=marked[1], role="author", unit=marked[1]),)
        elif not contributors and SHORT_NAME.fullmatch(word[1:]) and section_name(word) is None:
            contributors = (Contributor(text=marked[1], role="author", person=marked[1]),)
        return Byline(contributors) if contributors else None
    if text[0] == text[-1] == "·":
        text = text.strip("· ")
    team, _, person = text.partition(" ")
    if is_group(team) and is_person_name(compact(person)):  # 带电作业班 廖军
        return Byline(read_persons(f"{team} {compact(person)}"))
    if is_class(text):
        return Byline((Contributor(text=text, role="contributor", unit=text),))
    contributors = read_names(text, "contributor")
    # 供电公司工会组织…进社区活动 is a title, though 区活动 has the shape of a name.
    glued = any(c.unit and c.person and not SEPARATOR.search(c.text) for c in contributors)
    return Byline(contributors) if contributors and not glued else None


def read_under_title(text: str) -> Byline | None:
    """As above; and a person behind a unit of any name: 巴贝领带 胡文娟."""
    if byline := read_lone_names(text):
        return byline
    if names := read_persons(text) or read_holder(text) or read_described(text):
        return Byline(names)
    return read_group(text)


def read_group(text: str, *, at_end: bool = False) -> Byline | None:
    """A team or class where only a name can stand; at the end a place of work too: 东风水库."""
    if is_team(text) or is_class(text) or (at_end and is_workplace(text)):
        return Byline((Contributor(text=text, role="contributor", unit=text),))
    return None


def read_lead(text: str) -> tuple[Contributor, ...]:
    """本报讯(记者 孟军 通讯员 吴利华 杨志) at the start of a paragraph.

    Behind 本刊讯 a body needs no label: 本刊讯(县妇联 李青).
    """
    found = _LEAD.match(text)
    if not found:
        return ()
    inner = found["inner"]
    if _LEAD_LABEL.match(inner):
        return parse_contributors(inner, "reporter")
    byline = None if text[0] in "([【" else read_parenthesised(f"({inner})")
    return byline.contributors if byline else ()


def read_lone_person(text: str) -> Contributor | None:
    """(田野): a word in parentheses, set apart at the end, is a person though it is a word.

    Longer ones (阿依努尔, 送桥镇督学责任区) are persons and offices that no table knows.
    """
    inner = _inside_parentheses(text)
    name = compact(inner or "")
    if not HAN_WORD.fullmatch(name) or _NOT_NAMES.match(name):
        return None
    if OF_A_PLACE.match(name):
        return Contributor(text=name, role="contributor", unit=name)
    if len(name) > LONGEST_NAME or name[-1] in "室部科办股处局" or is_workplace(name):
        return None
    return Contributor(text=name, role="contributor", person=name)


def read_stranger(text: str) -> Byline | None:
    """A name no table knows, in parentheses as those of the other articles: (看守所)."""
    inner = compact(_inside_parentheses(text) or "")
    long = len(inner) >= LONGEST_NAME and inner[-1] in UNIT_ENDS
    office = long or inner[-1:] in _OFFICES
    if (office and HAN_WORD.fullmatch(inner) and not _NOT_NAMES.match(inner)) or is_crowd(inner):
        return Byline((Contributor(text=inner, role="contributor", unit=inner),))
    named = read_lone_person(text)
    return Byline((named,)) if named else None


def names_reporter(text: str) -> bool:
    """Whether a line says by a word of its own that names follow: 本网记者 李明."""
    return _LEAD_LABEL.match(text) is not None or " 通讯员 " in text


def read_sent(text: str) -> Byline | None:
    """马坊片、河东片供稿: the verb says that names stand before it, whatever they are."""
    found = _SENT.match(text)
    if found is None:
        return None
    who = found["who"].strip(" ,、")
    glued = read_glued(who)
    return Byline(glued) if glued else byline_of([(found["verb"], who)])


def _author(text: str) -> Byline | None:
    """作者系县总工会主席 张三: the unit whose post the author holds, and the author."""
    holder, _, last = text.strip().rpartition(" ")
    person = last if holder and is_person_name(last) else None
    unit = place_of(POST.sub("", (holder if person else text).strip()))
    if person:
        unit = unit.removesuffix("副")
    known = unit if is_unit_name(unit) else _unit_before(unit) if person else None
    if known is None:
        return None
    return Byline((Contributor(text=text.strip(), role="author", unit=known, person=person),))


def _unit_before(text: str) -> str | None:
    """The longest unit that a text begins with: of 县医院援鄂护士 the 县医院."""
    ends = range(min(len(text), _LONGEST_UNIT), _SHORTEST_UNIT - 1, -1)
    starts = (text[:end] for end in ends if text[end - 1] in UNIT_ENDS)
    return next((start for start in starts if is_unit_name(start)), None)


def split_trailing(
    text: str, read: Callable[[str], Byline | None] = read_parenthesised, *, stopped: bool = True
) -> tuple[str, Byline] | None:
    """A paragraph that ends ``。(县总工会)``: the paragraph without it, and who that is.

    ``stopped``: a stop must stand before the parenthesis, as in running text.
    """
    folded = text.rstrip()
    if not folded or folded[-1] not in ")）】]］〕〗":
        return None
    at = max(folded.rfind(bracket, -60) for bracket in "(（【[［〔〖")
    if at > 0 and any(sign in folded[at:-1] for sign in ")）"):  # (高一(3)班)
        at = max(folded.rfind(bracket, -60, at) for bracket in "(（")
    if at <= 0:
        return None
    before = folded[:at].rstrip()
    if not before or (stopped and before[-1] not in "。!?！？”…"):
        return None
    byline = read(fold(folded[at:]))
    return (before, byline) if byline else None


def _is_name(text: str) -> bool:
    """Whether what begins like a remark is a name all the same."""
    return not _REMARK.fullmatch(text) and (is_unit_name(text) or is_person_name(text))


def _inside_parentheses(text: str) -> str | None:
    pairs = {"(": ")", "【": "】", "[": "]", "〔": "〕", "〖": "〗"}
    if len(text) < 4 or pairs.get(text[0]) != text[-1]:
        return None
    inner = text[1:-1].strip()
    other = _WITHIN.sub("", inner)
    return None if text[0] in other or text[-1] in other else inner
