"""What inline scripts print with ``document.write``, as far as it can be known unrun.

Several content systems write the line with date and source this way: variables are set to string
literals, and ``document.write`` joins them with labels. Anything else is left alone.
"""

import html
import re
from itertools import islice
from typing import Final

from archiver.parsers.hrefs import THROWAWAY
from archiver.parsers.markup.disguise import joined

STRING: Final = r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
SCRIPTED: Final = ("", "#", "j", "J")
"""How addresses of links begin that leave it to a script where to go."""
_ASSIGNED: Final = re.compile(rf"=\s{{0,20}}({STRING})")
_NAME: Final = re.compile(r"(?<![\w$.])[A-Za-z_$][\w$]{0,60}(?=\s{0,20}\Z)")
_LONGEST_NAME: Final = 82  # with the blanks behind it
_WRITTEN: Final = re.compile(r"document\.write(?:ln)?\s{0,20}\(")
_PLACE: Final = "location"
_REDIRECT: Final = re.compile(
    rf"{_PLACE}(?<![\w$]{_PLACE})(?:\.href|\.replace|\.assign)?\s*[=(]\s*({STRING})"
)
# Whoever clicks anywhere gets a second window.
_POPPED: Final = re.compile(
    rf"document\.on(?:click|mouse\w{{2,4}}|touch\w{{3,5}})\s{{0,9}}=.{{0,400}}?window\.open\(\s{{0,9}}({STRING})",
    re.DOTALL,
)
# What an old browser loads and starts when it is told to make these objects.
_PROGRAM: Final = re.compile(r"[\"']https?://[^\"'\s]{4,300}\.exe[\"']", re.IGNORECASE)
_SELF: Final = re.compile(rf"window\.open\(\s{{0,9}}({STRING})\s{{0,9}},\s{{0,9}}\"_self\"")
_REDIRECT_BY_NAME: Final = re.compile(
    r"location(?<![\w$]location)(?:\.href|\.replace|\.assign)?\s{0,9}[=(]\s{0,9}([A-Za-z_$][\w$]{0,40})\s{0,9}(?:[;)}\n]|$)"
)
_ASSIGNED_URL: Final = re.compile(
    r"\b([A-Za-z_$][\w$]{0,40})\s{0,5}=\s{0,5}([\"']https?://[^\"'\s]{4,300}[\"'])"
)
_ADDRESS: Final = re.compile(r"[\"']https?://[^\"'\s]{4,300}[\"']")
_NAMED: Final = re.compile(r"function\s{1,9}([A-Za-z_$][\w$]{0,60})")
_MOST: Final = 20  # redirects of one script
_FUNCTION: Final = 2_000  # characters; one that leads away is short
_PHONES: Final = re.compile("android|iphone|mobile", re.IGNORECASE)
# Of hosts for phones, those with endings that public bodies have.
_PHONE_HOST: Final = re.compile(
    r"(?:https?:)?//(?:m|wap|3g|mobile|touch)\."
    rf"(?![^/\s]{{1,80}}\.(?:{THROWAWAY})(?:[/:?]|$))",
    re.IGNORECASE,
)
_SEARCH_ENGINE: Final = re.compile(
    r"(?:referrer|useragent).{0,400}(?:baidu|sogou|google|spider|bot\b|so\\?\.com|bing|yahoo)"
    r"|(?:baidu|sogou|google|spider|bot\b|so\\?\.com|bing|yahoo).{0,400}(?:referrer|useragent)",
    re.IGNORECASE | re.DOTALL,
)
_ELSE: Final = re.compile(r"\belse\b")
_QUOTED: Final = re.compile(r"\s*[\"']")
# A name, of a field perhaps, of which the beginning may be taken: news.time.substr(0,10).
_TOKEN: Final = re.compile(
    rf"\s*(?:({STRING})|([A-Za-z_$][\w$]*+(?:\.[A-Za-z_$][\w$]*+)?)"
    r"(?:\.(?:substr(?:ing)?|slice)\(\s{0,9}0\s{0,9},\s{0,9}(\d{1,2})\s{0,9}\))?(?=\s*[+)])|(\+)|(\)))"
)
_OBJECT: Final = re.compile(r"=\s{0,9}\{([^{}]{1,4000})\}")
FIELD: Final = re.compile(rf"[\"']?(\w{{1,40}})[\"']?\s{{0,9}}:\s{{0,9}}({STRING})")
"""A field of an object and the string it is set to."""
_TAG: Final = re.compile(r"<[^<>]*>?")
_OPENS_HIDDEN: Final = re.compile(
    r"<\w+[^<>]*(?:display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|indent)\s*:\s*-\d{3}"
    r"|(?<![-\w])(?:height|width)\s*:\s*0(?:px|pt|em|%)?\s*[;\"'])",
    re.IGNORECASE,
)
_ESCAPE: Final = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)")
_ESCAPES: Final = {"n": "\n", "r": "\r", "t": "\t"}


