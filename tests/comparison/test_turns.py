"""Who speaks first, for how long, and who gets to answer."""

from framing.comparison.turns import replies, turns

A = "Kremlin spokesman Dmitry Peskov said that Ukraine must leave the towns. "
B = "President Volodymyr Zelensky said that Russia must stop the shelling. "
TOPIC = "Kyiv and Moscow sent envoys. "


def test_a_source_speaks_until_another_one_does(note):
    rows = turns([note(TOPIC + A + A.replace("leave", "free") + B)])
    assert [(row.rank, row.side, row.quotes) for row in rows] == [
        (1, "russia", 2),
        (2, "ukraine", 1),
    ]
    assert rows[0].before < rows[1].before < 1
    assert rows[0].words == 2 * rows[1].words


def test_who_is_spoken_of_and_heard_later_is_answered(note):
    both = replies([note(TOPIC + A + B, outlet="x")])
    assert [(r.side, r.about, r.quotes, r.answered, r.heard) for r in both] == [
        ("russia", "ukraine", 1, 1, 1),
        ("ukraine", "russia", 1, 0, 1),
    ]
    alone = replies([note(TOPIC + A, outlet="x")])
    assert [(r.side, r.answered, r.heard) for r in alone] == [("russia", 0, 0)]


def test_the_order_of_sides_turns_the_table_round(note):
    one, other = replies([note(TOPIC + A + B)]), replies([note(TOPIC + B + A)])
    assert {(r.side, r.answered) for r in one} == {("russia", 1), ("ukraine", 0)}
    assert {(r.side, r.answered) for r in other} == {("ukraine", 1), ("russia", 0)}


def test_articles_without_speech_have_no_turns(note):
    quiet = [note("The road is open again.")]
    assert turns(quiet) == replies(quiet) == ()
