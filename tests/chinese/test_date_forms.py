"""Every row of the table of forms, and the documentation that shows it."""

import re

import pytest
from edtf_validate.valid_edtf import is_valid

from archiver.chinese.dates import find_dates
from tests.chinese.date_forms import DOCUMENT, Form, described, document_with_table, forms


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.marked)
def test_a_form_is_found_where_it_stands_and_means_what_the_table_says(form: Form) -> None:
    found = find_dates(form.text, form.anchor)
    assert [mention.offset for mention in found] == form.offsets
    assert tuple(described(mention) for mention in found) == form.mentions


def test_every_edtf_of_the_table_is_valid() -> None:
    written = {mention.split(" ")[0] for form in forms() for mention in form.mentions} - {"-"}
    assert len(written) > 100
    assert [edtf for edtf in sorted(written) if not is_valid(edtf)] == []


def test_the_document_shows_this_table() -> None:
    document = DOCUMENT.read_text("utf-8")
    assert document == document_with_table(document), (
        "docs/dates.md is stale: run python -m tests.chinese.date_forms"
    )


def test_the_document_explains_every_flag() -> None:
    document = DOCUMENT.read_text("utf-8")
    flags = {f for form in forms() for m in form.mentions for f in m.split(" ")[4].split(",")}
    assert [
        f for f in sorted(flags - {"-"}) if not re.search(rf"^\| `{f}` \|", document, re.M)
    ] == []
