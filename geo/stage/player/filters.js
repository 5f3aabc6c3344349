// What is shown and what is put aside: by the filters, and on the clock of what was known, by what was published.

import { FACTUAL } from "./model.js";
import { asTold, steps, supportOf } from "./told.js";
import { count } from "./words.js";

/** Kinds of switches: what a thing has of each; a thing is shown while one of its values is. */
export const VALUES = {
  who: (thing) => (thing.who ? [thing.who] : []),
  status: (thing) => (thing.status ? [thing.status] : []),
  kind: (thing) => (thing.what && thing.kind ? [thing.kind] : []),
  mode: (thing) => (thing.mode ? [thing.mode] : []),
};
const DAY = 1440; // minutes
const EARTH_RADIUS_KM = 6371;

/** `off` maps a kind to the values put aside, `off.source` are articles; `find` is text that a thing must hold;
 * `from` and `to` bound its days (ISO dates, inclusive); one of its places must lie in `area`
 * [west, south, east, north], and within `near.km` of the place `near.place`. */
export function emptyFilters() {
  const off = Object.fromEntries(["source", ...Object.keys(VALUES)].map((kind) => [kind, new Set()]));
  return { off, find: "", from: "", to: "", area: null, near: null };
}

export function isFiltering({ off, find, from, to, area, near }) {
  return Boolean(find || from || to || area || near) || Object.values(off).some((values) => values.size > 0);
}

/** `apply(filters)`, then `get(minute)`: what they leave of what had been published by then, by default of all. */
export function createFilter(model) {
  const published = model.scene.articles.map((article) => article.minute).filter((minute) => minute !== null).sort((a, b) => a - b);
  let filters = emptyFilters();
  let whole = null;
  let latest = { amount: -1, picture: null };
  let beats = {};

  function get(minute = null) {
    if (minute === null) return (whole ||= pictureOf(model, filters, () => true));
    const amount = published.filter((each) => each <= minute).length;
    if (latest.amount !== amount) latest = { amount, picture: pictureOf(model, filters, (id) => isOut(model.articles.get(id), minute)) };
    return latest.picture;
  }

  return {
    get,
    apply(next) {
      filters = next;
      whole = null;
      latest = { amount: -1, picture: null };
      beats = {};
    },
    /** Moments at which something discrete happens, on either clock. */
    beats(clock) {
      beats[clock] ||= clock === "known" ? knownBeats(model, filters) : model.beats.filter(({ ref }) => get().things.has(ref));
      return beats[clock];
    },
  };
}

const isOut = (article, minute) => article.minute !== null && article.minute <= minute;

/** `told` are all things as the articles left tell them, `things` those of them that the filters keep. */
function pictureOf(model, filters, isPublished) {
  const isHeard = (id) => isPublished(id) && !filters.off.source.has(id);
  const isKept = testOf(model, filters);
  const [told, things, lost, changed] = [new Map(), new Map(), [], []];
  const aside = { journeys: 0, events: 0, distances: 0, places: 0 };
  for (const kind of ["journeys", "events", "distances"]) {
    for (const thing of model[kind]) {
      const whole = toldThing(thing, isPublished, model);
      if (!whole) continue; // nobody had read of it
      const left = toldThing(thing, isHeard, model);
      if (!left) lost.push(whole);
      else told.set(thing.ref, left);
      if (left && left.status !== whole.status) changed.push({ ...left, before: whole.status });
      if (left && isKept(left)) things.set(thing.ref, left);
      else aside[kind] += 1;
    }
  }
  for (const [ref, thing] of things) if (thing.overtaken && thing.overtaken.length) things.set(ref, overtaken(thing, told));
  const shown = [...things.values()];
  const of = (kind) => shown.filter(({ ref }) => ref.startsWith(`${kind}:`));
  const heard = model.scene.articles.map(({ id }) => id).filter(isHeard);
  const hiddenPlaces = placesOf({ model, shown, told, things, aside, isHeard, isPublished, isKept });
  return {
    told, things, hiddenPlaces, lost, changed, aside, isHeard,
    named: new Set([...of("journey"), ...of("event")].flatMap((thing) => [thing.from, thing.to, thing.place])),
    journeys: of("journey"), events: of("event"), distances: of("distance"),
    differences: model.differences.map((difference) => differenceOf(difference, isHeard, model)).filter(Boolean),
    undated: shown.filter((thing) => thing.run === null || thing.window === null),
    ...supportOf(heard, model),
  };
}

/** A plan, and from when on a fact had overtaken it, of those facts that somebody tells. */
function overtaken(plan, told) {
  const facts = plan.overtaken.filter(({ by }) => told.has(`journey:${by}`) && FACTUAL.has(told.get(`journey:${by}`).status));
  return { ...plan, overtakenAt: facts.length ? facts[0].minute : null };
}

