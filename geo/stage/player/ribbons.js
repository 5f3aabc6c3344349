// Lines as triangles: every line of a layer in one mesh, for one draw call. Pure geometry; draws nothing.
//
// deck.gl's own LineLayer and PathLayer draw each piece of a line as an instance of its own, and instances are what
// graphics in software is slowest at: a hundred times slower than the same triangles in one mesh.

import { TILE, worldX, worldY } from "./strokes.js";

const SHARPEST = 1; // squared length of the sum of two normals: turns sharper than 120 degrees are bevelled
/** Round ends, as pairs of points: [pixels along, pixels across] in halves of the width. */
const ROUND = [[1, 0.35], [0.7, 0.72]];

export const DASH = { on: 7, off: 6 }; // pixels
const SOLID = DASH.on / 2; // as far along as the middle of a dash: never in a gap

/**
 * A mesh of `strokes`, each { path, colour, width, isDashed, isRound, minutes }.
 *
 * `path` is [lon, lat, lon, lat, ...] in degrees, `colour` [r, g, b, a] up to 255, `width` in pixels; `minutes` are those of the
 * points, less `since`. Dashes have their length in pixels at `zoom`. The answer has, for each vertex, `positions` (world units
 * of deck.gl: 512 round the world, north up), `offsets` from there in pixels, `measures` (pixels along, minute), `colours` and the
 * index of its stroke; and `indices`, three a triangle.
 */
export function ribbons(strokes, { zoom = 0, since = 0 } = {}) {
  const mesh = new Mesh();
  strokes.forEach((stroke, index) => addStroke(mesh, stroke, { index, scale: 2 ** zoom, since }));
  return mesh.arrays();
}

function addStroke(mesh, { path, colour, width, isDashed = false, isRound = false, minutes = null }, { index, scale, since }) {
  const points = distinct(path, minutes);
  if (points.length < 2) return;
  mesh.begin(index, colour);
  const half = width / 2;
  const minuteOf = (point) => (minutes ? minutes[point.at] - since : 0);
  const pair = (point, [x, y], along) => {
    mesh.vertex([point.x, point.y], [x * half, y * half], [along, minuteOf(point)]);
  };
  const both = (point, direction, { back = 0, across = 1, along }) => {
    const [ahead, aside] = [direction.map((part) => part * back), [-direction[1] * across, direction[0] * across]];
    pair(point, [ahead[0] + aside[0], ahead[1] + aside[1]], along);
    pair(point, [ahead[0] - aside[0], ahead[1] - aside[1]], along);
  };
  let along = isDashed ? 0 : SOLID;
  let before = null;
  for (let at = 0; at + 1 < points.length; at += 1) {
    const [point, next] = [points[at], points[at + 1]];
    const length = Math.hypot(next.x - point.x, next.y - point.y);
    const direction = [(next.x - point.x) / length, (next.y - point.y) / length];
    if (before) joint(point, before, direction, along);
    else {
      if (isRound) for (const [back, across] of ROUND) both(point, direction, { back: -back, across, along });
      both(point, direction, { along });
    }
    if (isDashed) along += length * scale;
    before = direction;
  }
  const last = points[points.length - 1];
  both(last, before, { along });
  if (isRound) for (const [back, across] of [...ROUND].reverse()) both(last, before, { back, across, along });

  /** A mitre, or where that would stick out far a bevel. */
  function joint(point, [ax, ay], [bx, by], at) {
    const [x, y] = [-(ay + by), ax + bx]; // the sum of both normals
    const square = x * x + y * y;
    if (square < SHARPEST) {
      both(point, [ax, ay], { along: at });
      both(point, [bx, by], { along: at });
      return;
    }
    const mitre = [(2 * x) / square, (2 * y) / square];
    pair(point, mitre, at);
    pair(point, [-mitre[0], -mitre[1]], at);
  }
}

/** The points in world units, without those that stand where the one before does. */
function distinct(path) {
  const points = [];
  let before = null;
  for (let at = 0; 2 * at < path.length; at += 1) {
    const point = { x: worldX(path[2 * at]), y: TILE - worldY(path[2 * at + 1]), at };
    if (before && before.x === point.x && before.y === point.y) continue;
    points.push(point);
    before = point;
  }
  return points;
}

/** Strips of vertices, two and two, that grow into triangles. */
class Mesh {
  constructor() {
    this.positions = [];
    this.offsets = [];
    this.measures = [];
    this.colours = [];
    this.strokes = [];
    this.indices = [];
    this.pairs = 0; // vertices of the strip so far
  }

  begin(index, colour) {
    this.index = index;
    this.colour = colour;
    this.pairs = 0;
  }

  vertex(position, offset, measure) {
    const at = this.strokes.length;
    this.positions.push(...position);
    this.offsets.push(...offset);
    this.measures.push(...measure);
    this.colours.push(...this.colour);
    this.strokes.push(this.index);
    this.pairs += 1;
    if (this.pairs >= 4 && this.pairs % 2 === 0) this.indices.push(at - 3, at - 2, at - 1, at - 1, at - 2, at);
  }

  arrays() {
    return {
      positions: new Float32Array(this.positions),
      offsets: new Float32Array(this.offsets),
      measures: new Float32Array(this.measures),
      colours: new Uint8Array(this.colours),
      strokes: new Uint32Array(this.strokes),
      indices: new Uint32Array(this.indices),
    };
  }
}
