"""Made-up words, titles and sentences for generated bulletins."""

import random

PLACES = [
    "清溪县",
    "白沙县",
    "南山市",
    "云雾区",
    "石桥县",
    "东湾区",
    "柳河县",
    "青石市",
    "龙泉县",
    "枫林县",
    "沙坪区",
    "长乐县",
]
CORES = [
    "总工会",
    "总工会办公室",
    "妇联",
    "教育局",
    "卫生局",
    "民政局",
    "财政局",
    "“联企”办",
    "交通局",
    "国土局",
    "团委",
    "总工会女职工委员会",
    "人社局",
    "农业局",
    "水利局",
    "发改委",
    "政协办",
    "工业局",
    "安监局",
    "总工会法律工作部",
]
PEOPLE = [
    "张大川",
    "李秀英",
    "王志刚",
    "刘敏",
    "陈建国",
    "周小燕",
    "吴海涛",
    "郑丽",
    "孙文斌",
    "何春生",
    "罗兰",
    "谢永红",
]
SERIES = [
    "工会简报",
    "工会信息",
    "工运动态",
    "工作简报",
    "工会工作简报",
    "“联企”简报",
    "帮扶工作快报",
    "职工之友通讯",
    "维权专报",
    "工会要情",
    "创先争优活动简报",
    "厂务公开工作动态",
    "“面对面、心贴心”活动简报",
    "工会调研参考",
    "安康杯竞赛情况通报",
    "职工文化信息",
]
SECTIONS = [
    "工作动态",
    "经验交流",
    "基层动态",
    "领导讲话",
    "调查研究",
    "先进典型",
    "他山之石",
    "维权服务",
    "信息集锦",
    "理论探讨",
]
ODD_SECTIONS = ["茶乡工会", "车间内外", "走基层", "一线见闻"]
SUBJECTS = [
    "县总工会",
    "市总工会",
    "白沙县",
    "石桥镇",
    "供电公司工会",
    "柳河纺织厂",
    "各乡镇工会",
    "女职工委员会",
    "机关工委",
    "开发区工会",
]
VERBS = ["举办", "开展", "召开", "启动", "组织", "推进", "部署", "深化", "完成", "创新"]
OBJECTS = [
    "茶叶采摘技能比武",
    "职工夜校结业典礼",
    "困难职工普查工作",
    "送清凉活动",
    "工资集体协商春季要约行动",
    "职工读书月活动",
    "工会主席培训班",
    "安全生产隐患排查",
    "女职工健康讲座",
    "集体合同专题督查",
    "农民工法律维权咨询",
    "经验交流会",
    "厂务公开观摩会",
    "劳模先进事迹报告会",
    "志愿服务进社区活动",
    "职工书画摄影展",
    "建会入会集中行动",
    "工会财务工作检查",
]
CLAUSES = [
    "搭台唱戏引凤来",
    "真心实意解难题",
    "送岗送技送温情",
    "建会建家建机制",
    "夜校灯火暖人心",
    "小茶叶做成大产业",
    "点亮职工微心愿",
    "织密维权保障网",
    "凝聚职工正能量",
    "当好职工娘家人",
    "突出三个重点",
    "抓好四项服务",
    "强基固本",
    "提质增效",
    "同舟共济",
    "共度时艰",
]
SUBTITLES = [
    "柳河县总工会服务企业侧记",
    "来自茶厂车间的报告",
    "石桥镇工会建家纪实",
    "在全县工会工作会议上的讲话",
    "记全国优秀工会工作者何春生",
    "一位帮扶干部的手记",
]
SENTENCES = """{day},{unit}在{place}召开座谈会,听取一线职工的意见和建议。
会上,{person}介绍了今年的工作打算,要求各单位把好事办实、把实事办好。
这个厂有职工{n}人,其中女职工{m}人,多数来自周边的村子。
过去车间里夏天像蒸笼,如今装上了风机和水帘,温度降了{m}度。
老工人{person}说:“干了二十年,头一回有人上门问我缺什么。”
{unit}还请来律师,当场解答了加班费、工伤认定等{m}个问题。
截至目前,全县共走访企业{n}家,收集问题{m}件,已办结大半。
活动结束后,大家纷纷表示收获很大,希望明年再办。
据了解,这是该县连续第{m}年开展此项活动。
“不要锦上添花,要雪中送炭。”{person}在现场反复叮嘱。
{day}上午,第二期培训班在职工学校开班,{n}名基层工会主席参加。
全体人员还实地察看了职工食堂、宿舍和书屋。
第3期简报刊发后,各地来电来函索要材料,反响热烈。
{unit}与银行多次协商,为两家企业续贷{n}万元。
茶厂负责人算了一笔账:一年下来,省电{n}度,省煤{m}吨。
下一步,将把这一做法推广到全县所有规模以上企业。
没有轰轰烈烈的场面,有的是一件件具体的小事。
工资专项协议覆盖职工{n}人,月人均增资{m}元。
一是摸清底数,二是分类帮扶,三是跟踪问效,件件有着落。
评委从选手的速度、质量、卫生三个方面打分,当场亮分,当场公布。""".split("\n")
HEADS = [
    "领导带头,层层落实",
    "摸清底子,分类施策",
    "健全制度,长效运行",
    "突出特色,打造品牌",
    "加大投入,改善条件",
    "强化督查,务求实效",
]
VERSES = [
    "春风吹绿了厂房的窗",
    "机器唱着一样的歌",
    "她把线头轻轻挽起",
    "像挽起母亲的白发",
    "夜班的灯照着回家的路",
    "我们数着星星打卡",
    "工会的门一直开着",
    "茶是热的,话是暖的",
]
CN = "零一二三四五六七八九十"


def han(number: int) -> str:
    """1 to 99 as 一 … 九十九."""
    if number <= 10:
        return CN[number]
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else CN[tens]) + "十" + (CN[ones] if ones else "")


def han_year(year: int) -> str:
    return "".join("〇一二三四五六七八九"[int(c)] for c in str(year))


def unit(rng: random.Random) -> str:
    core = rng.choice(CORES)
    return rng.choice([*PLACES, "县", "市"]) + core


def title(rng: random.Random) -> str:
    kind = rng.randrange(5)
    if kind == 0:
        return f"{rng.choice(SUBJECTS)}{rng.choice(VERBS)}{rng.choice(OBJECTS)}"
    if kind == 1:
        return "  ".join(rng.sample(CLAUSES, 2))
    if kind == 2:
        return f"{rng.choice(PLACES)}{rng.choice(CORES[:8])}{rng.choice(CLAUSES)}"
    if kind == 3:
        return f"{rng.choice(OBJECTS)}在{rng.choice(PLACES)}举行"
    return f"{rng.choice(CLAUSES)}  {rng.choice(SUBJECTS)}{rng.choice(VERBS)}{rng.choice(OBJECTS)}"


def sentence(rng: random.Random) -> str:
    values = {
        "day": f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日",
        "unit": unit(rng),
        "place": rng.choice(["职工之家", "县城", "柳河纺织厂", "石桥镇", "二楼会议室"]),
        "person": rng.choice(PEOPLE),
        "n": str(rng.randint(20, 900)),
        "m": str(rng.randint(3, 19)),
    }
    return rng.choice(SENTENCES).format(**values)


def paragraph(rng: random.Random, least: int = 2, most: int = 5) -> str:
    return "".join(sentence(rng) for _ in range(rng.randint(least, most)))
