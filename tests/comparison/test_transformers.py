import warnings

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.exceptions import SkipTestWarning
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.utils import estimator_checks
from sklearn.utils.estimator_checks import check_estimator, parametrize_with_checks

from framing.comparison.transformers import MarkerVectorizer, QuoteVectorizer
from framing.errors import OptionError

TEXTS = [
    'The dam apparently failed. "We warned them," said Ana Silva. It may rain again.',
    "The dam failed. Perhaps the mayor claimed that it would hold.",
    "The dam clearly failed, of course. Nobody spoke.",
    "Certainly the dam failed. It undoubtedly leaked.",
]

with warnings.catch_warnings():
    warnings.simplefilter("ignore", SkipTestWarning)
    CHECKS = parametrize_with_checks([MarkerVectorizer(), QuoteVectorizer()])


@CHECKS
@pytest.mark.filterwarnings("ignore::sklearn.exceptions.SkipTestWarning")
def test_the_checks_of_scikit_learn_pass(estimator, check):
    check(estimator)


@pytest.mark.filterwarnings("ignore::sklearn.exceptions.SkipTestWarning")
@pytest.mark.parametrize("kind", [MarkerVectorizer, QuoteVectorizer])
def test_check_estimator_passes(kind):
    check_estimator(kind())


# scikit-learn runs few of its checks on vectorizers of texts, its own included; these need no data
MORE = (
    "check_estimator_repr",
    "check_estimator_tags_renamed",
    "check_get_params_invariance",
    "check_no_attributes_set_in_init",
    "check_parameters_default_constructible",
    "check_set_params",
    "check_valid_tag_types",
)


@pytest.mark.parametrize("kind", [MarkerVectorizer, QuoteVectorizer])
@pytest.mark.parametrize("name", MORE)
def test_more_checks_of_scikit_learn_pass(kind, name):
    check = getattr(estimator_checks, name, None)
    if check is None:
        pytest.skip(f"this scikit-learn has no {name}")
    check(kind.__name__, kind())


def test_markers_are_counted_in_the_voices_asked_for():
    vectorizer = MarkerVectorizer()
    rows = vectorizer.fit_transform(TEXTS)
    names = list(vectorizer.get_feature_names_out())
    assert {"hedge", "booster"} <= set(names)
    assert rows[0, names.index("hedge")] == 2
    assert rows[3, names.index("booster")] == 2
    quoted = MarkerVectorizer(voices=("direct",)).fit_transform(TEXTS)
    assert quoted.sum() < rows.sum()


def test_terms_and_rates():
    by_term = MarkerVectorizer(by="term").fit(TEXTS)
    assert "general: apparently" in by_term.get_feature_names_out()
    counts, rates = MarkerVectorizer().fit_transform(TEXTS), MarkerVectorizer(rates=True)
    found = rates.fit_transform(TEXTS)
    assert (found > counts)[counts > 0].all()


def test_quotes_have_the_same_columns_for_any_text():
    vectorizer = QuoteVectorizer().fit(["Nothing is said here."])
    rows = vectorizer.transform(TEXTS)
    names = list(vectorizer.get_feature_names_out())
    assert rows.shape == (4, len(names))
    assert rows[0, names.index("kind: direct")] == 1
    assert rows[0, names.index("words")] == 3
    assert rows[2].sum() == 0


def test_features_of_new_texts_are_those_that_were_learned():
    vectorizer = MarkerVectorizer().fit(TEXTS[2:])
    assert "hedge" not in vectorizer.get_feature_names_out()
    assert vectorizer.transform(TEXTS).shape == (4, len(vectorizer.get_feature_names_out()))


def test_it_stands_first_in_a_pipeline():
    model = make_pipeline(MarkerVectorizer(), LogisticRegression())
    model.fit(TEXTS, [0, 0, 1, 1])
    assert list(model.predict(TEXTS)) == [0, 0, 1, 1]
    assert clone(model).get_params()["markervectorizer__by"] == "category"


def test_frames_come_out_on_request(note):
    vectorizer = QuoteVectorizer().set_output(transform="pandas")
    frame = vectorizer.fit_transform([note(TEXTS[0])])
    assert frame.loc[0, "kind: direct"] == 1


def test_wrong_input_is_named():
    with pytest.raises(OptionError, match="list of texts"):
        MarkerVectorizer().fit("one text")
    with pytest.raises(OptionError, match="item 1 is int"):
        MarkerVectorizer().fit(["a text", 3])
    with pytest.raises(OptionError, match="by='words'"):
        MarkerVectorizer(by="words").fit(TEXTS)


def test_fitting_twice_gives_the_same():
    assert np.array_equal(
        MarkerVectorizer().fit_transform(TEXTS), MarkerVectorizer().fit_transform(TEXTS)
    )
