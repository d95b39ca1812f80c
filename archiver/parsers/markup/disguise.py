"""What scripts do unseen: they hide elements, write frames and scripts, and are made unreadable."""

import re
from base64 import b64decode
from itertools import islice
from typing import Final
from urllib.parse import unquote

_PACKED: Final = re.compile(r"\}\s{0,9}\(\s{0,9}['\"]")
_PACKED_END: Final = re.compile(
    r"['\"]\s{0,9},\s{0,9}(\d{1,2})\s{0,9},\s{0,9}\d{1,5}\s{0,9},\s{0,9}['\"]([^'\"]{1,20000})['\"]\s{0,9}\.split"
)
_ESCAPED: Final = re.compile(r"\\x([0-9a-fA-F]{2})")
_MEMBER: Final = re.compile(r"""\[\s{0,9}["'](\w{1,40})["']\s{0,9}\]""")
_CHARACTERS: Final = re.compile(r"String\s{0,9}\.\s{0,9}fromCharCode\(([\d,\s]{1,60000})\)")
_ENCODED: Final = re.compile(r"""\batob\(\s{0,9}["']([A-Za-z0-9+/=]{8,2000})["']\s{0,9}\)""")
_ADDRESS: Final = re.compile(r"""["'](aHR0c[A-Za-z0-9+/]{6,400}={0,2})["']""")
_LISTED: Final = re.compile(
    r"""\[\s{0,9}((?:"[^"]{0,80}"|'[^']{0,80}')(?:\s{0,9},\s{0,9}(?:"[^"]{0,80}"|'[^']{0,80}')){1,60})\s{0,9}\]"""
)
_PIECE: Final = re.compile(r""""([^"]*)"|'([^']*)'""")
_JOIN: Final = re.compile(r"""\.join\(\s{0,9}(?:""|'')\s{0,9}\)""")
_NUMBER: Final = re.compile(r"\d{1,5}")
_TITLE: Final = re.compile(r"<title\b[^<>]{0,200}>([^<]{0,2000})", re.IGNORECASE)
_REFERENCE: Final = re.compile(r"&#(?:[xX][4-9][0-9a-fA-F]{3}|[2-4]\d{4});")
_HAN: Final = re.compile("[一-鿿]")
_FEW: Final = 2
_HEAD: Final = 4_000  # characters: the title stands among them
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WORD: Final = re.compile(r"\b\w{1,6}\b", re.ASCII)
_MOST_WORDS, _LONGEST_PACKED = 5_000, 20_000
_FADED: Final = re.compile(
    r"""getElementById\(\s{0,9}["']([\w-]{1,40})["']\s{0,9}\)\.style\."""
    r"""(?:display\s{0,9}=\s{0,9}["']none|visibility\s{0,9}=\s{0,9}["']hidden)"""
    r"""|getElementById\(\s{0,9}["']([\w-]{1,40})["']\s{0,9}\)\.setAttribute\(\s{0,9}["']style["'][^)]{0,60}none"""
    r"""|\$\(\s{0,9}["'][.#]([\w-]{1,40})["']\s{0,9}\)\."""
    r"""(?:hide\(|css\(\s{0,9}["']display["']\s{0,9},\s{0,9}["']none)"""
)
_JOINED: Final = re.compile(r"\"\s{0,9}\+\s{0,9}\"|'\s{0,9}\+\s{0,9}'")
_SEAMS: Final = ('"+"', "'+'", '" +', "' +")
_MADE: Final = re.compile(
    r"""\.src\s{0,9}=\s{0,9}(?:["']((?:https?:)?//[^"'\s]{4,300})["']|([A-Za-z_$][\w$]{0,40})\s{0,9}[;,}\n])"""
)
_ASSIGNED: Final = re.compile(
    r"""([A-Za-z_$][\w$]{0,40})\s{0,9}=\s{0,9}["']((?:https?:)?//[^"'\s]{4,300})["']"""
)
_HEX: Final = re.compile(r"\\x([2-7][0-9a-fA-F])")
_LINK: Final = re.compile(
    r"<a\b[^<>]{0,200}?href\s{0,5}=\s{0,5}[\\\"']{0,2}(https?://[^\s\\\"'<>]{4,200})[^<>]{0,200}>([^<>]{1,60})<",
    re.IGNORECASE,
)
_ABROAD: Final = re.compile(r"(?:https?:)?//(?![^/]{1,100}\.cn(?:[:/]|$))")
_MOST_LINKS: Final = 200
_TAG_SOURCE: Final = re.compile(
    r"<\s*(iframe|script)[^<>]{0,200}?src\s*=\s*[\"']?([^\s\"'<>]{4,300})", re.IGNORECASE
)


