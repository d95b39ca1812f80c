"""What kind of body a unit's core (its name without place and level) is, in canonical form."""

import re
from dataclasses import dataclass
from functools import lru_cache

from archiver.chinese.units.organs import Organ, System, organ_table

_QUOTES = re.compile(r"[“”\"'‘’《》「」『』]")
_QUOTED_OFFICE = re.compile(
    r"[“\"‘'《「]([^“”\"‘’'《》「」]{1,20})[”\"’'》」](?:工作|活动)?(?:办公室|办)"
)
# A body inside an organ: 总工会女职工委员会, 人社局劳动监察大队, 政协机关工会.
_SUB_UNIT = re.compile(
    r"[一-龥A-Za-z0-9、()（）]{0,14}(?:办公室|办|委员会|委|部|科|股|室|处|所|站|大队|支队|中队|队|中心|院|校|"
    r"工会|妇委会|青委会|支部|党委|党组|分局|分会|组|局|馆|协会|商会|分公司|支行|分行|营业部|联络站|志愿者协会|领导小组)"
)
_CAMPAIGN = re.compile(
    r"(.{2,24}?)(?:工作|活动)?(领导小组|协调小组|指挥部|委员会|联席会议)?(办公室|办)"
)
_GROUP = re.compile(r"(.{2,24}?)(?:工作|活动)?(领导小组|指挥部|协调小组)")
_SCHOOL = re.compile(r"第([一二三四五六七八九十]{1,3})(中学|小学|完全小学)")
_SHORTER = (
    ("女职工委员会", "女职委"),
    ("女工委员会", "女职委"),
    ("女工委", "女职委"),
    ("经费审查委员会", "经审会"),
    ("工会委员会", "工会"),
    ("办公室", "办"),
)
_ENDINGS: tuple[tuple[System, str], ...] = (
    (
        "union",
        "总工会|工会联合会|工会委员会|工会工作委员会|工会工委|工会办事处|工会|女职工委员会|女职委|工会小组|工会组",
    ),
    ("court", "法院|法庭"),
    ("procuratorate", "检察院|检察室"),
    ("military", "武装部|军分区|预备役团|武警支队|武警中队"),
    (
        "media",
        "日报社|晚报社|报社|电视台|广播电台|广播站|通讯社|杂志社|编辑部|记者站|融媒体中心|日报|晚报",
    ),
    (
        "enterprise",
        "公司|集团|厂|矿|银行|支行|分行|信用社|财险|商场|超市|酒店|宾馆|饭店|电站|煤矿|农场|林场|茶场|渔场|商行|"
        "合作社|药店|酒业|实业|车队|营业部|分理处|书店|水电站|变电站|加油站|供电所|项目部",
    ),
    (
        "institution",
        "医院|卫生院|保健院|疗养院|学校|小学|中学|一中|二中|三中|四中|五中|六中|七中|八中|九中|职中|附中|附小|"
        "完小|实小|中专|职专|职高|高中|[一二三四五六七八九]小|大学|学院|幼儿园|党校|技校|职校|农广校|广校|农机校|卫校|体校|特校|特教校|进修校|聋校|盲校|聋哑校|驾校|电大|福利院|敬老院|养老院|研究院|研究所|设计院|科学院|档案馆|文化宫|馆|讲师团|艺术团|剧团|文工团|歌舞团|"
        "中心|管理处|管理所|管理站|服务站|工作站|防疫站|血站|气象台|地震台",
    ),
    ("community", "社区|村|居委会|村委会|居民委员会|村民委员会|小区|业委会|村支部|村民小组"),
    (
        "party",
        "党委|党工委|党支部|党总支|党组|机关党委|纪检组|纪工委|市委|县委|区委|省委|州委|地委|旗委|盟委|工委",
    ),
    (
        "mass",
        "协管会|民管会|家委会|理事会|监事会|议事会|互助会|乡贤会|妇委会|妇工委|团委|团支部|团总支|团工委|联合会|协会|商会|学会|促进会|基金会|研究会|联谊会|志愿者队|红十字会|[贸老民经科农]促会|协|"
        "妇联|文联|残联|侨联|台联|工商联|社科联",
    ),
    (
        "adhoc",
        "领导小组|指挥部|专班|普查组|督查组|督导组|检查组|指导组|巡视组|巡察组|宣讲组|调研组|工作组|筹委会|组委会|协调小组|考核办|领导小组办|"
        # 县委第四联络组: the words that such groups are called by
        "[一二三四五六七八九十]{1,3}[联络系督导查指检考核验收巡回工作帮扶宣讲调研专项小]{0,8}组",
    ),
    (
        "gov",
        "人民政府|政府|办事处|管委会|管理委员会|委员会|监察室|厅|局|分局|支局|办公室|办|委|支队|大队|中队|"
        "派出所|司法所|财政所|国土所|工商所|税务所|交警队|征稽所|行署|公署|开发区|经开区|高新区|管理区|园区|"
        "科|股|室|处|所|站|队|部|院|段|社|中心校|局机关|监狱|看守所|戒毒所|海关|"
        "车间|工区|工段|班组|(?:车间|工区|工段|队|站|级|[高初][一二三])[0-9一二三四五六七八九十甲乙丙丁]{1,2}班|"
        "分会|党小组|教研组|年级组|备课组|巡察组|督导组|督查组|监察组|"
        # what an office set up for one task is divided into: 筹备组文秘组
        "文秘组|秘书组|综合组|协调组|保障组|宣传组|报道组|信息组|材料组|简报组|会务组|筹备组|联络组|后勤组|医疗组|救治组|安保组|"
        "审判庭|[一二三四五]庭",
    ),
)
_ENDING: tuple[tuple[System, re.Pattern[str]], ...] = tuple(
    (system, re.compile(f"(?:{endings})$")) for system, endings in _ENDINGS
)
_LAST = frozenset(ending[-1] for _, endings in _ENDINGS for ending in endings.split("|"))


