"""What follows a cue: a clause, an infinitive, or the thing that is spoken about."""

import re
from dataclasses import dataclass

from framing.annotation.quotation.cues import Cue, CueIndex
from framing.annotation.quotation.sentence import Sentence

# Between a cue and what was said: adverbs, time and place, one hearer ("told reporters on Monday").
_SKIP = r"(?:r|[opy]+[nga](?:n(?=\"))?|x?\"n\"|,(?=[pr])|(?<=[ng]),(?=q))"
_INSERT = r"(?:,[^v,q]*,|:[^v:]*:)"
_HEARER = r"(?P<hearer>(?:n(?:&n)?)?)"
_SAID = (
    r"\"?(?P<start>q(?=v)|"
    r"(?:[pk][^,]*,)?[ng][nopyagei&r\"]*(?:[wq]r*v[^,v]*|,[^,v]*,|,w[^,]*,|:[^v:]*:)?r*(?:v|e(?=[na])))"
)
_THAT = re.compile(
    rf"(?:{_SKIP}|\")*?{_HEARER}(?P<when>n?)(?:{_SKIP}|\"|{_INSERT})*?(?P<start>q)(?:(?![v.,]|e(?!n[^,.:]*v))|,[^,]*,)"
)
_WH = re.compile(rf"{_SKIP}*?{_HEARER}{_SKIP}*?(?P<start>k)")
# A clause without "that": a subject, whatever hangs on it, and a verb before the next stop.
_CLAUSE = re.compile(rf"{_SKIP}*?{_SAID}")
_CLAUSE_FOR_HEARER = re.compile(rf"{_SKIP}*?(?P<hearer>n(?:&n)?){_SKIP}*?{_SAID}")
_INFINITIVE = re.compile(r"r*(?:n(?:[opy]n|&n|\([^)]*\)|,[^,v]*,)*)?(?P<start>r?i)|r*(?P<gerund>g)")
_OBJECT = re.compile(r"r*\"?(?P<start>[nga])")
_FOR = re.compile(r"(?P<start>p)\"?[ng]")
_AS = re.compile(r"[^.,:;v]*?\"?(?P<as>p)")
_OBJECT_STOP = re.compile(r"[.:;]|,(?!\"[^pv]|o|&?[na]+(?:,|&|$))|&(?=r*v)|&(?=nr*v)")
_SAYING = re.compile(r",\"g")  # 'a "lie," adding that'
_RELATIVE = re.compile(r"[qwk]|n(?=n)")
_TAIL = frozenset('.,:"&')
_PLACES_OR_TIMES = frozenset("place part effect office shape time years days weeks months".split())


@dataclass(frozen=True, slots=True)
class Complement:
    """What was said: the chunks ``start : end``, and the construction."""

    start: int
    end: int
    rule: str


def complement(
    sentence: Sentence, k: int, after: int, cue: Cue, cues: CueIndex
) -> Complement | None:
    """What was said to the right of the cue in chunk `k`, which ends before chunk `after`; None if
    nothing is."""
    takes = cue.term.takes
    found = None
    if "that" in takes:
        found = _clause(sentence, after, takes)
    if found is None and "to" in takes:
        found = _infinitive(sentence, after)
    if found:
        start, rule = found
        end = clause_end(sentence, k, start, cues, infinitive=rule == "infinitive")
    elif (
        "object" in takes and (match := _WH.match(sentence.letters, after)) and not match["hearer"]
    ):
        start, rule = match.start("start"), "wh-clause"
        end = clause_end(sentence, k, start, cues)
    elif thing := _thing(sentence, after, _with_result(sentence, k, takes, cues)):
        start, rule = thing
        end = object_end(sentence, start)
        says = (m.end() - 1 for m in _SAYING.finditer(sentence.letters, start, end))
        end = next((g - 2 for g in says if sentence.verb_cue(g, cues)), end)
        end = _without_venue(sentence, start, before_second_cue(sentence, k, (start, end), cues))
    else:
        return None
    return Complement(start, end, rule) if end > start else None


