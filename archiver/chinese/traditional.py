"""Traditional spellings of the words that sites print around their texts, and the way back.

Pages of Hong Kong, Macao and Taiwan, and the 繁體版 of sites elsewhere, are written so.
"""

import re
from itertools import product
from typing import Final

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
# Further characters of names: of units, persons, columns, series.
_NAMES: Final = """
    丛叢 两兩 严嚴 义義 乌烏 乐樂 乔喬 习習 争爭 仓倉 价價 众眾衆 优優 侨僑 储儲 儿兒 兰蘭 兴興 养養
    兽獸 军軍 农農 冯馮 况況 减減 几幾 刘劉 剧劇 劳勞 卖賣 卢盧 卫衛 厂廠 厅廳 厉厲 县縣 参參 双雙
    变變 叶葉 吕呂 启啓啟 吴吳 园園 圆圓 场場 坛壇 头頭 妇婦 娄婁 孙孫 宁寧 宪憲 宫宮 尧堯 层層 岭嶺
    巩鞏 帅帥 帮幫 帼幗 干幹 庄莊 庞龐 弥彌 怀懷 愿願 执執 扬揚 拟擬 拥擁 挂掛 挥揮 据據 晋晉 杂雜
    杨楊 样樣 档檔 桥橋 梦夢 检檢 楼樓 欧歐 残殘 毕畢 汇匯彙 汤湯 沟溝 测測 济濟 涂塗 渔漁 温溫 湾灣
    灾災 烟煙 爱愛 独獨 狱獄 环環 疗療 盐鹽 矫矯 矿礦 离離 税稅 稳穩 窦竇 竞競 笔筆 筹籌 粮糧 红紅
    纪紀 纳納 纺紡 练練 织織 绍紹 经經 给給 统統 综綜 绿綠 缪繆 罗羅 聂聶 胜勝 舆輿 艺藝 芦蘆 苍蒼
    苏蘇 范範 荆荊 荟薈 荣榮 药藥 获獲 营營 萧蕭 蒋蔣 蓝藍 蔺藺 补補 装裝 视視 誉譽 讨討 训訓 许許
    识識 译譯 试試 说說 诸諸 课課 调調 谈談 谊誼 谋謀 谌諶 谢謝 谭譚 贝貝 贡貢 财財 贤賢 贫貧 贸貿
    费費 贺賀 贾賈 赐賜 赖賴 赛賽 赵趙 践踐 车車 轩軒 轻輕 输輸 辕轅 辖轄 边邊 迟遲 迹跡 递遞 邓鄧
    邝鄺 邬鄔 邹鄒 郏郟 郑鄭 郦酈 采採 钟鐘鍾 钮鈕 钱錢 铣銑 银銀 销銷 锦錦 闫閆 闵閔 闸閘 阎閻 阙闕
    阚闞 阳陽 陆陸 陇隴 陈陳 险險 难難 静靜 韦韋 韩韓 顿頓 领領 颜顏 风風 饭飯 饶饒 马馬 驻駐 骆駱
    鱼魚 鲁魯 鲍鮑 鲜鮮 黄黃 齐齊 龄齡 龙龍 龚龔 台臺 云雲 丰豐 群羣 节節 伟偉 杰傑 辉輝 泽澤 滨濱
    潍濰 洼窪 岛島 冈岡 岗崗 峡峽 峰峯 坝壩 垦墾 铁鐵 钢鋼 铜銅 锡錫 铝鋁 桩樁 轮輪 纸紙 绣繡 丝絲
    绵綿 纤纖 宝寶 兖兗 赣贛 渑澠 酿釀 轿轎 舰艦 飞飛 馈饋 顺順 颍潁 庆慶 莱萊 蓟薊 蕲蘄 龟龜 鹤鶴
    鸡雞鷄 鹏鵬 鹰鷹 凤鳳 麦麥 岳嶽 仪儀 伦倫 侠俠 俭儉 倾傾 凯凱 剑劍 叙敘敍 吨噸 唤喚 啸嘯 嘱囑
    圣聖 块塊 坚堅 奋奮 奖獎 奥奧 姗姍 娇嬌 娅婭 宽寬 寿壽 尔爾 尝嘗 岁歲 币幣 庐廬 异異 弃棄 忆憶
    怜憐 恳懇 恶惡 恼惱 悦悅 惊驚 惩懲 惯慣 愤憤 戏戲 担擔 拣揀 择擇 拨撥 挤擠 捞撈 损損 捡撿 换換
    揽攬 摆擺 敌敵 斋齋 断斷 旧舊 旷曠 晓曉 晒曬 暂暫 杀殺 极極 枪槍 枫楓 柜櫃 栋棟 树樹 桦樺 榄欖
    毁毀 毙斃 汉漢 沈瀋 沧滄 泪淚 泸瀘 泻瀉 泾涇 洁潔 浅淺 浆漿 浊濁 浑渾 浓濃 涛濤 涝澇 涟漣 润潤
    涧澗 涨漲 渊淵 渐漸 滚滾 满滿 滞滯 滤濾 灭滅 灯燈 灵靈 炉爐 炼煉 烂爛 烛燭 烦煩 烧燒 烫燙 焕煥
    爷爺 牺犧 犹猶 狮獅 猎獵 猪豬 献獻 玛瑪 玮瑋 珑瓏 琼瓊 瑶瑤 画畫 疮瘡 疯瘋 盖蓋 盘盤 砖磚 确確
    祎禕 祷禱 祸禍 禅禪 稣穌 穷窮 窝窩 竖豎 筑築 粤粵 紧緊 纬緯 纯純 纲綱 纵縱 纷紛 纹紋 绩績 绪緒
    绳繩 缓緩 缘緣 缝縫 缩縮 罚罰 罢罷 聪聰 肃肅 肠腸 肤膚 肿腫 胁脅 脉脈 脑腦 脚腳 脱脫 脸臉 腊臘
    腾騰 舱艙 苇葦 茎莖 虑慮 虚虛 虫蟲 虽雖 蚀蝕 蛮蠻 袭襲 觉覺 触觸 誊謄 让讓 诉訴 诚誠 误誤 谁誰
    谅諒 谓謂 谦謙 贞貞 败敗 货貨 贵貴 贷貸 购購 赔賠 赢贏 趋趨 跃躍 踊踴 软軟 较較 辅輔 辆輛 达達
    迁遷 适適 逊遜 遗遺 邻鄰 郁鬱 释釋 针針 钓釣 钞鈔 铃鈴 铅鉛 铭銘 铺鋪 锅鍋 锋鋒 锐銳 锣鑼 锻鍛
    镜鏡 闪閃 闯闖 闲閒 闷悶 阁閣 阔闊 阶階 际際 陕陝 陨隕 隶隸 雾霧 韧韌 韵韻 须須 频頻 额額 饮飲
    驰馳 驱驅 驶駛 驾駕 骄驕 骏駿 骗騙 骤驟 鸣鳴 鸿鴻 鸟鳥 鹅鵝 齿齒 剂劑 励勵 劲勁 势勢 勋勳勛 卧臥
    厨廚 却卻 压壓 呗唄 响響
"""
_FORMS: Final = {pair[0]: pair[1:] for pair in _PAIRS.split()}
# 於, 後, 覆 and the like are characters of simplified writing too.
_SIMPLE: Final = {
    form: pair[0]
    for pair in f"{_PAIRS} {_NAMES}".split()
    for form in pair[1:]
    if not form.encode("gb2312", "ignore")
}
_TRADITIONAL: Final = re.compile(f"[{''.join(_SIMPLE)}]")


def in_both(words: str) -> str:
    """The blank-separated ``words`` with their traditional spellings: 来源 來源, 发布 發布 發佈."""
    spelled = (form for word in words.split() for form in (word, *spellings(word)))
    return " ".join(dict.fromkeys(spelled))


def spellings(word: str) -> tuple[str, ...]:
    """How a word is spelled in traditional characters, by any of their variants."""
    forms = ("".join(letters) for letters in product(*(_FORMS.get(char, char) for char in word)))
    return tuple(form for form in forms if form != word)


def signs_in_both(signs: str) -> str:
    """The characters with their traditional forms."""
    return signs + "".join(form for form, sign in _SIMPLE.items() if sign in signs)


def simplified(text: str) -> str:
    """``text`` in simplified characters, sign by sign: of one length, to look names up in."""
    return _TRADITIONAL.sub(_simple, text)


def _simple(found: re.Match[str]) -> str:
    return _SIMPLE[found[0]]
