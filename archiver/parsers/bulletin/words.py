"""The short vocabulary of bulletins: column names and the labels before names."""

import re
from typing import Final

from archiver.records import ContributorRole

OFTEN: Final = "(?:双月|半月|半年|[年季月旬周])刊"
"""How often a periodical comes out, as an expression."""
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
_SECTION_SUBJECTS: Final = """
    本期 本月 领导 高层 上级 省级 市级 县级 市县 县市 县区 区县 区市 县市区 乡镇 镇街 街镇 镇村
    街道 社区 村居 部门 系统 行业 产业 企业 园区 机关 单位 基层 各地 地方 一线 外地 工作 工会
    工运 职工 劳模 工匠 女工 女职工 巾帼 青年 团员 党建 党群 党务 政务 维权 帮扶 法律 法治 政策
    理论 业务 学习 经验 调研 先进 典型 榜样 人物 文化 文体 文艺 民生 社会 综合 重要 重点 热点
    焦点 专题 特别 活动 会议 图片 项目 安全 创新 改革 宣传 经审 会员 校园 班组 车间 矿区
"""
_SECTION_KINDS: Final = """
    动态 动向 要闻 快讯 简讯 短讯 快递 速递 速览 快报 传真 信息 集锦 荟萃 关注 聚焦 视点 视窗
    视野 之窗 之声 之星 之家 园地 天地 风采 风貌 论坛 故事 心声 交流 讲话 批示 活动 掠影 剪影
    典型 经验 链接 广角 解读 导航 风景线 连线 直通车 大家谈
"""
SECTION_WORDS: Final = frozenset(_SECTIONS.split()) | {
    subject + kind for subject in _SECTION_SUBJECTS.split() for kind in _SECTION_KINDS.split()
}
"""Names of columns (栏目) that bulletins use again and again, and what those are made of."""

PARTS: Final = frozenset(
    """
    基本案情 案情回放 案情简介 案情介绍 律师点评 律师说法 律师解答 律师提醒 律师建议 法官说法
    法官提醒 专家点评 专家提醒 案例评析 案件评析 法理评析 处理结果 裁判结果 仲裁结果 法律依据
    典型意义
    """.split()
)
"""Headings of the parts of a case that is told and explained, never titles."""

REPORT_PARTS: Final = re.compile(
    "(?:基本|总体)(?:情况|概况)|(?:主要|具体|基本)(?:做法|成效|问题|原因|特点|经验|措施|困难|矛盾)"
    "|存在的?(?:主要)?(?:问题|困难)(?:[和与及]不足)?|(?:问题|原因|成因)分析"
    "|(?:[几两三四五]点|对策|工作|意见)[和与]?(?:建议|思考|启示|体会)|经验启示"
    "|下一?步(?:工作)?(?:打算|安排|计划|措施|思路)"
)
"""Headings of the parts of a report on how things stand (调研报告), never titles."""

_CONTRIBUTORS: Final = """
    来稿单位 来稿部门 来稿人 来稿 供稿单位 供稿部门 供稿人 供稿者 供稿 撰稿单位 撰稿人 撰稿 撰文
    投稿单位 投稿人 投稿者 投稿 稿源 稿件提供 文稿提供 信息提供 稿件来源 稿件来自 消息来源
    信息来源 资料来源 文章来源 图文来源 来源 报送单位 报送部门 报送人 信息报送 报送 上报单位
    反映单位 反映人 通讯员 特约通讯员 职工通讯员 信息员 提供单位 执笔人 执笔
    采写 整理 图文 文字 文图 文 文章作者 作者单位 作者系 作者
    记者 本报记者 本刊记者 特约记者 实习记者 见习记者 摄影报道 摄影 图片
    图 摄 供图 配图 摄影人 摄影者 供图单位 撰写人 采写人
    调研组 调查组 课题组 调研人 调查人
"""
CONTRIBUTOR_LABELS: Final = frozenset(_CONTRIBUTORS.split())
"""Labels before who wrote, sent or photographed."""

_CREDITS: Final = """
    编委会主任 编委会副主任 本刊编委会主任 本刊编委会副主任
    本刊责任编辑 本刊编辑
    责任编辑 责任编审 责编 本期编辑 本期责编 本期责任编辑 本期校对 本期审核 值班编辑 执行编辑
    编辑单位 编辑 编审
    责任校对 校对 审核人 审核 审批人 审批 初审 复审 终审 一审 二审 三审
    审稿 审签 审定 签发人 签发 核稿 核发
    录入 发布人 主编 副主编 总编辑 总编 副总编 执行主编 本期主编 本期执行主编
    课题组组长 课题组成员 调研组组长 调研组成员 课题负责人 组长 成员 统稿
    编发 编译 审校 译校 翻译 拟稿 监制 总监制 顾问 策划 排版 编委 打印 印制 制作
"""
CREDIT_LABELS: Final = frozenset(_CREDITS.split())
"""Labels before who edited, checked or signed off: never contributors."""


UNIT_ENDS: Final = frozenset(
    "会办局委部厅科处室院校所站心司厂矿社队组联县区市州旗盟乡镇村道园行馆班学台刊报团府党工场店协商坊库港段点线路庭股府军小宫险"
    "”』」\"’'"
)
"""What names of units end with."""


def role_of(label: str) -> ContributorRole:
    """The role a contributor label gives; whoever sends a piece in is ``contributor``."""
    if label.endswith("记者"):
        return "reporter"
    if label.endswith(("作者", "作者单位", "作者系", "执笔", "执笔人", "组", "调研人", "调查人")):
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


PRINTED_FIRST: Final = "(?:本文|原文)?(?:原载|原刊|摘自|选自|转自|转载|载于|刊于)"
"""Words before the paper that printed a text first, for expressions."""
