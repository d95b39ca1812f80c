"""The labels that content systems print around a text, and what each of them says."""

from typing import Final

from archiver.chinese.traditional import in_both
from archiver.parsers.words import one_of

# What was done with a text, before 时间 and 日期.
_DONE: Final = """
    发布 发表 更新 录入 添加 上传 上载 上网 编辑 公开 刊登 刊发 刊载 登载 公布 提交 加入 发稿 来稿
    编稿 供稿 稿件 入库 创建 建立 张贴 发帖 修改 推送 信息 文章 新闻
    信息发布 文章发布 新闻发布 内容发布
    信息更新 文章更新 内容更新 页面更新 最近更新 最后更新 最近修改 最后修改 最近修订 最后修订
    最后编辑
"""
_ROLES: Final = {
    "signed": """
        成文时间 成文日期 发文时间 发文日期 生成时间 生成日期 印发时间 印发日期 制发日期
    """,
    "published": " ".join(
        (
            *(f"{done}{when}" for done in _DONE.split() for when in ("时间", "日期")),
            "时间 日期 最近更新 最后更新 最后修改 最后修订 发布于 发表于 更新于 上传于 上载于",
            "张贴于 刊登于 刊发于 修改于 公告日期 上线时间 时间发布 发布 更新 上传 上载",
            "Date Posted",
        )
    ),
    "source": """
        来源 来源于 来自 信息来源 稿件来源 文章来源 新闻来源 内容来源 资料来源 本文来源 消息来源
        图文来源 发布来源 来源单位 来源部门 来源网站 来源媒体 出处 文章出处 信息出处 新闻出处 稿源
        转载自 转贴自 转自 摘自 From Source
    """,
    "author": "作者 文章作者 本文作者 Author",
    "撰稿": "撰稿 撰稿人 撰文",
    "文字": "文字 文",  # beside 图片 and 摄影
    "供稿": """
        供稿 供稿单位 供稿部门 供稿人 来稿 来稿单位 投稿 投稿人 投稿单位 报送单位 报送人
        上报单位 撰稿单位 稿件提供 提供单位 信息员
    """,
    "通讯员": "通讯员 特约通讯员 职工通讯员 本报通讯员 本网通讯员",
    "记者": "记者 本报记者 本网记者 本刊记者 特约记者 实习记者 见习记者",
    "摄影": "摄影 摄影报道 摄影者 摄影人 供图 图片",
    "图文": "文/图 图/文",
    "作者单位": "作者单位",
    "number": "发文字号 发文文号 文件编号 文号 公文文号 发布文号 信息文号",
    "issuer": """
        发文机关 发文机构 发文单位 发布机构 发布机关 发布单位 制发机关 制发单位 公开主体 公开机构
        公开单位 信息提供单位 信息提供机构
    """,
    "name": "名称 信息名称 文件名称 标题 信息标题 文章标题 稿件标题",
    "other": """
        编辑 责任编辑 文字编辑 文章编辑 网络编辑 责编 录入 录入人 录入者 录入员 输入人 文章录入
        发布人 发布者 发布员 审核 审核人 审签 点击 点击数 点击量 点击率 点击次数 浏览 浏览数
        浏览量 浏览次数 浏览人数 阅读 阅读数 阅读量 阅读次数 阅读人数 访问 访问量 访问次数 查看
        查看次数 文章点击数 人气 字体 字号 字体大小 字号大小 字数 评论 评论数 分享 分享到 分享至
        索引号 信息索引 主题分类 信息分类 体裁分类 服务对象分类 主题词 关键词
        内容概述 公开方式 公开时限 公开范围 公开形式 公开类别 公开类型 有效性 是否有效 效力状态
        生效时间 生效日期 实施日期 废止时间 废止日期 失效时间 失效日期 责任部门 发布部门 组配分类
        栏目 所属栏目 分类 所属类别 关键字 关键词语 标签 所属分类 稿件类型 语种 载体类型 索取号 备注
        核发 核发人 初审 复审 终审 文章类型 新闻类型
        等级 发帖 发帖数 积分 注册日期 注册时间
        来信人 来信时间 来信日期 写信人 写信时间 写信日期 提问人 提问时间 提问日期 咨询人 咨询时间
        咨询日期 状态 回复状态 来信编号 信件编号 信件类型 信件状态 回复人 回复时间 回复日期
        回复单位 答复时间 答复日期 答复单位 答复部门 办理状态 处理状态 Hits Views Editor
    """,
}
ROLE_OF: Final = {
    spelled: role for role, words in _ROLES.items() for spelled in in_both(words).split()
}
NAMING: Final = ("供稿", "撰稿", "文字", "通讯员", "记者", "摄影", "图文", "作者单位")
"""Roles of who made a text: contributors of it, where 作者 is the page's."""
STROKES: Final = "each"
"""The role of a value that says of each whom it names what they did: 何静/文 张勇/图."""
LABELS: Final = f"({one_of(' '.join(ROLE_OF), padded=True)})"


def role_alone(text: str) -> str | None:
    """The role of a text that is a label and nothing else, not even its colon."""
    return ROLE_OF.get("".join(text.split()))