def _clause(sentence: Sentence, after: int, takes: frozenset[str]) -> tuple[int, str] | None:
    letters, hears = sentence.letters, "hearer" in takes
    for pattern, rule in ((_THAT, "that-clause"), (_WH, "wh-clause")):
        match = pattern.match(letters, after)
        if match is None or (
            match.groupdict().get("when") and not is_time(sentence, match.start("when"))
        ):
            continue
        if rule == "that-clause" and _is_day(sentence, match.start("start") + 1):
            continue
        if hears or not match["hearer"] or is_time(sentence, match.start("hearer")):
            return match.start("start") + (rule == "that-clause"), rule
    if _GAP.match(letters, after):
        return after, "relative gap"
    bare = (hears and _CLAUSE_FOR_HEARER.match(letters, after)) or _CLAUSE.match(letters, after)
    if not bare:
        return None
    start = bare.start("start")
    if letters.startswith("nn", start) and is_time(sentence, start):
        start += 1
    return start, "bare clause"


# "a rule (that) critics say | is unfair": what was said lacks its subject, which stands before the cue
_GAP = re.compile(r"r*v")


def is_time(sentence: Sentence, k: int) -> bool:
    """Whether noun phrase `k` says when and not whom: "said Tuesday that ..."."""
    return sentence.last_word(k) in TIMES


def _is_day(sentence: Sentence, k: int) -> bool:
    """Whether "that" before chunk `k` points at a time: "admitted that night"."""
    return sentence.letters[k : k + 2] in ("n,", "n.", "n") and (
        sentence.starts[k + 1] - sentence.starts[k] == 1 and is_time(sentence, k)
    )


def _infinitive(sentence: Sentence, after: int) -> tuple[int, str] | None:
    match = _INFINITIVE.match(sentence.letters, after)
    if match is None:
        return None
    if sentence.word(after - 1) == "for":  # "called for both sides to stop"
        return after, "infinitive"
    return match.start("start") if match["start"] else match.start("gerund"), "infinitive"


def _with_result(
    sentence: Sentence, k: int, takes: frozenset[str], cues: CueIndex
) -> frozenset[str]:
    """`takes` with an object added where a document is the subject of a cue that takes a result."""
    if "result" not in takes or sentence.letters[k] != "v":
        return takes
    subject = sentence.subject_before(k)
    heads = range(*subject) if subject else ()
    shown = any(
        word.removesuffix("s") in cues.documents for i in heads for word in sentence.words(i)
    )
    return takes | {"object"} if shown else takes


def _thing(sentence: Sentence, after: int, takes: frozenset[str]) -> tuple[int, str] | None:
    """The thing spoken about: "criticised the plan", "called for talks", "sees it as a risk"."""
    letters = sentence.letters
    if "for" in takes and (match := _FOR.match(letters, after)) and sentence.word(after) == "for":
        return after + 1, "object"
    match = _OBJECT.match(letters, after)
    if match is None or sentence.last_word(match.start("start")) in _PLACES_OR_TIMES:
        return None
    if "object" in takes:
        return match.start("start"), "object"
    if "as" in takes:
        behind = _AS.match(letters, after)
        if behind and sentence.word(behind.start("as")) == "as":
            return match.start("start"), "object as"
    return None


def _without_venue(sentence: Sentence, start: int, end: int) -> int:
    """`end` before where or when it was said: "condemned the raid | in a statement on Friday"."""
    for place in range(start + 1, end - 1):
        if sentence.letters[place : place + 2] != "pn":
            continue
        medium = sentence.word(place) in ("in", "during", "at", "on", "via")
        if medium and sentence.last_word(place + 1) in _VENUES:
            return without_tail(sentence, start, place)
        day = sentence.word(place) == "on" and sentence.last_word(place + 1).endswith("day")
        if day and place + 2 >= end and is_time(sentence, place + 1):
            return without_tail(sentence, start, place)
    return end


_VENUES = frozenset(
    """address article briefing broadcast comments conference editorial interview letter message post
    remarks speech statement telegram tweet twitter video facebook x""".split()
)


def object_end(sentence: Sentence, start: int) -> int:
    """The end of the thing spoken about: its comma or stop, or a verb that is not of a relative
    clause of its own ("criticised the plan | drew applause")."""
    letters = sentence.letters
    match = _OBJECT_STOP.search(letters, start + 1)
    end = match.start() if match else len(letters)
    verb = letters.find("v", start, end)
    if verb >= 0 and not _RELATIVE.search(letters, start, verb):
        end = verb
    return without_tail(sentence, start, end)


