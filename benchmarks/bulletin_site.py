"""A loopback site for timing crawls: articles of about 30 KB with 50 links each, no two alike.

``python -m benchmarks.bulletin_site PAGES`` serves them and prints its address; it ends when its
standard input does.
"""

import asyncio
import random
import sys

LINKS = 50
_MENU = 20
_NEAR = 15
_PARAGRAPHS = 30
_CLAUSES = 15
_WORDS = (
    "县总工会 职工 困难 帮扶 企业 基层 工会 主席 干部 活动 开展 组织 建设 劳动 竞赛 培训 维权 "
    "签订 集体 合同 工资 协商 安全 生产 检查 慰问 女职工 代表 大会 会议 要求 工作 落实 推进 "
    "经济 发展 和谐 稳定 服务 中心 医疗 互助 保障 金秋 助学 先进 模范 表彰 文化 体育 比赛"
).split()
# Words beyond those of the trade, so that no two texts pass for copies of each other.
_HAN = [bytes((row, 0xA1 + k)).decode("gb2312") for row in range(0xB0, 0xD7) for k in range(94)]
_UNITS = ("枫叶乡工会", "县教育局工会", "县供电公司工会", "城关镇总工会", "县人民医院工会")
# A third of such a page are styles and scripts.
_STYLE = "<style>" + ".item a:hover{color:#c00;text-decoration:none}\n" * 190 + "</style>"


def page(number: int, pages: int) -> bytes:
    """Article ``number`` of ``pages``: menu, headline, text with dates, list of others; in GBK."""
    chance = random.Random(number)
    menu = "".join(
        f'<li><a href="/p/{(number * 7 + k * 131) % pages}.html">栏目{k}</a></li>'
        for k in range(_MENU)
    )
    near = [(number + k) % pages for k in range(1, _NEAR + 1)]
    others = near + chance.sample(range(pages), LINKS - _MENU - _NEAR)
    rows = "".join(
        f'<li class="item"><a href="/p/{k}.html" target="_blank">{_title(k)}</a>'
        f"<span>2011-09-{k % 28 + 1:02}</span></li>\n"
        for k in others
    )
    text = "".join(f"<p>　　{_paragraph(chance, n)}</p>\r\n" for n in range(_PARAGRAPHS))
    html = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
        f"<title>{_title(number)}-某县总工会</title>{_STYLE}</head><body>"
        f'<div class="menu"><ul>{menu}</ul></div><div class="main"><h1>{_title(number)}</h1>'
        f'<div class="info">来源：{_UNITS[number % 5]}　'
        f"发布时间：2011-10-{number % 28 + 1:02}</div>"
        f'<div id="zoom">{text}<p>（{_UNITS[number % 5]} 供稿）</p></div></div>'
        f'<ul class="more">{rows}</ul><div class="foot">主办单位：某县总工会</div></body></html>'
    )
    return html.encode("gbk")


def _title(number: int) -> str:
    words = random.Random(-1 - number).choices(_WORDS, k=5)
    return f"{''.join(words)}第{number}次会议召开"


def _paragraph(chance: random.Random, number: int) -> str:
    day = f"{chance.randrange(1, 13)}月{chance.randrange(1, 29)}日，" if number % 3 == 0 else ""
    clauses = (
        "".join(chance.choices(_WORDS, k=3) + chance.choices(_HAN, k=7)) for _ in range(_CLAUSES)
    )
    return f"{day}{'，'.join(clauses)}。"


class _Answering(asyncio.Protocol):
    """HTTP/1.1 with kept connections; as little work as possible, for it shares the cores."""

    def __init__(self, bodies: list[bytes]) -> None:
        self._bodies = bodies

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        path = data.split(b" ", 2)[1]
        if path.startswith(b"/p/"):
            body, status = self._bodies[int(path[3:-5])], b"200 OK"
        else:
            body, status = b"", b"404 Not Found"
        self._transport.write(
            b"HTTP/1.1 %s\r\nContent-Type: text/html; charset=gb2312\r\nContent-Length: %d\r\n\r\n"
            % (status, len(body))
            + body
        )


async def _serve(pages: int) -> None:
    bodies = [page(number, pages) for number in range(pages)]
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Answering(bodies), "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/p/0.html", flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1])))
