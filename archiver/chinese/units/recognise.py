"""Whether a text is the name of a unit: precision first."""

import re

from archiver.chinese.memo import remembered
from archiver.chinese.places import gazetteer
from archiver.chinese.units.names import UnitName, compact, read_name
from archiver.chinese.units.words import word_list

_INSIDE, _AT_END = ("|".join(words) for words in word_list("sentence_words.txt"))
_SENTENCE = re.compile(rf"[。！？，；：…,;:!?_|©《》<>]|{_INSIDE}|(?:{_AT_END})$")
# Verbs whose character some names hold: 进 in 进贤, 前进村; 到 in 报到处; 调研 in 调研室.
_DEED = re.compile(
    r"(?<!报)到(?=.)|赴|(?<![先促推改引跃前武永新东双奋])进(?=[村社乡镇校企车工矿园家军机合学敬医公厂商楼街班连田山城市法信贫农])"
    r"|送(?!变电)[一-龥]{0,6}[进下上至达给]|把(?!关)[一-龥]{1,8}[进到上在成给]|带[出动]|调研(?![组室科处股中员院会课基队])|评议(?=[县市区镇])"
)
_BEGINS_SENTENCE = re.compile(
    r"各|其[它他]|我[说看谈想爱来]|[一两二三四五六七八九十几]{1,3}[个名位群](?!旗)|记(?![者协])|热门|下载|全[省市县区州]|经(?![检信贸济侦管发委科营理警]|开区)|[到由与是让据按以及]|在(?!线|职)|向(?![阳荣导])"
    r"|和(?![平谐睦])|从(?!化)|给(?![水排])|被(?!服)|对(?![外口台])|为民(?!服务中心)|为(?!民)|把(?!关)|将(?!军)"
)
# The names of campaign offices hold words of sentences: 深入学习实践科学发展观活动领导小组办公室.
_OFFICES = (
    *("专班", "领导小组办公室", "领导小组办", "指挥部办公室", "指挥部", "协调小组办公室"),
    *("活动办公室", "活动办", "主题教育办公室", "学习教育办公室", "教育办"),
)
_CAMPAIGN_WORDS = re.compile(r"深入(?:学习|开展)|学习贯彻|党的|推进|加强|落实|开展")
_NOT_UNITS = frozenset(word_list("not_units.txt")[0])
_COLLECTIVE = re.compile(
    r"(?:[省市县区州]、?){2,}(?:两级|二级|三级|四级)?|.*(?:两级|三级|各乡镇|各单位|各部门|各级).*"
)
_QUOTED = re.compile("“[^“”]{1,20}”")
# Works count their parts in figures; lines and stations have them for names: 三公司12路车队.
_FIGURES = re.compile(
    r"第?[A-Z]?\d{1,5}(?=[路号线厂队班团营连井级]|千伏|[kK]V|车间|工作面|工区|工段|标段|国道|省道|地块|医院|中学|小学|电厂|煤矿"
    r"|项目部|生产队|分公司|热线|指挥中心|服务中心|变电站|班组)"
)
_PLAIN_NAME = re.compile(r"[一-龥A-Z“”\"'‘’()·]{1,30}")


@remembered
def is_unit_name(text: str) -> bool:
    """Whether ``text`` is the name of one unit: 县总工会, 临澧县“双联”办, 市政协办, (海南州总工会).

    Precision first: no lists, no sentences, no collectives (各乡镇, 四套班子), no common words that
    end like units (机会, 社会). A place alone counts (桃源县); self references (本刊编辑部) count.
    """
    words = text.split()
    if 1 < len(words) < 5 and all(len(word) > 2 and is_unit_name(word) for word in words):
        return False
    name = compact(text)
    if not 2 <= len(name) <= 40 or name in _NOT_UNITS or "、" in name or "/" in name:
        return False
    said = _CAMPAIGN_WORDS.sub("", name) if name.endswith(_OFFICES) else name
    deed = _DEED.search(_QUOTED.sub("", said))  # 南丰县“进企帮工”办
    if _SENTENCE.search(said) or deed or _COLLECTIVE.fullmatch(name):
        return False
    parts = read_name(name, gazetteer(None))
    if _BEGINS_SENTENCE.match(name) and not (parts.place_text or parts.place_unknown):
        return False
    if parts.own or parts.is_place_only or (parts.town and not parts.tail):
        return True
    if parts.core is None:
        return False
    return parts.core.organ is not None or _is_plausible(parts)


def _is_plausible(parts: UnitName) -> bool:
    """A name the table does not know: enough before its ending, or a place or level word."""
    core = parts.core
    placed = bool(parts.place_text or parts.level or parts.town)
    if core is None or (parts.tail in _NOT_UNITS and not placed):
        return False
    if not _PLAIN_NAME.fullmatch(_FIGURES.sub("", parts.tail)) or parts.tail.endswith("”"):
        return False
    if placed:
        return True
    stem = len(parts.tail) - len(core.ending)
    if core.system == "adhoc" and not core.ending:
        return True
    return stem >= 2 - (len(core.ending) > 1) and len(core.ending) > 0