def is_in_references(source: str) -> bool:
    """Whether a page's title, but not the page, is written in references to Chinese characters."""
    if "&#" not in source[:_HEAD]:
        return False
    title = _TITLE.search(source[:_HEAD])
    if title is None or len(_REFERENCE.findall(title[1])) <= _FEW:
        return False
    return len(_REFERENCE.findall(source)) < len(_HAN.findall(source))


def unpacked(code: str) -> str:
    """``code`` as it was before a common packer, or escapes, made it unreadable."""
    if "\\x6" in code:
        code = _MEMBER.sub(r".\1", _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), code))
    if "atob" in code:
        code = _ENCODED.sub(_decoded, code)
    if "fromCharCode" in code:
        code = _CHARACTERS.sub(_spelled, code)
    if "aHR0c" in code:
        code = _ADDRESS.sub(_decoded, code)
    return _without_numbers(code)


def from_data(address: str) -> str:
    """The script that an address holds instead of naming it; empty when it is not to be read."""
    kind, _, code = address.partition(",")
    return _from_base64(code) or "" if kind.endswith(";base64") else unquote(code)


def _decoded(found: re.Match[str]) -> str:
    """The string that base64 in a call of ``atob``, or alone, stands for; as it was if for none."""
    text = _from_base64(found[1])
    return found[0] if text is None else repr(text)


def _from_base64(code: str) -> str | None:
    try:
        return b64decode(code + "==").decode("ascii")  # too many signs of filling are ignored
    except ValueError:
        return None


def _spelled(codes: re.Match[str]) -> str:
    """The text that a list of character codes stands for."""
    numbers = [int(number) for number in _NUMBER.findall(codes[1])[:_LONGEST_PACKED]]
    return "".join(chr(number) for number in numbers if number < 0xD800)


def _without_numbers(code: str) -> str:
    """Words put back for the numbers that a packer wrote in their place."""
    begin = _PACKED.search(code) if "p,a,c,k,e" in code else None
    end = _PACKED_END.search(code, begin.end()) if begin else None
    if begin is None or end is None or not 2 <= int(end[1]) <= len(_DIGITS):
        return code
    words = end[2].split("|")[:_MOST_WORDS]
    numbers = {_number(n, int(end[1])): word for n, word in enumerate(words) if word}
    text = code[begin.end() : end.start()][:_LONGEST_PACKED]
    return _WORD.sub(lambda word: numbers.get(word[0], word[0]), text).replace("\\", "")


def _number(number: int, base: int) -> str:
    """``number`` as the packer writes it: in digits, then small, then capital letters."""
    head = _number(number // base, base) if number >= base else ""
    return head + _DIGITS[number % base]


def joined(code: str) -> str:
    """``code`` with the pieces of its strings put together: nobody else splits an address."""
    if ".join(" in code and _JOIN.search(code):
        code = _LISTED.sub(_put_together, _JOIN.sub("", code))
    return _JOINED.sub("", code) if any(seam in code for seam in _SEAMS) else code


def _put_together(listed: re.Match[str]) -> str:
    """The string that the pieces of a list make."""
    return repr("".join(a or b for a, b in _PIECE.findall(listed[1])))


def faded_names(code: str) -> set[str]:
    """The ids and classes that a script hides, in lower case."""
    if "none" not in code and "hid" not in code:
        return set()
    names = _FADED.findall(joined(code))
    return {next(filter(None, name)).lower() for name in names}


def written_sources(code: str) -> tuple[list[str], list[str]]:
    """The addresses of frames and of scripts that a script writes into the page.

    Scripts that it writes in disguise are as good as frames.
    """
    frames: list[str] = []
    scripts: list[str] = []
    if "createElement" in code:
        code = joined(code)
        made = _MADE.findall(code)
        named = dict(_ASSIGNED.findall(code)) if any(name for _, name in made) else {}
        scripts += [source for url, name in made if (source := url or named.get(name))]
    if "write" not in code:
        return frames, scripts
    plain = joined(code)
    told = unquote(plain)
    if "\\x3" in told:
        told = _HEX.sub(lambda sign: chr(int(sign[1], 16)), told)
    for kind, source in _TAG_SOURCE.findall(told.replace("\\", "")):
        (frames if kind.lower() == "iframe" else scripts).append(source)
    if scripts and told != plain:
        # An address abroad that is no secret needs no escapes; services in .cn are used with them.
        open_ones = {source for _, source in _TAG_SOURCE.findall(plain.replace("\\", ""))}
        frames += [s for s in scripts if s not in open_ones and _ABROAD.match(s)]
    return frames, scripts


def written_links(code: str) -> list[tuple[str, str]]:
    """The addresses and texts of links that stand as strings in a script or a field of a form."""
    if "<a" not in code and "<A" not in code:
        return []
    return [found.groups() for found in islice(_LINK.finditer(code), _MOST_LINKS)]  # type: ignore[misc]
