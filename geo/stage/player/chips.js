// Where the words beside a traveller's head stand: on the side that covers least of what else is named there.

const PLACES = ["right", "left"].flatMap((side) => [0, -18, 18, -34, 34, -53, 53, -72, 72, -100, 100].map((shift) => ({ side, shift })));
const FAR = 0.25; // a shift of n pixels costs n × n × that much
const CHANGE = 900; // what a change of side must spare, so that words do not flutter on the way
const ON_NAME = 3; // a square pixel of a name that is covered costs that much ...
const ON_CHIP = 100; // ... and of other words, that much
const OUTSIDE = 1e5; // a pixel beyond the map's side

/** `{ side, shift, box }` for words of that size, `off` pixels from `x, y`: `chips` are boxes of other words, `names` of places, `before` where they stood. */
export function placeChip(words, { chips, names, size, before }) {
  let best = null;
  for (const place of PLACES) {
    const box = boxOf(words, place);
    const isSame = before && before.side === place.side && before.shift === place.shift;
    const cost = covered(box, chips) * ON_CHIP + covered(box, names) * ON_NAME + place.shift ** 2 * FAR + outside(box, size) - (isSame ? CHANGE : 0);
    if (!best || cost < best.cost) best = { ...place, cost, box };
  }
  return best;
}

function boxOf({ x, y, off, width, height }, { side, shift }) {
  const left = side === "right" ? x + off : x - off - width;
  return [left, y + shift - height / 2, left + width, y + shift + height / 2];
}

function covered(box, others) {
  let area = 0;
  for (const other of others) {
    const wide = Math.min(box[2], other[2]) - Math.max(box[0], other[0]);
    const high = Math.min(box[3], other[3]) - Math.max(box[1], other[1]);
    if (wide > 0 && high > 0) area += wide * high;
  }
  return area;
}

/** Words that cannot stand wholly on the map stand where least of them is lost. */
const outside = (box, size) => (Math.max(0, -box[0]) + Math.max(0, box[2] - size.width)) * OUTSIDE + (Math.max(0, -box[1]) + Math.max(0, box[3] - size.height)) * (OUTSIDE / 10);

/** Entries whose heads lie on one spot, together: [[entry, …], …], each `{ x, y, … }`. */
export function crowds(entries, reach = 14) {
  const groups = [];
  for (const entry of entries) {
    const near = groups.find(([first]) => Math.hypot(first.x - entry.x, first.y - entry.y) < reach);
    if (near) near.push(entry);
    else groups.push([entry]);
  }
  return groups;
}
