// The state in the address: moment, clock, selection, filters, camera, theme. A bad value is passed over, and said so.

import { emptyFilters } from "./filters.js";

export const FILTERS = ["hide", "find", "from", "to", "area", "near"];
const DAY = /^\d{4}-\d\d-\d\d$/;
const CAMERAS = ["follow", "overview", "stay"];

/** `{ state, second, view, wrong }`; `wrong` names what the address asks for and the story does not have. */
export function readAddress(model) {
  const asked = new URLSearchParams(window.location.search);
  const wrong = [];
  const read = (name, words, parse) => {
    const text = asked.get(name);
    if (!text) return null;
    const value = parse(text);
    if (value === null) wrong.push(`${words} “${text.slice(0, 40)}”`);
    return value;
  };
  const minute = read("t", "the moment", (text) => numberOr(model.dates.minute(text)));
  const view = read("view", "the view", viewOf);
  const state = {
    clock: read("clock", "the clock", (text) => (text === "happened" || (text === "known" && model.hasKnown) ? text : null)) || "happened",
    selection: read("sel", "the choice", (text) => (model.things.has(text) ? text : null)),
    camera: read("camera", "the camera", (text) => (CAMERAS.includes(text) ? text : null)) || (view ? "stay" : "follow"),
    lines: asked.get("lines") !== "off",
    filters: filtersOf(asked, read),
  };
  for (const part of asked.getAll("hide")) {
    const [kind, value] = switchOf(part);
    const isKind = Object.hasOwn(state.filters.off, kind);
    if (isKind && model.hasValue(kind, value)) continue;
    wrong.push(`the filter “${part.slice(0, 40)}”`);
    if (isKind) state.filters.off[kind].delete(value);
  }
  if (state.filters.near && !model.places.has(state.filters.near.place)) {
    wrong.push(`the place “${state.filters.near.place.slice(0, 40)}”`);
    state.filters.near = null;
  }
  return { state, second: minute === null ? null : model.axis.second(minute), view, wrong };
}

const numberOr = (value) => (Number.isFinite(value) ? value : null);

/** The filters alone, for the pages that have no clock. */
export function readFilters() {
  const asked = new URLSearchParams(window.location.search);
  return filtersOf(asked, (name, words, parse) => (asked.get(name) ? parse(asked.get(name)) : null));
}

/** `hide=status:denied&hide=who:…&find=…&from=2023-09-01&to=2023-09-12&area=west,south,east,north&near=100,place id` */
function filtersOf(asked, read) {
  const filters = emptyFilters();
  for (const part of asked.getAll("hide")) {
    const [kind, value] = switchOf(part);
    if (Object.hasOwn(filters.off, kind)) filters.off[kind].add(value);
  }
  filters.find = (asked.get("find") || "").slice(0, 200);
  const day = (text) => (DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`)) ? text : null);
  filters.from = read("from", "the first day", day) || "";
  filters.to = read("to", "the last day", day) || "";
  filters.area = read("area", "the area", areaOf);
  filters.near = read("near", "the neighbourhood", nearOf);
  return filters;
}

/** "source:first" as its kind and value; a value may have colons of its own. */
function switchOf(part) {
  const [kind, ...rest] = part.split(":");
  return [kind, rest.join(":")];
}

function areaOf(text) {
  const [west, south, east, north] = text.split(",").map(Number);
  const good = [west, south, east, north].every(Number.isFinite) && west < east && east - west <= 360 && south < north && Math.abs(south) <= 90 && Math.abs(north) <= 90;
  return good ? [west, south, east, north] : null;
}

function nearOf(text) {
  const [km, ...place] = text.split(",");
  const good = Number(km) > 0 && Number(km) <= 20000 && place.length;
  return good ? { place: place.join(","), km: Number(km) } : null;
}

function viewOf(text) {
  const [latitude, longitude, zoom] = text.split(",").map(Number);
  const good = [latitude, longitude, zoom].every(Number.isFinite) && Math.abs(latitude) <= 85 && Math.abs(longitude) <= 540 && zoom >= 0 && zoom <= 14;
  return good ? { latitude, longitude, zoom, pitch: 0, bearing: 0 } : null;
}

/** Writes the state; `isStep` makes an entry of the history, to which the back button returns. */
export function writeAddress(model, { second, clock, selection, camera, lines, filters, view }, { isStep = false } = {}) {
  const address = new URL(window.location.href);
  const put = (name, value) => (value ? address.searchParams.set(name, value) : address.searchParams.delete(name));
  put("t", Math.abs(second - model.opening(clock)) > 0.001 ? model.dates.iso(model.axis.minute(second)) : null);
  put("clock", clock === "known" ? "known" : null);
  put("sel", selection);
  putFilters(address, filters);
  put("lines", lines ? null : "off");
  put("view", view ? [view.latitude.toFixed(3), view.longitude.toFixed(3), view.zoom.toFixed(2)].join(",") : null);
  put("camera", (camera === "overview" || (camera === "follow" && view)) ? camera : null);
  const isPlain = [...address.searchParams.keys()].every((name) => name === "story");
  if (!isPlain) put("theme", document.documentElement.dataset.theme);
  if (address.href === window.location.href) return;
  if (isStep) window.history.pushState(window.history.state, "", address);
  else window.history.replaceState(window.history.state, "", address);
}

function putFilters(address, { off, find, from, to, area, near }) {
  for (const name of FILTERS) address.searchParams.delete(name);
  for (const [kind, values] of Object.entries(off)) for (const value of values) address.searchParams.append("hide", `${kind}:${value}`);
  for (const [name, value] of Object.entries({ find, from, to })) if (value) address.searchParams.set(name, value);
  if (area) address.searchParams.set("area", area.map((degrees) => Number(degrees.toFixed(3))).join(","));
  if (near) address.searchParams.set("near", `${near.km},${near.place}`);
}

/** The filters in the address, to be carried on to another page: "&hide=…". */
export function carried() {
  const asked = new URLSearchParams(window.location.search);
  const kept = new URLSearchParams([...asked].filter(([name]) => FILTERS.includes(name)));
  return kept.size ? `&${kept}` : "";
}
