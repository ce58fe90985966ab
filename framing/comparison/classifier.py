"""Can outlets be told apart by their words on events the classifier has not seen?

A linear classifier learns on some events and is asked about others, so that knowing an event does not
help. Outlets' names, bylines, links and sentences that an outlet repeats from text to text are taken
out first: they would tell the outlet without telling its wording. Chance is measured and not assumed,
by dealing the outlets' names out again inside each event.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from framing.comparison.statistics.corrections import FALSE_RATE
from framing.comparison.statistics.permutation import dealings, p_value
from framing.comparison.vocabulary import own_names, own_wording, words_in
from framing.model import UNKNOWN, Annotation, Comparison, Separability, Span
from framing.text.folding import fold

FEWEST_EVENTS = 4
FEWEST_ARTICLES = 8
"""Events that two outlets or more report, and articles of each outlet, below which nothing is said:
with fewer, a few articles on one side of the line decide the figure."""

_FOLDS = 5
_DEALINGS = 200
_PENALTY = 1.0  # of the ridge; TF-IDF rows have unit length, so that 1 is of the data's own size
_TELLING = 15  # words shown for each outlet


def tell_apart(comparisons: Iterable[Comparison]) -> Separability:
    """Balanced accuracy of telling the outlets apart, cross-validated by event; 1 / outlets: chance.

    Ridge classification of TF-IDF words (scikit-learn). Outlets with fewer than `FEWEST_ARTICLES`
    articles on shared events are left out; with fewer than two left, or too few events, `note` says
    "too few" and there is no number.
    """
    notes, events = _matched(comparisons)
    outlets = sorted({a.article.outlet.outlet for a in notes})
    if len(outlets) < 2 or len(set(events)) < FEWEST_EVENTS:
        return Separability(
            tuple(outlets), len(notes), len(set(events)), None, None, None, note=_TOO_FEW
        )
    task = _task(notes, events, outlets)
    ways = dealings(task.labels, events, most=_DEALINGS)
    values = _accuracies(task, ways)
    p = float(p_value(values))
    sure = p <= FALSE_RATE
    return Separability(
        outlets=tuple(outlets),
        articles=len(notes),
        events=len(set(events)),
        accuracy=float(values[0]),
        chance=float(values[1:].mean()),
        p=p,
        words=tuple(_telling(task, outlets)) if sure else (),
        note="" if sure else "not told apart better than by chance: no word tells them",
    )


_TOO_FEW = (
    f"too few: needs {FEWEST_EVENTS} events that two outlets report and {FEWEST_ARTICLES} articles "
    "of each on such events"
)


def plain_words(
    annotation: Annotation, names: Iterable[str], repeated: frozenset[str]
) -> list[str]:
    """The outlet's words without the `names` of outlets and without `repeated` sentences (folded)."""
    text = annotation.article.text
    holes = own_names(text, names)
    holes += [s for s in annotation.sentences if _key(text, s) in repeated]
    pieces = own_wording(annotation, but=holes)
    return [word for piece in pieces for word in words_in(text, piece)]


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    rows: Any
    terms: list[str]
    labels: list[int]
    events: list[str]


def _matched(comparisons: Iterable[Comparison]) -> tuple[list[Annotation], list[str]]:
    """Articles of events that two of the outlets with enough articles report, and their events."""
    pairs = [(a, c.event.id) for c in comparisons for a in c.annotations]
    pairs = [pair for pair in pairs if pair[0].article.outlet.outlet != UNKNOWN]
    while True:
        reporting: dict[str, set[str]] = defaultdict(set)
        for annotation, event in pairs:
            reporting[event].add(annotation.article.outlet.outlet)
        articles = Counter(a.article.outlet.outlet for a, e in pairs if len(reporting[e]) > 1)
        kept = [
            (a, event)
            for a, event in pairs
            if len(reporting[event]) > 1 and articles[a.article.outlet.outlet] >= FEWEST_ARTICLES
        ]
        if len(kept) == len(pairs):
            kept.sort(key=lambda pair: (pair[1], pair[0].article.id))
            return [a for a, _ in kept], [e for _, e in kept]
        pairs = kept


