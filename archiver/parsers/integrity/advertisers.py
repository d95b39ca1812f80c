"""Names of advertisers where bodies have theirs: they become no organisations."""

import re
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.integrity.foreign import lures_in
from archiver.parsers.integrity.trades import is_brand, is_report, poison
from archiver.records import Article, Integrity, SiteFacts

_CALLED: Final = re.compile(
    r"[局委会府院校司部厅站社团所室处办厂店行队联馆园庭党台报刊]$|中心|公司|大学|学院|[县市区省镇乡州盟旗村]|网(?=$|\()|网站|集团|论坛|科技|报|杂志|传媒|出版|基金|频道|研究|平台$|系统$"
)
# 居民消费价格科, 成人教育处, 价格认证中心: parts of public bodies have such words in their names.
_OFFICE: Final = re.compile("(?:[科处股室局委办厅会]|(?:认证|监测|鉴定|教育)中心)$")


def without_poison(facts: SiteFacts, integrity: Integrity) -> SiteFacts:
    """The facts without values that a brand was put into: such a name is no organisation."""
    poisoned = {finding.text for finding in integrity.findings if finding.rule == "H1"}
    branded = [name for name, value in facts if value and (value in poisoned or is_brand(value))]
    return facts.model_copy(update=dict.fromkeys(branded)) if branded else facts


def without_advertisers(
    articles: tuple[Article, ...],
) -> tuple[tuple[Article, ...], list[str]]:
    """The articles without units that no unit is called like, and the names of those."""
    names = {c.unit for article in articles for c in article.contributors if c.unit}
    found = sorted(name for name in names if _is_advertisers(fold(name)))
    if not found:
        return articles, []
    kept = tuple(
        article.model_copy(
            update={
                "contributors": tuple(
                    c.model_copy(update={"unit": None}) if c.unit in found else c
                    for c in article.contributors
                )
            }
        )
        for article in articles
    )
    return kept, found


def is_called_as_bodies(name: str) -> bool:
    """Whether a folded name has or ends with what bodies, firms and their sites are called by."""
    return _CALLED.search(name) is not None


def _is_advertisers(name: str) -> bool:
    """Whether a folded name in a unit's place is a brand's, or has the words of advertisement."""
    if is_report(name) or is_called_as_bodies(name.removesuffix("网")):
        return False
    lured = lures_in(name) and not _OFFICE.search(name)
    return bool(lured) or poison(name) is not None
