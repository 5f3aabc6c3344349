// What is shown and what is put aside, in one panel. What is put aside is counted, never silently gone.

import { el } from "./dom.js";
import { MODE_WORDS, STATUS_WORDS, count, dateWords, shortened, sourceName } from "./words.js";

/** Kinds of filters: what a thing has of each; a thing is shown while one of its values is. */
const VALUES = {
  who: (thing) => (thing.who ? [thing.who] : []),
  source: (thing) => thing.sources,
  status: (thing) => [thing.status],
  kind: (thing) => (thing.kind ? [thing.kind] : []),
  mode: (thing) => (thing.mode ? [thing.mode] : []),
};
const TITLES = { who: "Travellers", source: "Articles", status: "Status", kind: "Kind of event", mode: "Way of travel" };

/** `off` maps a kind to the values put aside; `find` is text that a thing must hold; `from` and `to` bound its days
 * (ISO dates, inclusive); `area` [west, south, east, north] is where one of its places must lie. */
export function emptyFilters() {
  return { off: Object.fromEntries(Object.keys(VALUES).map((kind) => [kind, new Set()])), find: "", from: "", to: "", area: null };
}

export function isFiltering({ off, find, from, to, area }) {
  return Boolean(find || from || to || area) || Object.values(off).some((values) => values.size > 0);
}

const DAY = 1440; // minutes

export function createFilter(model) {
  const words = new Map();
  for (const thing of [...model.journeys, ...model.events]) {
    const sentences = thing.excerpts.map((number) => model.excerpts[number].text);
    words.set(thing.ref, [thing.title, ...sentences].join(" ").toLowerCase());
  }
  let kept = null;

  const hasKept = (thing, { off }) => Object.entries(VALUES).every(([kind, valuesOf]) => {
    const values = valuesOf(thing);
    return !values.length || values.some((value) => !off[kind].has(value));
  });

  function apply(filters) {
    const { off, find } = filters;
    const isInTime = timeTest(filters, model);
    const isInArea = areaTest(filters, model);
    const shows = (thing) => hasKept(thing, filters) && words.get(thing.ref).includes(find.toLowerCase()) && isInTime(thing) && isInArea(thing);
    const journeys = model.journeys.filter(shows);
    const events = model.events.filter(shows);
    const refs = new Set([...journeys, ...events].map((thing) => thing.ref));
    const isOff = (thing) => thing.sources.length && thing.sources.every((source) => off.source.has(source));
    const ends = new Set([...journeys, ...events].flatMap((thing) => [thing.from, thing.to, thing.place]));
    const gone = model.scene.places.filter((place) => isOff(place) || (!isInArea(place) && !ends.has(place.id)));
    const hiddenPlaces = new Set(gone.map((place) => place.id));
    kept = {
      journeys, events, hiddenPlaces,
      beats: model.beats.filter((beat) => refs.has(beat.ref)),
      knownBeats: model.knownBeats.filter((beat) => refs.has(beat.ref)),
      unsupported: off.source.size ? [...model.journeys, ...model.events].filter(isOff) : [],
      aside: { journeys: model.journeys.length - journeys.length, events: model.events.length - events.length, places: gone.length },
      isAside: (ref) => (ref.startsWith("place:") ? hiddenPlaces.has(ref.slice(6)) : model.things.has(ref) && !refs.has(ref)),
    };
  }

  apply(emptyFilters());
  return { apply, get: () => kept };
}

/** Whether a thing may have happened within the days; what has no date cannot be said to have. */
function timeTest({ from, to }, model) {
  if (!from && !to) return () => true;
  const first = from ? model.dates.minute(from) : -Infinity;
  const last = to ? model.dates.minute(to) + DAY : Infinity;
  return (thing) => {
    const [start, end] = thing.run ? [thing.run.early, thing.run.late] : thing.window || [NaN, NaN];
    return start < last && (end > first || (start === end && end >= first));
  };
}

/** Whether one of a thing's places lies in the rectangle; a rectangle may reach over the 180th meridian. */
function areaTest({ area }, model) {
  if (!area) return () => true;
  const [west, south, east, north] = area;
  const holds = ([lon, lat]) => {
    const turned = west + ((((lon - west) % 360) + 360) % 360);
    return turned <= east && lat >= south && lat <= north;
  };
  return (thing) => {
    if (thing.position) return holds(thing.position);
    const places = [thing.from, thing.to, thing.place].map((id) => model.places.get(id)).filter(Boolean);
    return places.some((place) => holds(place.position));
  };
}