/** Adds the places to what is told and kept; returns the ids of those that are hidden. */
function placesOf({ model, shown, told, things, aside, isHeard, isPublished, isKept }) {
  const ends = new Set(shown.flatMap((thing) => [thing.from, thing.to, thing.place]));
  const hidden = new Set();
  for (const { id } of model.scene.places) {
    const place = model.things.get(`place:${id}`);
    const named = place.sources.length ? asTold(place, isHeard, model) : null;
    const left = named || (ends.has(id) ? { ...place, sources: [], excerpts: [], articles: 0, origins: 0 } : null);
    if (left) told.set(place.ref, left);
    if (left && (ends.has(id) || isKept.lies(left))) {
      things.set(place.ref, left);
      continue;
    }
    hidden.add(id);
    if (place.sources.some(isPublished)) aside.places += 1;
  }
  return hidden;
}

/** A distance is told by the article that has the number; others only name its ends. */
function toldThing(thing, isHeard, model) {
  const number = thing.judged && thing.excerpts.length ? model.excerpts[thing.excerpts[0]].article : null;
  return number && !isHeard(number) ? null : asTold(thing, isHeard, model);
}

/** Where reports differ, without the sides that nobody tells; the reason given holds for all of them together. */
function differenceOf(difference, isHeard, model) {
  const values = difference.values.map((side) => asTold(side, isHeard, model)).filter(Boolean);
  if (values.length < 2) return null;
  const isWhole = difference.values.every((side) => side.sources.every(isHeard));
  return isWhole ? difference : { ...difference, values, why: "" };
}

/** Reports as they came out, on the clock of what had been published; what a day changed most comes last. */
function knownBeats(model, filters) {
  const beats = [];
  const isKept = testOf(model, filters);
  for (const thing of [...model.journeys, ...model.events]) {
    const dated = thing.claims.filter(({ article }) => model.articles.get(article).minute !== null && !filters.off.source.has(article));
    let before = null;
    for (const { minute, status } of steps(dated, model.articles)) {
      const isNews = status !== before;
      before = status;
      const told = asTold(thing, (id) => isOut(model.articles.get(id), minute) && !filters.off.source.has(id), model);
      if (isKept(told)) beats.push({ minute, ref: thing.ref, isNews, weight: told.claims.length, says: `Reported as ${told.status}: ${told.title}` });
    }
  }
  return beats.sort((a, b) => a.minute - b.minute || a.isNews - b.isNews || a.weight - b.weight || a.ref.localeCompare(b.ref));
}

/** What a thing must be to be kept; `lies(thing)` alone asks where it is. */
function testOf(model, filters) {
  const isInTime = timeTest(filters, model);
  const lies = placeTest(filters, model);
  const find = filters.find.toLowerCase();
  const hasValue = (thing) => Object.entries(VALUES).every(([kind, valuesOf]) => {
    const values = valuesOf(thing);
    return !values.length || values.some((value) => !filters.off[kind].has(value));
  });
  const isKept = (thing) => hasValue(thing) && (!find || wordsOf(thing, model).includes(find)) && isInTime(thing) && lies(thing);
  return Object.assign(isKept, { lies });
}

const words = new WeakMap(); // thing -> title and sentences

function wordsOf(thing, model) {
  if (!words.has(thing)) words.set(thing, [thing.title, ...thing.excerpts.map((number) => model.excerpts[number].text)].join(" ").toLowerCase());
  return words.get(thing);
}

/** Whether a thing may have happened within the days; what has no date cannot be said to have. */
function timeTest({ from, to }, model) {
  if (!from && !to) return () => true;
  const first = from ? model.dates.minute(from) : -Infinity;
  const last = to ? model.dates.minute(to) + DAY : Infinity;
  return (thing) => {
    if (thing.judged) return true; // a distance is of no day
    const [start, end] = thing.run ? [thing.run.early, thing.run.late] : thing.window || [NaN, NaN];
    return start < last && (end > first || (start === end && end >= first));
  };
}

/** Whether one of a thing's places lies in the rectangle (which may reach over the 180th meridian), and near the place. */
function placeTest({ area, near }, model) {
  const [west, south, east, north] = area || [];
  const isInside = ([lon, lat]) => {
    if (!area) return true;
    const turned = west + ((((lon - west) % 360) + 360) % 360);
    return turned <= east && lat >= south && lat <= north;
  };
  const centre = near && model.places.has(near.place) ? model.places.get(near.place).position : null;
  const holds = (position) => isInside(position) && (!centre || kilometresBetween(centre, position) <= near.km);
  if (!area && !centre) return () => true;
  return (thing) => {
    if (thing.position) return holds(thing.position);
    return [thing.from, thing.to, thing.place].map((id) => model.places.get(id)).some((place) => place && holds(place.position));
  };
}

/** On a sphere: whether a place is near is no matter of metres. */
function kilometresBetween([lonA, latA], [lonB, latB]) {
  const [a, b, turn] = [latA, latB, lonB - lonA].map((degrees) => (degrees * Math.PI) / 180);
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(turn / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

export function asideWords({ journeys, events, distances, places }) {
  const parts = [[journeys, "journey"], [events, "event"], [distances, "distance"], [places, "place"]].filter(([amount]) => amount);
  return parts.length ? `${parts.map(([amount, noun]) => count(amount, noun)).join(", ")} put aside` : "";
}
