from framing.text.tag_rules import EDGE, Rule, RuleTable, brill_rule


def tagged(words, tags, *rules, again=True):
    table = RuleTable(rules, allowed=lambda word, tag: True, again=again)
    padded = [*EDGE, *tags, *EDGE]
    table.apply([*EDGE, *words, *EDGE], padded)
    return padded[3:-3]


def test_a_rule_needs_the_tags_beside_it():
    rule = brill_rule("NN VB SURROUNDTAG TO DT")
    assert tagged(["to", "plan", "the"], ["TO", "NN", "DT"], rule) == ["TO", "VB", "DT"]
    assert tagged(["to", "plan", "ahead"], ["TO", "NN", "RB"], rule) == ["TO", "NN", "RB"]


def test_a_rule_needs_the_word_beside_it():
    rule = brill_rule("VBD VBN NEXTWD by")
    assert tagged(["built", "by"], ["VBD", "IN"], rule) == ["VBN", "IN"]
    assert tagged(["built", "near"], ["VBD", "IN"], rule) == ["VBD", "IN"]


def test_a_change_is_seen_by_the_next_place():
    rule = brill_rule("NN JJ PREVTAG JJ")
    assert tagged(["a", "b", "c"], ["JJ", "NN", "NN"], rule) == ["JJ", "JJ", "JJ"]


def test_a_changed_place_is_read_again_for_later_rules_only():
    rules = brill_rule("VB NN PREVTAG DT"), brill_rule("NN VB PREVTAG DT")
    assert tagged(["the", "plan"], ["DT", "VB"], *rules) == ["DT", "VB"]
    assert tagged(["the", "plan"], ["DT", "NN"], *rules) == ["DT", "VB"]
    assert tagged(["the", "plan"], ["DT", "VB"], *rules, again=False) == ["DT", "NN"]


def test_a_word_that_cannot_have_a_tag_keeps_its_own():
    table = RuleTable(
        [Rule("NN", "VB", lambda w, t, i: True)],
        allowed=lambda word, tag: word != "dam",
        again=False,
    )
    tags = [*EDGE, "NN", "NN", *EDGE]
    table.apply([*EDGE, "dam", "plan", *EDGE], tags)
    assert tags[3:-3] == ["NN", "VB"]