export function asideWords({ journeys, events, places }) {
  const parts = [[journeys, "journey"], [events, "event"], [places, "place"]].filter(([amount]) => amount);
  return parts.length ? `${parts.map(([amount, noun]) => count(amount, noun)).join(", ")} put aside` : "";
}

/** The panel: words, days, area, and a list of switches for each kind that has a choice to offer. */
export function filterPanel(model, filters, { kept, onChange, onClose, shownArea }) {
  const rows = Object.keys(TITLES).map((kind) => [kind, choicesOf(kind, model)]).filter(([, choices]) => choices.length > 1);
  return [
    el("div", { class: "dl-excerpt-top" }, el("h2", { class: "dl-excerpt-title", text: "Filter" }), el("button", { type: "button", class: "dl-link", text: "Done", onclick: onClose })),
    el("div", { class: "dl-told", role: "status" }, ...toldOf(kept, model)),
    el("label", { class: "dl-find" }, el("span", { text: "Words in the reports" }), el("input", { type: "search", value: filters.find, oninput: (event) => { filters.find = event.target.value; onChange(); } })),
    el("fieldset", { class: "dl-days" }, el("legend", { text: "Days" }), dayField("From", "from", filters, onChange), dayField("To", "to", filters, onChange),
      el("p", { class: "dl-muted", text: "Or drag over the timeline with the Shift key held." })),
    el("fieldset", { class: "dl-area" }, el("legend", { text: "Area" }),
      el("button", { type: "button", class: "dl-link", text: filters.area ? "Lift the limit to an area" : "Only what the map shows now", onclick: () => { filters.area = filters.area ? null : shownArea(); onChange(true); } }),
      el("p", { class: "dl-muted", text: "Or drag over the map with the Shift key held." })),
    ...rows.map(([kind, choices]) => el("fieldset", { class: "dl-choices" }, el("legend", { text: TITLES[kind] }), ...choices.map((choice) => choiceRow(kind, choice, filters, onChange)))),
    el("button", { type: "button", class: "dl-link", text: "Show everything", onclick: () => {
      Object.assign(filters, emptyFilters());
      onChange(true);
    } }),
  ];
}

/** What is put aside, and what stands on articles that are all switched off. */
export function toldOf({ aside, unsupported }, model) {
  const told = [el("p", { class: "dl-aside", text: asideWords(aside) || "Nothing is put aside." })];
  if (unsupported.length) {
    told.push(el("details", { class: "dl-unsupported" },
      el("summary", { text: `${count(unsupported.length, "report")} without support from the articles left` }),
      el("ul", {}, ...unsupported.map((thing) => el("li", { text: `${shortened(thing.title, 90)} (only ${thing.sources.map((id) => shortened(sourceName(model.articles.get(id)), 50)).join(", ")})` })))));
  }
  return told;
}

function dayField(words, name, filters, onChange) {
  const field = el("input", { type: "date", value: filters[name], onchange: () => { filters[name] = field.value; onChange(); } });
  return el("label", {}, el("span", { text: words }), field);
}

function choiceRow(kind, { value, text, amount }, filters, onChange) {
  const box = el("input", { type: "checkbox", checked: !filters.off[kind].has(value), onchange: () => {
    if (box.checked) filters.off[kind].delete(value);
    else filters.off[kind].add(value);
    onChange();
  } });
  return el("label", {}, box, el("span", { text: shortened(text, 70) }), el("span", { class: "dl-muted", text: String(amount) }));
}

function choicesOf(kind, model) {
  const amounts = new Map();
  for (const thing of [...model.journeys, ...model.events]) for (const value of VALUES[kind](thing)) amounts.set(value, (amounts.get(value) || 0) + 1);
  return [...amounts].map(([value, amount]) => ({ value, amount, text: nameOf(kind, value, model) }));
}

function nameOf(kind, value, model) {
  if (kind === "status") return STATUS_WORDS[value];
  if (kind === "kind") return value.charAt(0).toUpperCase() + value.slice(1);
  if (kind === "mode") return MODE_WORDS[value] || "not told";
  if (kind !== "source") return value;
  const article = model.articles.get(value);
  return `${sourceName(article)}, ${dateWords(article.published)}`;
}
