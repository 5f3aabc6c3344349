// Ways thinned to what a zoom can show: the same picture to a pixel, at a fraction of the drawing.

import { worldX, worldY } from "./strokes.js";

const TOLERANCE = 1; // pixels
const CLOSER = 0.25; // the camera may go this many zoom levels closer before ways are thinned anew

const held = new WeakMap(); // trip -> { zoom, trip }

/** The trip with only those points of its path that the zoom tells apart, each with its minute. */
export function thinned(trip, zoom) {
  const before = held.get(trip);
  if (before && before.zoom === zoom) return before.trip;
  const kept = keptPoints(trip.path, zoom + CLOSER);
  const less = { ...trip, path: kept.map((index) => trip.path[index]), minutes: kept.map((index) => trip.minutes[index]) };
  held.set(trip, { zoom, trip: less });
  return less;
}

/** Douglas and Peucker's choice of points: none left out lies further off the way than the tolerance. */
function keptPoints(path, zoom) {
  const scale = 2 ** zoom;
  const xs = path.map(([lon]) => worldX(lon) * scale);
  const ys = path.map(([, lat]) => worldY(lat) * scale);
  const keep = new Uint8Array(path.length);
  keep[0] = keep[path.length - 1] = 1;
  const open = [[0, path.length - 1]];
  while (open.length) {
    const [from, to] = open.pop();
    let furthest = -1;
    let most = TOLERANCE;
    for (let index = from + 1; index < to; index += 1) {
      const off = distance(xs[index], ys[index], [xs[from], ys[from], xs[to], ys[to]]);
      if (off > most) [furthest, most] = [index, off];
    }
    if (furthest < 0) continue;
    keep[furthest] = 1;
    open.push([from, furthest], [furthest, to]);
  }
  return [...keep.keys()].filter((index) => keep[index]);
}

/** Pixels from a point to a straight piece of way. */
function distance(x, y, [ax, ay, bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const share = square ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square)) : 0;
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}
