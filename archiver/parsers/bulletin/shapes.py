"""What one folded line looks like: the small judgements that every step of reading shares."""

import re
from typing import Final, Literal

from archiver.chinese.fold import fold
from archiver.chinese.memo import remembered
from archiver.chinese.numerals import read_number
from archiver.chinese.units import is_person_name, is_unit_name
from archiver.parsers.bulletin.words import SECTION_WORDS
from archiver.parsers.lines import Line

# All of Unicode's block elements and geometric shapes but ◯, which is a zero: 二◯一二年.
_SHAPES: Final = "".join(map(chr, range(ord("▀"), ord("◯")))) + "".join(
    map(chr, range(ord("◰"), ord("☀")))
)
MARKERS: Final = _SHAPES + ("⊙★☆※➤➢┃❘❖♦→•·*✦📌📍📢📣👉🔹🔸🔷🔶🔴🔵⭐🌟✨💡✅☑✔➡〓✿❀❁♥♡☀☞✎✍❉❋✽✻")
HEADING_TAGS: Final = frozenset("h1 h2 h3 h4 h5 h6 dt legend summary".split())
_MARKER: Final = re.compile(rf"^[{re.escape(MARKERS)}]+\s*")
_ORDINAL: Final = re.compile(
    r"^(?:第[一二三四五六七八九十]{1,3}[篇章、]\s*|[一二三四五六七八九十]{1,3}\s*、\s*|\([一二三四五六七八九十]{1,3}\)\s*"
    r"|[壹贰叁肆伍陆柒捌玖拾](?:\s*[、.]|\s)\s*|\d{1,2}\s*[、.．](?!\d(?!\d{3}年))\s*|\(\d{1,2}\)\s*|[①-⑳⑴-⒇]\s*)"
)
_FRAMED: Final = re.compile(
    rf"^(?:【[^【】,。:]{{2,12}}】|〖[^〖〗,。:]{{2,20}}〗|\[[^\[\],。:]{{2,10}}\]"
    r"|『[^『』,。:]{2,10}』|「[^「」,。:]{2,10}」|〔[^〔〕,。:]{2,10}〕|<[^<>,。:]{2,10}>|[—–―-]{1,4}[一-龥]{2,6}[—–―-]{1,4}|[=≡~]{1,6}[一-龥]{2,10}[=≡~]{1,6}"
    rf"|([|丨︱]){{1,3}}[一-龥“”]{{2,10}}\1{{1,3}}|([{re.escape(MARKERS)}])+[^,。:]{{2,10}}\2+)$"
)
_COUNTED: Final = re.compile(
    r"^(?:工作|工会|信息|基层)?(?:简讯|短讯|快讯|动态|信息|要闻|短波)\(?[一二两三四五六七八九十\d]{1,2}[则条]\)?$"
)
_BADGE_SIGNS: Final = r"[\s|丨/、.．·]"
_BARS: Final = 3  # they part the cells of a head, however long: number | editor | day | 内部资料
_NAME_BADGE: Final = re.compile(rf"0\d{_BADGE_SIGNS}*(?=[一-龥])")  # 01 头条关注, 02市级动态
_TITLE_BADGE: Final = re.compile(rf"0\d{_BADGE_SIGNS}++(?=\D)")  # 01 丨 title; 08年 begins one
_LONGEST_SECTION: Final = 24  # with an ordinal before it
_LONGEST_FRAME: Final = 120  # characters, with the stars on both sides
_SECTION_FRAME: Final = "【】[]〖〗《》<>()「」『』〔〕|丨︱—–―-=≡~" + MARKERS + ":"
_BRIEFS: Final = re.compile(
    "(?:工作|综合|基层|工会|信息|活动|各地|部门|单位|一周)(?:简讯|短讯|快讯|短波|集锦|速递|要闻|点击)"
)
_NO_SECTION: Final = re.compile(
    r"按|编者|编后|目录|要目|导读|提要|看点|卷首|打印|关闭|\d|(?:供稿|撰稿|报送)$"
)
_HEADING1: Final = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}\s*[、.]|第[一二三四五六七八九十]{1,3}(?:[、,:章]|部分|[步招环关式](?:\s|[:、])))"
)
_HEADING2: Final = re.compile(
    r"^(?:\([一二三四五六七八九十]{1,3}\)|[㈠-㈩]|\d{1,2}\s*(?:[、)]|\.(?!\d))|\(\d{1,2}\)|[①-⑳⑴-⒇⒈-⒛]"
    r"|第?[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,2}条|[一二三四五六七八九十]要)"
)
_NUMBERS: Final = frozenset("(第一二三四五六七八九十").union(
    map(chr, range(ord("①"), ord("⒛") + 1)), map(chr, range(ord("㈠"), ord("㈩") + 1))
)
_COUNT: Final = re.compile(r"\(?([一二三四五六七八九十]{1,3}|\d{1,2})[)、.](?!\d{1,4}[亿万%倍])")
_FIRST: Final = re.compile(r"一\s*、|\(一\)|1\s*(?:、|\.(?!\d))|\(1\)|①")
_SUBTITLE: Final = re.compile(r"^(?:-{1,4}|[—–―─━]{1,4})\s*(?![—–―─━=*_.\s-])(.{2,60})$")
_RULE: Final = re.compile(r"^[-—–―─-╿=≡*_~＿.…·★☆※◆●○◇\s]{3,}$")  # ─ to ╿: drawn boxes
_PAGE_MARK: Final = re.compile(
    r"^(?:-+\s*\d{1,3}\s*-+|[—–]+\s*\d{1,3}\s*[—–]+|·\s*\d{1,3}\s*·|\(?第\s*\d{1,3}\s*页(?:\s*[,/]?\s*共\s*\d{1,3}\s*页)?\)?|共\s*\d{1,3}\s*页(?:\s*第\s*\d{1,3}\s*页)?"
    r"|\(?(?:下|上)转第?\s*\d{1,3}\s*[页版]\)?|\(?[上下]接第?\s*\d{1,3}\s*[页版]\)?)$"
)
_ROW: Final = re.compile(r"\S{1,20}(?:\s{2,20}\S{1,20}){1,8}\s{2,20}[\d.%]{1,8}")
_CAPTION: Final = re.compile(
    r"^(?:\(?(?:图为|图\s*\d{0,2}\s*[::]|图片说明|[左右上下]图)|▲\s*图|\(图\)|附?[表图]\s?\d{1,2}[\s:、](?!\S*。))"
)
_CAPTION_FIRST: Final = frozenset("(图表附左右上下▲")
_SHOWN: Final = re.compile(r"\([左右][一二三四五六七八九\d]?\)")  # 张三(左二)在现场
_CLAUSES: Final = re.compile(r"[,:;、][^,:;、]+[,:;]|^.{2,40},.{12}")
_SENTENCE: Final = re.compile(r"[。，；！？,;!?]")
_NO_TITLE_END: Final = "。;,:、；，：…"
_SENTENCE_END: Final = "。!?！？”…;"
_LONGEST_SENDER: Final = 32  # characters, with parentheses
_OFFICE: Final = re.compile(
    r"^(?:[一-龥“”\"、·]|[A-Z]\d?|(?:19|20)\d\d(?=年)){4,36}(?:办公室|办|编辑部|编委会|委员会|工会|小组|监察组|工作组|指挥部|中心|局|厅|部|处|办公室[一-龥]{2,4}组)$"
)


