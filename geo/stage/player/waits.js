// Where a visit is planned or denied but no way is told: a ring about the place, dashed or struck.

import { offsetPixels } from "./camera.js";
import { el } from "./dom.js";
import { hueVariable } from "./heads.js";

const radiusOf = (rank) => 10 + rank * 5; // pixels

/** How many pixels the rings reach round each place: { id: radius }. */
function reaches(rings) {
  const reach = {};
  for (const { place, rank } of rings) reach[place.id] = Math.max(reach[place.id] || 0, radiusOf(rank));
  return reach;
}

export function createWaits(layer, model, { onChoose }) {
  const rings = new Map(); // journey id -> { node, place, rank }

  return {
    /** Keeps a ring for every visit without a way that stands as a plan, a denial or an undated fact; tells how far they reach. */
    show(states, chosen) {
      const wanted = new Map();
      const ranks = new Map();
      for (const { journey, state } of states) {
        const place = model.places.get(journey.to);
        if (journey.trip || !place || !place.spot || !["ghost", "struck"].includes(state.line)) continue;
        const rank = ranks.get(place.id) || 0;
        ranks.set(place.id, rank + 1);
        wanted.set(journey.id, { journey, state, place, rank });
      }
      for (const [id, ring] of rings) {
        if (!wanted.has(id)) {
          ring.node.remove();
          rings.delete(id);
        }
      }
      for (const [id, { journey, state, place, rank }] of wanted) {
        if (!rings.has(id)) {
          const node = el("button", { type: "button", onclick: () => onChoose(journey.ref) });
          node.style.setProperty("--hue", hueVariable(journey.hue));
          layer.prepend(node);
          rings.set(id, { node, place, rank, journey });
        }
        const ring = rings.get(id);
        ring.rank = rank;
        ring.line = state.line;
        ring.node.className = `dl-ring dl-ring-${state.line}${chosen === journey.ref ? " dl-chosen" : ""}`;
        ring.node.setAttribute("aria-label", `${journey.title} (${journey.status})`);
        ring.node.title = `${journey.title} (${journey.status})`;
      }
      return reaches(rings.values());
    },
    place(view, size) {
      for (const { node, place, rank } of rings.values()) {
        const [dx, dy] = offsetPixels(place.position, view);
        const radius = radiusOf(rank);
        node.style.width = node.style.height = `${2 * radius}px`;
        node.style.transform = `translate(${(size.width / 2 + dx - radius).toFixed(1)}px, ${(size.height / 2 + dy - radius).toFixed(1)}px)`;
        node.pixel = [size.width / 2 + dx, size.height / 2 + dy, radius];
      }
    },
    /** The boxes of the rings, in pixels of the map. */
    boxes: () => [...rings.values()].map(({ node: { pixel: [x, y, radius] } }) => [x - radius, y - radius, x + radius, y + radius]),
    /** For the picture: [{ x, y, radius, hue, line }]. */
    shown: () => [...rings.values()].map(({ node, journey, line }) => ({ x: node.pixel[0], y: node.pixel[1], radius: node.pixel[2], hue: journey.hue, line })),
  };
}
