// The filters of the address on pages that have no player: what they put aside, and how many things that is.

import { readFilters } from "./address.js";
import { asideWords, createFilter, isFiltering } from "./filters.js";
import { el } from "./dom.js";
import { buildModel } from "./model.js";

const NOTHING = { isAside: () => false, isOff: () => false, words: "" };

/** `{ isAside(ref), isOff(article id), words }`; `sceneText` is null where the address filters nothing. */
export function sifted(sceneText) {
  const filters = readFilters();
  if (!sceneText || !isFiltering(filters)) return NOTHING;
  const filter = createFilter(buildModel(JSON.parse(sceneText)));
  filter.apply(filters);
  const { isAside, aside } = filter.get();
  return { isAside, isOff: (article) => filters.off.source.has(article), words: asideWords(aside) };
}

/** "3 journeys put aside. Show everything": null where nothing is. */
export function siftedNote({ words }) {
  if (!words) return null;
  const address = new URL(window.location.href);
  for (const name of ["hide", "find", "from", "to", "area"]) address.searchParams.delete(name);
  return el("p", { class: "dl-sifted", role: "status" }, el("strong", { text: words }), el("a", { href: address.href, text: "Show everything" }));
}
