"""Alpha against the worked examples that were published with it."""

import pytest

from framing.errors import OptionError
from framing.validation.coding.alpha import alpha, alpha_estimate

# Krippendorff (2011), examples A (two observers, binary), B (two observers, nominal) and C (four
# observers, missing data, five values).
MEG, OWEN = "0100000010", "1110010000"
BEN, GERRY = "aabbdcccedda", "babbbccceddd"
FOUR = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
# Hayes and Krippendorff (2007), table 1: forty newspaper articles, five observers, values 0 to 3.
FORTY = (
    "112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 111.1 "
    "111.1 212.2 1233. 1101. 000.0 0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. 1122. 112.2 "
    "110.0 2121. 22.22 3222. 222.2 223.2 222.2 22.12 2222. 111.1"
).split()


def by_coder(*rows):
    return [[None if v == "." else v for v in unit] for unit in zip(*rows, strict=True)]


def by_unit(rows):
    return [[None if v == "." else v for v in unit] for unit in rows]


@pytest.mark.parametrize(
    ("ratings", "level", "published"),
    [
        (by_coder(MEG, OWEN), "nominal", 0.095),
        (by_coder(BEN, GERRY), "nominal", 0.692),
        (by_coder(*FOUR), "nominal", 0.743),
        (by_coder(*FOUR), "ordinal", 0.815),
        (by_unit(FORTY), "nominal", 0.477),
        (by_unit(FORTY), "ordinal", 0.760),
    ],
)
def test_published_examples_to_three_decimals(ratings, level, published):
    values = tuple("012345") if level == "ordinal" else ()
    assert round(alpha(ratings, level=level, values=values), 3) == published


def test_the_published_example_to_all_four_decimals_and_its_interval():
    found = alpha_estimate(by_unit(FORTY), level="ordinal", values="0123", seed=1)
    assert round(found.value, 4) == 0.7598
    assert found.n == 40
    # the paper's own bootstrap, which resamples disagreements and not units, gives .7078 to .8078
    assert found.low < 0.7078 < 0.7598 < 0.8078 < found.high
    assert found.high - found.low < 0.25


def test_agreement_throughout_is_one_and_the_order_of_coders_is_nothing():
    assert alpha([["a", "a"], ["b", "b"], ["a", "a"]]) == 1
    swapped = [list(reversed(unit)) for unit in by_coder(*FOUR)]
    assert alpha(swapped) == pytest.approx(alpha(by_coder(*FOUR)))


def test_ordinal_forgives_the_near_miss():
    near = [["1", "2"], ["3", "3"], ["1", "1"], ["4", "4"]]
    far = [["1", "4"], ["3", "3"], ["1", "1"], ["4", "4"]]
    order = "1234"
    assert alpha(near, level="ordinal", values=order) > alpha(far, level="ordinal", values=order)


def test_what_cannot_be_said_is_not_said():
    assert alpha([["a", "a"]] * 9) is None
    assert "one value" in alpha_estimate([["a", "a"]] * 9).method
    few = alpha_estimate([["a", "b"], ["a", "a"], ["b", None]])
    assert few.value is None
    assert few.n == 2


def test_whole_articles_are_resampled_where_they_are_known():
    ratings = by_unit(FORTY)
    alone = alpha_estimate(ratings, level="ordinal", values="0123")
    grouped = alpha_estimate(
        ratings, level="ordinal", values="0123", groups=[str(i // 3) for i in range(40)]
    )
    assert grouped.value == alone.value
    assert "bootstrap of 14 groups" in grouped.method
    assert (grouped.low, grouped.high) != (alone.low, alone.high)
    few = alpha_estimate(
        ratings, level="ordinal", values="0123", groups=[str(i // 10) for i in range(40)]
    )
    assert "bootstrap of 40 units of 4 groups" in few.method
    assert (few.low, few.high) == (alone.low, alone.high)


def test_the_same_seed_gives_the_same_interval():
    one, two = (alpha_estimate(by_unit(FORTY), seed=7) for _ in range(2))
    assert one == two


def test_an_ordinal_variable_needs_its_order():
    with pytest.raises(OptionError, match="lowest first"):
        alpha([["low", "high"]], level="ordinal")
    with pytest.raises(OptionError, match="nominal, ordinal"):
        alpha([["low", "high"]], level="ratio")
