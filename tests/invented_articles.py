"""Invented articles, with other armies and ways to write numbers, and what a person took from them."""

from pathlib import Path

from builders import INFO
from draft_measure import known
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import Force, Place

ARTICLES_FOLDER = Path(__file__).parent / "queries" / "articles"

FORCES = (
    Force("fr", "French troops"),
    Force("ee", "Estonian soldiers"),
    Force("un", "U.N. peacekeepers"),
    Force("td", "Chadian soldiers"),
    Force("gb", "British forces"),
    Force("paras", "British Parachute Regiment", "gb"),
)
PLACES = (
    Place("mali", "Mali", "in Mali"),
    Place("gao", "Gao", "in Gao", "mali"),
    Place("niger", "Niger", "in Niger"),
    Place("estonia", "Estonia", "in Estonia"),
    Place("tapa", "Camp Tapa", "at Camp Tapa", "estonia"),
)


def named(forces: tuple[Force, ...], places: tuple[Place, ...]) -> FactBase:
    """A base of names alone."""
    return FactBase(
        INFO, {each.id: each for each in forces}, {each.id: each for each in places}, {}, {}, {}, {}
    )


NAMES = named(FORCES, PLACES)

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

BRITISH = (ARTICLES_FOLDER / "british.txt").read_text(encoding="utf-8")

BRITISH_FACTS = [
    known("change", "1,500", "The Government will not send 1,500 soldiers to Mali", direction="none"),
    known("level", "no less than 300", "No less than 300 British troops are in the country", force="gb"),
    known("level", "c. 120", "c. 120 of them in Gao", force="gb", place="gao", as_of="2022-03-08"),
    known("level", "~40", "We have ~40 engineers in Niger too", force="gb", place="niger"),
    known("level", "1,000", "A 1,000-strong brigade is on call at Camp Tapa", place="tapa"),
    known("figure", "3.5", "The Army has shrunk by 3.5%"),
    known("level", "72,500", "to 72,500 in a year"),
    known("figure", "Four", "Four in ten soldiers have served abroad"),
    known("figure", "ten", "Four in ten soldiers have served abroad"),
    known("figure", "5k", "The survey had 5k answers"),
    known(
        "change", "60", "Britain pulled out all but 60 of its 400 soldiers", force="gb", direction="decrease"
    ),
    known("level", "400", "all but 60 of its 400 soldiers", force="gb", as_of="2003"),
    known("figure", "£5m", "at a cost of £5m"),
    known(
        "level",
        "not more than 250",
        "In 2019 there were not more than 250 British troops in Mali",
        force="gb",
        place="mali",
        as_of="2019",
    ),
    known("figure", "22 at most", "22 at most were wounded", force="gb", place="mali", as_of="2019"),
    known(
        "change", "100-odd", "Another 100-odd British soldiers would deploy", force="gb", direction="increase"
    ),
    known("figure", "50km", "Their camp lies 50km north of Gao", force=None, place="mali", as_of=None),
]

TRANSLATED = (ARTICLES_FOLDER / "translated.txt").read_text(encoding="utf-8")

TRANSLATED_FACTS = [
    known(
        "change",
        "2 000",
        "On 12 May 2 000 French soldiers left Gao",
        force="fr",
        place="gao",
        as_of="2022-05-12",
        direction="decrease",
    ),
    known("level", "in excess of 2 500", "in excess of 2 500 remain in Mali", force="fr", place="mali"),
    known("level", "1,200", "among them 1.200 men of the air force", force="fr", place="mali"),
    known("figure", "12 500", "They hold 12 500 tonnes of stores", as_of="2022-05-15"),
    known("figure", "600", "approx. 600 lorries", as_of="2022-05-15"),
    known("level", "~12,000", "Of the ~12,000 Chadian soldiers in Mali", force="td", place="mali"),
    known("figure", "4,000+", "of whom 4,000+ were casualties since 2013", force="td", place="mali"),
    known("figure", "hundreds of thousands", "hundreds of thousands of pages tell"),
    known(
        "level",
        "a maximum of 11",
        "A maximum of 11 Estonian soldiers will stay in Gao",
        force="ee",
        place="gao",
    ),
    known("change", "two hundred and fifty", "two hundred and fifty Estonian soldiers went home", force="ee"),
    known("level", "some 5,000", "Some 5,000 are from Niger", place=None),
    known("level", "12 million", "12M refugees live", force=None, place="niger"),
    known("figure", "€3bn", "The mission cost €3bn"),
    known(
        "level", "as few as 30", "As few as 30 U.N. peacekeepers patrol in Niger", force="un", place="niger"
    ),
    known("level", "barely 90", "barely 90 in Mali", force="un", place="mali"),
    known(
        "level",
        "5,000-or-so",
        "In 2020 the peacekeepers in Mali were 5,000-or-so",
        force="un",
        place="mali",
        as_of="2020",
    ),
]

ARTICLES = [
    (MALI, MALI_FACTS),
    (ESTONIA, ESTONIA_FACTS),
    (BRITISH, BRITISH_FACTS),
    (TRANSLATED, TRANSLATED_FACTS),
]
