// The filters beside the map, in one panel; what they put aside is counted in it.

import { el } from "./dom.js";
import { VALUES, asideWords, emptyFilters } from "./filters.js";
import { MODE_WORDS, NOT_TOLD, STATUS_WORDS, count, dateWords, shortened, sourceName } from "./words.js";

const TITLES = { who: "Travellers", status: "Status", kind: "Kind of event", mode: "Way of travel" };
const NEAR_KM = [10, 50, 100, 250, 500];

/** Words, days, place, articles by origin, and a list of switches for each kind that has a choice to offer. */
export function filterPanel(model, filters, { picture, onChange, onClose, shownArea }) {
  const rows = Object.keys(TITLES).map((kind) => [kind, choicesOf(kind, model)]).filter(([, choices]) => choices.length > 1);
  return [
    el("div", { class: "dl-excerpt-top" }, el("h2", { class: "dl-excerpt-title", text: "Filter" }), el("button", { type: "button", class: "dl-link", text: "Done", onclick: onClose })),
    el("div", { class: "dl-told", role: "status" }, ...toldOf(picture, model)),
    el("label", { class: "dl-find" }, el("span", { text: "Words in the reports" }), el("input", { type: "search", value: filters.find, oninput: (event) => { filters.find = event.target.value; onChange(); } })),
    el("fieldset", { class: "dl-days" }, el("legend", { text: "Days" }), dayField("From", "from", filters, onChange), dayField("To", "to", filters, onChange),
      el("p", { class: "dl-muted", text: "Or pull in the grips at the ends of the timeline, or drag over it with the Shift key held." })),
    placeFields(model, filters, { onChange, shownArea }),
    sources(model, filters, onChange),
    ...rows.map(([kind, choices]) => el("fieldset", { class: "dl-choices" }, el("legend", { text: TITLES[kind] }), ...choices.map((choice) => switchRow({ ...choice, off: filters.off[kind], values: [choice.value], onChange })))),
    el("button", { type: "button", class: "dl-link", text: "Show everything", onclick: () => {
      Object.assign(filters, emptyFilters());
      onChange(true);
    } }),
  ];
}

/** What is put aside, what stands on articles that are all switched off, and what the others tell otherwise. */
export function toldOf({ aside, lost, changed }, model) {
  const named = (thing) => shortened(sourceName(model.articles.get(thing)), 50);
  const told = [el("p", { class: "dl-aside", text: asideWords(aside) || "Nothing is put aside." })];
  if (lost.length) told.push(listed("dl-unsupported", `${count(lost.length, "report")} without support from the articles left`, lost.map((thing) => `${shortened(thing.title, 90)} (only ${thing.sources.map(named).join(", ")})`)));
  if (changed.length) told.push(listed("dl-weakened", `${count(changed.length, "report")} that the articles left tell otherwise`, changed.map((thing) => `${shortened(thing.title, 90)}: ${thing.status}, with the others ${thing.before}`)));
  return told;
}

const listed = (className, summary, lines) => el("details", { class: className }, el("summary", { text: summary }), el("ul", {}, ...lines.map((text) => el("li", { text }))));

function dayField(words, name, filters, onChange) {
  const field = el("input", { type: "date", value: filters[name], onchange: () => { filters[name] = field.value; onChange(); } });
  return el("label", {}, el("span", { text: words }), field);
}

/** A circle about a place, and a rectangle: as the map shows it, or drawn on it. */
function placeFields(model, filters, { onChange, shownArea }) {
  const places = model.scene.places.filter((place) => place.spot).sort((a, b) => a.name.localeCompare(b.name));
  const near = el("select", { "aria-label": "Near a place", onchange: () => setNear() }, el("option", { value: "", text: "anywhere" }),
    ...places.map((place) => el("option", { value: place.id, text: shortened(place.name, 40), selected: filters.near && filters.near.place === place.id })));
  const reach = el("select", { "aria-label": "How near", onchange: () => setNear() },
    ...reaches(filters).map((km) => el("option", { value: String(km), text: `within ${km} km`, selected: km === (filters.near ? filters.near.km : 100) })));
  function setNear() {
    filters.near = near.value ? { place: near.value, km: Number(reach.value) } : null;
    onChange();
  }
  return el("fieldset", { class: "dl-area" }, el("legend", { text: "Place" }),
    el("p", { class: "dl-near" }, el("label", {}, el("span", { text: "Near " }), near), reach),
    el("button", { type: "button", class: "dl-link", text: filters.area ? "Lift the limit to an area" : "Only what the map shows now", onclick: () => { filters.area = filters.area ? null : shownArea(); onChange(true); } }),
    el("p", { class: "dl-muted", text: "Or drag over the map with the Shift key held." }));
}

const reaches = ({ near }) => [...new Set([...NEAR_KM, ...(near ? [near.km] : [])])].sort((a, b) => a - b);

/** The articles under the origins that they trace to: a whole origin goes with one switch. */
function sources(model, filters, onChange) {
  const origins = new Map();
  for (const article of model.scene.articles) origins.set(article.origin, [...(origins.get(article.origin) || []), article]);
  const amounts = amountsOf(model, (thing) => thing.sources);
  const off = filters.off.source;
  const rows = [...origins.values()].flatMap((articles) => {
    const each = articles.map((article) => switchRow({ text: `${sourceName(article)}, ${dateWords(article.published)}`, amount: amounts.get(article.id) || 0, off, values: [article.id], onChange: () => settle(), className: articles.length > 1 ? "dl-inner" : null }));
    if (articles.length < 2) return each;
    const whole = switchRow({ text: `All of ${articles[0].origin_name}`, amount: `${articles.length} articles`, off, values: articles.map(({ id }) => id), onChange: () => settle(), className: "dl-origin" });
    return [whole, ...each];
  });
  function settle() {
    for (const row of rows) row.show();
    onChange();
  }
  return el("fieldset", { class: "dl-choices" }, el("legend", { text: "Articles, by origin" }), ...rows);
}

/** One box for one or several values; half set where some of them are off. */
function switchRow({ text, amount, off, values, onChange, className = null }) {
  const box = el("input", { type: "checkbox", onchange: () => {
    for (const value of values) off[box.checked ? "delete" : "add"](value);
    onChange();
  } });
  const row = el("label", { class: className }, box, el("span", { text: shortened(text, 70), title: text }), el("span", { class: "dl-muted", text: String(amount) }));
  row.show = () => {
    const gone = values.filter((value) => off.has(value)).length;
    box.checked = gone < values.length;
    box.indeterminate = gone > 0 && gone < values.length;
  };
  row.show();
  return row;
}

function amountsOf(model, valuesOf) {
  const amounts = new Map();
  for (const thing of [...model.journeys, ...model.events, ...model.distances]) for (const value of valuesOf(thing)) amounts.set(value, (amounts.get(value) || 0) + 1);
  return amounts;
}

const choicesOf = (kind, model) => [...amountsOf(model, VALUES[kind])].map(([value, amount]) => ({ value, amount, text: nameOf(kind, value) }));

function nameOf(kind, value) {
  if (kind === "status") return STATUS_WORDS[value];
  if (kind === "kind") return value.charAt(0).toUpperCase() + value.slice(1);
  return kind === "mode" ? MODE_WORDS[value] || NOT_TOLD : value;
}
