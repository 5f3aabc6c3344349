// The ground out of the network, for those who set an address: raster tiles, or a MapLibre style with raster sources.
// Vector sources of a style are not drawn: deck.gl has no renderer for them.

const INSTEAD = "The map shows the offline ground.";
export const UNREACHABLE = `The online ground cannot be reached: check the network, or the address in the settings. ${INSTEAD}`;

/** What to draw for an address, from the bottom up; rejects with a sentence for the reader. */
export async function findRasters(address) {
  if (address.includes("{z}")) return [{ tiles: address, tileSize: 256, maxZoom: 19, credit: "" }];
  const style = await fetchStyle(address);
  const sources = Object.values(style?.sources || {}).filter(isRaster);
  if (!sources.length) throw new Error(`The style in the settings has no raster tiles, and its vector tiles cannot be drawn here. ${INSTEAD}`);
  return sources.map(({ tiles, tileSize, maxzoom, attribution }) => ({
    tiles: tiles[0],
    tileSize: tileSize || 512,
    maxZoom: maxzoom ?? 19,
    credit: String(attribution || "").replaceAll(/<[^>]*>/g, ""),
  }));
}

/** Whom the map names for these rasters: as told, as their style says, or the host they come from; and whose names lie over them. */
export function creditOf(raster, { credit, hasNames }) {
  const own = credit || raster.map((source) => source.credit).filter(Boolean).join("; ") || `Tiles from ${new URL(raster[0].tiles).host}`;
  return hasNames ? own : `${own}; names: Natural Earth, GeoNames`;
}

async function fetchStyle(address) {
  try {
    const answer = await fetch(address);
    if (answer.ok) return await answer.json();
  } catch {
    // no network, or no JSON: the sentence below says what the reader can do
  }
  throw new Error(UNREACHABLE);
}

const isRaster = ({ type, tiles }) => type === "raster" && Array.isArray(tiles) && /^https?:/.test(tiles[0]);