def compact(text: str) -> str:
    """``text`` without any blank."""
    return "".join(text.split())


def without_marker(text: str) -> str:
    """``text`` without the list marks (◆ ● △ …) in front."""
    return _MARKER.sub("", text)


def without_ordinal(text: str) -> str:
    """``text`` without a list mark and an ordinal (1. 一、 (二) ①) in front."""
    bare = _MARKER.sub("", text)
    return _ORDINAL.sub("", bare, count=1) or bare


def name_without_badge(text: str) -> str:
    """The name of a column without the badge that counts it."""
    badge = _NAME_BADGE.match(text)
    return text[badge.end() :] if badge else text


def title_without_badge(text: str) -> str:
    """A title without the badge of a list set in one line with it."""
    badge = _TITLE_BADGE.match(text)
    return text[badge.end() :] if badge else text


def marker_of(text: str) -> str | None:
    """The list mark that begins the line, if any."""
    return text[0] if text and text[0] in MARKERS else None


@remembered
def section_name(text: str) -> str | None:
    """The column name when the line is nothing else: 【工作动态】, 一、经验交流, ★基层动态★."""
    dense = compact(text)
    bare = dense.strip(_SECTION_FRAME)
    if "(" in bare and ")" not in bare:
        bare += ")"
    if len(bare) > _LONGEST_SECTION:
        return None
    if bare in SECTION_WORDS or _COUNTED.match(bare) or _BRIEFS.fullmatch(bare):
        return bare
    framed = len(dense) <= _LONGEST_FRAME and _FRAMED.match(dense)
    if framed and not _NO_SECTION.search(bare):
        words = sum(len(word) > 1 for word in text.strip(_SECTION_FRAME).split())
        named = dense[0] != "〖" and is_unit_name(bare.partition("/")[0])
        named = named or (dense[0] == "·" and is_person_name(bare))
        if words < 2 and not named:  # 【县财政局 李明】, [县财政局/李明]
            return bare
    bare = name_without_badge(without_ordinal(bare))
    return bare if bare in SECTION_WORDS else None


