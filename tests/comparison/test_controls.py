from dataclasses import replace

import pytest
from comparison.made_up import events

from framing.comparison.controls import control_line, negative_controls, passed
from framing.model import Control

NAMES = ["one outlet split in halves", "outlets' names shuffled", "one text under two names"]


def test_controls_find_nothing_even_where_outlets_differ():
    controls = negative_controls(events(6, 2, habit=6.0))
    assert [c.name for c in controls] == NAMES
    assert [c.tried for c in controls] == [20, 20, 1]
    assert all(map(passed, controls))
    assert controls[2].found == 0


def test_the_line_tells_every_control():
    line = control_line(negative_controls(events(6, 2)))
    assert all(name in line for name in NAMES)
    assert line.count("no difference") == 3
    assert line.count("\n") == 0


def test_too_few_articles_are_said_and_no_failure():
    controls = negative_controls(events(1, 2))
    assert [c.tried for c in controls] == [0, 0, 1]
    assert all(map(passed, controls))
    assert "too few articles to try" in control_line(controls)
    assert "too few" in control_line(negative_controls([]))


@pytest.mark.parametrize(
    ("found", "fine"), [(0, True), (1, True), (3, True), (6, False), (20, False)]
)
def test_a_method_that_finds_too_much_fails(found, fine):
    control = Control("outlets' names shuffled", 20, found, 0.05)
    assert passed(control) is fine
    assert ("A DIFFERENCE" in control_line([control])) is not fine


def test_a_difference_between_one_text_and_itself_fails():
    assert not passed(Control(NAMES[2], 1, 1, 0.0))
    assert passed(replace(Control(NAMES[2], 1, 1, 0.0), found=0))


def test_controls_are_the_same_every_time():
    assert negative_controls(events(5, 2)) == negative_controls(events(5, 2))
