// deck.gl out of the pydeck wheel, loaded once per page: a plain script that puts `createDeck` on window.

import { el } from "./dom.js";

let bundle = null;

/** Resolves when `window.createDeck` is there; rejects with a sentence if it does not come. */
export function loadDeck(url) {
  if (window.createDeck) return Promise.resolve();
  bundle ||= new Promise((resolve, reject) => {
    document.head.append(el("script", { src: url, onload: resolve, onerror: () => reject(new Error("The map library did not load.")) }));
  });
  return bundle;
}
