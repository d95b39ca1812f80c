"""What speaks for and against a page's integrity: the evidence, and the signs found in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from archiver.parsers.lines import Line
from archiver.records import Finding, SiteProfile

_LONGEST_QUOTE: Final = 80


@dataclass(frozen=True, slots=True)
class Links:
    """The links that are seen: the texts of those that bear on anything, of ``count`` in all.

    ``traded`` may be of the trade; ``abroad`` leave for hosts of no public body, ``foreign`` are
    those of them in letters that the page has not. ``wedged`` stand in the middle of sentences,
    ``trailing`` behind the footer, ``rows`` in lines that lead to strangers only; ``branded`` lead
    to hosts called as brands are.
    """

    count: int = 0
    traded: Sequence[str] = ()
    abroad: Sequence[str] = ()
    foreign: Sequence[str] = ()
    wedged: Sequence[str] = ()
    trailing: Sequence[str] = ()
    rows: Sequence[str] = ()
    branded: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Unseen:
    """What is hidden: its ``texts``, and its links.

    ``offers`` are links that offer something or cannot be read here, ``nobodies`` those that are
    called as no body is; ``hosts`` the foreign ones that hidden links and those of the trade lead
    to.
    """

    texts: Sequence[str] = ()
    offers: Sequence[str] = ()
    nobodies: Sequence[str] = ()
    hosts: Sequence[str] = ()


_NO_LINKS: Final = Links()
_NOTHING: Final = Unseen()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a page shows, sorted by place; everything is text as printed.

    ``owners`` maps a footer label (版权所有, 主办 …) to its value, ``owning_host`` is a stranger's
    in the place of one; ``public_bodies`` are address, producer and other site fields, ``footer``
    the words of the trade there, ``contributors`` those with names of advertisers. ``redirects``
    are targets of meta refreshes and scripts that leave the site, ``cloaked`` when only for those
    whom a search engine sends; ``loaded`` are frames nobody sees and scripts, of hosts that are
    nobody's. ``titles`` are further titles, ``encoded`` when the first alone is written in
    references, ``alts`` the texts of pictures, ``printed`` all lines that are seen.
    """

    title: str | None = None
    titles: Sequence[str] = ()
    encoded: bool = False
    headline: str | None = None
    meta: Sequence[str] = ()
    owners: Mapping[str, str] = field(default_factory=dict)
    public_bodies: Sequence[str] = ()
    owning_host: str | None = None
    footer: Sequence[str] = ()
    contributors: Sequence[str] = ()
    alts: Sequence[str] = ()
    links: Links = _NO_LINKS
    unseen: Unseen = _NOTHING
    redirects: Sequence[str] = ()
    cloaked: bool = False
    loaded: Sequence[str] = ()
    printed: Sequence[Line] = ()
    content: Sequence[Line] = ()
    icp: str | None = None
    url: str | None = None
    site: SiteProfile | None = None

    def claims(self) -> tuple[str, ...]:
        """What the head says the page is."""
        return (self.title or "", *self.meta)


@dataclass(slots=True)
class Signals:
    """Points found so far; ``hardest`` is the strongest that an intact body does not soften."""

    score: int = 0
    hardest: int = 0
    findings: list[Finding] = field(default_factory=list)

    def add(self, points: int, rule: str, where: str, text: str, *, hard: bool = True) -> None:
        """Count one sign and keep it as a finding."""
        self.score += points
        if hard:
            self.hardest = max(self.hardest, points)
        self.findings.append(Finding(rule=rule, where=where, text=text.strip()[:_LONGEST_QUOTE]))

    def told(self, rule: str, where: str) -> bool:
        """Whether a sign of this rule stands there."""
        return any(finding.rule == rule and finding.where == where for finding in self.findings)

    def found(self, where: str) -> bool:
        """Whether a sign stands there."""
        return any(finding.where == where for finding in self.findings)
