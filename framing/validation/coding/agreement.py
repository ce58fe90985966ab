"""How far coders agree with each other, and the tool with the coders."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from framing.comparison.intervals import share
from framing.errors import InputError, OptionError
from framing.model import Estimate
from framing.text.folding import fold
from framing.validation.coding.alpha import alpha_estimate
from framing.validation.coding.codebook import GATE, NONE, RELATIONS, Field
from framing.validation.coding.sheets import Key, Sheet

if TYPE_CHECKING:
    import pandas as pd

AGREED = "agreed"
"""The human answer that most coders of a unit gave; units without a majority have none."""

ANY = "any value"
SAME_NAME = "the same name"
FEWEST = 5  # as for any share: a recall of 2 out of 3 says nothing
TABLES = ("reliability", "confusion", "accuracy")


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far the coders agree on one column.

    `alpha` is Krippendorff's; `same` the share of units on which all who coded them agree;
    `missing` the cells that a coder left uncoded, of `cells`. Krippendorff (2004, p. 241) calls for
    .800, and .667 where tentative conclusions will do: conventions, no pass and no failure.
    """

    column: str
    level: str
    alpha: Estimate
    same: Estimate
    coders: int
    units: int
    missing: int
    cells: int


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often `one` coded `value` where `other` coded `other_value`; ``tool`` is a coder too."""

    column: str
    one: str
    other: str
    value: str
    other_value: str
    count: int


@dataclass(frozen=True, slots=True)
class Accuracy:
    """The tool against people on one value of one column (a category in one voice, say).

    `precision`: of the units in which the tool found the value, the share in which people did;
    `recall`: of the units in which people found it, the share in which the tool did. Both weigh
    each unit by how many of the corpus it stands for; their `n` and the counts are of the sample.
    """

    column: str
    value: str
    human: str
    both: int
    only_tool: int
    only_human: int
    precision: Estimate
    recall: Estimate


@dataclass(frozen=True, slots=True)
class Validation:
    """Everything that two or more coding sheets say."""

    coders: tuple[str, ...]
    units: int
    stands_for: int
    undecided: int
    reliability: tuple[Reliability, ...]
    confusion: tuple[Confusion, ...]
    accuracy: tuple[Accuracy, ...]

    def to_frame(self, table: str = "reliability") -> "pd.DataFrame":
        """One of `TABLES` as a tidy DataFrame."""
        from dataclasses import asdict

        import pandas as pd

        if table not in TABLES:
            raise OptionError(f"no table {table!r}; there are: {', '.join(TABLES)}")
        return pd.json_normalize([asdict(row) for row in getattr(self, table)], sep="_")


def measure(
    sheets: Sequence[Sheet], key: Key, *, fields: Sequence[Field], seed: int = 0
) -> Validation:
    """Hold the coders' sheets against each other, and the tool's answers in `key` against them."""
    if not sheets:
        raise InputError("no coding sheet: give the sheet of one coder or of several")
    names = [sheet.coder for sheet in sheets]
    if len(set(names)) < len(names):
        raise InputError(f"two sheets of one coder ({', '.join(names)}): rename one of the files")
    counted = [f for f in fields if f.scale != "text" or f.name == "speaker"]
    agreed = Sheet(AGREED, {u: _majority(u, sheets, counted) for u in key.weights})
    people = [agreed, *sheets] if len(sheets) > 1 else list(sheets)
    pairs = [*combinations(sheets, 2), *((key.tool, sheet) for sheet in sheets)]
    return Validation(
        coders=tuple(names),
        units=len(key.weights),
        stands_for=round(sum(key.weights.values())),
        undecided=sum(_is_open(u, sheets, agreed, counted) for u in key.weights),
        reliability=tuple(_reliability(f, sheets, key, seed) for f in counted),
        confusion=tuple(
            row for f in counted for one, other in pairs for row in _confusion(f, one, other)
        ),
        accuracy=tuple(
            row for f in counted for sheet in people for row in _accuracy(f, sheet, key)
        ),
    )


def _code(sheet: Sheet, unit: str, field: Field) -> str | None:
    """What a sheet says of a unit; names of speakers brought to their last word, so that "Carla
    Reyes" and "Deputy Minister Reyes" are one."""
    value = sheet.codes.get(unit, {}).get(field.name)
    if value is None or field.name != "speaker" or value == NONE:
        return value
    names = sorted({_surname(name) for name in value.split(";") if name.strip()})
    return "; ".join(names)


def _surname(name: str) -> str:
    words = fold(name).strip().split()
    return words[-1] if words else name.strip()