def _task(notes: Sequence[Annotation], events: list[str], outlets: Sequence[str]) -> _Task:
    from sklearn.feature_extraction.text import TfidfVectorizer

    names = {n for a in notes for n in (a.article.outlet.name, a.article.outlet.outlet)}
    repeated = _repeated(notes)
    bags = [plain_words(a, names, repeated) for a in notes]
    seen: dict[str, set[str]] = defaultdict(set)
    for bag, event in zip(bags, events, strict=True):
        for word in bag:
            seen[word].add(event)
    # a word of one event says nothing about another
    kept = [[word for word in bag if len(seen[word]) > 1] for bag in bags]
    vectorizer = TfidfVectorizer(analyzer=_itself, sublinear_tf=True)
    rows = vectorizer.fit_transform(kept)
    labels = [outlets.index(a.article.outlet.outlet) for a in notes]
    return _Task(rows, list(vectorizer.get_feature_names_out()), labels, events)


def _itself(bag: Sequence[str]) -> Sequence[str]:
    return bag


def _repeated(notes: Sequence[Annotation]) -> frozenset[str]:
    """Sentences, folded, that stand word for word in two articles of one outlet."""
    counts: Counter[tuple[str, str]] = Counter()
    for a in notes:
        outlet = a.article.outlet.outlet
        counts.update({(outlet, _key(a.article.text, s)) for s in a.sentences})
    return frozenset(sentence for (_, sentence), n in counts.items() if n > 1)


def _key(text: str, span: Span) -> str:
    return " ".join(fold(span.of(text)).split())


def _accuracies(task: _Task, ways: Any) -> Any:
    """Balanced accuracy over all folds for each row of `ways`, all of them fitted at once."""
    import numpy as np
    from sklearn.model_selection import GroupKFold

    kernel = (task.rows @ task.rows.T).toarray()
    kinds = ways.max() + 1
    wanted = np.eye(kinds)[ways]  # dealing, article, outlet
    given = np.zeros_like(wanted)
    folds = GroupKFold(n_splits=min(_FOLDS, len(set(task.events))))
    for train, test in folds.split(kernel, groups=task.events):
        given[:, test] = _predicted(kernel, wanted[:, train], train=train, test=test)
    right = (given.argmax(axis=2) == ways)[:, :, None] * wanted
    return (right.sum(axis=1) / wanted.sum(axis=1)).mean(axis=1)


def _predicted(kernel: Any, wanted: Any, *, train: Any, test: Any) -> Any:
    """How much each test article looks like each outlet; ridge regression on the outlets' indicators,
    each set off against how often and how evenly it was there to learn from."""
    import numpy as np
    from sklearn.kernel_ridge import KernelRidge

    ways, size, kinds = wanted.shape
    usual = wanted.mean(axis=1, keepdims=True)
    targets = (wanted - usual).transpose(1, 0, 2).reshape(size, ways * kinds)
    model = KernelRidge(alpha=_PENALTY, kernel="precomputed")
    found = model.fit(kernel[np.ix_(train, train)], targets).predict(kernel[np.ix_(test, train)])
    scale = np.sqrt(np.maximum(usual * (1 - usual), 1e-12))
    return found.reshape(len(test), ways, kinds).transpose(1, 0, 2) / scale


def _telling(task: _Task, outlets: Sequence[str]) -> Iterator[tuple[str, str, float]]:
    """The words with the largest weights of each outlet, learned from all articles."""
    import numpy as np
    from sklearn.linear_model import RidgeClassifier

    labels = np.array(task.labels)
    for k, outlet in enumerate(outlets):
        model = RidgeClassifier(alpha=_PENALTY, class_weight="balanced", solver="cholesky")
        weights = np.ravel(model.fit(task.rows.toarray(), labels == k).coef_)
        for j in np.argsort(-weights, kind="stable")[:_TELLING]:
            if weights[j] > 0:
                yield outlet, task.terms[j], round(float(weights[j]), 4)