def is_counted(text: str) -> bool:
    """True for 简讯三则: a column that the 目录 lists like a title."""
    return _COUNTED.match(text) is not None


def heading_kind(text: str) -> Literal["heading1", "heading2"] | None:
    """``heading1`` or ``heading2`` for a numbered heading standing alone on its line.

    A numbered line is a heading when it is at most 30 characters long and does not end like a
    clause; longer ones are ordinary paragraphs that begin with a number.
    """
    if len(text) > 45 or not _may_be_numbered(text):
        return None
    if len(compact(text)) > 30 or _ends_open(text):
        return None
    if _HEADING1.match(text):
        return "heading1"
    return "heading2" if _HEADING2.match(text) else None


def is_numbered(text: str) -> bool:
    """True when the line begins with a list number of running text."""
    return _may_be_numbered(text) and _begins_with_number(text)


@remembered  # it is asked of a line for every line near it
def _begins_with_number(text: str) -> bool:
    return bool(_HEADING1.match(text) or _HEADING2.match(text))


def _may_be_numbered(text: str) -> bool:
    """Whether it begins like a number, as few lines do: asked before the costly expressions."""
    return text[:1] in _NUMBERS or text[:1].isdecimal()


def ordinal_of(text: str) -> int | None:
    """The number that a line begins with: 二、, (二), 2. and (2) are 2; 3.5亿元 counts nothing."""
    found = _COUNT.match(text)
    return read_number(found[1]) if found else None


def count_form(text: str) -> tuple[bool, bool, str] | None:
    """How a line is counted: 一、 (一) 1. and (1) differ; None where no number begins it."""
    found = _COUNT.match(text)
    return (text[0] == "(", found[1].isdecimal(), found[0][-1]) if found else None


def is_first(text: str) -> bool:
    """True for a line that begins a count: 一、 (一) 1. ① …"""
    return _FIRST.match(text) is not None


def subtitle_text(text: str) -> str | None:
    """The words of a ``——…`` line, or None."""
    found = _SUBTITLE.match(text)
    if found is None or text[-1] in ";," or "。" in text:
        return None
    return found[1].strip()


