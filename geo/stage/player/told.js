// A thing as some of its articles tell it: without those that are switched off, or not published yet. Draws nothing.
//
// The story holds each thing as all of its claims make it. Leave a claim out, and status, ends, way and times are
// what the others tell: nobody is shown what only a later article said.

import { FACTUAL, journeyTitle } from "./model.js";

const RANK = ["happened", "under way", "planned", "possible", "proposed", "denied"];
const held = new WeakMap(); // thing -> Map(claims heard -> the thing as they tell it)

/** The thing as the articles that `isHeard` lets through tell it; null where none of them does. */
export function asTold(thing, isHeard, model) {
  const key = thing.claims && thing.claims.length ? thing.claims.map(({ article }) => (isHeard(article) ? 1 : 0)).join("") : thing.sources.filter(isHeard).join();
  if (!held.has(thing)) held.set(thing, new Map());
  const known = held.get(thing);
  if (!known.has(key)) known.set(key, retold(thing, isHeard, model));
  return known.get(key);
}

function retold(thing, isHeard, model) {
  const sources = thing.sources.filter(isHeard);
  if (thing.sources.length && !sources.length) return null;
  const isWhole = sources.length === thing.sources.length;
  const claims = (thing.claims || []).filter(({ article }) => isHeard(article));
  const minutes = claims.map(({ article }) => model.articles.get(article).minute).filter((minute) => minute !== null);
  const told = isWhole ? { ...thing } : { ...thing, isPart: true, sources, ...supportOf(sources, model), excerpts: thing.excerpts.filter((number) => isHeard(model.excerpts[number].article)) };
  if (!claims.length) return told;
  told.claims = claims;
  told.latest = Math.max(...minutes); // minus infinity where no article is dated
  if (!isWhole) Object.assign(told, thing.window === undefined ? journeyOf(thing, claims, model) : eventOf(claims, model));
  if (!isWhole) told.excerpts.sort((a, b) => says(claims, told.status, b) - says(claims, told.status, a));
  if (!isWhole && thing.window === undefined) told.title = journeyTitle(told, model.placeName);
  told.ghost = ghostFrom(told, model.articles);
  return told;
}

const says = (claims, status, number) => claims.some((claim) => claim.status === status && claim.excerpts.includes(number));

/** "n articles, m origins" of these articles: those that share an origin are one voice. */
export function supportOf(sources, model) {
  return { articles: sources.length, origins: new Set(sources.map((id) => model.articles.get(id).origin)).size };
}

/** What happened stays happened unless it is denied later; else the latest publication counts, then the number of claims. */
export function overallStatus(claims, articles) {
  const latest = new Map();
  const support = new Map();
  for (const { article, status } of claims) {
    const published = articles.get(article).published || "";
    if (!latest.has(status) || published > latest.get(status)) latest.set(status, published);
    support.set(status, (support.get(status) || 0) + 1);
  }
  for (const real of RANK.slice(0, 2)) {
    if (latest.has(real) && (!latest.has("denied") || latest.get(real) >= latest.get("denied"))) return real;
  }
  const isOff = (status) => Number(status === "denied"); // of one day, a plan and its denial are a plan that is off
  const before = (a, b) => (latest.get(a) === latest.get(b) ? isOff(b) - isOff(a) || support.get(b) - support.get(a) || RANK.indexOf(a) - RANK.indexOf(b) : latest.get(a) < latest.get(b) ? 1 : -1);
  return [...latest.keys()].sort(before)[0];
}

/** How real a thing was known to be, one step per publication: [{ minute, status }], minus infinity for undated articles. */
export function steps(claims, articles) {
  const minuteOf = ({ article }) => articles.get(article).minute ?? -Infinity;
  const minutes = [...new Set(claims.map(minuteOf))].sort((a, b) => a - b);
  return minutes.map((minute) => ({ minute, status: overallStatus(claims.filter((claim) => minuteOf(claim) <= minute), articles) }));
}

