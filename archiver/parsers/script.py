"""What inline scripts print with ``document.write``, as far as it can be known unrun.

Several content systems write the line with date and source this way: variables are set to string
literals, and ``document.write`` joins them with labels. Anything else is left alone.
"""

import re
from urllib.parse import unquote

_STRING = r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
_ASSIGNED = re.compile(rf"=\s{{0,20}}({_STRING})")
_NAME = re.compile(r"(?<![\w$.])[A-Za-z_$][\w$]{0,60}(?=\s{0,20}\Z)")
_LONGEST_NAME = 82  # with the blanks behind it
_WRITTEN = re.compile(r"document\.write(?:ln)?\s{0,20}\(")
_PLACE = "location"
_REDIRECT = re.compile(
    rf"{_PLACE}(?<![\w$]{_PLACE})(?:\.href|\.replace|\.assign)?\s*[=(]\s*({_STRING})"
)
_REDIRECT_BY_NAME = re.compile(
    r"location(?<![\w$]location)(?:\.href|\.replace|\.assign)?\s{0,9}[=(]\s{0,9}([A-Za-z_$][\w$]{0,40})\s{0,9}[;)}\n]"
)
_ASSIGNED_URL = re.compile(
    r"\b([A-Za-z_$][\w$]{0,40})\s{0,5}=\s{0,5}([\"']https?://[^\"'\s]{4,300}[\"'])"
)
_PHONES = re.compile("android|iphone|mobile", re.IGNORECASE)
_PHONE_HOST = re.compile(r"(?:https?:)?//(?:m|wap|3g|mobile|touch)\.", re.IGNORECASE)
_SEARCH_ENGINE = re.compile(
    r"(?:referrer|useragent).{0,400}(?:baidu|sogou|google|spider|bot\b|so\\?\.com|bing|yahoo)"
    r"|(?:baidu|sogou|google|spider|bot\b|so\\?\.com|bing|yahoo).{0,400}(?:referrer|useragent)",
    re.IGNORECASE | re.DOTALL,
)
_PACKED = re.compile(r"\}\s{0,9}\(\s{0,9}['\"]")
_PACKED_END = re.compile(
    r"['\"]\s{0,9},\s{0,9}(\d{1,2})\s{0,9},\s{0,9}\d{1,5}\s{0,9},\s{0,9}['\"]([^'\"]{1,20000})['\"]\s{0,9}\.split"
)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WORD = re.compile(r"\b\w{1,6}\b", re.ASCII)
_MOST_WORDS, _LONGEST_PACKED = 5_000, 20_000
_FADED = re.compile(
    r"""getElementById\(\s{0,9}["']([\w-]{1,40})["']\s{0,9}\)\.style\."""
    r"""(?:display\s{0,9}=\s{0,9}["']none|visibility\s{0,9}=\s{0,9}["']hidden)"""
    r"""|\$\(\s{0,9}["'][.#]([\w-]{1,40})["']\s{0,9}\)\."""
    r"""(?:hide\(|css\(\s{0,9}["']display["']\s{0,9},\s{0,9}["']none)"""
)
_JOINED = re.compile(r"[\"']\s*\+\s*[\"']|\\")
_TAG_SOURCE = re.compile(
    r"<\s*(iframe|script)[^<>]{0,200}?src\s*=\s*[\"']?([^\s\"'<>]{4,300})", re.IGNORECASE
)
_ELSE = re.compile(r"\belse\b")
_QUOTED = re.compile(r"\s*[\"']")
_TOKEN = re.compile(rf"\s*(?:({_STRING})|([A-Za-z_$][\w$]*+)(?=\s*[+)])|(\+)|(\)))")
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)")
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t"}


