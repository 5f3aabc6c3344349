// What is shown and what is put aside, in one panel. What is put aside is counted, never silently gone.

import { el } from "./dom.js";
import { MODE_WORDS, STATUS_WORDS, count, dateWords, shortened, sourceName } from "./words.js";

/** Kinds of filters: what a thing has of each; a thing is shown while one of its values is. */
const VALUES = {
  who: (thing) => (thing.who ? [thing.who] : []),
  status: (thing) => [thing.status],
  mode: (thing) => (thing.mode ? [thing.mode] : []),
  source: (thing) => thing.sources,
};
const TITLES = { who: "Travellers", source: "Articles", status: "Status", mode: "Way of travel" };

/** `off` maps a kind to the set of values that are put aside; `find` is text that a thing must hold. */
export function emptyFilters() {
  return { off: Object.fromEntries(Object.keys(VALUES).map((kind) => [kind, new Set()])), find: "" };
}

export function isFiltering({ off, find }) {
  return find !== "" || Object.values(off).some((values) => values.size > 0);
}

export function createFilter(model) {
  const words = new Map();
  for (const thing of [...model.journeys, ...model.events]) {
    const sentences = thing.excerpts.map((number) => model.excerpts[number].text);
    words.set(thing.ref, [thing.title, ...sentences].join(" ").toLowerCase());
  }
  let kept = null;

  function apply(filters) {
    const shows = (thing) => Object.entries(VALUES).every(([kind, valuesOf]) => {
      const values = valuesOf(thing);
      return !values.length || values.some((value) => !filters.off[kind].has(value));
    }) && words.get(thing.ref).includes(filters.find.toLowerCase());
    const journeys = model.journeys.filter(shows);
    const events = model.events.filter(shows);
    const refs = new Set([...journeys, ...events].map((thing) => thing.ref));
    const gone = model.scene.places.filter((place) => place.sources.length && place.sources.every((source) => filters.off.source.has(source)));
    kept = {
      journeys, events,
      beats: model.beats.filter((beat) => refs.has(beat.ref)),
      knownBeats: model.knownBeats.filter((beat) => refs.has(beat.ref)),
      hiddenPlaces: new Set(gone.map((place) => place.id)),
      aside: { journeys: model.journeys.length - journeys.length, events: model.events.length - events.length, places: gone.length },
    };
  }

  apply(emptyFilters());
  return { apply, get: () => kept };
}

export function asideWords({ journeys, events, places }) {
  const parts = [[journeys, "journey"], [events, "event"], [places, "place"]].filter(([amount]) => amount);
  return parts.length ? `${parts.map(([amount, noun]) => count(amount, noun)).join(", ")} put aside` : "";
}

/** The panel: a list of switches for each kind that has a choice to offer. */
export function filterPanel(model, filters, { aside, onChange, onClose }) {
  const rows = Object.keys(TITLES).map((kind) => [kind, choicesOf(kind, model)]).filter(([, choices]) => choices.length > 1);
  return [
    el("div", { class: "dl-excerpt-top" }, el("h2", { class: "dl-excerpt-title", text: "Filter" }), el("button", { type: "button", class: "dl-link", text: "Done", onclick: onClose })),
    el("label", { class: "dl-find" }, el("span", { text: "Words in the reports" }), el("input", { type: "search", value: filters.find, oninput: (event) => { filters.find = event.target.value; onChange(); } })),
    ...rows.map(([kind, choices]) => el("fieldset", { class: "dl-choices" }, el("legend", { text: TITLES[kind] }), ...choices.map((choice) => choiceRow(kind, choice, filters, onChange)))),
    el("p", { class: "dl-aside", role: "status", text: asideWords(aside) || "Nothing is put aside." }),
    el("button", { type: "button", class: "dl-link", text: "Show everything", onclick: () => {
      Object.assign(filters, emptyFilters());
      onChange(true);
    } }),
  ];
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
  if (kind === "mode") return MODE_WORDS[value] || "not told";
  if (kind !== "source") return value;
  const article = model.articles.get(value);
  return `${sourceName(article)}, ${dateWords(article.published)}`;
}
