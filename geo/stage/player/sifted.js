// The filters of the address on pages that have no player: what they put aside, and how many things that is.

import { FILTERS, readFilters } from "./address.js";
import { asideWords, createFilter, isFiltering } from "./filters.js";
import { el } from "./dom.js";
import { buildModel } from "./model.js";
import { fetchScene } from "./scene.js";
import { NOT_TOLD, dateWords, number, sourceName } from "./words.js";

const NOTHING = { isAside: () => false, isOff: () => false, said: () => null, words: "" };

/** Resolves to `{ isAside(ref), isOff(article id), said(ref, field), words }`; `address` is the scene's, null where the page filters nothing. */
export async function sifted(address) {
  const filters = readFilters();
  if (!address || !isFiltering(filters)) return NOTHING;
  const scene = await fetchScene(() => address).catch(() => null);
  if (!scene) return { ...NOTHING, words: "The filters could not be applied." };
  const model = buildModel(scene);
  const filter = createFilter(model);
  filter.apply(filters);
  const { told, things, aside } = filter.get();
  return {
    isAside: (ref) => model.things.has(ref) && !things.has(ref),
    isOff: (article) => filters.off.source.has(article),
    /** A field of a thing in the words of the articles left; null where they say what all of them do. */
    said: (ref, field) => (told.get(ref)?.isPart && SAID[field] ? SAID[field](told.get(ref), model) : null),
    words: asideWords(aside),
  };
}

const placeOf = (name) => (thing, model) => model.placeName(thing[name]) || NOT_TOLD;
const SAID = {
  from: placeOf("from"),
  to: placeOf("to"),
  place: placeOf("place"),
  mode: ({ mode }) => (mode === "unknown" ? NOT_TOLD : mode),
  when: ({ when }) => when || NOT_TOLD,
  status: ({ status }) => status,
  length: ({ km, basis }) => (km === null ? NOT_TOLD : `${number(km)} km, ${basis}`),
  sentence: ({ excerpts }, model) => {
    if (!excerpts.length) return NOT_TOLD;
    const excerpt = model.excerpts[excerpts[0]];
    const article = model.articles.get(excerpt.article);
    return `“${excerpt.text.replace(/\s+/g, " ").trim()}”\n${sourceName(article)}, ${dateWords(article.published)}`;
  },
};

/** "3 journeys put aside. Show everything": null where nothing is. */
export function siftedNote({ words }) {
  if (!words) return null;
  const address = new URL(window.location.href);
  for (const name of FILTERS) address.searchParams.delete(name);
  return el("p", { class: "dl-sifted", role: "status" }, el("strong", { text: words }), el("a", { href: address.href, text: "Show everything" }));
}
