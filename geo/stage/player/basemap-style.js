// A MapLibre style as the ground, drawn by the MapLibre GL in pydeck's bundle on a canvas below that of the offline ground.

import { UNREACHABLE, creditOf, findStyle, hasWords, undrawable } from "./basemap-online.js";
import { addRoom } from "./basemap-room.js";
import { loadMapLibre } from "./bundle.js";
import { el } from "./dom.js";

const PATIENCE_MILLISECONDS = 20_000; // until the style has been drawn whole, or at least in part
const SAMPLE = 16; // pixels a side
const DARK = 60; // of 255: a dark map's mean luma is less
const LUMA = [0.2126, 0.7152, 0.0722, 0]; // of red, green, blue, opacity
const TILED = new Set(["vector", "raster", "raster-dem"]);

/**
 * The ground that the settings ask for, hidden until it is drawn; `camera()` tells the view, `ratio()` pixels of the canvas to a pixel of the page.
 * `ready` resolves then, or rejects with a sentence for the reader.
 */
export function createStyleGround(box, asked, { camera, ratio }) {
  const host = el("div", { class: "dl-canvas dl-online", "aria-hidden": "true" });
  let map = null;
  let style = null;
  let room = null; // for the story among the words of the style
  let gone = false;
  box.prepend(host);

  async function begin() {
    const late = new Promise((done) => { setTimeout(done, PATIENCE_MILLISECONDS); });
    const parts = Promise.all([findStyle(asked.address), loadMapLibre()]);
    const [found, MapLibre] = await Promise.race([parts, late.then(() => { throw new Error(UNREACHABLE); })]);
    if (gone) return;
    style = found;
    map = new MapLibre({
      container: host,
      style,
      ...placeOf(camera()),
      pixelRatio: ratio(),
      interactive: false,
      attributionControl: false,
      fadeDuration: 0, // what is drawn is whole: the picture is taken of it
      transformConstrain: (center, zoom) => ({ center, zoom }), // the camera is the player's
    });
    await firstDrawing(map, style, late);
    room = addRoom(map);
    host.classList.add("dl-drawn");
    host.classList.toggle("dl-tinted", !isDark(map));
  }

  const isUsed = (id) => style.layers.some(({ source }) => source === id);
  const names = () => !asked.has_names && !hasWords(style);

  return {
    ready: begin(),
    /** Whether names are wanted over it. */
    names,
    /** Whom to credit: known once the sources are. */
    credit: () => creditOf(asked, Object.keys(style.sources).filter(isUsed).map((id) => map.getSource(id)?.attribution), names()),
    draw(view) {
      if (map) map.jumpTo(placeOf(view)).redraw();
    },
    /** Words of the style keep off these boxes. */
    keepClear: (reserved, view) => room && room.keepClear(reserved, view),
    sharpen: () => map && map.setPixelRatio(ratio()),
    /** Its canvas, and the colour of the theme that it is multiplied by. */
    drawing: () => ({ canvas: map.getCanvas(), tint: host.classList.contains("dl-tinted") ? "ground-raster" : null }),
    destroy() {
      gone = true;
      if (map) map.remove();
      host.remove();
    },
  };
}

const placeOf = ({ longitude, latitude, zoom }) => ({ center: [longitude, latitude], zoom, pitch: 0, bearing: 0 });

/** Whether a map is dark of itself: it suits the dark theme as it is. */
function isDark(map) {
  const context = el("canvas", { width: SAMPLE, height: SAMPLE }).getContext("2d");
  context.drawImage(map.redraw().getCanvas(), 0, 0, SAMPLE, SAMPLE);
  const { data } = context.getImageData(0, 0, SAMPLE, SAMPLE);
  return data.reduce((sum, value, at) => sum + value * LUMA[at % 4], 0) / SAMPLE ** 2 < DARK;
}

/** Resolves when the style is drawn, if any tile of it has come; a style that MapLibre cannot read is told at once. */
function firstDrawing(map, style, late) {
  let isRead = false;
  let hasCome = !style.layers.some(({ source }) => TILED.has(style.sources[source]?.type));
  return new Promise((resolve, reject) => {
    const decide = () => (hasCome ? resolve() : reject(new Error(UNREACHABLE)));
    map.once("style.load", () => { isRead = true; });
    // a vector tile that is missing passes for an empty one, but has no index of what is in it
    map.on("sourcedata", ({ tile, source }) => { hasCome ||= Boolean(tile) && (source.type !== "vector" || Boolean(tile.latestFeatureIndex)); });
    map.on("error", ({ error }) => isRead || reject(new Error(undrawable(error.message)))); // later: a tile, a glyph, an icon
    map.once("load", decide);
    late.then(decide);
  });
}
