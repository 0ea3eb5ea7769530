"""Hypothesis strategies that several rooms share."""

from hypothesis import strategies as st

_VOCABULARY = """mayors cities municipalities shelter housing health schools borders permits visas data budget fund
council river bridge harbour orchard lantern winter children workers families review forum session
draft paragraph shall should may not the of and to in for with without under between before after
every each other"""

words = st.sampled_from(_VOCABULARY.split())
any_words = st.text(
    alphabet=st.characters(categories=("Ll", "Lu", "Lo", "Nd")), min_size=1, max_size=12
)  # letters and digits of every script


def sentences(least: int = 3, most: int = 40, word: st.SearchStrategy[str] = words) -> st.SearchStrategy[str]:
    """Texts of ``least`` to ``most`` words."""
    return st.lists(word, min_size=least, max_size=most).map(" ".join)
