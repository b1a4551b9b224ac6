"""Counts and their words, made at random for properties."""

from hypothesis import strategies as st

from iraqforce.text.numbers import parse, vague

qualifying = st.sampled_from(
    ["", "about ", "around ", "some ", "more than ", "over ", "at least ", "fewer than ", "up to ", "nearly "]
)
scales = st.sampled_from(["", " dozen", " hundred", " thousand", " million", " billion"])
whole = st.integers(0, 10**6)
figures = st.one_of(whole.map("{:,}".format), whole.map(str), st.decimals(0, 99, places=1).map(str))
number_texts = st.builds("{}{}{}".format, qualifying, figures, scales)
rising = st.lists(whole, min_size=2, max_size=2, unique=True).map(sorted)
range_texts = st.builds(
    lambda form, ends, scale: form.format(*ends) + scale,
    st.sampled_from(["{:,} to {:,}", "between {:,} and {:,}", "{:,}-{:,}", "{}–{}", "{} to {:,}"]),
    rising,
    scales,
)
texts = st.one_of(number_texts, range_texts)
vague_counts = st.builds(
    lambda low, extra: vague("several", low=low, high=None if low is None or extra is None else low + extra),
    st.none() | whole,
    st.none() | whole,
)
known_counts = st.one_of(texts.map(parse), vague_counts)
