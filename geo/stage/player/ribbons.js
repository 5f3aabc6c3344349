// Lines as triangles: every line of a layer in one mesh, for one draw call. Pure geometry; draws nothing.
//
// deck.gl's own LineLayer and PathLayer draw each piece of a line as an instance of its own, and instances are what
// graphics in software is slowest at: many times slower than the same triangles in one mesh.

import { TILE, worldX, worldY } from "./strokes.js";

const SHARPEST = 1; // squared length of the sum of two normals: turns sharper than 120 degrees are bevelled
const SOFT = 0.5; // pixels past its edge over which a line fades

export const DASH = { on: 7, off: 6 }; // pixels
const SOLID = DASH.on / 2; // as far along as the middle of a dash: never in a gap

/**
 * A mesh of `strokes`, each { path, colour, width, isDashed, isRound, longer, minutes }.
 *
 * `path` is [lon, lat, lon, lat, ...] in degrees, `colour` [r, g, b, a] up to 255, `width` in pixels, `longer` pixels by which both
 * ends reach further; `minutes` are those of the points, less `since`. Dashes have their length in pixels at `zoom`. The answer has, for each vertex, `positions` (world units
 * of deck.gl: 512 round the world, north up), `offsets` from there in pixels, `measures` (pixels along, minute), `sides` (pixels
 * aside of the middle, pixels beyond a round end, half the width), `colours` and the index of its stroke; and `indices`, three a triangle.
 */
export function ribbons(strokes, { zoom = 0, since = 0 } = {}) {
  const mesh = new Mesh();
  strokes.forEach((stroke, index) => addStroke(mesh, stroke, { index, scale: 2 ** zoom, since }));
  return mesh.arrays();
}

function addStroke(mesh, { path, colour, width, isDashed = false, isRound = false, longer = 0, minutes = null }, { index, scale, since }) {
  const points = distinct(path);
  if (points.length < 2) return;
  mesh.begin(index, { colour, half: width / 2 });
  const past = isRound ? width / 2 + SOFT : longer;
  const minuteOf = ({ at }) => (minutes ? minutes[at] - since : 0);
  let along = isDashed ? 0 : SOLID;
  let before = null;
  for (let at = 0; at + 1 < points.length; at += 1) {
    const [point, next] = [points[at], points[at + 1]];
    const length = Math.hypot(next.x - point.x, next.y - point.y);
    const direction = [(next.x - point.x) / length, (next.y - point.y) / length];
    const moment = [along, minuteOf(point)];
    if (!before && past) mesh.pair(point, normalOf(direction), { moment, ahead: direction, past: -past, isRound });
    for (const normal of before ? joint(before, direction) : [normalOf(direction)]) mesh.pair(point, normal, { moment });
    if (isDashed) along += length * scale;
    before = direction;
  }
  const last = points[points.length - 1];
  const moment = [along, minuteOf(last)];
  mesh.pair(last, normalOf(before), { moment });
  if (past) mesh.pair(last, normalOf(before), { moment, ahead: before, past, isRound });
}

const normalOf = ([x, y]) => [-y, x];

/** Where the edges of a line turn, in halves of its width: a mitre, or where that would stick out far a bevel. */
function joint(from, to) {
  const [a, b] = [normalOf(from), normalOf(to)];
  const [x, y] = [a[0] + b[0], a[1] + b[1]];
  const square = x * x + y * y;
  return square < SHARPEST ? [a, b] : [[(2 * x) / square, (2 * y) / square]];
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
    this.sides = [];
    this.colours = [];
    this.strokes = [];
    this.indices = [];
    this.inStrip = 0; // vertices of the strip so far
  }

  begin(index, { colour, half }) {
    this.index = index;
    this.colour = colour;
    this.half = half;
    this.inStrip = 0;
  }

  /** Both edges at a point, or so many pixels past it. */
  pair({ x, y }, normal, { moment, ahead = [0, 0], past = 0, isRound = false }) {
    const reach = this.half + SOFT;
    for (const side of [reach, -reach]) {
      this.positions.push(x, y);
      this.offsets.push(normal[0] * side + ahead[0] * past, normal[1] * side + ahead[1] * past);
      this.measures.push(moment[0], moment[1]);
      this.sides.push(side, isRound ? Math.abs(past) : 0, this.half);
      this.colours.push(...this.colour);
      this.strokes.push(this.index);
    }
    this.inStrip += 2;
    const at = this.strokes.length - 1;
    if (this.inStrip >= 4) this.indices.push(at - 3, at - 2, at - 1, at - 1, at - 2, at);
  }

  arrays() {
    return {
      positions: new Float32Array(this.positions),
      offsets: new Float32Array(this.offsets),
      measures: new Float32Array(this.measures),
      sides: new Float32Array(this.sides),
      colours: new Uint8Array(this.colours),
      strokes: new Uint32Array(this.strokes),
      indices: new Uint32Array(this.indices),
    };
  }
}