def is_rule(text: str) -> bool:
    """True for a line of dashes, stars or other ornaments."""
    return not text[:1].isalnum() and _RULE.match(text) is not None


def is_page_mark(text: str) -> bool:
    """True for what only a printed page needs: 第2页, - 3 -, (下转第4页)."""
    return len(text) <= 24 and _PAGE_MARK.match(text) is not None


def is_row(text: str) -> bool:
    """Whether a line is a row of a table set with blanks: 1    白石镇    96.5."""
    if not text[-1:].isdecimal() and text[-1:] not in ".%":
        return False
    return len(text.split(None, 2)) == 3 and _ROW.fullmatch(text) is not None


def is_caption(text: str) -> bool:
    """True for the line under a picture, or over a table: 表1 各乡户数."""
    if len(text) > 120:
        return False
    if text[:1] in _CAPTION_FIRST and _CAPTION.match(text) is not None:
        return True
    return "(" in text and _SHOWN.search(text) is not None


def ends_sentence(text: str) -> bool:
    """True when the line ends like a sentence, or like one with (县总工会) behind it."""
    if not text:
        return False
    if text.rstrip(")\"'』」）")[-1:] in _SENTENCE_END:
        return True
    at = names_at(text)
    return at > 0 and text[:at].rstrip()[-1:] in _SENTENCE_END


def cells_of(line: Line) -> list[str]:
    """The folded table cells of a line; one for a line that is no table row."""
    if "\t" not in line.text:
        return [line.folded]
    return [c for part in line.text.split("\t") if (c := fold(part).strip())]


@remembered
def is_office(text: str) -> bool:
    """True for a name that stands where only an office can stand: after 编印, beside the date."""
    return is_unit_name(text) or _OFFICE.match(text) is not None


def is_prose(line: Line) -> bool:
    """True for a line of running text: long, a whole sentence, or part of a broken paragraph."""
    size = len(line.folded)
    return (
        line.running
        or (size >= 16 and line.folded[-1] in "。!?”;:)】]" and "。" in line.folded)
        or (size >= 48 and line.folded.count("|") < _BARS)
        or (size >= 30 and line.folded[-1] in "!?" and _CLAUSES.search(line.folded) is not None)
    )


def is_sentence(line: Line) -> bool:
    """True for a line with the marks of running text, which forms and menus have not."""
    return len(line.folded) >= 20 and line.table is None and bool(_SENTENCE.search(line.folded))


def _ends_open(text: str) -> bool:
    """The end of a sentence or clause, with who sent it in behind it or not; …… may end a title."""
    if text[-1] in _NO_TITLE_END:
        return not text.endswith("……")
    return text[-1] == ")" and _has_stop_before_names(text)


def _has_stop_before_names(text: str) -> bool:
    """他说到做到。(县总工会): a paragraph of a few words may end so too."""
    at = names_at(text)
    return at > 0 and text[:at].rstrip()[-1:] in "。;"


def names_at(text: str) -> int:
    """Where the parenthesis begins that ends the text: 好。(高一(3)班); -1 where none does."""
    if text[-1:] != ")":
        return -1
    at = text.rfind("(", -_LONGEST_SENDER)
    return text.rfind("(", -_LONGEST_SENDER, at) if ")" in text[at:-1] else at


def is_linked(line: Line) -> bool:
    """True for a line that is a link and nothing else."""
    linked = sum(len(anchor.text.strip()) for anchor in line.anchors)
    return linked >= len(line.folded)


def is_text(line: Line) -> bool:
    """True for running text, and for a paragraph of a few words: 案件正在审理中。"""
    text = line.folded
    return text[-1] == "。" or is_prose(line) or _has_stop_before_names(text)


def may_be_title(text: str) -> bool:
    """Length and ending of a title; what else the line may be is not judged here."""
    size = len(text)
    return 2 <= size <= 80 and 2 <= len(compact(text)) <= 50 and not _ends_open(text)
