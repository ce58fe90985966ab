"""The weights of the two steps of `likeness`, made by ``python benchmarks/claims_fit.py``.

Logistic regressions over the tune half of the made-up events (`tests/comparison/claim_events`), which
were written for this project; no other text was used. The second step is fitted on probabilities of
the first that were made without the event they are of.
"""

PAIR = {
    "words": 3.719,
    "numbers": 0.808,
    "sentences": 3.280,
    "around": 2.385,
    "fields": 0.993,
    "same words running": 0.498,
    "days apart": -0.999,
    "only one today": -0.776,
    "articles apart": -1.156,
    "other occasion": -2.208,
    "status": 0.174,
    "agents apart": -0.009,
    "places apart": -2.741,
}
PAIR_INTERCEPT = -2.529
COMPANY = {
    "alike": 0.451,
    "lead in the second": 0.136,
    "lead in the first": 0.105,
    "best rival": -0.063,
    "beside": -0.186,
    "with a third": 0.273,
    "next to it": -0.431,
    "best of both": 0.798,
}
COMPANY_INTERCEPT = -1.178
