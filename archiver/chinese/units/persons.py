"""Personal names: a known surname and one or two characters more."""

import re
from functools import lru_cache

from archiver.chinese.fold import fold
from archiver.chinese.places import gazetteer
from archiver.chinese.units.words import word_list

# Names that are also words of bulletins (安全, 高度) are left to the label beside them.
_COMMON, _OTHERS, _COMPOUND = (frozenset(part) for part in word_list("surnames.txt"))
_WORDS = frozenset(word_list("not_persons.txt")[0])
_NAME = re.compile(r"[一-龥]{2,4}")
# Names of units end like this; given names do so too rarely to be worth the confusion.
_UNIT_END = re.compile(
    r"(?:[办局委县市区镇乡厅处科股所站厂队]|公司|工会|学院|医院|支部|商会|协会|学校|小组|会议|记者|通讯员)$"
)
_PEOPLES = word_list("joined_names.txt")
_LONG = [word for words in _PEOPLES for word in words if len(word) > 2]  # names by themselves
_JOINED = re.compile("|".join((*(f"(?:{'|'.join(words)}){{2}}" for words in _PEOPLES), *_LONG)))
_JOINED_BEGIN = frozenset(word[:2] for words in _PEOPLES for word in words)
_WORD_TAILS = frozenset("性化度率费者员长工业会组部团院校家们的了到月年日")
_PADDED = re.compile(r"(?<=[一-龥]) +(?=[一-龥])")
# Names of verse forms before a title: 七律·重阳.
_VERSE = (
    "七律|七绝|五律|五绝|沁园春|满江红|西江月|卜算子|水调歌头|念奴娇|鹧鸪天|清平乐|如梦令|蝶恋花|"
    "临江仙|江城子|浪淘沙"
)
# Uyghur and Kazakh names printed without a dot use few characters: 阿不都热合曼, 热依汗古丽.
_UNDOTTED = re.compile(
    "[阿艾依买吐玉努尔克木提江古丽再娜热汗吾孜合曼不都布拉迪力巴哈帕夏麦色肉亚甫排沙恰达夫尼牙卡别]{4,9}"
)
_FOREIGN = re.compile(rf"(?!{_VERSE})[一-龥]{{1,8}}(?:[·•・.][一-龥]{{1,8}}){{1,3}}")


def is_person_name(text: str) -> bool:
    """Whether ``text`` is one personal name: 张三, 欧阳文斌, 杨　林, 买买提·艾合买提.

    Two to four Han characters that begin with a known surname and are no place, unit or common
    word; blanks may pad a name of two characters. So is what is written as names of Xinjiang are,
    with a dot or without, and what is joined of words of Tibetan, Mongolian or Yi names: 格桑泽仁,
    斯琴高娃, 沙马木呷. Names of other shapes need a label beside them and are not recognised here.
    """
    return _is_person(fold(text).strip())


def ends_like_unit(text: str) -> bool:
    """Whether the last characters are those of a unit or place: 局, 办, 县, 工会."""
    return _UNIT_END.search(text) is not None


@lru_cache(maxsize=65536)
def _is_person(name: str) -> bool:
    if len(name) > 40:
        return False
    if " " in name:
        name = _PADDED.sub("", name) if len(_PADDED.sub("", name)) == 2 else name
    if _FOREIGN.fullmatch(name) or (name[:2] in _JOINED_BEGIN and _JOINED.fullmatch(name)):
        return True
    if _UNDOTTED.fullmatch(name):
        return gazetteer(None).match(name) is None
    if not _NAME.fullmatch(name) or name in _WORDS or ends_like_unit(name):
        return False
    if name[:2] in _WORDS and name[2:] in _WORD_TAILS:
        return False
    if not _has_surname(name):
        return False
    place = gazetteer(None).match(name)
    return place is None or place.length != len(name)


def _has_surname(name: str) -> bool:
    if name[:2] in _COMPOUND and len(name) >= 3:
        return True
    if len(name) == 4:
        return name[0] in _COMMON and name[1] in _COMMON
    return name[0] in _COMMON or name[0] in _OTHERS
