"""What some of the articles tell, in the player's own modules: literal answers, and the story's rules."""

from __future__ import annotations

import random
import threading

import pytest

from geo.model import Claim, Status
from geo.stage.scene import build_scene
from geo.story.archive import archive_of, overall_status
from tests.browser.test_ground import Handler, Server
from tests.fixtures.invented import STORY
from tests.fixtures.turns import TURNS
from tests.story_builder import article

TELL = """async ([scene, ref, heard]) => {
    const [{ buildModel }, { asTold }] = await Promise.all([import("/model.js"), import("/told.js")]);
    const model = buildModel(scene);
    const told = asTold(model.things.get(ref), (id) => heard.includes(id), model);
    if (!told) return null;
    const ghost = told.ghost === undefined ? null : told.ghost;
    const path = told.trip ? told.trip.path : null;
    const start = (number) => model.excerpts[number].text.split(" ").slice(0, 4).join(" ");
    return { ...told, ghost, path, says: told.excerpts.map(start) };
}"""
STATUSES = """async ([cases, published]) => {
    const { overallStatus } = await import("/told.js");
    const articles = new Map(published.map(([id, day]) => [id, { published: day }]));
    const claim = ([article, status]) => ({ article, status });
    return cases.map((claims) => overallStatus(claims.map(claim), articles));
}"""


@pytest.fixture(scope="module")
def page(chromium):
    """A page that has the player's modules, and no player."""
    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = chromium.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    yield page
    page.close()
    server.shutdown()
    server.server_close()


SCENES = {story.id: build_scene(story) for story in (STORY, TURNS)}
DAY = 1440.0


@pytest.mark.parametrize(
    ("heard", "status", "ends", "mode", "words"),
    [
        (["plan"], "planned", [None, "t:vilnius"], "unknown", "June 5"),
        (["fact"], "happened", ["t:riga", "t:vilnius"], "rail", "Wednesday"),
        (["plan", "fact"], "happened", ["t:riga", "t:vilnius"], "rail", "Wednesday"),
        (["plan", "denial"], "denied", [None, "t:vilnius"], "unknown", "June 5"),
        (["plan", "fact", "denial"], "denied", ["t:riga", "t:vilnius"], "rail", "June 5"),
    ],
)
def test_a_journey_is_what_the_articles_that_are_heard_say(page, heard, status, ends, mode, words):
    told = page.evaluate(TELL, [SCENES["turns"], "journey:lind", heard])
    assert (told["status"], [told["from"], told["to"]], told["mode"]) == (status, ends, mode)
    assert (told["when"], told["articles"], told["sources"]) == (words, len(heard), sorted(heard))
    assert (told["path"] is None) == (ends[0] is None)  # no way without its two ends
    assert told["title"] == (
        "Anna Lind, Riga to Vilnius, by rail" if mode == "rail" else "Anna Lind to Vilnius"
    )


def test_nothing_is_left_of_a_thing_that_no_article_tells(page):
    assert page.evaluate(TELL, [SCENES["turns"], "journey:lind", []]) is None
    assert page.evaluate(TELL, [SCENES["turns"], "journey:berg", ["plan", "denial"]]) is None
    assert page.evaluate(TELL, [SCENES["turns"], "place:t:riga", ["plan"]]) is None


def test_the_sentence_of_what_is_believed_comes_first(page):
    told = page.evaluate(TELL, [SCENES["turns"], "journey:lind", ["plan", "fact"]])
    assert told["says"] == ["Anna Lind took the", "Anna Lind will visit"]
    whole = page.evaluate(TELL, [SCENES["turns"], "journey:lind", ["plan", "fact", "denial"]])
    assert whole["says"][0] == "Anna Lind did not"


def test_a_time_is_of_the_articles_that_are_heard(page):
    told = page.evaluate(TELL, [SCENES["invented"], "journey:saar-warsaw", ["first"]])
    # "on Sunday": some time of 5 May; the second article alone knows the hours
    assert (told["run"]["early"], told["run"]["late"], told["run"]["known"]) == (2 * DAY, 3 * DAY, "within")
    whole = page.evaluate(TELL, [SCENES["invented"], "journey:saar-warsaw", ["first", "second"]])
    assert (whole["run"]["start"], whole["run"]["known"]) == (2 * DAY + 15 * 60, "both")


@pytest.mark.parametrize(
    ("ref", "heard", "ghost"),
    [
        (
            "journey:saar-warsaw",
            ["first", "second"],
            DAY,
        ),  # planned in print on 4 May, the day before she left
        ("journey:saar-warsaw", ["second"], None),  # nobody is left who planned it
        ("journey:saar-lublin", ["first"], DAY),
        ("journey:delegation", ["first"], None),
        ("journey:kask", ["second"], 4 * DAY),  # the denial was printed on 7 May
    ],
)
def test_a_plan_is_a_ghost_from_its_publication_until_the_fact(page, ref, heard, ghost):
    assert page.evaluate(TELL, [SCENES["invented"], ref, heard])["ghost"] == ghost


def test_articles_of_one_origin_are_one_voice(page):
    talks = page.evaluate(TELL, [SCENES["invented"], "event:talks", ["second", "third"]])
    assert (talks["status"], talks["articles"], talks["origins"]) == ("happened", 2, 1)
    planned = page.evaluate(TELL, [SCENES["invented"], "event:talks", ["second"]])
    assert (planned["status"], planned["articles"], planned["place"]) == ("planned", 1, "t:castle")


def test_the_player_believes_what_the_story_believes(page):
    dice = random.Random(7)
    days = [None, "2024-01-01", "2024-01-02", "2024-01-02T09:00", "2024-02-01"]
    archive = archive_of([article(str(n), day) for n, day in enumerate(days)], [])
    cases = [
        [(str(dice.randrange(len(days))), dice.choice(list(Status))) for _ in range(dice.randint(1, 6))]
        for _ in range(400)
    ]
    expected = [
        overall_status([Claim(article=each, status=status, evidence=()) for each, status in claims], archive)
        for claims in cases
    ]
    told = page.evaluate(STATUSES, [cases, [[str(n), day] for n, day in enumerate(days)]])
    assert told == [str(status) for status in expected]
    assert len(set(told)) == len(Status)


OVERTAKEN = """async ([scene, by]) => {
    const { buildModel } = await import("/model.js");
    const { createFilter } = await import("/filters.js");
    const plan = scene.journeys.find(({ id }) => id === "saar-lublin");
    plan.overtaken = by.map((by, at) => ({ by, minute: 40 + at }));
    return createFilter(buildModel(scene)).get().things.get("journey:saar-lublin").overtakenAt ?? null;
}"""


@pytest.mark.parametrize(
    ("by", "minute"),
    [(["saar-warsaw"], 40), (["kask", "saar-warsaw"], 41), (["kask"], None), (["gone"], None)],
)
def test_only_a_fact_that_somebody_tells_overtakes_a_plan(page, by, minute):
    assert page.evaluate(OVERTAKEN, [SCENES["invented"], by]) == minute
