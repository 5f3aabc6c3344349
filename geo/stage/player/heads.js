// The travellers' heads on the map: mode icon, name, kilometres. A pool of elements, moved each frame.

import { crowds, placeChip } from "./chips.js";
import { el, svg } from "./dom.js";
import { offsetPixels } from "./camera.js";
import { headPosition } from "./journeys.js";
import { ICONS } from "./icons.js";
import { count, number, shortened } from "./words.js";

const OFF = 18; // pixels from the middle of a head to its words ...
const FULL_OFF = 24; // ... in full screen
const CROWD = 3; // so many heads on one spot are counted
const DOT = 15; // pixels from the middle of a head to its edge ...
const FULL_DOT = 20; // ... in full screen
const MOST_WORDED = 8; // of more heads than that most show their icon alone ...
const ROOM_FOR_WORDS = 180; // ... and one has words for so many pixels of the map's width
const FADES = 16; // steps from there to gone
const LEGIBLE = 0.2; // words are read or gone: they follow a head's fading only below that

export function createHeads(layer, model, { onChoose }) {
  const pool = new Map(); // traveller -> element parts
  let shown = [];
  let dot = DOT;

  const dotOf = ({ x, y }) => [x - dot, y - dot, x + dot, y + dot];

  function headFor(entry) {
    const { traveller } = entry.journey;
    if (pool.has(traveller)) return pool.get(traveller);
    const path = svg("path");
    const who = el("span", { class: "dl-head-who" });
    const far = el("span", { class: "dl-head-far" });
    const many = el("span", { class: "dl-head-count" });
    const words = el("span", { class: "dl-head-words" }, who, far);
    const node = el(
      "button",
      { type: "button", class: "dl-head", onclick: () => onChoose(parts.ref) },
      el("span", { class: "dl-head-dot" }, svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, path), many),
      words,
    );
    node.style.setProperty("--hue", hueVariable(entry.journey.hue));
    layer.append(node);
    const parts = { node, path, who, far, words, count: many, width: 0, height: 0, place: null, ref: null, mode: null, told: null, sized: null };
    pool.set(traveller, parts);
    return parts;
  }

  return {
    /** `entries` are { journey, state } of the leading heads; `names` are boxes of what is named on the map, `covers` of what lies over it. */
    frame(entries, view, size, { names = [], covers = [], told = null } = {}) {
      shown = [];
      const lead = new Set();
      const worded = wordedOf(entries, { told, most: Math.min(MOST_WORDED, Math.floor(size.width / ROOM_FOR_WORDS)) });
      const groups = groupsOf(entries, view, size, model.places);
      const isFull = layer.closest(".dl-full") !== null;
      const off = isFull ? FULL_OFF : OFF;
      dot = isFull ? FULL_DOT : DOT;
      const chips = [...covers, ...groups.map(([head]) => dotOf(head))];
      for (const group of groups) {
        const entry = group[0];
        const { x, y } = entry;
        const parts = headFor(entry);
        lead.add(entry.journey.traveller);
        const hasWords = worded.has(entry.journey.ref) || group.length > 1;
        describe(parts, group, hasWords);
        parts.node.hidden = false;
        if (hasWords) parts.place = placeChip({ x, y, off, ...sizeOf(parts, isFull) }, { chips, names, size, before: parts.place });
        const { side, shift } = hasWords ? parts.place : { side: "right", shift: 0 };
        if (hasWords) chips.push(parts.place.box);
        parts.node.dataset.side = side;
        parts.node.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
        parts.node.style.setProperty("--shift", `${shift}px`);
        parts.node.style.setProperty("--fade", stepped(entry.state.opacity));
        parts.node.style.setProperty("--legible", stepped(Math.min(1, entry.state.opacity / LEGIBLE)));
        parts.node.classList.toggle("dl-head-ghost", entry.state.line === "ghost");
        parts.node.classList.toggle("dl-head-stop", !entry.state.light);
        shown.push({ x, y, worded: hasWords, side, box: hasWords ? parts.place.box : null, entry, who: parts.who.textContent, far: parts.far.textContent });
      }
      for (const [traveller, parts] of pool) if (!lead.has(traveller)) parts.node.hidden = true;
    },
    shown: () => shown.filter(({ entry }) => entry.state.opacity > 0.05),
    /** The boxes of the heads and of their words, in pixels of the map. */
    boxes: () => shown.flatMap((head) => [dotOf(head), ...(head.box ? [head.box] : [])]),
  };
}