def _majority(unit: str, sheets: Sequence[Sheet], fields: Sequence[Field]) -> dict[str, str | None]:
    """The value of each column that more than half of those who coded the unit gave."""
    found: dict[str, str | None] = {}
    for field in fields:
        codes = [c for sheet in sheets if (c := _code(sheet, unit, field)) is not None]
        value, count = Counter(codes).most_common(1)[0] if codes else (None, 0)
        found[field.name] = value if 2 * count > len(codes) else None
    return found


def _is_open(unit: str, sheets: Sequence[Sheet], agreed: Sheet, fields: Sequence[Field]) -> bool:
    """Whether people coded a unit and found no majority on some column."""
    return any(
        agreed.codes[unit][f.name] is None and any(_code(s, unit, f) is not None for s in sheets)
        for f in fields
    )


def _reliability(field: Field, sheets: Sequence[Sheet], key: Key, seed: int) -> Reliability:
    ratings = [[_code(sheet, unit, field) for sheet in sheets] for unit in key.weights]
    given = [[code for code in row if code is not None] for row in ratings]
    shared = [row for row in given if len(row) > 1]
    level = "ordinal" if field.scale == "ordinal" else "nominal"
    return Reliability(
        column=field.name,
        level=level,
        alpha=alpha_estimate(
            ratings,
            level=level,  # type: ignore[arg-type]
            values=field.choices,
            groups=list(key.articles.values()),
            seed=seed,
        ),
        same=share(sum(len(set(row)) == 1 for row in shared), len(shared), unit="share of units"),
        coders=len(sheets),
        units=len(shared),
        missing=sum(code is None for row in ratings for code in row),
        cells=len(ratings) * len(sheets),
    )


def _confusion(field: Field, one: Sheet, other: Sheet) -> Iterator[Confusion]:
    """Pairs of values with their counts. What is empty on both sides is counted too."""
    counts = Counter(
        (a, b)
        for unit in other.codes
        if (a := _code(one, unit, field)) is not None
        and (b := _code(other, unit, field)) is not None
    )
    for (a, b), count in sorted(counts.items()):
        yield Confusion(field.name, one.coder, other.coder, a, b, count)


def _accuracy(field: Field, people: Sheet, key: Key) -> Iterator[Accuracy]:
    """The tool's precision and recall for each value that it can give, and for any value at all."""
    if all(_code(key.tool, unit, field) is None for unit in key.weights):
        return  # a column that the user added: the tool says nothing of it
    if field.name == "speaker":
        yield _row(field, SAME_NAME, lambda tool, human: tool == human, people, key)
        return
    if field.several and field.name != "voice":
        yield _row(field, ANY, lambda tool, human: True, people, key)
    for value in _TOLD.get(field.name, field.choices):
        yield _row(field, value, None, people, key)


_TOLD = {
    GATE: ("yes",),
    "relation": RELATIONS[-1:],
}  # of some columns the tool tells one value only


def _row(
    field: Field,
    value: str,
    same: Callable[[str, str], bool] | None,
    people: Sheet,
    key: Key,
) -> Accuracy:
    """One value's counts. Without `same`, a code has the value or not; with it, every code but
    "none" counts, and `same` says whether the two are the same find."""
    both, tool_only, human_only = list[float](), list[float](), list[float]()
    for unit, weight in key.weights.items():
        human, tool = _code(people, unit, field), _code(key.tool, unit, field)
        if human is None or tool is None:
            continue
        told, seen = (code != NONE if same else value in code.split("; ") for code in (tool, human))
        if told and seen and (same is None or same(tool, human)):
            both.append(weight)
        else:
            tool_only += [weight] if told else []
            human_only += [weight] if seen else []
    return Accuracy(
        column=field.name,
        value=value,
        human=people.coder,
        both=len(both),
        only_tool=len(tool_only),
        only_human=len(human_only),
        precision=weighted_share(both, tool_only, unit="share of what the tool found"),
        recall=weighted_share(both, human_only, unit="share of what people found"),
    )


def weighted_share(hits: Sequence[float], misses: Sequence[float], *, unit: str) -> Estimate:
    """The weighted share of `hits`, each number being a unit's weight; `n` counts units.

    Its interval is Wilson's for as many independent units as the weighted ones are worth:
    (sum of weights) squared over the sum of squared weights (Kish 1965, section 11.7).
    """
    weights = [*hits, *misses]
    n, total = len(weights), sum(weights)
    if n < FEWEST:
        return Estimate(None, None, None, n, unit, f"too few (fewer than {FEWEST})")
    value = sum(hits) / total
    worth = max(1, round(total * total / sum(w * w for w in weights)))
    around = share(round(value * worth), worth, fewest=1, unit=unit)
    assert around.low is not None
    assert around.high is not None
    method = f"Wilson 95% interval on {worth} effective units (Kish)"
    return Estimate(value, min(value, around.low), max(value, around.high), n, unit, method)
