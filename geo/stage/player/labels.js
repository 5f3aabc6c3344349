// Names of the story's places on the map: buttons, placed by importance, never on top of each other.

import { el } from "./dom.js";
import { offsetPixels } from "./camera.js";

const GAP = 9; // pixels from a dot to its name ...
const HEAD_GAP = 17; // ... where a head may stand on the dot
const RING_GAP = 3; // ... beyond the rings round it
const FULL_GAP = 5; // all of that further off in full screen, where marks are larger
const AIR = 3; // pixels of a name's box above and below its words, so that a finger finds it
const MOST = 60;
const UNDER = 3; // pixels of a name, each way, that may be covered before it steps back

/** `onChoose(ref)` when a name is clicked. Names that find no room stay reachable by keyboard. */
export function createLabels(layer, model, { onChoose }) {
  const ranked = model.scene.places
    .map((place) => ({ place, weight: weightOf(place, model) }))
    .sort((a, b) => b.weight - a.weight || a.place.name.localeCompare(b.place.name))
    .slice(0, MOST);
  const stops = new Set(model.journeys.flatMap((journey) => (journey.trip ? [journey.from, journey.to] : [journey.to]))); // where a head may stand
  const labels = ranked.map(({ place }) => {
    const node = el("button", {
      type: "button", class: `dl-place dl-place-${place.kind}`, text: place.name, title: place.name,
      "aria-label": `${place.name}: why it is on the map`, onclick: () => onChoose(`place:${place.id}`),
    });
    node.dataset.place = place.id;
    layer.append(node);
    return { place, node, width: 0, spot: null, lean: 0, under: false };
  });
  const spots = model.scene.places.filter((place) => place.spot); // each has a dot, named or not
  const unnamed = spots.filter((place) => !labels.some((label) => label.place === place)).map(({ position }) => ({ position, box: [-6, -6, 6, 6] }));
  let chosen = null;
  let height = 24;

  function measure() {
    height = (labels.length && labels[0].node.offsetHeight) || 24;
    for (const label of labels) label.width = label.node.offsetWidth || label.node.textContent.length * 7;
  }

  return {
    /**
     * Lays the names out anew for a view; `size` is the map's { width, height }, `covers` boxes that lie over it,
     * `rings` the pixels that rings reach round a place: { id: radius }. With `drawn`, { ways, heads } as boxes, each name
     * takes the place that they cross least, and keeps to it until that is asked again.
     */
    place(view, size, hidden, { covers = [], rings = {}, drawn = null } = {}) {
      if (labels.length && !labels[0].width) measure();
      const more = layer.closest(".dl-full") ? FULL_GAP : 0;
      const marks = spots.map(({ id, position }) => ({
        at: pixel(position, view, size), reach: Math.max(DOT, rings[id] || 0), gap: more + Math.max(stops.has(id) ? HEAD_GAP : GAP, id in rings ? rings[id] + RING_GAP : 0),
      }));
      const gapAt = (at) => Math.max(GAP + more, ...marks.filter((mark) => Math.hypot(mark.at[0] - at[0], mark.at[1] - at[1]) < HEAD_GAP).map(({ gap }) => gap));
      const taken = marks.map(({ at, reach }) => squareAt(at, reach)).concat(covers);
      const order = chosen ? [...labels].sort((a, b) => (b.place.id === chosen) - (a.place.id === chosen)) : labels;
      for (const label of order) {
        const at = pixel(label.place.position, view, size);
        const inside = at[0] > 0 && at[1] > 0 && at[0] < size.width && at[1] < size.height && !hidden.has(label.place.id);
        const isFree = (box) => isInside(box, size) && !taken.some((other) => overlap(box, other));
        const boxes = !inside ? [] : label.place.spot ? besideDot(at, [label.width, height], gapAt(at)) : onLand(at, [label.width, height]);
        if (drawn && inside) label.lean = leastCrossed(boxes, drawn, isFree);
        const box = [...boxes.slice(label.lean, label.lean + 1), ...boxes].find(isFree) || null;
        label.node.classList.toggle("dl-off", !box);
        if (inside !== label.inside) label.node.tabIndex = inside ? 0 : -1; // the browser takes even the same for news
        label.inside = inside;
        const [x, y] = box || [at[0] + GAP, at[1] - height / 2];
        label.node.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
        label.spot = box;
        if (box) taken.push(box);
      }
    },
    /** A name that something in these boxes covers steps back until it has gone by. */
    yieldTo(boxes) {
      for (const label of labels) {
        const under = label.spot !== null && boxes.some((box) => overlap(label.spot, box, UNDER));
        if (under === label.under) continue;
        label.under = under;
        label.node.classList.toggle("dl-under", under);
      }
    },
    /** The boxes of the names that are shown, in pixels of the map. */
    boxes: () => labels.filter((label) => label.spot).map((label) => label.spot),
    /** Room round each of the story's places that names of the ground are to keep clear of. */
    reserved: (view, size) => labels.filter(({ place, spot }) => spot || place.spot).map(({ place, spot }) => {
      const [x, y] = pixel(place.position, view, size);
      const dot = place.spot ? [-6, -6, 6, 6] : null;
      const name = spot ? [spot[0] - x, spot[1] - y, spot[2] - x, spot[3] - y].map(Math.round) : dot;
      return { position: place.position, box: dot ? [Math.min(dot[0], name[0]), Math.min(dot[1], name[1]), Math.max(dot[2], name[2]), Math.max(dot[3], name[3])] : name };
    }).concat(unnamed),
    remeasure: measure,
    choose(id) {
      chosen = id;
      for (const { place, node } of labels) node.classList.toggle("dl-chosen", place.id === id);
    },
    /** What is shown, for the picture: [{ text, x, y, italic }]. */
    shown: () => labels.filter((label) => label.spot && !label.under).map(({ place, spot, node }) => ({
      text: node.textContent, x: spot[0], y: spot[1] + height / 2, width: spot[2] - spot[0], strong: place.id === chosen, kind: place.kind,
    })),
  };
}