/** The journeys whose heads have words: of many the one that is told of, then those with a colour, then who left first, so that words stay. */
function wordedOf(entries, { told, most }) {
  const rank = ({ journey }) => (journey.ref === told ? 2 : 0) + (journey.hue ? 1 : 0);
  const startOf = ({ journey }) => (journey.run ? journey.run.start : 0);
  const first = entries.length <= MOST_WORDED ? entries : [...entries].sort((a, b) => rank(b) - rank(a) || startOf(a) - startOf(b)).slice(0, most);
  return new Set(first.map(({ journey }) => journey.ref));
}

/** A head is painted anew with each step that it fades: so many as the eye takes for none. */
const stepped = (opacity) => (Math.round(opacity * FADES) / FADES).toFixed(2);

export const hueVariable = (hue) => `var(--traveller-${hue || "other"})`;

/** The heads by spot: where several stand on one, they are one mark with a count. */
function groupsOf(entries, view, size, places) {
  const spots = [];
  for (const entry of entries) {
    const position = headPosition(entry.journey, entry.state.share, places);
    if (!position) continue;
    const [dx, dy] = offsetPixels(position, view);
    const [x, y] = [size.width / 2 + dx, size.height / 2 + dy];
    if (x > -DOT && y > -DOT && x < size.width + DOT && y < size.height + DOT) spots.push({ ...entry, x, y }); // its words go with the head
  }
  return crowds(spots).flatMap((group) => (group.length >= CROWD ? [group] : group.map((entry) => [entry])));
}

function describe(parts, group, worded) {
  const [{ journey, state }] = group;
  const isCrowd = group.length > 1;
  const far = !worded ? "" : isCrowd ? `and ${count(group.length - 1, "other")}` : kilometres(journey, state);
  const told = `${journey.ref}|${journey.title}|${far}|${worded}|${group.length}`;
  if (parts.told === told) return;
  parts.told = told;
  const [place] = isCrowd && state.share >= 1 ? [journey.to] : [null];
  parts.ref = place ? `place:${place}` : journey.ref;
  if (parts.mode !== journey.mode) {
    parts.path.setAttribute("d", ICONS[journey.mode]);
    parts.mode = journey.mode;
  }
  parts.count.textContent = isCrowd ? String(group.length) : "";
  parts.who.textContent = shortened(journey.who, 60);
  parts.far.textContent = far;
  parts.words.hidden = !worded;
  if (worded) parts.node.removeAttribute("aria-label"); // its words are its name
  else parts.node.setAttribute("aria-label", isCrowd ? `${group.length} travellers here, among them ${shortened(journey.who)}` : journey.title);
  parts.node.title = journey.title;
}

/** How large the words are; asked of the browser only when that may have changed: figures are equally wide. */
function sizeOf(parts, isFull) {
  const sized = `${parts.who.textContent}|${parts.far.textContent.length}|${isFull}|${document.fonts.status}`;
  if (parts.sized !== sized || !parts.width) {
    parts.sized = sized;
    parts.width = parts.words.offsetWidth;
    parts.height = parts.words.offsetHeight;
  }
  return { width: parts.width, height: parts.height };
}

/** "412 of 1,152 km" on the way, the length alone once there. */
export function kilometres(journey, state) {
  if (journey.km === null || !journey.trip) return "";
  if (state.share >= 1) return `${number(journey.km)} km`;
  return `${number(Math.round(state.share * journey.km))} of ${number(journey.km)} km`;
}
