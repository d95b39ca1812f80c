"""Text that was encoded twice: its bytes were taken for Western letters, and those saved again.

``ä¸­å›½`` is 中国 in UTF-8 read as Windows-1252, ``ÖÐ¹ú`` the same in GBK. Chinese pages have no
Western letters in rows, so a row that reads as everyday Chinese when taken back was Chinese.
"""

import re
from collections.abc import Mapping
from functools import partial
from typing import Final

# What Windows-1252 has for the bytes 80 to 9F; the five it leaves free are left as they are.
_WINDOWS: Final = {
    ord(sign): byte
    for byte in range(0x80, 0xA0)
    if (sign := bytes([byte]).decode("cp1252", "ignore"))
}
_ROW: Final = re.compile(f"[\x80-\xff{''.join(map(chr, _WINDOWS))}]{{2,}}")
_HAN: Final = re.compile("[一-鿿\u3000-\u303f\uff00-\uffef]")
_LEAST: Final = 10  # characters of Chinese, below which a page is not known to be encoded twice
_SURELY: Final = 0.8  # of all that was in such rows


def may_be_doubled(body: bytes) -> bool:
    """False when surely not: in UTF-8 no Chinese character has a byte C3, and every doubled one."""
    return body.count(b"\xc3") > _LEAST


def undoubled(text: str) -> str | None:
    """``text`` with its rows of Western letters taken back; None when it was not encoded twice."""
    for encoding in ("utf-8", "gb18030"):
        rows = {row: _taken_back(row, encoding) for row in set(_ROW.findall(text))}
        chinese = sum(len(_HAN.findall(back)) for back in rows.values() if back)
        left = sum(len(row) for row, back in rows.items() if back is None)
        if chinese >= _LEAST and chinese >= _SURELY * (chinese + left):
            return _ROW.sub(partial(_put_back, rows), text)
    return None


def _taken_back(row: str, encoding: str) -> str | None:
    """What the bytes that ``row`` stands for are in ``encoding``; None if they are no Chinese."""
    try:
        back = row.translate(_WINDOWS).encode("latin-1").decode(encoding)
    except UnicodeError:
        return None
    return back if len(_HAN.findall(back)) * 2 >= len(back) else None


def _put_back(rows: Mapping[str, str | None], row: re.Match[str]) -> str:
    return rows[row[0]] or row[0]
