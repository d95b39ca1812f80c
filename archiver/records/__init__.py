"""The records of the contract: frozen, validated, the same names everywhere."""

from archiver.records.article import Article, Paragraph
from archiver.records.base import Record
from archiver.records.capture import Capture
from archiver.records.contributor import Basis, Contributor, ContributorRole, UnitVerdict
from archiver.records.date import ArticleDate, Date, DateMention, Precision
from archiver.records.issue import Issue, Recipient, TocEntry
from archiver.records.page import (
    Attachment,
    Document,
    Finding,
    Integrity,
    IntegrityStatus,
    Link,
    LinkBlock,
    Page,
    PageKind,
    SiteFacts,
)
from archiver.records.site import Politeness, SeriesFacts, SiteProfile

__all__ = [
    "Article",
    "ArticleDate",
    "Attachment",
    "Basis",
    "Capture",
    "Contributor",
    "ContributorRole",
    "Date",
    "DateMention",
    "Document",
    "Finding",
    "Integrity",
    "IntegrityStatus",
    "Issue",
    "Link",
    "LinkBlock",
    "Page",
    "PageKind",
    "Paragraph",
    "Politeness",
    "Precision",
    "Recipient",
    "Record",
    "SeriesFacts",
    "SiteFacts",
    "SiteProfile",
    "TocEntry",
    "UnitVerdict",
]
