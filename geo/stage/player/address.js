// The state in the address: moment, clock, selection, filters, camera. A bad value is passed over.

import { emptyFilters } from "./filters.js";

export function readAddress(model) {
  const asked = new URLSearchParams(window.location.search);
  const state = {};
  if (asked.get("clock") === "known") state.clock = "known";
  if (model.things.has(asked.get("sel"))) state.selection = asked.get("sel");
  if (asked.get("lines") === "off") state.lines = false;
  state.filters = filtersOf(asked);
  const minute = asked.get("t") ? model.dates.minute(asked.get("t")) : NaN;
  return { state, second: Number.isFinite(minute) ? model.axis.second(minute) : null, view: viewOf(asked.get("view")) };
}

/** `hide=status:denied&hide=who:…&find=…` */
function filtersOf(asked) {
  const filters = emptyFilters();
  for (const part of asked.getAll("hide")) {
    const [kind, ...rest] = part.split(":");
    if (kind in filters.off && rest.length) filters.off[kind].add(rest.join(":"));
  }
  filters.find = (asked.get("find") || "").slice(0, 200);
  return filters;
}

function viewOf(text) {
  const [latitude, longitude, zoom] = (text || "").split(",").map(Number);
  const good = [latitude, longitude, zoom].every(Number.isFinite) && Math.abs(latitude) <= 85 && Math.abs(longitude) <= 540 && zoom >= 0 && zoom <= 14;
  return good ? { latitude, longitude, zoom, pitch: 0, bearing: 0 } : null;
}

export function writeAddress(model, { second, clock, selection, lines, filters, view }) {
  const address = new URL(window.location.href);
  const put = (name, value) => (value ? address.searchParams.set(name, value) : address.searchParams.delete(name));
  put("t", second > 0.001 ? model.dates.iso(model.axis.minute(second)) : null);
  put("clock", clock === "known" ? "known" : null);
  put("sel", selection);
  put("find", filters.find);
  address.searchParams.delete("hide");
  for (const [kind, values] of Object.entries(filters.off)) for (const value of values) address.searchParams.append("hide", `${kind}:${value}`);
  put("lines", lines ? null : "off");
  put("view", view ? [view.latitude.toFixed(3), view.longitude.toFixed(3), view.zoom.toFixed(2)].join(",") : null);
  if (address.href !== window.location.href) window.history.replaceState(window.history.state, "", address);
}
