"""The short vocabulary of bulletins: column names and the labels before names."""

from typing import Final

from archiver.records import ContributorRole

_SECTIONS: Final = """
    工作动态 经验交流 领导讲话 领导批示 领导论坛 领导活动 要闻 要闻快递 重要会议
    重要文件 重要活动 上级精神 政策法规 政策解读 工作部署 工作研究 工作通报 工作交流
    工作要闻 基层动态 基层之声 基层传真 基层信息 基层工作 各地动态 县市区动态 区县动态
    乡镇动态 部门动态 部门之窗 工会动态 产业工会 机关动态 企业动态 单位动态 活动动态
    调查研究 调研报告 典型经验 典型推介 典型引路 典型风采 先进典型 先进事迹 先进经验
    劳模风采 职工之家 职工心声 帮扶救助 帮扶工作 维权服务 维权之窗 女工工作 女职工之友
    劳动保护 劳动竞赛 法律援助 以案说法 案例分析 理论探讨 理论园地 理论学习 信息简讯
    信息快递 简讯 一句话新闻 信息集锦 短讯 快讯 动态信息 通知公告 情况通报 督查通报
    督查专报 问题反映 意见建议 社情民意 他山之石 外地经验 外地动态 大事记 图片新闻
    学习园地 文艺园地 职工文苑 人物 荣誉榜 数据 附录 特别关注 本期关注 本期要闻
    高层动态 上级动态 市县动态 县区传真 经验介绍 做法与经验 调研文章 心得体会 学习体会
    学习交流 专题报道 专题 热点聚焦 领导关怀 会议精神 综合信息 简要信息 工会信息
"""
SECTION_WORDS: Final = frozenset(_SECTIONS.split())
"""Names of columns (栏目) that bulletins use again and again."""

PARTS: Final = frozenset(
    """
    基本案情 案情回放 案情简介 案情介绍 律师点评 律师说法 律师解答 律师提醒 律师建议 法官说法
    法官提醒 专家点评 专家提醒 案例评析 案件评析 法理评析 处理结果 裁判结果 仲裁结果 法律依据
    典型意义
    """.split()
)
"""Headings of the parts of a case that is told and explained, never titles."""

_CONTRIBUTORS: Final = """
    来稿单位 来稿 供稿单位 供稿人 供稿 撰稿单位 撰稿人 撰稿 撰文 稿源
    投稿单位 投稿人 投稿 稿件提供 稿件来源 信息来源 资料来源 文章来源 图文来源 来源
    报送单位 报送 上报单位 通讯员 特约通讯员 职工通讯员 信息员 提供单位 执笔人 执笔
    采写 整理 图文 文字 文图 文 文章作者 作者单位 作者系 作者
    记者 本报记者 本刊记者 特约记者 实习记者 见习记者 摄影报道 摄影 图片
    图 摄 供图 配图 摄影人 摄影者 供图单位 撰写人 采写人
"""
CONTRIBUTOR_LABELS: Final = frozenset(_CONTRIBUTORS.split())
"""Labels before who wrote, sent or photographed."""

_CREDITS: Final = """
    责任编辑 责任编审 责编 本期编辑 本期责编 值班编辑 执行编辑 编辑单位 编辑 编审
    责任校对 校对 审核人 审核 审批人 审批 初审 复审 终审 一审 二审 三审
    审稿 审签 审定 签发人 签发 核稿 核发
    录入 发布人 主编 副主编 总编辑 总编 副总编 执行主编 本期主编 本期执行主编
    课题组组长 课题组成员 调研组组长 调研组成员 课题负责人 组长 成员 统稿
    编发 编译 审校 译校 翻译 拟稿 监制 总监制 顾问 策划 排版 编委 打印 印制 制作
"""
CREDIT_LABELS: Final = frozenset(_CREDITS.split())
"""Labels before who edited, checked or signed off: never contributors."""


def role_of(label: str) -> ContributorRole:
    """The role a contributor label gives; whoever sends a piece in is ``contributor``."""
    if label.endswith("记者"):
        return "reporter"
    if label.endswith(("作者", "作者单位", "作者系", "执笔", "执笔人")):
        return "author"
    if label in (
        "摄影报道",
        "摄影",
        "图片",
        "图",
        "摄",
        "供图",
        "配图",
        "摄影人",
        "摄影者",
        "供图单位",
    ):
        return "photographer"
    return "contributor"
