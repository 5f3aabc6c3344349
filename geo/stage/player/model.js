// The scene indexed for the player: things by reference ("journey:…", "event:…", "place:…"), beats in order.

import { createAxis } from "./axis.js";
import { MODE_WORDS, STATUS_WORDS, calendar, capital, isolated, shortened } from "./words.js";

const MOST_NAME = 60; // letters of a place's name in a title

/** The tray of what no article dates: chosen like a thing. */
export const UNDATED = "tray:undated";
/** The list of all who travel: where there are more than have a colour or a lane, it has the rest. */
export const TRAVELLERS = "tray:travellers";
export const FACTUAL = new Set(["happened", "under way"]);

export function buildModel(scene) {
  const dates = calendar(scene.epoch);
  const axis = createAxis(scene.axis);
  const places = new Map(scene.places.map((place) => [place.id, place]));
  const articles = new Map(scene.articles.map((article) => [article.id, article]));
  const trips = new Map(scene.deck.layers.find((layer) => layer.id === "trails").data.map((trip) => [trip.id, trip]));
  const placeName = (id) => (id && places.has(id) ? places.get(id).name : null);
  const journeys = scene.journeys.map((journey) => ({
    ...journey,
    who: capital(journey.who),
    ref: `journey:${journey.id}`,
    trip: trips.get(journey.id) || null,
    hue: scene.travellers[journey.traveller].hue,
    title: journeyTitle(journey, placeName),
    from: journey.from,
  }));
  const events = scene.events.map((event) => ({ ...event, ref: `event:${event.id}`, title: capital(event.what) }));
  const distances = (scene.distances || []).map((distance) => ({ ...distance, ref: `distance:${distance.id}`, ...namesOf(distance, placeName) }));
  const things = new Map();
  for (const thing of [...journeys, ...events, ...distances]) things.set(thing.ref, thing);
  for (const place of scene.places) things.set(`place:${place.id}`, { ...place, ref: `place:${place.id}`, title: place.name });
  things.set(UNDATED, { ref: UNDATED, title: "Without a date", excerpts: [] });
  things.set(TRAVELLERS, { ref: TRAVELLERS, title: "All travellers", excerpts: [] });
  return {
    scene, dates, axis, places, articles, journeys, events, things, placeName,
    distances,
    /** The second at which a clock opens: where the story's present begins; older things lie before it. */
    present: scene.opening ? scene.opening.happened : -Infinity,
    opening: (clock) => (scene.opening ? axis.second(scene.opening[clock]) : 0),
    differences: scene.differences || [],
    /** Whether a filter can switch this off. */
    hasValue: (kind, value) => {
      const known = { source: articles, status: STATUS_WORDS, mode: MODE_WORDS }[kind];
      if (known) return known instanceof Map ? known.has(value) : Object.hasOwn(known, value);
      return kind === "who" ? journeys.some(({ who }) => who === value) : events.some((event) => event.kind === value);
    },
    /** Whether there is a clock of what was known: somebody must say when articles came out. */
    hasKnown: scene.articles.some((article) => article.minute !== null),
    chapters: (scene.chapters || []).filter(({ window }) => window).map((chapter) => ({ ...chapter, title: capital(chapter.title) })),
    travellers: scene.travellers.map((traveller) => ({ ...traveller, name: capital(traveller.name) })),
    excerpts: scene.excerpts,
    beats: beatsOf(journeys, events, placeName),
  };
}

function namesOf({ from, to, says }, placeName) {
  const ends = [placeName(from), placeName(to)].filter(Boolean);
  const whole = [capital(says), ends.join(" to ")].filter(Boolean).join(", ");
  return { title: ends.length === 2 ? ends.join(" to ") : whole, listed: `${whole}.` };
}

/** A distance is shown when it is chosen, when one of its ends is, or when its own sentence is read. */
export function isMeasured(distance, ref, sentence, excerpts) {
  if (!ref) return false;
  if (ref.startsWith("distance:")) return ref === distance.ref;
  if (ref === `place:${distance.from}` || ref === `place:${distance.to}`) return true;
  if (ref.startsWith("place:") || sentence === null || !distance.excerpts.length) return false;
  const [own, shown] = [excerpts[distance.excerpts[0]], excerpts[sentence]];
  return own.article === shown.article && own.start === shown.start;
}

/** "Maret Saar, Tallinn to Warsaw, by rail": as far as it is told. */
export function journeyTitle(journey, placeName) {
  const [from, to] = [journey.from, journey.to].map((id) => placeName(id) && isolated(shortened(placeName(id), MOST_NAME)));
  const way = MODE_WORDS[journey.mode];
  const where = from && to ? `${from} to ${to}` : to ? `to ${to}` : from ? `from ${from}` : "";
  return [isolated(capital(shortened(journey.who))), where, way].filter(Boolean).join(", ").replace(", to ", " to ").replace(", from ", " from ");
}

/** Moments at which something discrete happens, on the clock of what happened. */
function beatsOf(journeys, events, placeName) {
  const beats = [];
  for (const journey of journeys) {
    if (!journey.run || journey.status === "denied") continue;
    const { start, end, known } = journey.run;
    const may = FACTUAL.has(journey.status) ? "" : `${journey.status}: `;
    if (journey.trip && known !== "arrival") {
      beats.push({ minute: start, ref: journey.ref, says: `${may}${journey.who} leaves ${placeName(journey.from) || ""}`.trim() });
    }
    if (known !== "departure") {
      const when = journey.trip ? end : start;
      beats.push({ minute: when, ref: journey.ref, says: `${may}${journey.who} in ${placeName(journey.to) || "an unnamed place"}` });
    }
  }
  for (const event of events) {
    if (event.window) beats.push({ minute: event.window[0], ref: event.ref, says: event.what });
  }
  return beats.sort((a, b) => a.minute - b.minute || a.ref.localeCompare(b.ref));
}
