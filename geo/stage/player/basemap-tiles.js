// Turns a tile of the ground, as geo/atlas/basemap.py writes it, into polygons and paths in degrees.

const EXTENT = 4096;
const BUFFER = 16; // units that a tile reaches past its edge
const DASH = { on: 40, off: 26 }; // in units; 8 units are a pixel when a tile is drawn at its own zoom
const RAIL_TICK = { every: 90, half: 0.05, fromZoom: 6 }; // units; half a tick is hardly more than a direction: its length is the screen's

/** A converter from tile units to degrees, for the tile at a column, a row and a zoom. */
function projection({ x, y, z }) {
  const columns = 2 ** z;
  return (tileX, tileY, out, at) => {
    out[at] = ((x + tileX / EXTENT) / columns) * 360 - 180;
    out[at + 1] = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + tileY / EXTENT)) / columns))) * 180) / Math.PI;
  };
}

/** Absolute units out of a first point and steps. */
function unfold(steps) {
  const points = new Float64Array(steps.length);
  points[0] = steps[0];
  points[1] = steps[1];
  for (let at = 2; at < steps.length; at += 2) {
    points[at] = points[at - 2] + steps[at];
    points[at + 1] = points[at - 1] + steps[at + 1];
  }
  return points;
}

function toDegrees(points, project) {
  const degrees = new Float64Array(points.length);
  for (let at = 0; at < points.length; at += 2) project(points[at], points[at + 1], degrees, at);
  return degrees;
}

/** One polygon as deck.gl takes it: the rings in one array, and where the holes begin. */
function polygon(rings, project) {
  const positions = [];
  const holeIndices = [];
  for (const ring of rings) {
    if (positions.length) holeIndices.push(positions.length);
    const degrees = toDegrees(ring, project);
    for (const degree of degrees) positions.push(degree);
    positions.push(degrees[0], degrees[1]);
  }
  return { positions, holeIndices };
}

const outside = (value) => (value <= -BUFFER ? -1 : value >= EXTENT + BUFFER ? 1 : 0);

/** Whether an edge of a ring runs along the cut at the tile's rim or at the 180th meridian, and so is no shore. */
function isCut(x1, y1, x2, y2, rims) {
  if (y1 === y2 && outside(y1) !== 0) return true;
  return Math.abs(x1 - x2) <= 1 && (outside(x1) !== 0 || rims.some((rim) => Math.abs(x1 - rim) <= 2));
}

/** Where the 180th meridian runs in a tile. */
function meridianRims({ x, z }) {
  const column = ((x % 2 ** z) + 2 ** z) % 2 ** z;
  return [...(column === 0 ? [0] : []), ...(column === 2 ** z - 1 ? [EXTENT] : [])];
}

/** The shores of a ring: its edges without those that only cut the tile off. */
function* shores(ring, rims) {
  let run = [];
  for (let at = 0; at < ring.length; at += 2) {
    const next = (at + 2) % ring.length;
    if (isCut(ring[at], ring[at + 1], ring[next], ring[next + 1], rims)) {
      if (run.length > 2) yield run;
      run = [];
    } else {
      if (!run.length) run.push(ring[at], ring[at + 1]);
      run.push(ring[next], ring[next + 1]);
    }
  }
  if (run.length > 2) yield run;
}

/** Walks a line and calls `visit` with the piece between two lengths along it, piece after piece. */
function pieces(line, lengths, visit) {
  let piece = [line[0], line[1]];
  let which = 0;
  let left = lengths[0];
  for (let at = 2; at < line.length; at += 2) {
    let [x, y] = [line[at - 2], line[at - 1]];
    let span = Math.hypot(line[at] - x, line[at + 1] - y);
    while (span > left) {
      x += ((line[at] - x) * left) / span;
      y += ((line[at + 1] - y) * left) / span;
      span -= left;
      piece.push(x, y);
      visit(piece, which);
      piece = [x, y];
      which = (which + 1) % lengths.length;
      left = lengths[which];
    }
    left -= span;
    piece.push(line[at], line[at + 1]);
  }
  if (piece.length > 2) visit(piece, which, left);
}

function dashes(line) {
  const drawn = [];
  pieces(line, [DASH.on, DASH.off], (piece, which) => which === 0 && piece.length > 2 && drawn.push(piece));
  return drawn;
}

/** Short strokes across a railway, the sign that readers know; where tracks crowd, those of one do for all. */
function ticks(line, crowded) {
  const drawn = [];
  pieces(line, [RAIL_TICK.every], (piece, _, missing = 0) => {
    const end = piece.length;
    const cell = [piece[end - 2], piece[end - 1]].map((unit) => Math.floor(unit / RAIL_TICK.every));
    if (missing > 0 || crowded.has(`${cell}`)) return;
    const [dx, dy] = [piece[end - 2] - piece[end - 4], piece[end - 1] - piece[end - 3]];
    const length = Math.hypot(dx, dy);
    if (!length) return;
    crowded.add(`${cell}`);
    const [across, along] = [(-dy / length) * RAIL_TICK.half, (dx / length) * RAIL_TICK.half];
    drawn.push([piece[end - 2] - across, piece[end - 1] - along, piece[end - 2] + across, piece[end - 1] + along]);
  });
  return drawn;
}

/**
 * A tile in degrees: `fills` are polygons, land before lakes; `strokes` are paths, those drawn later on top;
 * `names` are points. Each has a `kind`.
 */
export function decodeTile(tile, index) {
  const project = projection(index);
  const rims = meridianRims(index);
  const fills = [];
  const strokes = [];
  const stroke = (kind, lines, rank = 0) => {
    for (const line of lines) strokes.push({ kind, rank, path: toDegrees(line, project) });
  };
  for (const [kind, polygons] of [["land", tile.land || []], ["water", tile.lakes || []]]) {
    for (const rings of polygons) fills.push({ kind, polygon: polygon(rings.map(unfold), project) });
  }
  for (const [rank, lines] of Object.entries(tile.rivers || {})) stroke("river", lines.map(unfold), Number(rank));
  stroke("border-first", (tile.first_borders || []).map(unfold));
  for (const polygons of [tile.lakes || [], tile.land || []]) {
    for (const rings of polygons) for (const ring of rings) stroke("coast", shores(unfold(ring), rims));
  }
  const railways = (tile.railways || []).map(unfold);
  const crowded = new Set();
  stroke("rail", railways);
  if (index.z >= RAIL_TICK.fromZoom) for (const line of railways) stroke("rail-tick", ticks(line, crowded));
  for (const [kind, lines] of Object.entries(tile.borders || {})) {
    const whole = lines.map(unfold);
    stroke("border", kind === "border" ? whole : whole.flatMap(dashes));
  }
  const names = (tile.names || []).map(([kind, rank, x, y, name, local]) => {
    const position = [0, 0];
    project(x, y, position, 0);
    return { kind, rank, name, local, position };
  });
  return { fills, strokes, names };
}