function weightOf(place, model) {
  let weight = Math.min(place.excerpts.length, 9) / 10;
  for (const journey of model.journeys) if (journey.from === place.id || journey.to === place.id) weight += 2;
  for (const event of model.events) if (event.place === place.id) weight += 1;
  return weight - (place.kind === "country" || place.kind === "area" ? 3 : 0);
}

function pixel(position, view, { width, height }) {
  const [dx, dy] = offsetPixels(position, view);
  return [width / 2 + dx, height / 2 + dy];
}

const DOT = 5;
const LEANS = [[0, 0], [0, -1.1], [0, 1.1], [-0.4, 0], [0.4, 0], [-0.4, -1.1], [0.4, -1.1], [-0.4, 1.1], [0.4, 1.1]]; // in its own widths and heights
const ON_WORDS = 100; // crossings of ways that a traveller's words count for
const squareAt = ([x, y], reach) => [x - reach, y - reach, x + reach, y + reach];

/** Where the name of a spot may stand: beside its dot at a `gap`, the best first. */
function besideDot([x, y], [width, height], gap) {
  const corners = [
    [x + gap, y - height / 2],
    [x - gap - width, y - height / 2],
    [x - width / 2, y - gap - height + AIR],
    [x - width / 2, y + gap - AIR],
    [x + gap - 3, y - height - 2 + AIR],
    [x + gap - 3, y + 2 - AIR],
  ];
  return corners.map(([left, top]) => [left, top, left + width, top + height]);
}

/** Where the name of a country or an area may stand: in its middle, or some way off. */
const onLand = ([x, y], [width, height]) => LEANS.map(([across, down]) => [x + (across - 0.5) * width, y + (down - 0.5) * height, x + (across + 0.5) * width, y + (down + 0.5) * height]);

/** The index of the free box that ways and heads cross least; 0 where none is free. */
function leastCrossed(boxes, { ways, heads }, isFree) {
  const within = (box, others) => others.filter((other) => overlap(box, other)).length;
  const crossed = boxes.map((box) => (isFree(box) ? within(box, ways) + ON_WORDS * within(box, heads) : Infinity));
  return Math.max(0, crossed.indexOf(Math.min(...crossed)));
}

const isInside = ([left, top, right, bottom], { width, height }) => left >= 2 && top >= 2 && right <= width - 2 && bottom <= height - 2;
const overlap = (a, b, by = 0) => Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > by && Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > by;
