"""The demo site with a redirect, and with everything a hijacked page may carry in one bulletin."""

from dataclasses import replace

from archiver.demo.pages import Resource, build

POISONED = "/jianbao/2008/0620/2.html"
MOVED, MOVED_TO = "/jianbao/2008/0310/62.html", "/jianbao/2008/62_new.html"
RAN = "脚本跑过了"

# Addresses in spellings that only a browser understands: entities, a tab inside, backslashes.
_TRAPS = """
<script>document.write("脚本" + "跑过了")</script>
<script src="http://script.example/x.js"></script>
<img src="http://image.example/x.gif" onerror="document.body.append('脚本' + '跑过了')">
<img src="&#104;ttp://entity.example/x.gif"><img src="ht	tp://tab.example/x.gif">
<img src="\\\\backslash.example\\x.gif"><img srcset="http://srcset.example/x.gif 1x">
<iframe src="//frame.example/"></iframe>
<iframe srcdoc="<meta http-equiv=refresh content='0;url=http://away.example/'>"></iframe>
<link rel="pre&#99;onnect" href="&#104;ttp://127.0.0.2:9/">
<link rel="stylesheet" href="http://style.example/x.css">
<style>@import "http://import.example/x.css"; b{background:url(http://paint.example/x.gif)}</style>
<b>彩</b><svg><image href="http://svg.example/x.gif"></svg>
<object data="http://object.example/x.swf"></object><embed src="http://embed.example/x.swf">
<video autoplay src="http://video.example/x.mp4"></video>
<iframe name="f"></iframe>
<form id="g" target="f" action="http://form.example/"></form><script>g.submit()</script>
</body>"""


def resources(base_url: str) -> dict[str, Resource]:
    """Every address of the site and its answer, as ``DemoSite`` takes it."""
    answers = build(base_url)
    page = answers[POISONED]
    body = page.body.replace(b"</body>", _TRAPS.encode("gbk"))
    assert body != page.body
    answers[POISONED] = replace(page, body=body)
    answers[MOVED_TO] = answers[MOVED]
    answers[MOVED] = Resource(b"", status=301, location=MOVED_TO)
    return answers
