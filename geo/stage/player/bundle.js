// deck.gl out of the pydeck wheel, loaded once per page: a plain script that puts `createDeck` on window.

import { el } from "./dom.js";

let bundle = null;
let mapLibre = null;

/** Resolves when `window.createDeck` is there; rejects with a sentence if it does not come. `folder` holds the player's files. */
export function loadDeck(folder) {
  if (window.createDeck) return Promise.resolve();
  bundle ||= new Promise((resolve, reject) => {
    const src = new URL(`${folder}/deck.js`, document.baseURI).href;
    document.head.append(el("script", { src, onload: resolve, onerror: () => reject(new Error("The map library did not load.")) }));
  });
  return bundle;
}

// No multisampling: lines, circles and words smooth their own edges, and in software it doubles the work.
const DEVICE = { webgl: { antialias: false } };

/** A deck in a box, from its description as pydeck writes it. */
export function makeDeck(container, description) {
  return window.createDeck({ container, jsonInput: { ...description, deviceProps: DEVICE }, tooltip: false });
}

/** The class of MapLibre GL's maps: the bundle gives it away only under a deck, so that one is made, and taken away once it is there. */
export function loadMapLibre() {
  mapLibre ||= takeMapLibre();
  return mapLibre;
}

async function takeMapLibre() {
  const description = { mapProvider: "maplibre", mapStyle: { version: 8, sources: {}, layers: [] }, layers: [] };
  const overlay = window.createDeck({ container: el("div"), jsonInput: description, tooltip: false });
  const map = await new Promise((resolve) => {
    overlay.onAdd = (drawn) => { // instead of a canvas of its own: a map adds its controls when it is drawn
      resolve(drawn);
      return el("div");
    };
  });
  map.remove();
  return map.constructor;
}
