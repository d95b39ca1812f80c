"""Traditional and simplified characters: words in both spellings, and texts in simplified ones."""

from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from opencc import OpenCC

_PAIRS: Final = """
    时時 间間 发發 布布佈 录錄 来來 于於于 资資 闻聞 处處 编編 辑輯 责責 审審 击擊 数數 览覽 阅閱
    读讀 访訪 问問 气氣 号號 评評 论論 摄攝 讯訊 员員 记記 题題 类類 务務 对對 关關 键鍵 词詞 内內
    开開 围圍 别別 状狀 态態 实實 废廢 门門 组組 栏欄 属屬 标標 签簽籤 语語 种種 载載 备備 注註注
    复復覆 终終 级級 积積 册冊 写寫 办辦 机機 构構 单單 称稱 传傳 后後 线線 创創 库庫 网網 络絡
    权權 电電 话話 邮郵 码碼 术術 设設 计計 维維 护護 联聯 系系係繫 详詳 细細 热熱 总總 体體 点點
    页頁 条條 则則 个個 报報 团團 协協 学學 医醫 监監 举舉 导導 图圖 专專 链鏈 荐薦 广廣 应應 转轉
    贴貼 选選 项項 动動 讲講 们們 现現 结結 归歸 师師 负負 远遠 观觀 华華 强強 质質 规規 决決 议議
    请請 书書 划劃 预預 声聲 简簡 会會 职職 产產 业業 区區 馆館 询詢 约約 缴繳 订訂 张張 贯貫 彻徹
    进進 础礎 国國 战戰 队隊 长長 镇鎮 乡鄉 党黨 见見 认認 证證 该該 与與 从從 为為 过過 这這 还還
    运運 浏瀏 扩擴 历歷 赞讚贊 顶頂 闭閉 纠糾 错錯 顾顧 万萬 亿億 户戶 帐帳 账賬 验驗 欢歡 临臨
    游遊 宾賓 当當 显顯 连連 东東 续續 隐隱 无無 没沒
"""
_FORMS: Final = {pair[0]: pair[1:] for pair in _PAIRS.split()}


def in_both(words: str) -> str:
    """The blank-separated ``words`` with their traditional spellings: 来源 來源, 发布 發布 發佈."""
    spelled = (form for word in words.split() for form in (word, *spellings(word)))
    return " ".join(dict.fromkeys(spelled))


def spellings(word: str) -> tuple[str, ...]:
    """How a word is spelled in traditional characters, by any of their variants."""
    forms = ("".join(letters) for letters in product(*(_FORMS.get(char, char) for char in word)))
    return tuple(form for form in forms if form != word)


def to_simplified(text: str) -> dict[int, str]:
    """A table for ``str.translate``: the traditional characters of ``text`` in simplified writing.

    One character becomes one other, so that a text keeps its length.
    """
    convert = _converter().convert
    plain = {sign: convert(sign) for sign in sorted(set(text)) if not sign.isascii()}
    return {ord(sign): one for sign, one in plain.items() if one != sign and len(one) == 1}


@cache
def _converter() -> "OpenCC":
    # Few pages need it, and loading it takes longer than reading several pages.
    from opencc import OpenCC

    return OpenCC("t2s")
