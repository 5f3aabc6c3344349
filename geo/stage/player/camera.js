// Where the map looks: fits, eases, and leaves the person's own view alone. Web Mercator, no layers.

const TILE = 512;
const CLOSEST = 10;
export const WIDEST = 0.4; // the world on a phone, and room round it
const ONE_SPOT = 5.2;

const mercatorY = (lat) => Math.log(Math.tan(Math.PI / 4 + (Math.max(-84, Math.min(84, lat)) * Math.PI) / 360));
/** The same turn, from -180 up to but not 180. */
const shortWay = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;
const latitudeOf = (y) => (Math.atan(Math.exp(y)) * 360) / Math.PI - 90;

/** West and east of the narrowest strip round the world that holds all longitudes; east may lie past 180. */
function stripOf(lons) {
  const round = lons.map(shortWay).sort((a, b) => a - b);
  let west = round[0];
  let gap = west + 360 - round[round.length - 1]; // the widest stretch without any of them, over 180 and back
  for (let index = 1; index < round.length; index += 1) {
    if (round[index] - round[index - 1] > gap) [west, gap] = [round[index], round[index] - round[index - 1]];
  }
  return [west, west + 360 - gap];
}

/** The view that holds all positions ([lon, lat]) inside the map less what lies over its edges (`insets`, pixels). */
export function fit(positions, { width, height, insets, closest = 6.8 }) {
  const ys = positions.map((position) => mercatorY(position[1]));
  const [west, east] = stripOf(positions.map((position) => position[0]));
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  const wide = Math.max(40, width - insets.left - insets.right) / TILE;
  const high = Math.max(40, height - insets.top - insets.bottom) / TILE;
  const zoomX = east > west ? Math.log2(wide / ((east - west) / 360)) : CLOSEST;
  const zoomY = north > south ? Math.log2(high / ((north - south) / (2 * Math.PI))) : CLOSEST;
  const isOneSpot = zoomX === CLOSEST && zoomY === CLOSEST; // alone it needs its surroundings
  const zoom = Math.max(WIDEST, Math.min(isOneSpot ? ONE_SPOT : closest, zoomX, zoomY));
  const pixel = (2 * Math.PI) / (TILE * 2 ** zoom); // radians of Mercator
  return {
    longitude: shortWay((west + east) / 2 - (((insets.left - insets.right) / 2) * pixel * 180) / Math.PI),
    latitude: latitudeOf((south + north) / 2 + ((insets.top - insets.bottom) / 2) * pixel),
    zoom,
  };
}

/** The pixel of a position in a view, from the middle of the map, on the nearest side of the world; north is up. */
export function offsetPixels([lon, lat], view) {
  return pixelAt([shortWay(lon - view.longitude), lat], view);
}

/** The pixels of a line, unbroken: of its copies round the world the one whose middle is nearest. */
export function offsetsAlong(path, view) {
  const middle = path[path.length >> 1][0];
  return path.map(([lon, lat]) => pixelAt([shortWay(middle - view.longitude) + lon - middle, lat], view));
}

function pixelAt([degreesEast, lat], view) {
  const scale = (TILE * 2 ** view.zoom) / (2 * Math.PI);
  return [(degreesEast * Math.PI * scale) / 180, (mercatorY(view.latitude) - mercatorY(lat)) * scale];
}

/** The position under a pixel, counted from the middle of the map: what `offsetPixels` undoes. */
export function positionAt([dx, dy], view) {
  const scale = (TILE * 2 ** view.zoom) / (2 * Math.PI);
  return [view.longitude + (dx * 180) / (Math.PI * scale), latitudeOf(mercatorY(view.latitude) - dy / scale)];
}

/** Whether all positions lie well inside the view. */
export function holds(view, positions, { width, height, insets }) {
  return positions.every((position) => {
    const [dx, dy] = offsetPixels(position, view);
    const [x, y] = [width / 2 + dx, height / 2 + dy];
    return x > insets.left * 0.6 && x < width - insets.right * 0.6 && y > insets.top * 0.6 && y < height - insets.bottom * 0.6;
  });
}

/**
 * A glide from one view to another, the short way round the world; `at(share)` gives the view between.
 * Across the screen every spot goes straight from where it was to where it will be: what both views hold is never lost on the way.
 */
export function glide(from, to) {
  const fromY = mercatorY(from.latitude);
  const toY = mercatorY(to.latitude);
  const turn = shortWay(to.longitude - from.longitude);
  const nearer = to.zoom - from.zoom;
  const gone = (eased) => (Math.abs(nearer) < 1e-4 ? eased : (1 - 2 ** (-nearer * eased)) / (1 - 2 ** -nearer)); // of the way of the middle
  return (share) => {
    const eased = share < 0.5 ? 4 * share ** 3 : 1 - (-2 * share + 2) ** 3 / 2;
    return {
      ...to,
      longitude: shortWay(from.longitude + gone(eased) * turn),
      latitude: latitudeOf(fromY + gone(eased) * (toY - fromY)),
      zoom: from.zoom + eased * nearer,
    };
  };
}

/** Kilometres on the ground of one pixel in the middle of a view. */
export function kmPerPixel(view) {
  return (40075.017 * Math.cos((view.latitude * Math.PI) / 180)) / (TILE * 2 ** view.zoom);
}

/** A round length that fits into `most` pixels: { km, pixels }. */
export function scaleBar(view, most = 120) {
  const longest = kmPerPixel(view) * most;
  const power = 10 ** Math.floor(Math.log10(longest));
  const km = [5, 2, 1].map((step) => step * power).find((step) => step <= longest) || power;
  return { km, pixels: km / kmPerPixel(view) };
}
