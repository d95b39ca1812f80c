"""A page of a union with an intact article, and what is put into such pages."""

HOME = "http://www.qxgh.gov.cn/d/5.html"
PROSE = (
    "  4月2日晚,清溪县总工会办的缝纫夜校开了第一课,四十六名女工坐满了教室,老师从穿针引线讲起,"
    "边讲边做。学员大多来自城东的三家制衣厂,白天上班,晚上学艺,一个月后可以参加等级考试。"
    "县总工会主席说,夜校还要办下去,厂里缺什么工种,夜校就开什么班,学费由工会经费承担,一分不收。"
    "当晚还有两位退休的老裁缝赶来帮忙,她们说,手艺有人学,心里就踏实。\n"
)
ARTICLE = "".join(f"<p>　　{text.strip()}。</p>" for text in PROSE.split("。") if text.strip())
LINKS = "".join(
    f'<a href="http://w{n}.bad.example/">{word}</a> '
    for n, word in enumerate("太阳城集团 百家乐 真人视讯 时时彩 老虎机 六合彩".split())
)


def hijacked(*, head: str = "", below: str = "", title: str = "缝纫夜校开课") -> bytes:
    """A page of a union with an intact article."""
    return (
        f"<html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>"
        '<div><a href="/">首页</a> <a href="/d/">工会动态</a></div><h1>缝纫夜校开课</h1>'
        f"<div>发布时间：2019-04-03</div><div>{ARTICLE}</div>"
        f"<div class=footer>主办：清溪县总工会 地址：清溪县人民路1号</div>{below}</body></html>"
    ).encode()
