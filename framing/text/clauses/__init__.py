"""Who does what to whom: passives, agents, and nouns that stand for an action."""
