// The ground of the map: land, water, borders, railways and names, drawn with the deck.gl that pydeck ships.
//
// The bundle puts every class of deck.gl on `window.deck` (Deck, MapView, _GlobeView, TileLayer, PathLayer,
// TripsLayer, IconLayer, WebMercatorViewport, FlyToInterpolator, ...), so layers are made with `new`, and a deck with
// `new deck.Deck({parent, views, layers, ...})`; the JSON description is not needed for what JavaScript makes.
//
//   import { groundLayers, groundColour, ATTRIBUTION } from "./basemap.js";
//   lower.setProps({ layers: groundLayers(colours, { tileUrl, view: "map" }) });
//
// `colours` is what geo/stage/theme.py's layer_colours() gives: {"ground-land": [r, g, b, a], ...}.
// The canvas behind the lower deck takes groundColour(colours) as its background: that is the sea.

import { decodeTile } from "./basemap-tiles.js";
import { namesLayer } from "./basemap-names.js";
import { ribbonLayer } from "./ribbon-layer.js";

export const ATTRIBUTION = "Natural Earth; © OpenStreetMap contributors; GeoNames";
const MAX_TILE_ZOOM = 8;

const TILE_URL = "atlas/basemap/{z}/{x}/{y}.json";

// Width in pixels, a river's falls with its rank; and pixels by which both ends reach further, at every zoom.
const STROKES = {
  "river": { colour: "ground-river", width: (rank) => Math.max(0.5, 1.3 - 0.12 * rank) },
  "border-first": { colour: "ground-border-first", width: () => 0.8 },
  "coast": { colour: "ground-coast", width: () => 0.8 },
  "rail": { colour: "ground-rail", width: () => 0.8 },
  "rail-tick": { colour: "ground-rail", width: () => 0.8, longer: 2.2 },
  "border": { colour: "ground-border", width: () => 1.1 },
};

const ALWAYS = { depthCompare: "always" }; // what lies in one plane is drawn in the order given

/** Pixels of the screen to a pixel of the page: more than the eye can tell apart would only be slow. */
export const pixelRatio = () => Math.max(1, Math.min(2, window.devicePixelRatio || 1));

/** The sea, as a CSS colour. */
export function groundColour(colours) {
  return `rgb(${colours["ground-water"].slice(0, 3).join(" ")})`;
}

/**
 * The layers of the ground, from the bottom up.
 *
 * @param {Object} colours   `layer_colours()` of a theme.
 * @param {Object} options
 *   tileUrl: address of the tiles, with {z} {x} {y}; relative to the page.
 *   view: "map" or "globe".
 *   land: false leaves all but the names out, for another ground to lie below.
 *   names: false leaves the names out.
 *   local: false leaves the names in local script out.
 *   without: names not to draw, because the story draws them itself.
 *   reserved: room that names keep clear of, [{position: [lon, lat], box: [left, top, right, bottom]}], in pixels.
 *   ways: the same, of lines that a name keeps off where it has the choice.
 *   ratio: pixels of the canvas to a pixel of the page, for names to be crisp.
 *   deck: the deck.gl to use.
 */
export function groundLayers(colours, options = {}) {
  const deck = options.deck || window.deck;
  const settings = { tileUrl: TILE_URL, view: "map", land: true, names: true, local: true, without: [], reserved: [], ways: [], ratio: pixelRatio(), ...options, deck };
  if (!settings.land && !settings.names) return [];
  const sea = settings.view === "globe" && settings.land ? [seaLayer(colours, deck)] : [];
  return [...sea, tileLayer(colours, settings)];
}

/** Water all round, which the globe needs: a plane has it as its background. */
function seaLayer(colours, deck) {
  const world = [[-180, 90], [-90, 90], [0, 90], [90, 90], [180, 90], [180, -90], [90, -90], [0, -90], [-90, -90], [-180, -90]];
  return new deck.SolidPolygonLayer({
    id: "ground-sea",
    data: [world],
    getPolygon: (polygon) => polygon,
    getFillColor: colours["ground-water"],
    filled: true,
  });
}