def without_tail(sentence: Sentence, start: int, end: int) -> int:
    """`end` moved left over punctuation and conjunctions, but not before `start`."""
    letters = sentence.letters
    while end > start and (letters[end - 1] in _TAIL or letters[end - 2 : end] == ",w"):
        end -= 1
    return end


def clause_end(
    sentence: Sentence, k: int, start: int, cues: CueIndex, *, infinitive: bool = False
) -> int:
    """The chunk behind the last one of a clause that begins at `start` and is reported by the cue in
    chunk `k`: before another attribution, before the main clause that a subordinate one leads up to,
    before the verb whose subject the cue only describes ("those who said so | left")."""
    letters = sentence.letters
    leads_up = _SUBORDINATE.match(letters, 0, k) is not None
    limit = _main_verb_behind(sentence, k, start, infinitive=infinitive)
    for place in range(start + 1, limit):
        if letters[place] == "," and (
            _ends_at_comma(sentence, k, place + 1, cues)
            or (leads_up and _NEW_CLAUSE.match(letters, place + 1))
        ):
            return without_tail(sentence, start, place)
        if letters[place] == ":" and is_comment(sentence, place + 1):
            return without_tail(sentence, start, place)
        if letters[place] == "&" and (
            (letters[place - 1] != "," and _next_is_cue(sentence, k, place + 1, cues))
            or (infinitive and _NEW_CLAUSE.match(letters, place + 1))
            or (infinitive and _is_main_verb(sentence, start, place + 1))
        ):
            return without_tail(sentence, start, place)
    return without_tail(sentence, start, limit)


def _is_main_verb(sentence: Sentence, start: int, k: int) -> bool:
    """Whether a finite verb at chunk `k`, behind an infinitive from chunk `start` on, has the subject
    of the cue: "promised to call back but | had not done so"."""
    if sentence.letters[k : k + 1] != "v" or "v" in sentence.letters[start:k]:
        return False
    return sentence.tokens.tags[sentence.starts[k]] in ("VBD", "VBZ")


_PRO_VERBS = frozenset("did do does would will has had have is was".split())
_SUBORDINATE = re.compile(r"[&r\"]*[pkge][^,]*$")
_NEW_CLAUSE = re.compile(r"r*n(?:[opy]n|&n|n)*(?:,[^v,]*,)?r*v")
_NEXT_VERB = re.compile(r"[^vqwk&,:]*(?P<verb>v)")


def _main_verb_behind(sentence: Sentence, k: int, start: int, *, infinitive: bool) -> int:
    """Where the verb of the main clause comes behind a cue inside a relative clause; the end of the
    sentence where the cue stands in no relative clause."""
    letters = sentence.letters
    subject = sentence.subject_before(k) if letters[k] == "v" else None
    if subject is None or letters[subject[0]] != "w":
        return len(letters)
    own = start if infinitive else letters.find("v", start)
    behind = _NEXT_VERB.match(letters, own + 1) if own >= 0 else None
    return behind.start("verb") if behind else len(letters)


def _ends_at_comma(sentence: Sentence, cue: int, k: int, cues: CueIndex) -> bool:
    """Whether what follows a comma is no longer what was said through the cue in chunk `cue`: it is
    another attribution."""
    letters = sentence.letters
    if letters[k : k + 1] == '"' and letters[k + 1 : k + 2] not in ("", "."):
        k += 1  # the comma closes a quotation
    if sentence.word(k) == "but" and _NEW_CLAUSE.match(letters, k + 1):
        return True
    if is_comment(sentence, k):
        return True
    if sentence.word(k) == "as" and (clause := _NEW_CLAUSE.match(letters, k + 1)):
        # what happens meanwhile: "..., as fighting went on"; not "as soldiers did"
        return sentence.word(clause.end() - 1) not in _PRO_VERBS
    if sentence.word(k) in _MEANWHILE:
        k += 1
    if sentence.word(k) == "according":
        return letters[k - 2] != "q"
    if letters[k : k + 1] == "g" and sentence.verb_cue(k, cues):
        return True
    if letters[k : k + 1] == "&":
        group = sentence.group_at(k + 1)
        verb = group[1] if group and sentence.word(k + 1) in _AGAIN else k + 1
        return _next_is_cue(sentence, cue, verb, cues)
    return is_tail_attribution(sentence, k, cues)