/** From when a plan is shown ahead of the fact: a minute, "always" if no article dates the plan, null if there was none. */
function ghostFrom({ claims, status, run }, articles) {
  const isFact = FACTUAL.has(status);
  const plan = steps(claims, articles).find((step) => !FACTUAL.has(step.status));
  if (!plan) return isFact ? null : "always";
  if (plan.minute === -Infinity) return "always";
  return isFact && run && plan.minute >= run.start ? null : plan.minute;
}

/** The claims that tell a field: those of the overall status, or else all. */
function telling(claims, status, field) {
  const all = claims.filter((claim) => claim[field]);
  const sure = all.filter((claim) => claim.status === status);
  return (sure.length ? sure : all).map((claim) => claim[field]);
}

function eventOf(claims, model) {
  const status = overallStatus(claims, model.articles);
  const time = narrowest(telling(claims, status, "arrive"));
  return { status, place: closest(telling(claims, status, "to"), model), window: time && time.window, when: time && time.words };
}

function journeyOf(thing, claims, model) {
  const status = overallStatus(claims, model.articles);
  const [depart, arrive] = ["depart", "arrive"].map((field) => narrowest(telling(claims, status, field)));
  const [from, to] = ["from", "to"].map((field) => closest(telling(claims, status, field), model));
  const mode = mostTold(claims.map((claim) => claim.mode).filter((each) => each !== "unknown")) || "unknown";
  const isSameWay = from === thing.from && to === thing.to && mode === thing.mode;
  const isSameTime = isSameWindow(depart, thing.depart) && isSameWindow(arrive, thing.arrive);
  const run = isSameWay && isSameTime ? thing.run : runOf(depart && depart.window, arrive && arrive.window);
  const when = [...new Set([depart, arrive].filter(Boolean).map(({ words }) => words))].join(" to ") || null;
  return { status, from, to, mode, run, when, ...(isSameWay ? { trip: timed(thing.trip, thing.run, run) } : { trip: tie(from, to, run, model), km: null, basis: null }) };
}

const isSameWindow = (told, window) => String(told ? told.window : null) === String(window);
const widthOf = ({ window }) => window[1] - window[0];
const narrowest = (times) => times.reduce((best, time) => (best && widthOf(best) <= widthOf(time) ? best : time), null);

/** Of several places told, the one that says most exactly where. */
function closest(ids, model) {
  const places = ids.map((id) => model.places.get(id)).filter(Boolean);
  return places.reduce((best, place) => (best && best.radius_km <= place.radius_km ? best : place), null)?.id ?? null;
}

function mostTold(values) {
  const amounts = new Map();
  for (const value of values) amounts.set(value, (amounts.get(value) || 0) + 1);
  return [...amounts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** When a journey ran whose length nobody knows: from middle to middle of its ends, or some time within the one. */
function runOf(depart, arrive) {
  const middle = ([early, late]) => (early + late) / 2;
  if (depart && arrive && String(depart) !== String(arrive)) {
    const isInOrder = middle(arrive) > middle(depart);
    const [start, end] = isInOrder ? [middle(depart), middle(arrive)] : [depart[0], Math.max(arrive[1], depart[0])];
    return { start, end, early: Math.min(depart[0], start), late: Math.max(arrive[1], end), known: "both" };
  }
  const only = depart || arrive;
  return only ? { start: only[0], end: only[1], early: only[0], late: only[1], known: "within" } : null;
}

/** The way with its minutes moved into another run. */
function timed(trip, before, run) {
  if (!trip || !run || run === before) return trip;
  const from = trip.minutes[0];
  const span = trip.minutes[trip.minutes.length - 1] - from;
  const minutes = trip.minutes.map((minute, index) => run.start + (span ? (minute - from) / span : index / (trip.minutes.length - 1)) * (run.end - run.start));
  return { ...trip, minutes };
}

/** A straight tie between two spots: the way is not told. It keeps to one side of the 180th meridian. */
function tie(from, to, run, model) {
  const ends = [from, to].map((id) => model.places.get(id));
  if (from === to || ends.some((place) => !place || !place.spot)) return null;
  const [[lon, lat], [goalLon, goalLat]] = ends.map((place) => place.position);
  const turned = goalLon - 360 * Math.round((goalLon - lon) / 360);
  return { path: [[lon, lat], [turned, goalLat]], minutes: run ? [run.start, run.end] : [0, 0] };
}
