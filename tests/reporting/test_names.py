"""How names of usages are printed."""

import pytest

from framing.reporting.names import usage_name


@pytest.mark.parametrize(
    ("convention", "printed"),
    [
        ("russian", "Russian"),
        ("greek-cypriot", "Greek Cypriot"),
        ("sudanese-army", "Sudanese army"),
        ("climate-first", "Climate-first"),
        ("neutral", "neutral"),
        ("", ""),
    ],
)
def test_a_usage_is_printed_as_a_newspaper_would(convention, printed):
    assert usage_name(convention) == printed