function tileLayer(colours, settings) {
  const { deck } = settings;
  const look = `${settings.view}/${settings.land}/${colours["ground-land"]}/${settings.local}`;
  return new (groundTileLayer(deck))({
    id: "ground",
    data: new URL(settings.tileUrl, document.baseURI).href.replaceAll("%7B", "{").replaceAll("%7D", "}"),
    tileSize: 512,
    minZoom: 0,
    maxZoom: MAX_TILE_ZOOM,
    maxRequests: 12,
    refinementStrategy: "best-available",
    colours,
    settings,
    getTileData: async ({ url, index, signal }) => decodeTile(await fetchTile(url, signal), index),
    renderSubLayers: (props) => (!settings.land || !props.data ? null : tileSubLayers(props, colours, settings)),
    updateTriggers: { renderSubLayers: look },
  });
}

/** A tile from the server; asked for again if the connection breaks, for a hole in the map would stay. */
async function fetchTile(url, signal, tries = 3) {
  try {
    const answer = await fetch(url, { signal });
    if (!answer.ok) throw new Error(`The ground at ${url} cannot be had: ${answer.status}.`);
    return await answer.json();
  } catch (error) {
    if (signal?.aborted || tries === 1) throw error;
    await new Promise((next) => setTimeout(next, 400));
    return fetchTile(url, signal, tries - 1);
  }
}

function tileSubLayers({ id, data }, colours, settings) {
  const { deck } = settings;
  const strokes = settings.view === "globe" ? curvedStrokes : straightStrokes;
  return [
    new deck.SolidPolygonLayer({
      id: `${id}-fill`,
      data: data.fills,
      positionFormat: "XY",
      getPolygon: (fill) => fill.polygon,
      getFillColor: (fill) => colours[`ground-${fill.kind}`],
      updateTriggers: { getFillColor: colours["ground-land"] },
    }),
    strokes(`${id}-stroke`, data.strokes, colours, deck),
  ];
}

/** Strokes of a globe, which have to bend with it. */
function curvedStrokes(id, strokes, colours, deck) {
  return new deck.PathLayer({
    id,
    data: strokes,
    positionFormat: "XY",
    widthUnits: "pixels",
    getPath: (stroke) => stroke.path,
    getColor: (stroke) => colours[STROKES[stroke.kind].colour],
    getWidth: (stroke) => STROKES[stroke.kind].width(stroke.rank),
    updateTriggers: { getColor: colours["ground-land"] },
    parameters: ALWAYS,
  });
}

/** Strokes of a plane, in one mesh. */
function straightStrokes(id, strokes, colours, deck) {
  const data = strokes.map(({ kind, rank, path }) => ({ path, colour: colours[STROKES[kind].colour], width: STROKES[kind].width(rank), longer: STROKES[kind].longer }));
  return ribbonLayer(deck, { id, data });
}

const classes = new WeakMap();

/** TileLayer that also draws the names of the tiles in sight, all in one pass so that none lies on another. */
function groundTileLayer(deck) {
  if (!classes.has(deck)) {
    class GroundTileLayer extends deck.TileLayer {
      static layerName = "GroundTileLayer";

      filterSubLayer(context) {
        return context.layer.props.tile ? super.filterSubLayer(context) : true;
      }

      renderLayers() {
        const tiles = super.renderLayers();
        const { colours, settings } = this.props;
        if (!settings.names) return tiles;
        const inSight = (this.state.tileset?.selectedTiles || []).filter((tile) => tile.content);
        const names = inSight.flatMap((tile) => tile.content.names);
        return [...tiles, namesLayer(this.getSubLayerProps({ id: "names" }), names, colours, settings)];
      }
    }
    classes.set(deck, GroundTileLayer);
  }
  return classes.get(deck);
}
