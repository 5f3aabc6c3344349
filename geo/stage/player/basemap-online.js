// The ground out of the network, for those who set an address: its style, whose names lie on it, and whom it credits.

import { el } from "./dom.js";

const INSTEAD = "The map shows the offline ground.";
export const UNREACHABLE = `The online ground cannot be reached: check the network, or the address in the settings. ${INSTEAD}`;
const NO_STYLE = `The address in the settings answers with something that is no MapLibre style. ${INSTEAD}`;
const MOST_CREDIT = 1500; // characters of HTML that one source may say of its makers
const MOST_COMPLAINT = 200;

export const undrawable = (why) => `The style in the settings cannot be drawn (${why.slice(0, MOST_COMPLAINT)}). ${INSTEAD}`;

/** The MapLibre style for an address: its own, or one that has raster tiles as its only layer; rejects with a sentence for the reader. */
export async function findStyle(address) {
  if (address.includes("{z}")) return rasterStyle(address);
  const { projection, terrain, ...style } = (await fetchJson(address)) || {}; // the map is flat
  const isWhole = Array.isArray(style.layers) && style.layers.length && style.layers.every(isObject) && isObject(style.sources);
  if (!isWhole) throw new Error(NO_STYLE);
  return style;
}

const isObject = (value) => typeof value === "object" && value !== null;

function rasterStyle(address) {
  const sources = { tiles: { type: "raster", tiles: [address], tileSize: 256, maxzoom: 19 } };
  return { version: 8, sources, layers: [{ id: "tiles", type: "raster", source: "tiles", paint: { "raster-fade-duration": 0 } }] };
}

async function fetchJson(address) {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) throw new Error(UNREACHABLE);
  return answer.json().catch(() => null);
}

/** Whether a style writes words of its own. */
export const hasWords = ({ layers }) => layers.some(({ type, layout }) => type === "symbol" && layout?.["text-field"]);

/** Whom the map names, as text and links: as told, or as the sources say, or the host; and whose names lie over them. */
export function creditOf({ address, credit }, attributions, names) {
  const said = [...new Set(attributions.filter(Boolean))].map(partsOf).filter((parts) => parts.length);
  const own = said.flatMap((parts, at) => [...(at ? ["; "] : []), ...parts]);
  const whose = credit ? [credit] : own.length ? own : [`Tiles from ${new URL(address).host}`];
  return names ? [...whose, "; names: Natural Earth, GeoNames"] : whose;
}

/** HTML as text and links to the web, and nothing else of it: it is read in a document that loads and runs nothing. */
function partsOf(html) {
  const { body } = new DOMParser().parseFromString(String(html).slice(0, MOST_CREDIT), "text/html");
  for (const node of body.querySelectorAll("script, style, template")) node.remove();
  const texts = body.ownerDocument.createNodeIterator(body, NodeFilter.SHOW_TEXT);
  const parts = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) parts.push(partOf(text));
  return body.textContent.trim() ? parts : [];
}

function partOf({ data, parentElement }) {
  const href = parentElement.closest("a[href]")?.getAttribute("href");
  return /^https?:\/\//i.test(href || "") ? el("a", { href, target: "_blank", rel: "noopener noreferrer", text: data }) : data;
}
