// Room for the story on a MapLibre style: its words keep clear of squares that are not to be seen, for what lies on top is placed first.

import { offsetPixels, positionAt } from "./camera.js";

const ROOM = "dateline-room";
const PIXELS = 4; // a side of the picture of a square, before it is scaled

/** Adds the room to a map whose style is read: { keepClear(reserved, view) }, `reserved` as the names of the ground take it. */
export function addRoom(map) {
  map.addImage(ROOM, { width: PIXELS, height: PIXELS, data: new Uint8Array(4 * PIXELS ** 2) });
  map.addSource(ROOM, { type: "geojson", data: collectionOf([]) });
  map.addLayer({
    id: ROOM,
    type: "symbol",
    source: ROOM,
    layout: { "icon-image": ROOM, "icon-size": ["/", ["get", "side"], PIXELS], "icon-allow-overlap": true, "icon-padding": 0 },
  });
  return {
    keepClear: (reserved, view) => map.getSource(ROOM).setData(collectionOf(reserved.flatMap((each) => squaresOf(each, view)))),
  };
}

const collectionOf = (features) => ({ type: "FeatureCollection", features });

/** A row of squares that covers a box of pixels about a position, as wide as the box is narrow. */
function squaresOf({ position, box: [left, top, right, bottom] }, view) {
  const [dx, dy] = offsetPixels(position, view);
  const [width, height] = [right - left, bottom - top];
  const side = Math.min(width, height);
  if (side <= 0) return [];
  const count = Math.ceil(Math.max(width, height) / side);
  const step = [width - side, height - side].map((rest) => rest / Math.max(1, count - 1));
  return Array.from({ length: count }, (_, at) => {
    const middle = [dx + left + side / 2 + at * step[0], dy + top + side / 2 + at * step[1]];
    return { type: "Feature", properties: { side }, geometry: { type: "Point", coordinates: positionAt(middle, view) } };
  });
}
