"""Toponyms in sentences: found or not, in which role, and which place."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.atlas.gazetteer import load_gazetteer
from geo.errors import ModelMissingError
from geo.model import Mention, Place, PlaceKind
from geo.reading.parse import Paragraph, load_pipeline, parse
from geo.reading.places.toponyms import find_toponyms
from tests.effort import effort


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    return parse("a", text, [(0, len(text))] if text else [], load_pipeline())


def read(text: str, *own: Place) -> tuple[tuple[Mention, ...], dict[str, Place]]:
    mentions, places = find_toponyms(paragraphs(text), load_gazetteer(own))
    return mentions, {place.id: place for place in places}


def marks(text: str) -> list[tuple[str, str]]:
    """Names with their roles, those inside other names left out: they are no mentions of a place."""
    return [(m.span.text, m.role.value) for m in read(text)[0] if m.role.value != "name"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        # the ground itself
        ("Kim arrived in Vladivostok on Monday.", [("Vladivostok", "literal")]),
        ("The train crossed into Russia at Khasan.", [("Russia", "literal"), ("Khasan", "literal")]),
        ("He got out at Khasan train station on Tuesday.", [("Khasan", "literal")]),
        ("He bought a house in Boise, Idaho.", [("Boise", "literal"), ("Idaho", "literal")]),
        ("Floods hit the United States.", [("United States", "literal")]),
        ("The fighting went on in eastern Ghouta.", [("Ghouta", "literal")]),
        ("They left for Washington in the morning.", [("Washington", "literal")]),
        ("They fled Syria for Lebanon.", [("Syria", "literal"), ("Lebanon", "literal")]),
        (
            "Mexico built a wall along the border with Guatemala.",
            [("Mexico", "metonymic"), ("Guatemala", "literal")],
        ),
        # those who govern it, or live there
        ("Moscow denied the report.", [("Moscow", "metonymic")]),
        ("Talks with Iran broke down.", [("Iran", "metonymic")]),
        ("They agreed to sell shells to Moscow.", [("Moscow", "metonymic")]),
        ("Japan’s Ministry of Defence said so.", [("Japan", "metonymic")]),
        ("The U.S. Department of State warned of it.", [("U.S.", "metonymic")]),
        # peoples
        ("Russian troops left.", [("Russian", "demonym")]),
        ("Two South Koreans were arrested.", [("South Koreans", "demonym")]),
        ("Latin American leaders met.", [("Latin American", "demonym")]),
        ("The Europeans were slow to act.", [("Europeans", "demonym")]),
        ("Jordan closed its border with Syria.", [("Jordan", "metonymic"), ("Syria", "literal")]),
        ("Chad expelled the envoy.", [("Chad", "metonymic")]),
        ("Jaffna, 46 degrees hot, slept.", [("Jaffna", "metonymic")]),
        # where it was written
        ("WASHINGTON (AP) - The storm has passed.", [("WASHINGTON", "metonymic")]),
        (
            "GOMA, Democratic Republic of Congo - Rebels came closer.",
            [("GOMA", "metonymic"), ("Democratic Republic of Congo", "metonymic")],
        ),
        ("MOSCOW: The leader arrived on Tuesday.", [("MOSCOW", "metonymic")]),
        # buildings, streets, piers
        ("He was taken to Colchester Hospital.", [("Colchester Hospital", "literal")]),
        ("The ship docked at Pier 33.", [("Pier 33", "literal")]),
        ("A study at the University of Alberta says so.", [("University of Alberta", "literal")]),
        # in no gazetteer, and taken for a person by the parser
        ("A convoy drove through Bab al-Hawa on Friday.", [("Bab al-Hawa", "literal")]),
        ("They arrived in Bajo Chiquito, an Indigenous village.", [("Bajo Chiquito", "literal")]),
        ("Aid waited at the Bab al-Hawa crossing.", [("Bab al-Hawa", "literal")]),
        ("Villagers in Umm Dawwanban fled to Karshoum Deb.", [("Umm Dawwanban", "literal")]),
        ("Villagers near Bento Rodrigues fled.", [("Bento Rodrigues", "literal")]),
        ("Divers searched Lough Erne on Monday.", [("Lough Erne", "literal")]),
        ("Sloviansk, 15 km to the north, is under fire.", [("Sloviansk", "literal")]),
        # called after somebody, and flown to
        ("They flew to Charles de Gaulle at noon.", [("Charles de Gaulle", "literal")]),
        ("The test site at Punggye-ri was blown up.", [("Punggye-ri", "literal")]),
        ("Villagers fled Bab al-Tabbaneh quarter.", [("Bab al-Tabbaneh", "literal")]),
        ("Makhanda residents woke up to dry taps.", [("Makhanda", "metonymic")]),
        (
            "Rain fell at Kochi (11 cm), Alappuzha (9 cm) and Vythiri (14 cm).",
            [("Kochi", "literal"), ("Alappuzha", "literal"), ("Vythiri", "literal")],
        ),
        (
            "A railway from Simandou to the Atlantic was begun.",
            [("Simandou", "literal"), ("Atlantic", "literal")],
        ),
        ("A plane out of Meekatharra spotted him.", [("Meekatharra", "literal")]),
        # left or reached, with the day hard after it
        ("The icebreaker departed Hobart Thursday.", [("Hobart", "literal")]),
        ("They drove to Obama on Friday.", [("Obama", "literal")]),
        # two in one of the parser's names
        ("Soldiers patrolled Mirriah and Tillabéri.", [("Mirriah", "literal"), ("Tillabéri", "literal")]),
    ],
)
def test_toponyms_and_their_roles(text: str, want: list[tuple[str, str]]) -> None:
    assert marks(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "May said on Tuesday that she would resign.",
        "Michael Jordan scored 40 points, and Jordan smiled.",
        "We ate a turkey dinner off the good china.",
        "Paris Hilton sang two songs.",
        "He works at the Stockholm International Peace Research Institute.",
        "The Democrats and the Muslims agreed.",
        "President Lincoln freed them, and Lincoln was shot.",
        "Reading is good for you.",
        "She wrote for the Washington Post.",
        "“We have to go,” said Olivia.",
        "Police said AI and OT were new to them.",
        "In March and in August the river froze.",
        "She has faith in Tom Baker, and Baker knows it.",
        "Her stake in Tesco is small.",
        "In February 2006 he resigned.",
        "In the winter of 43 BC a volcano erupted.",
        "The president of the University of North Korean Studies said so.",
        "He believes in Peter Dawlish.",
        "Indira Gandhi was shot in the morning.",
        "Obama said on Tuesday that he would go.",
        "Obama, the president, left.",
        "A statement by Obama was read.",
        "She said that John F. Kennedy had promised it.",
        # what only people do, suffer or are
        "JFK was shot in the morning.",
        "Mandela was freed in 1990.",
        "Bush arrived.",
        "Lincoln was shot at the theatre.",
        "Whitney Houston fell ill; Houston was 48.",
        "Lansing, a father of three, was found dead.",
        "Pierce, 34, was arrested on Friday.",
        "Cork said that her children were safe.",
        "Santiago kissed his wife and boarded.",
        "Kelly and Preston were divorced in 2011.",
        "“I never met Madison,” she said.",
        "Jordan, who is 23, hopes to play again.",
    ],
)
def test_names_that_are_no_places(text: str) -> None:
    assert marks(text) == []


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("He was born in Paris, Texas. In Paris he went to school.", "Paris", "geonames:4717560"),
        ("The mayor of Paris spoke in France on Monday.", "Paris", "geonames:2988507"),
        ("The train from Russia stopped at Khasan. Russian officials met it.", "Khasan", "geonames:2022586"),
        ("Police in London, Ontario, arrested a man. He is held in London.", "London", "geonames:6058560"),
        ("She lives in Georgia. Atlanta and Savannah are near.", "Georgia", "geonames:4197000"),
        ("Georgia fought Russia. Tbilisi fell silent.", "Georgia", "geonames:614540"),
        ("Tacoma, Washington, is wet.", "Washington", "geonames:5815135"),
        ("Washington denied it.", "Washington", "geonames:4140963"),
        ("He crossed northeastern China's Jilin province by train.", "Jilin", "geonames:2036500"),
        ("She stopped in Washington, New York and Boston.", "Washington", "geonames:4140963"),
        ("She stopped in Springfield, Illinois and Chicago.", "Springfield", "geonames:4250542"),
        ("He flew into Heathrow from New York on Tuesday.", "Heathrow", "airport:EGLL"),
        ("The plane landed at LaGuardia on Monday.", "LaGuardia", "airport:KLGA"),
        ("She flew from JFK to Heathrow.", "JFK", "airport:KJFK"),
        ("The case was filed in The Hague on Tuesday.", "Hague", "geonames:2747373"),
        ("Barges ran aground where the Ohio joins the Missouri.", "Missouri", "river:missouri-8"),
        ("Shops in Hammond, Ind., shut.", "Ind.", "geonames:4921868"),
        ("TRIPOLI, Lebanon - A boat sank. One came from Tripoli, Libya.", "TRIPOLI", "geonames:266826"),
        (
            "A scholar in San Jose, California, left. In San Jose he was known.",
            "San Jose",
            "geonames:5392171",
        ),
        ("Deputies from Maricopa and Pinal counties came.", "Pinal", "geonames:5308916"),
    ],
)
def test_namesakes_are_told_apart_by_their_company(text: str, name: str, place_id: str) -> None:
    mentions, places = read(text)
    found = [m.place for m in mentions if m.span.text == name]
    assert set(found) == {place_id}
    assert places[place_id].basis
    assert len(places[place_id].alternatives) > 0 or places[place_id].confidence > 0.5


_AMERICAN, _OTHER = ("Chicago", "New York"), ("Madrid", "Istanbul")


@pytest.mark.parametrize("company", [_AMERICAN, _OTHER])
@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Paris", "FR"), ("London", "GB"), ("Vienna", "AT"), ("Moscow", "RU"), ("Sydney", "AU"),
        ("Dublin", "IE"), ("Lima", "PE"), ("Cairo", "EG"), ("Havana", "CU"), ("Warsaw", "PL"),
        ("Berlin", "DE"), ("Rome", "IT"), ("Tripoli", "LY"), ("Delhi", "IN"), ("Hyderabad", "IN"),
        ("Frankfurt", "DE"), ("Monterrey", "MX"),
        ("Hamburg", "DE"), ("Milan", "IT"), ("Glasgow", "GB"), ("Melbourne", "AU"), ("Naples", "IT"),
        ("Dallas", "US"), ("Kansas City", "US"),
    ],
)  # fmt: skip
def test_towns_of_one_journey_do_not_draw_a_great_city_to_their_country(name, country, company):
    mentions, places = read(f"He was flying from {name} to {company[0]} via {company[1]}.")
    assert places[str(mentions[0].place)].country == country


@pytest.mark.parametrize(
    "name",
    ["Birmingham", "Cambridge", "Venice", "St. Petersburg", "Valencia", "Victoria", "Hamilton", "Kingston",
     "Manchester", "Odessa", "Florence", "Alexandria", "Geneva", "Bristol", "Newcastle", "Plymouth"],
)  # fmt: skip
def test_what_company_does_not_settle_stays_unsure(name: str) -> None:
    mentions, places = read(f"She flew to {name} from New York on Monday and on to Dallas.")
    chosen = [places[m.place] for m in mentions if m.place and m.span.text == name]
    assert all(place.confidence < 0.8 for place in chosen)


def test_a_name_told_apart_later_is_another_place_than_before() -> None:
    mentions, places = read(
        "Alexandria is sinking. The Egyptian army built a wall. A scholar in Alexandria, Virginia, said so."
    )
    first, second = (places[str(m.place)] for m in mentions if m.span.text == "Alexandria")
    assert (first.country, second.country) == ("EG", "US")


def test_a_choice_keeps_what_it_left_out() -> None:
    _, places = read("He was born in Paris, Texas.")
    paris = places["geonames:4717560"]
    assert "Texas" in paris.basis
    assert "geonames:2988507" in [other.id for other in paris.alternatives]
    assert all(0.0 <= other.confidence <= paris.confidence for other in paris.alternatives)


def test_a_story_names_its_own_places() -> None:
    pier = Place(
        id="story:pier-33",
        name="Pier 33",
        kind=PlaceKind.FACILITY,
        lat=43.1,
        lon=131.88,
        radius_km=0.5,
        country="RU",
        basis="places.csv",
    )
    mentions, places = read("The ship docked at Pier 33.", pier)
    assert [m.place for m in mentions] == ["story:pier-33"]
    assert places["story:pier-33"].confidence > 0.9


def test_a_site_that_no_gazetteer_has_lies_within_its_town_and_says_so() -> None:
    mentions, places = read("He was taken to Karl Bremer Hospital in Stellenbosch, South Africa.")
    hospital = places[str(mentions[0].place)]
    assert (hospital.name, hospital.kind) == ("Karl Bremer Hospital", PlaceKind.FACILITY)
    assert "within Stellenbosch" in hospital.basis
    assert hospital.radius_km >= 5
    assert abs(hospital.lat + 33.9) < 0.2


@pytest.mark.parametrize(
    ("text", "name", "town"),
    [
        ("Police in Denver said that he died on Larimer Street. Denver mourned.", "Larimer Street", "Denver"),
        ("They met where Bourbon and Dauphine streets cross. New Orleans was wet.", "Bourbon", "New Orleans"),
        ("Nairobi's Eastleigh neighbourhood was under curfew.", "Eastleigh", "Nairobi"),
        ("Fighters seized the town of Palma in Cabo Delgado.", "Palma", "Cabo Delgado"),
        ("Floods came to West Wales on Friday.", "West Wales", "Wales"),
        ("He was flown to Manchester University Hospital.", "Manchester University Hospital", "Manchester"),
    ],
)
def test_a_name_lies_in_the_town_that_the_article_puts_it_in(text: str, name: str, town: str) -> None:
    mentions, places = read(text)
    found = next(m for m in mentions if m.span.text == name)
    assert f"in no gazetteer; within {town}," in places[str(found.place)].basis


@pytest.mark.parametrize(
    "text",
    [
        "From Nairobi and Mombasa they went on to the Itaquaí River.",
        "The mayors of Lyon, Paris and Lille met at Cuvier Street.",
        "The statue stood at Cuvier Street.",
    ],
)
def test_a_name_of_which_too_little_is_known_is_not_placed(text: str) -> None:
    mentions, _ = read(text)
    assert mentions[-1].place is None


def test_a_place_that_is_a_way_off_is_not_put_in_the_town_it_is_measured_from() -> None:
    mentions, _ = read("Nordheim Cosmodrome is some 1,000 km from Vladivostok.")
    assert [m.place is None for m in mentions] == [True, False]


_PIECES = st.sampled_from(
    ["Paris", "Texas", ", ", " ", "\n", "the U.S.", "Kim", " in ", "\u200f", "\u200b", "🚢", "<script>",
     "“", "’s", "(AP)", "-", "University of ", "Khasan", ",,,,", "\ud800", "\x00", "Lake ", "33"]
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PIECES, max_size=25).map("".join) | st.text(max_size=80))
def test_mentions_are_words_of_the_text_in_order(text: str) -> None:
    mentions, places = read(text)
    assert all(text[m.span.start : m.span.end] == m.span.text for m in mentions)
    ends = [edge for m in mentions for edge in (m.span.start, m.span.end)]
    assert ends == sorted(ends)
    assert {m.place for m in mentions} - {None} == set(places)


@pytest.mark.parametrize(
    "hostile",
    [
        "," * 10_000,
        "a" * 1_000_000,
        "A" * 200_000,
        "<script>alert(1)</script> " * 500,
        "\u200f\u200b" * 5_000,
        "🚢 " * 3_000,
    ],
)
def test_hostile_text_is_ordinary_text(hostile: str) -> None:
    mentions, _ = read(hostile)
    assert all(m.span.text in hostile for m in mentions)


def test_effort_grows_with_the_length_and_no_faster() -> None:
    sentence = "Kim went from Paris, Texas, to London and Springfield, and Russian troops left Georgia. "
    small, large = paragraphs(sentence * 20), paragraphs(sentence * 80)
    gazetteer = load_gazetteer()
    find_toponyms(small, gazetteer)  # what is loaded once is loaded now
    first, second = (effort(lambda text=text: find_toponyms(text, gazetteer)) for text in (small, large))
    assert second < 5 * first


def test_effort_grows_no_faster_with_names_that_are_all_different() -> None:
    gazetteer = load_gazetteer()
    towns = [name.title() for name in islice(gazetteer.names(), 0, None, 600) if name.isalpha()]
    small, large = (paragraphs(", ".join(towns[::step])) for step in (4, 1))
    find_toponyms(large, gazetteer)
    first, second = (effort(lambda text=text: find_toponyms(text, gazetteer)) for text in (small, large))
    assert second < 5 * first


def test_a_missing_pipeline_is_named_with_the_command_that_installs_it() -> None:
    with pytest.raises(ModelMissingError, match="spacy download en_core_web_nowhere"):
        load_pipeline("en_core_web_nowhere")


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "bare")
    with pytest.raises(ModelMissingError, match="no ner and no parser and no tagger"):
        load_pipeline(str(tmp_path / "bare"))
