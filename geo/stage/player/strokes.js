// Lines in pixels of the map: the strokes across a denied way, the squares that ways run through.

export const TILE = 512; // world units round the world

export const worldX = (lon) => ((lon + 180) / 360) * TILE;
export const worldY = (lat) => ((1 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / Math.PI) / 2) * TILE;
const lonOf = (x) => (x / TILE) * 360 - 180;
const latOf = (y) => (Math.atan(Math.exp(Math.PI * (1 - (2 * y) / TILE))) * 360) / Math.PI - 90;

/** The path in pixels at a zoom, with the length up to each point. */
function measured(path, zoom) {
  const scale = 2 ** zoom;
  let total = 0;
  let before = null;
  return path.map(([lon, lat]) => {
    const point = { x: worldX(lon) * scale, y: worldY(lat) * scale, lon, lat, at: 0 };
    if (before) total += Math.hypot(point.x - before.x, point.y - before.y);
    point.at = total;
    before = point;
    return point;
  });
}

/** Short strokes across the path: the mark of a denial. */
export function strikes(path, zoom, { every = 26, half = 6 } = {}) {
  const points = measured(path, zoom);
  const total = points[points.length - 1].at;
  const gap = Math.max(every, total / 200);
  const scale = 2 ** zoom;
  const marks = [];
  let index = 0;
  for (let at = gap / 2; at < total; at += gap) {
    while (index + 1 < points.length - 1 && points[index + 1].at <= at) index += 1;
    const [a, b] = [points[index], points[index + 1]];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const [lon, lat] = pointAt(points, index, at);
    const [x, y] = [worldX(lon) * scale, worldY(lat) * scale];
    // slanted by 45 degrees against the way, as a hand strikes a line
    const ux = (b.x - a.x) / length;
    const uy = (b.y - a.y) / length;
    const sx = (ux - uy) * Math.SQRT1_2 * half;
    const sy = (uy + ux) * Math.SQRT1_2 * half;
    marks.push([
      [lonOf((x - sx) / scale), latOf((y - sy) / scale)],
      [lonOf((x + sx) / scale), latOf((y + sy) / scale)],
    ]);
  }
  return marks;
}

const CELL = 8; // pixels

/** The squares of the map that ways run through, each way a row of [x, y] in pixels of the map. */
export function boxesAlong(ways, { width, height }) {
  const cells = new Set();
  for (const way of ways) {
    for (let index = 1; index < way.length; index += 1) {
      const [[ax, ay], [bx, by]] = [way[index - 1], way[index]];
      if (Math.max(ax, bx) < 0 || Math.max(ay, by) < 0 || Math.min(ax, bx) > width || Math.min(ay, by) > height) continue;
      const steps = Math.ceil(Math.min(Math.hypot(bx - ax, by - ay), 1e5) / (CELL / 2)) || 1;
      for (let step = 0; step <= steps; step += 1) {
        const [x, y] = [ax + (step / steps) * (bx - ax), ay + (step / steps) * (by - ay)];
        if (x >= 0 && y >= 0 && x <= width && y <= height) cells.add(`${Math.floor(x / CELL)},${Math.floor(y / CELL)}`);
      }
    }
  }
  return [...cells].map((cell) => cell.split(",").map((at) => at * CELL)).map(([x, y]) => [x, y, x + CELL, y + CELL]);
}

function pointAt(points, index, at) {
  const a = points[index];
  const b = points[index + 1] || a;
  const span = b.at - a.at;
  const share = span > 0 ? (at - a.at) / span : 0;
  return [a.lon + share * (b.lon - a.lon), a.lat + share * (b.lat - a.lat)];
}