@dataclass(frozen=True, slots=True)
class Core:
    """``name`` is the canonical short form, without quotes and place.

    ``organ`` is the row of the table it was found by, ``ending`` what told the kind of a name that
    the table does not have.
    """

    name: str
    system: System
    organ: Organ | None = None
    ending: str = ""

    @property
    def takes_level(self) -> bool:
        """Whether the key shows the level: 县委, 市委办, 县政府, but 政府办, 宣传部."""
        return self.organ is not None and self.organ.abbr in ("委", "委办", "委督查室", "政府")


@lru_cache(maxsize=65536)
def read_core(core: str, year: int | None) -> Core | None:
    """The canonical form of ``core`` in ``year``, or None when it does not look like a unit."""
    quoted = _QUOTED_OFFICE.fullmatch(core)
    plain = _QUOTES.sub("", core)
    known = _known(plain, year) or _known_below_seat(plain, year)
    if known:
        return known
    if quoted:
        return Core(f"{quoted[1]}领导小组办", "adhoc")
    return _campaign(plain) or _generic(plain)


def core_of_organ(organ: Organ, rest: str) -> Core | None:
    """An organ and what stands after its name; None when that is no sub-unit."""
    rest = _QUOTES.sub("", rest)
    if not rest:
        return Core(organ.abbr, organ.system, organ)
    if len(rest) > 30 or not _SUB_UNIT.fullmatch(rest):
        return None
    short = _shorten(rest)
    system: System = "union" if rest.endswith(("工会", "工会委员会")) else organ.system
    return Core(organ.abbr + short, system, organ)


def _known(plain: str, year: int | None) -> Core | None:
    for organ, rest in organ_table().prefix(plain, year):
        if core := core_of_organ(organ, rest):
            return core
    return None


def _known_below_seat(plain: str, year: int | None) -> Core | None:
    """县委X and 县政府X are written for bodies that also go without: 县政府法制办, 县委综治办."""
    for seat in ("委员会", "委", "人民政府", "政府", "直属", "直"):
        if (
            plain.startswith(seat)
            and len(plain) > len(seat)
            and (core := _known(plain[len(seat) :], year))
        ):
            return core
    return None


def _campaign(plain: str) -> Core | None:
    if len(plain) > 40:
        return None
    if (office := _CAMPAIGN.fullmatch(plain)) and office[2] and office[2] != "委员会":
        group = "指挥部" if office[2] == "指挥部" else "领导小组"
        return Core(f"{office[1]}{group}办", "adhoc")
    if group_only := _GROUP.fullmatch(plain):
        return Core(group_only[1] + group_only[2], "adhoc")
    return None


def _generic(plain: str) -> Core | None:
    if plain == "工会":
        return Core("总工会", "union", ending="工会")
    if plain[-1:] not in _LAST:
        return None
    for system, ending in _ENDING:
        if found := ending.search(plain):
            return Core(_shorten(plain), system, ending=found[0])
    return None


def _shorten(plain: str) -> str:
    if school := _SCHOOL.fullmatch(plain):
        return f"{school[1]}{school[2][0]}"
    for long, short in _SHORTER:
        if plain.endswith(long):
            return plain[: -len(long)] + short
    return plain