def redirect_targets(code: str) -> list[str]:
    """Addresses that a script sends the reader to, but for the pages a site keeps for phones."""
    if _PLACE not in code:  # many times faster than the search
        return []
    targets = [_unquoted(literal) for literal in _REDIRECT.findall(code)]
    if names := _REDIRECT_BY_NAME.findall(code):
        targets += [_unquoted(url) for name, url in _ASSIGNED_URL.findall(code) if name in names]
    return [t for t in targets if not (_PHONE_HOST.match(t) and _PHONES.search(code))]


def is_cloaked(code: str) -> bool:
    """Whether a script sends on only those who come from a search engine, or only its crawlers."""
    return bool(redirect_targets(code)) and bool(_SEARCH_ENGINE.search(code))


def unpacked(code: str) -> str:
    """``code``, with what a common packer made of it (words by number) put back in place."""
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


def faded_names(code: str) -> set[str]:
    """The ids and classes that a script hides, in lower case."""
    if "none" not in code and "hid" not in code:
        return set()
    return {next(filter(None, names)).lower() for names in _FADED.findall(code)}


def written_sources(code: str) -> tuple[list[str], list[str]]:
    """The addresses of frames and of scripts that a script writes into the page."""
    if "write" not in code:
        return [], []
    frames: list[str] = []
    scripts: list[str] = []
    for kind, source in _TAG_SOURCE.findall(_JOINED.sub("", unquote(code))):
        (frames if kind.lower() == "iframe" else scripts).append(source)
    return frames, scripts


class Scripts:
    """The string variables of a page's scripts, in the order in which the scripts stand."""

    def __init__(self) -> None:
        self._strings: dict[str, str] = {}
        self._unread: list[str] = []

    def run(self, code: str) -> str:
        """Remember the variables ``code`` sets; return the HTML it certainly writes."""
        self._unread.append(code)
        if "document.write" not in code:
            return ""
        writes = [match.end() for match in _WRITTEN.finditer(code)]
        chains: list[list[int]] = []
        for at in writes:
            if chains and _ELSE.search(code, chains[-1][-1], at):
                chains[-1].append(at)
            else:
                chains.append([at])
        return "".join(self._one_of(code, chain) for chain in chains)

    def _one_of(self, code: str, writes: list[int]) -> str:
        """What one of the branches of an ``if`` writes: the variable that is set, else the rest.

        ``if (source) document.write(source); else document.write("本站");``
        """
        values = {at: self._value(code, at) for at in writes}
        literal = [at for at in writes if _QUOTED.match(code, at)]
        told = [values[at] for at in writes if values[at] and at not in literal]
        if told or len(writes) == 1:
            return (told or list(values.values()))[0]
        return values[literal[0]] if len(literal) == 1 else ""

    def _value(self, code: str, at: int) -> str:
        """The joined strings from ``at`` to the closing bracket; empty when one is not known.

        An empty variable is usually guarded by an ``if`` that prints nothing at all.
        """
        parts: list[str] = []
        operand = True
        while token := _TOKEN.match(code, at):
            at = token.end()
            literal, name, plus, close = token.groups()
            if close:
                return "" if operand else "".join(parts)
            if operand == bool(plus):
                return ""
            if not plus:
                value = _unquoted(literal) if literal else self._variable(name)
                if not value and name:
                    return ""
                parts.append(value)
            operand = bool(plus)
        return ""

    def _variable(self, name: str) -> str:
        """What a variable holds; empty when that is not known."""
        for code in self._unread:
            for assigned in _ASSIGNED.finditer(code):
                equals = assigned.start()
                if set_one := _NAME.search(code, max(equals - _LONGEST_NAME, 0), equals):
                    self._strings[set_one[0]] = _unquoted(assigned[1])
        self._unread.clear()
        return self._strings.get(name, "")


def _unquoted(literal: str) -> str:
    body = literal[1:-1]
    return _ESCAPE.sub(_unescaped, body) if "\\" in body else body


def _unescaped(match: re.Match[str]) -> str:
    sign = match[1]
    if len(sign) > 1:
        return chr(int(sign[1:], 16))
    return _ESCAPES.get(sign, sign)