def redirect_targets(code: str) -> list[str]:
    """Addresses that a script sends the reader to, but for the pages a site keeps for phones."""
    targets = [unquoted(url) for url in _SELF.findall(code)] if '"_self' in code else []
    if "document.on" in code:
        targets += [unquoted(url) for url in _POPPED.findall(code)]
    if ".exe" in code and ("reateobject" in code.lower() or "ActiveX" in code):
        targets += [unquoted(url) for url in _PROGRAM.findall(code)]
    if _PLACE not in code:  # many times faster than the search
        return targets
    code = joined(code)
    targets += [
        unquoted(r[1])
        for r in islice(_REDIRECT.finditer(code), _MOST)
        if not _waits(code, r.start())
    ]
    if "_0x" in code:  # an obfuscator's names: what it calls with the address is not to be told
        targets += [unquoted(url) for url in _ADDRESS.findall(code)]
    if names := _REDIRECT_BY_NAME.findall(code):
        targets += [unquoted(url) for name, url in _ASSIGNED_URL.findall(code) if name in names]
    return [t for t in targets if not (_PHONE_HOST.match(t) and _PHONES.search(code))]


def _waits(code: str, at: int) -> bool:
    """Whether a place is within a function that the script only defines: for who clicks."""
    begin = code.rfind("function ", max(0, at - _FUNCTION), at)
    name = _NAMED.match(code, begin) if begin >= 0 else None
    if name is None or code.count("{", begin, at) <= code.count("}", begin, at):
        return False
    return len(re.findall(rf"\b{re.escape(name[1])}\b", code)) == 1


def is_cloaked(code: str) -> bool:
    """Whether a script sends on only those who come from a search engine, or only its crawlers."""
    return bool(redirect_targets(code)) and bool(_SEARCH_ENGINE.search(code))


def opens_hidden(written: str) -> bool:
    """Whether what a script writes begins a hidden element that it does not end."""
    return bool(_OPENS_HIDDEN.search(written)) and "</" not in written


def text_of(written: str) -> str:
    """What a script writes, without its tags and with its references resolved."""
    text = _TAG.sub(" ", written)
    return html.unescape(text) if "&" in text else text


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
            literal, name, cut, plus, close = token.groups()
            if close:
                return "" if operand else "".join(parts)
            if operand == bool(plus):
                return ""
            if not plus:
                value = unquoted(literal) if literal else self._variable(name)
                if not value and name:
                    return ""
                parts.append(value[: int(cut)] if cut else value)
            operand = bool(plus)
        return ""

    def _read_objects(self, code: str) -> None:
        """Remember the fields of objects: ``var news = {time: "…"}`` sets ``news.time``."""
        for made in _OBJECT.finditer(code):
            equals = made.start()
            if name := _NAME.search(code, max(equals - _LONGEST_NAME, 0), equals):
                for field, value in FIELD.findall(made[1]):
                    self._strings[f"{name[0]}.{field}"] = unquoted(value)

    def _variable(self, name: str) -> str:
        """What a variable holds; empty when that is not known."""
        for code in self._unread:
            self._read_objects(code)
            for assigned in _ASSIGNED.finditer(code):
                equals = assigned.start()
                if set_one := _NAME.search(code, max(equals - _LONGEST_NAME, 0), equals):
                    self._strings[set_one[0]] = unquoted(assigned[1])
        self._unread.clear()
        return self._strings.get(name, "")


def unquoted(literal: str) -> str:
    """What a string of a script says, without its quotes and escapes."""
    body = literal[1:-1]
    if "\\" not in body:
        return body
    said = _ESCAPE.sub(_unescaped, body)
    # Signs beyond the first plane are escaped in two halves; one alone is none.
    return said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _unescaped(match: re.Match[str]) -> str:
    sign = match[1]
    if len(sign) > 1:
        return chr(int(sign[1:], 16))
    return _ESCAPES.get(sign, sign)
