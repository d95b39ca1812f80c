"""What speaks for and against a page's integrity: the evidence, and the signs found in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from archiver.parsers.lines import Line
from archiver.records import Finding, SiteProfile

_LONGEST_QUOTE: Final = 80


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a page shows, sorted by place; everything is text as printed.

    ``owners`` maps a footer label (版权所有, 主办 …) to its value; ``public_bodies`` are address,
    producer and other site fields; ``anchors`` the visible link texts that may be of the trade,
    of ``links`` in all, and ``offsite_hosts`` the foreign hosts that hidden or footer links lead
    to; ``redirects`` targets of meta refreshes and scripts that leave the site, ``cloaked`` when
    only for those whom a search engine sends; ``loaded`` are frames nobody sees and scripts, of
    hosts that are nobody's. ``titles`` are further titles, ``encoded`` when the first alone is
    written in references, ``alts`` the texts of pictures, ``abroad`` the visible links that leave
    for hosts of no public body, ``foreign`` those of them in letters that the page has not,
    ``hidden_offers`` the hidden ones that offer something or cannot be read here, ``nobodies``
    those that are called as no body is,
    ``wedged`` and ``trailing`` those that stand in the middle of sentences and behind the footer,
    ``footer`` the words of the trade in that, ``contributors`` those with names of advertisers,
    ``rows`` links of lines that lead to strangers only, ``branded`` those to hosts called as
    brands are, ``owning_host`` a stranger's in the place of an owner. ``printed`` are all lines
    that are seen.
    """

    title: str | None = None
    titles: Sequence[str] = ()
    encoded: bool = False
    headline: str | None = None
    meta: Sequence[str] = ()
    owners: Mapping[str, str] = field(default_factory=dict)
    public_bodies: Sequence[str] = ()
    anchors: Sequence[str] = ()
    links: int = 0
    abroad: Sequence[str] = ()
    foreign: Sequence[str] = ()
    nobodies: Sequence[str] = ()
    owning_host: str | None = None
    wedged: Sequence[str] = ()
    footer: Sequence[str] = ()
    contributors: Sequence[str] = ()
    trailing: Sequence[str] = ()
    rows: Sequence[str] = ()
    branded: Sequence[str] = ()
    alts: Sequence[str] = ()
    hidden: Sequence[str] = ()
    hidden_offers: Sequence[str] = ()
    offsite_hosts: Sequence[str] = ()
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
