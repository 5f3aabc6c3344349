// The travellers' heads on the map: mode icon, name, kilometres. A pool of elements, moved each frame.

import { el, svg } from "./dom.js";
import { offsetPixels } from "./camera.js";
import { headPosition } from "./journeys.js";
import { ICONS } from "./icons.js";
import { number, shortened } from "./words.js";

const CHIP_HEIGHT = 40;
const MOST_WORDED = 8; // more heads than that show their icon alone

export function createHeads(layer, model, { onChoose }) {
  const pool = new Map(); // traveller -> element parts
  let shown = [];

  function headFor(entry) {
    const { traveller } = entry.journey;
    if (pool.has(traveller)) return pool.get(traveller);
    const path = svg("path");
    const who = el("span", { class: "dl-head-who" });
    const far = el("span", { class: "dl-head-far" });
    const words = el("span", { class: "dl-head-words" }, who, far);
    const node = el(
      "button",
      { type: "button", class: "dl-head", onclick: () => onChoose(parts.ref) },
      el("span", { class: "dl-head-dot" }, svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, path)),
      words,
    );
    node.style.setProperty("--hue", hueVariable(entry.journey.hue));
    layer.append(node);
    const parts = { node, path, who, far, words, ref: null, mode: null, told: null };
    pool.set(traveller, parts);
    return parts;
  }

  return {
    /** `entries` are { journey, state } of the leading heads; returns whether any moved. */
    frame(entries, view, size) {
      const seen = new Set();
      shown = [];
      const boxes = [];
      const worded = entries.length <= MOST_WORDED;
      for (const entry of entries) {
        const position = headPosition(entry.journey, entry.state.share, model.places);
        if (!position) continue;
        const [dx, dy] = offsetPixels(position, view);
        const [x, y] = [size.width / 2 + dx, size.height / 2 + dy];
        const parts = headFor(entry);
        seen.add(entry.journey.traveller);
        describe(parts, entry, worded);
        const side = x > size.width - 230 ? "left" : "right";
        const shift = worded ? clearShift(boxes, x, y, side) : 0;
        parts.node.dataset.side = side;
        parts.node.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
        parts.node.style.setProperty("--shift", `${shift}px`);
        parts.node.style.opacity = entry.state.opacity.toFixed(2);
        parts.node.hidden = x < -40 || y < -40 || x > size.width + 40 || y > size.height + 40;
        parts.node.classList.toggle("dl-head-ghost", entry.state.line === "ghost");
        shown.push({ x, y, side, shift, worded, entry, who: parts.who.textContent, far: parts.far.textContent });
      }
      for (const [traveller, parts] of pool) if (!seen.has(traveller)) parts.node.hidden = true;
    },
    shown: () => shown.filter(({ entry }) => entry.state.opacity > 0.05),
  };
}

export const hueVariable = (hue) => `var(--traveller-${hue || "other"})`;

function describe(parts, { journey, state }, worded) {
  const told = `${journey.ref}|${kilometres(journey, state)}|${worded}`;
  if (parts.told === told) return;
  parts.told = told;
  parts.ref = journey.ref;
  if (parts.mode !== journey.mode) {
    parts.path.setAttribute("d", ICONS[journey.mode]);
    parts.mode = journey.mode;
  }
  parts.who.textContent = shortened(journey.who, 26);
  parts.far.textContent = kilometres(journey, state);
  parts.words.hidden = !worded;
  parts.node.setAttribute("aria-label", journey.title);
}

/** "412 of 1,152 km" on the way, the length alone once there. */
export function kilometres(journey, state) {
  if (journey.km === null || !journey.trip) return "";
  if (state.share >= 1) return `${number(journey.km)} km`;
  return `${number(Math.round(state.share * journey.km))} of ${number(journey.km)} km`;
}

function clearShift(boxes, x, y, side) {
  const left = side === "right" ? x : x - 200;
  let shift = 0;
  for (let tries = 0; tries < 6; tries += 1) {
    const top = y + shift - CHIP_HEIGHT / 2;
    const clash = boxes.some((box) => left < box[2] && left + 200 > box[0] && top < box[3] && top + CHIP_HEIGHT > box[1]);
    if (!clash) break;
    shift += CHIP_HEIGHT;
  }
  boxes.push([left, y + shift - CHIP_HEIGHT / 2, left + 200, y + shift + CHIP_HEIGHT / 2]);
  return shift;
}
