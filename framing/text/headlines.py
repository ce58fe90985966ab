"""Headlines in title case, written as running text would have them."""

from collections.abc import Sequence

from framing.text.tagging import usual_tag

_FEWEST_WORDS = 5
_LARGEST_SHARE = 0.2  # of longer words without a capital; "Says", "Never" have one in title case
_LONGER = 4  # letters: titles leave "of", "and", "the" without a capital
_LONGEST = 30  # words of a headline


def headline_as_prose(forms: Sequence[str]) -> Sequence[str]:
    """The words of a sentence; those of one In Title Case in lower case, but for names.

    A tagger takes every word with a capital for a name: "Senator Says He Never Promised To Resign"
    would have no verb. Words that the tagger's lexicon knows only with a capital keep it.
    """
    if len(forms) > _LONGEST:
        return forms
    longer = [form for form in forms if len(form) >= _LONGER and form.isalpha()]
    if len(longer) < _FEWEST_WORDS - 1:
        return forms
    if sum([form[0].islower() for form in longer]) > _LARGEST_SHARE * len(longer):
        return forms
    if all(form.isupper() for form in longer):
        return forms
    return [form if _is_name(form) else form.lower() for form in forms]


def _is_name(form: str) -> bool:
    """Whether a word with a capital is a name as far as the lexicon can tell."""
    small = usual_tag(form.lower())
    if small is None or not form[:1].isupper() or (form.isupper() and len(form) > 1):
        return True
    return usual_tag(form) in ("NNP", "NNPS") and small[:2] in ("NN", "JJ")
