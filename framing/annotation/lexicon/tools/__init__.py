"""For those who keep, check and read packs: what a pack holds, whether it holds to its rules, whether
it treats its sides alike, and what it does not have yet."""