def is_comment(sentence: Sentence, k: int) -> bool:
    """Whether the outlet takes up what was said: "..., a claim that the army denied", "a charge Chad
    denies", in which "a charge Chad" is one chunk."""
    kinds = sentence.letters[k : k + 2]
    if kinds not in ("nq", "nw", "nn", "nv") or sentence.word(k) not in ("a", "an"):
        return False
    named = sentence.tokens.tags[sentence.starts[k + 1] - 1] == "NNP"
    noun = sentence.words(k)[1:2] if kinds == "nv" and named else [sentence.last_word(k)]
    return (kinds != "nv" or named) and not _TAKEN_UP.isdisjoint(noun)


def before_second_cue(sentence: Sentence, k: int, said: tuple[int, int], cues: CueIndex) -> int:
    """The end of what was said (chunks) through the cue in chunk `k`, before another cue of the same
    speaker: "voiced concern over the raid | and called on both sides to stop"."""
    start, end = said
    for place in range(start + 1, end):
        if sentence.letters[place : place + 2] == "&e" and _next_is_cue(
            sentence, k, place + 1, cues
        ):
            return without_tail(sentence, start, place)
    return end


def _next_is_cue(sentence: Sentence, cue: int, k: int, cues: CueIndex) -> bool:
    """Whether the verb at chunk `k` is a second cue beside the one in chunk `cue`, and no verb of what
    was said: "said ... and warned", not "said it would help farmers plan and learn"."""
    while sentence.letters[k : k + 1] == "r":
        k += 1
    found = sentence.verb_cue(k, cues) if sentence.letters[k : k + 1] in ("v", "e") else None
    if found is None or (sentence.letters[k] == "e" and found.last - found.first < 2):
        return False  # "called on" is taken for a participle behind "and"
    tags = sentence.tokens.tags
    first, second = tags[sentence.starts[cue]], tags[sentence.starts[k]]
    return second == first or second in _FINITE


_MEANWHILE = frozenset(("while", "before", "after", "thus", "also"))  # before "adding", "stressing"
_TAKEN_UP = frozenset(
    """accusation allegation assertion assessment assurance call characterisation characterization
    charge claim comment comparison concession conclusion decision demand description estimate
    explanation figure idea interpretation move narrative notion number phrase pledge position
    prediction promise proposal prospect reference remark report statement step suggestion term
    threat version view warning""".split()
)
_AGAIN = frozenset(("he", "she", "they"))  # who spoke, at the head of a clause of its own
_FINITE = frozenset(("VBD", "VBZ", "VBN"))


_NOTHING_SAID = re.compile(
    r"(?:r|[opy]+[ng]|n(?=[.,\"]|[ropy]|$)|i(?:n|r|[op]n)*)*(?:[.,:;\"]|&|$)"
)


def nothing_said(sentence: Sentence, after: int) -> bool:
    """Whether only time, place or a hearer stands between chunk `after` and the next stop."""
    return bool(_NOTHING_SAID.match(sentence.letters, after))


def is_tail_attribution(sentence: Sentence, k: int, cues: CueIndex) -> bool:
    """Whether ", X said" or ", said X" begins at chunk `k`, with nothing said behind it."""
    group = sentence.group_at(k)
    verb = group[1] if group else k
    while sentence.letters[verb : verb + 1] == "r":
        verb += 1
    if sentence.letters[verb : verb + 1] != "v":
        return False
    if sentence.tokens.tags[sentence.starts[verb]] == "MD":  # "the talks will continue"
        return False
    cue = sentence.verb_cue(verb, cues)
    return bool(cue and "quote" in cue.term.takes and nothing_said(sentence, verb + 1))


TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
    week weeks month months quarter year years day days spring summer autumn fall winter
    morning afternoon evening night weekend hours
    january february march april may june july august september october november december""".split()
)
