"""The list of a JCMS column: a data store in the page, further records by POST to a proxy."""

from collections.abc import Sequence

from tests.site.paging import COUNT, PER_PAGE, entry, item, page
from tests.site.server import Reply, Request, Route

PROXY = "/module/web/jpage/dataproxy.jsp"
START_PATH = "/col/col694/index.html"
ITEMS = [f"/art/2008/{n}/15/art_694_{220 + n}.html" for n in range(1, COUNT + 1)]
_PARAMETERS = {
    "col": "1",
    "appid": "1",
    "webid": "7",
    "path": "/",
    "columnid": "694",
    "sourceContentType": "1",
    "unitid": "3548",
    "webname": "县总工会",
    "permissiontype": "0",
}


def routes() -> dict[str, Route]:
    """The column, its items and the proxy."""
    return {START_PATH: _column, "/art/": _article, PROXY: _proxy}


def _column(request: Request) -> Reply:
    """The first records in the page, the total and the parameters of the proxy in its script."""
    parameters = ",".join(f"{name}:'{value}'" for name, value in _PARAMETERS.items())
    return Reply(
        page(
            f'<div id="3548"><script type="text/xml">{_datastore(ITEMS[:PER_PAGE])}</script></div>'
            f"<script>$(function(){{$('#3548').jpage({{themeName:'default',totalRecord:{COUNT},"
            f"perPage:1,groupSize:{PER_PAGE},proxyUrl:'{PROXY}',barPosition:'bottom',"
            f"ajaxParam:{{{parameters}}}}});}});</script>"
        )
    )


def _article(request: Request) -> Reply:
    if request.path not in ITEMS:
        return Reply("<p>页面不存在", status=404)
    return Reply(item(ITEMS.index(request.path) + 1))


def _proxy(request: Request) -> Reply:
    """Records ``startrecord`` to ``endrecord``; an empty store when the form is not complete."""
    complete = request.method == "POST" and all(
        request.form.get(name) == _PARAMETERS[name] for name in ("webid", "columnid", "unitid")
    )
    first, last = (request.query.get(name, "0") for name in ("startrecord", "endrecord"))
    if not complete or not first.isdecimal() or not last.isdecimal():
        return _xml(_datastore([]))
    return _xml(_datastore(ITEMS[int(first) - 1 : int(last)]))


def _datastore(paths: Sequence[str]) -> str:
    records = "".join(
        f"<record><![CDATA[<li>{entry(path, ITEMS)}</li>]]></record>" for path in paths
    )
    return (
        f"<datastore><totalrecord>{COUNT}</totalrecord><totalpage>{COUNT}</totalpage>"
        f"<recordset>{records}</recordset></datastore>"
    )


def _xml(text: str) -> Reply:
    return Reply(text.encode("utf-8"), content_type="text/xml;charset=UTF-8")
