"""The weights of the two steps of `likeness`, made by ``python benchmarks/claims_fit.py``.

Logistic regressions over the tune half of the made-up events (`tests/comparison/claim_events`), which
were written for this project; no other text was used. The second step is fitted on probabilities of
the first that were made without the event they are of.
"""

PAIR = {
    "words": 3.840,
    "numbers": 0.789,
    "sentences": 3.278,
    "around": 2.308,
    "fields": 0.903,
    "same words running": 0.500,
    "days apart": -1.003,
    "only one today": -0.782,
    "articles apart": -1.187,
    "other occasion": -2.204,
    "status": 0.190,
    "agents apart": -0.016,
    "places apart": -2.724,
}
PAIR_INTERCEPT = -2.545
COMPANY = {
    "alike": 0.447,
    "lead in the second": 0.143,
    "lead in the first": 0.098,
    "best rival": -0.050,
    "beside": -0.200,
    "with a third": 0.224,
    "next to it": -0.289,
    "best of both": 0.838,
}
COMPANY_INTERCEPT = -1.199
