"""A user's word on whose words a stretch is, put in place of what the rules found."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from framing.annotation.voice import VoiceMap
from framing.errors import InputError
from framing.model import Annotation, Correction, Quote, QuoteKind, Span
from framing.text.tokens import count_words
from framing.text.zones import ZoneMap

RULE = "corrected"
"""The rule of a quotation that a user set."""

_KINDS: dict[str, QuoteKind] = {"direct": "direct", "indirect": "indirect"}


def corrected(annotation: Annotation) -> Annotation:
    """The annotation with the voices and speakers that its article's corrections set.

    A voice comes before a speaker, whatever their order in the file: first it is settled what is
    reported, then who is. Raises InputError, with file and line, for a speaker of words that are in
    nobody's quotation.
    """
    found = annotation
    for wanted, apply in (("voice", _set_voice), ("speaker", _set_speaker)):
        for correction in annotation.article.corrections:
            if correction.field == wanted and correction.span:
                found = apply(found, correction, correction.span)
    return found if found is annotation else _revoiced(found)


def _set_voice(annotation: Annotation, correction: Correction, span: Span) -> Annotation:
    """Cut `span` out of the quotations and unclear stretches, and make it what the user says."""
    met = [quote for quote in annotation.quotes if quote.content.meets(span)]
    quotes = [piece for quote in annotation.quotes for piece in _without(annotation, quote, span)]
    if correction.value in _KINDS:
        model = met[0] if met else Quote(span, "direct", RULE)
        quotes.append(
            _resized(annotation, replace(model, kind=_KINDS[correction.value], rule=RULE), span)
        )
    unclear = [piece for stretch in annotation.unclear for piece in _outside(stretch, span)]
    if correction.value == "unclear":
        unclear.append(span)
    cues = {quote.cue for quote in quotes}
    gone = {quote.cue for quote in met if quote.cue and quote.cue not in cues}
    return replace(
        annotation,
        quotes=tuple(sorted(quotes, key=lambda quote: quote.content)),
        unclear=tuple(sorted(unclear)),
        markers=tuple(
            m for m in annotation.markers if m.category != "reporting-verb" or m.span not in gone
        ),
    )


def _without(annotation: Annotation, quote: Quote, span: Span) -> Iterable[Quote]:
    """What is left of a quotation outside `span`; a rest without a word is none."""
    if not quote.content.meets(span):
        yield quote
        return
    for piece in _outside(quote.content, span):
        rest = _resized(annotation, quote, piece)
        if rest.words:
            yield rest


def _resized(annotation: Annotation, quote: Quote, content: Span) -> Quote:
    article = annotation.article
    return replace(
        quote,
        content=content,
        words=count_words(article.text, content),
        zone=ZoneMap(article).at(content.start),
    )


def _outside(whole: Span, hole: Span) -> Sequence[Span]:
    if not whole.meets(hole):
        return [whole]
    pieces = Span(whole.start, hole.start), Span(hole.end, whole.end)
    return [piece for piece in pieces if piece.start < piece.end]


def _set_speaker(annotation: Annotation, correction: Correction, span: Span) -> Annotation:
    if not any(quote.content.meets(span) for quote in annotation.quotes):
        raise InputError(
            f"{correction.place}: nobody is quoted or reported there: put a line with the field "
            "voice (direct or indirect) and the same words into the file"
        )
    name = None if correction.value == "?" else correction.value
    known = next((q for q in annotation.quotes if name and q.speaker == name), None)
    sides = {mention.actor: mention.side for mention in annotation.mentions}
    side = known.side if known else sides.get(name or "")
    who = {
        "speaker": name,
        "side": side,
        "source_kind": known.source_kind if known else None if name else "unnamed",
        "official": known.official if known else False,
    }
    cues = {quote.cue for quote in annotation.quotes if quote.content.meets(span)}
    return replace(
        annotation,
        quotes=tuple(
            replace(quote, **who) if quote.content.meets(span) else quote  # type: ignore[arg-type]
            for quote in annotation.quotes
        ),
        markers=tuple(
            replace(m, target=side) if m.category == "reporting-verb" and m.span in cues else m
            for m in annotation.markers
        ),
    )


def _revoiced(annotation: Annotation) -> Annotation:
    """The markers in the voices that the quotations now give them."""
    voices = VoiceMap.of(annotation)
    markers = tuple(replace(m, voice=voices.at(m.span)) for m in annotation.markers)
    return replace(annotation, markers=markers)
