"""Articles of no paper, with other armies and ways to write numbers, and what a person took from them."""

from __future__ import annotations

from pathlib import Path

from draft_measure import known
from iraqforce.checked import DeclaredWords
from iraqforce.facts import Force, Place

ARTICLES_FOLDER = Path(__file__).parent / "drafting" / "articles"

WORDS = DeclaredWords(
    forces=(
        Force("fr", "French troops"),
        Force("ee", "Estonian soldiers"),
        Force("un", "U.N. peacekeepers"),
        Force("td", "Chadian soldiers"),
        Force("gb", "British forces"),
        Force("paras", "British Parachute Regiment", "gb"),
    ),
    places=(
        Place("mali", "Mali", "in Mali"),
        Place("gao", "Gao", "in Gao", "mali"),
        Place("niger", "Niger", "in Niger"),
        Place("estonia", "Estonia", "in Estonia"),
        Place("tapa", "Camp Tapa", "at Camp Tapa", "estonia"),
    ),
    definitions=(),
)

MALI = (ARTICLES_FOLDER / "mali.txt").read_text(encoding="utf-8")

MALI_FACTS = [
    known("change", "1,200", "France will withdraw 1,200 soldiers from Mali by the end of June"),
    known("level", "Some 2,400", "Some 2,400 French troops are now in Mali"),
    known("level", "5,100", "down from 5,100 in 2020"),
    known("figure", "two", "two CAESAR 155mm guns in Gao"),
    known("level", "95", "A 95-strong Estonian contingent"),
    known("level", "several hundred", "several hundred Chadian soldiers patrol the border"),
    known("figure", "Fifty-three", "Fifty-three French soldiers have been killed since 2013"),
    known("figure", "One", "One soldier was wounded near Gao on Feb. 3"),
    known("level", "between 12,000 and 13,000", "between 12,000 and 13,000 U.N. peacekeepers remain"),
    known("figure", "€45 million", "The drawdown will cost €45 million"),
    known("figure", "18", "over 18 months"),
]

ESTONIA = (ARTICLES_FOLDER / "estonia.txt").read_text(encoding="utf-8")

ESTONIA_FACTS = [
    known("change", "850", "Britain has sent an additional 850 troops to Estonia"),
    known("level", "more than 1,700", "doubling its presence there to more than 1\u00a0700"),
    known("level", "about 1,000", "about 1,000 soldiers live at Camp Tapa"),
    known("figure", "24", "The force has 24 Challenger 2 tanks"),
    known("figure", "a dozen", "a dozen AS-90 howitzers"),
    known("level", "5,000", "It will grow to 5,000 within three years"),
    known("level", "fewer than 800", "there were fewer than 800 British troops in the country"),
    known("figure", "Tens of thousands", "Tens of thousands of Estonian volunteers trained with them"),
    known("event", None, "the last of the paratroopers arrived"),
    known("event", None, "British forces will stay until 2026"),
]

ARTICLES = [(MALI, MALI_FACTS), (ESTONIA, ESTONIA_FACTS)]
