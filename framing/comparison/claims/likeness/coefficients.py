"""The weights of the two steps of `likeness`, made by ``python benchmarks/claims_fit.py``.

Logistic regressions over the tune half of the made-up events (`tests/comparison/claim_events`), which
were written for this project; no other text was used. The second step is fitted on probabilities of
the first that were made without the event they are of.
"""

PAIR = {
    "words": 3.490,
    "numbers": 0.759,
    "sentences": 3.380,
    "around": 2.449,
    "fields": 0.977,
    "same words running": 0.463,
    "days apart": -0.985,
    "only one today": -0.741,
    "articles apart": -1.135,
    "other occasion": -2.209,
    "status": 0.225,
    "places apart": -2.792,
}
PAIR_INTERCEPT = -2.465
COMPANY = {
    "alike": 0.454,
    "lead in the second": 0.122,
    "lead in the first": 0.103,
    "best rival": -0.071,
    "beside": -0.180,
    "with a third": 0.244,
    "next to it": -0.444,
    "best of both": 0.781,
}
COMPANY_INTERCEPT = -1.127
