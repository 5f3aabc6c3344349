// Where a visit is planned or denied but no way is told: a ring about the place, dashed or struck.

import { offsetPixels } from "./camera.js";
import { el } from "./dom.js";
import { hueVariable } from "./heads.js";
import { count } from "./words.js";

const MOST = 4; // rings round one place: beyond that the outermost is grey, and tells how many more there are
const radiusOf = (rank) => 12 + rank * 4; // pixels: the smallest can be hit

/** How many pixels the rings reach round each place: { id: radius }. */
function reaches(rings) {
  const reach = {};
  for (const { place, rank } of rings) reach[place.id] = Math.max(reach[place.id] || 0, radiusOf(rank));
  return reach;
}

/**
 * What is to stand round the places: [{ key, place, rank, line, hue, more, ref, target, says }]. Of several rings round a place
 * the outermost alone is a button, and tells of the place: no finger finds what lies between two of them.
 */
function ringsOf(states, places) {
  const visits = new Map(); // place -> its visits
  for (const { journey, state } of states) {
    const place = places.get(journey.to);
    if (journey.trip || !place || !place.spot || !["ghost", "struck"].includes(state.line)) continue;
    if (!visits.has(place)) visits.set(place, []);
    visits.get(place).push({ journey, line: state.line });
  }
  return [...visits].flatMap(([place, here]) => {
    const own = here.length > MOST ? here.slice(0, MOST - 1) : here;
    const more = here.length - own.length;
    const rings = own.map(({ journey, line }, rank) => ({ key: journey.id, place, rank, line, hue: journey.hue, more: 0, ref: journey.ref, says: null }));
    if (more) rings.push({ key: `${place.id} more`, place, rank: own.length, line: "ghost", hue: null, more, ref: null, says: null });
    Object.assign(rings.at(-1), buttonOf(here, place));
    return rings;
  });
}

/** What the button round a place says, and what it chooses. */
function buttonOf(visits, place) {
  const [{ journey }] = visits;
  if (visits.length > 1) return { target: `place:${place.id}`, says: `${count(visits.length, "visit")} to ${place.name}, planned or denied` };
  return { target: journey.ref, says: `${journey.title} (${journey.status})` };
}

export function createWaits(layer, model, { onChoose }) {
  const rings = new Map(); // key -> { node, ...ring }

  function nodeFor(key, isButton) {
    const words = el("span", { class: "dl-ring-count" });
    const node = isButton ? el("button", { type: "button", onclick: () => onChoose(rings.get(key).target) }, words) : el("span", { "aria-hidden": "true" }, words);
    layer.prepend(node);
    return node;
  }

  return {
    /** Keeps a ring for every visit without a way that stands as a plan, a denial or an undated fact; tells how far they reach. */
    show(states, chosen) {
      const wanted = new Map(ringsOf(states, model.places).map((ring) => [ring.key, ring]));
      for (const [key, { node, says }] of rings) {
        if (wanted.has(key) && Boolean(wanted.get(key).says) === Boolean(says)) continue;
        node.remove();
        rings.delete(key);
      }
      for (const [key, ring] of wanted) {
        const { node } = rings.get(key) || { node: nodeFor(key, Boolean(ring.says)) };
        rings.set(key, { node, ...ring });
        node.className = `dl-ring dl-ring-${ring.line}${chosen && chosen === ring.ref ? " dl-chosen" : ""}`;
        node.style.setProperty("--hue", hueVariable(ring.hue));
        node.firstChild.textContent = ring.more ? `+${ring.more}` : "";
        if (!ring.says) continue;
        node.setAttribute("aria-label", ring.says);
        node.title = ring.says;
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
    /** For the picture, those within the map: [{ x, y, radius, hue, line, more }]. */
    shown: ({ width, height }) => [...rings.values()].map(({ node: { pixel: [x, y, radius] }, hue, line, more }) => ({ x, y, radius, hue, line, more }))
      .filter(({ x, y, radius }) => x > -radius && y > -radius && x < width + radius && y < height + radius),
  };
}
