"""Texts written for the tests, in the manner of different outlets. No real outlet's words."""

AGENCY = (
    "GENEVA, March 4. /Lake Agency/. The second day of talks on the water treaty ended without a "
    "statement.\n\nThe head of the northern delegation, Deputy Minister Carla Reyes, said that the "
    "north had handed over a two-page draft. According to her, the second page deals with dams. "
    'Reyes added that the south was trying to "buy time" by asking for maps.\n\nSouthern envoy Tom '
    "Okafor told reporters his side would study the draft for a week.\n"
)
SET_OFF = (
    "The minister answered the report on Monday\n\nWe have never asked for more water than the treaty "
    "gives us. Anyone can count the gauges.\n\n- Okafor noted.\n\nThe talks go on in April.\n"
)
STATED_BY = (
    "The dam will not be opened before May. Two gates still need repair. This was stated by the "
    "spokesman of the river board, Jan Novak, on Friday.\n"
)
MULTI_PARAGRAPH = (
    "“We started with nothing. We built the first gate by hand.\n\n“Then the flood came,” said "
    "Mayor Ana Silva.\n"
)
TEXTS = (AGENCY, SET_OFF, STATED_BY, MULTI_PARAGRAPH)
