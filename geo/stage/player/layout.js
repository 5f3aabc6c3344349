// The boxes of the stage, in the order in which a screen reader meets them.

import { el } from "./dom.js";

/** Puts the empty boxes into the host: { root, mapBox, wait, note, aside, bar, timeBox, live }. */
export function layOut(host, title) {
  const wait = el("p", { class: "dl-wait", role: "status" });
  const note = el("p", { class: "dl-note", role: "status", hidden: true });
  const headline = el("h1", { class: "dl-headline", dir: "auto" }, el("span", { text: title }));
  const mapBox = el("section", { class: "dl-map", "aria-label": "Map" }, wait, headline, note);
  const aside = el("section", { class: "dl-excerpt", "aria-label": "What the articles say", tabindex: "0" });
  const bar = el("div", { class: "dl-transport", role: "group", "aria-label": "Player" });
  const timeBox = el("section", { class: "dl-time", "aria-label": "Timeline" });
  const live = el("div", { class: "dl-live", "aria-live": "polite" });
  const root = el("div", { class: "dl-stage" }, mapBox, aside, bar, timeBox, live);
  host.replaceChildren(root);
  return { root, mapBox, wait, note, aside, bar, timeBox, live };
}
