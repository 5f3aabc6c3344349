// The room on the map: its size, what lies over it, and how far from the edges the story is to stay.

import { WIDEST, fit } from "./camera.js";

/** `size` is the map's { width, height } in pixels, kept up by `measure`; so are `covers`, the boxes of what lies over it. */
export function createRoom(host, ctx) {
  const { model } = ctx;
  const room = {
    size: { width: host.clientWidth, height: host.clientHeight },
    covers: [],
    measure() {
      room.size.width = host.clientWidth;
      room.size.height = host.clientHeight;
      room.covers = coversOf();
    },
    insets,
    homeView,
    /** The view that holds these positions: of none, the view the story opens with. */
    viewOf: (positions) => (positions.length ? fit(positions, { ...room.size, insets: insets() }) : homeView()),
  };

  /** Boxes of what lies over the map, in its pixels: title and foot, and in full screen the caption and the controls. */
  function coversOf() {
    const frame = host.getBoundingClientRect();
    const over = [...host.querySelectorAll(".dl-headline, .dl-foot"), ...(ctx.isFull() ? ctx.root.querySelectorAll(".dl-excerpt, .dl-transport, .dl-time") : [])];
    return over.map((node) => {
      const { left, top, right, bottom } = node.getBoundingClientRect();
      return [left - frame.left, top - frame.top, right - frame.left, bottom - frame.top].map(Math.round);
    });
  }

  /** What lies over the edges of the map: title and names, and in full screen the caption and the controls. */
  function insets() {
    const { width } = room.size;
    if (ctx.isFull()) return { left: Math.min(820, width * 0.5), right: 120, top: 110, bottom: controlsHigh() + 40 };
    const side = Math.min(90, width / 6);
    return { left: side, right: side, top: 70, bottom: 40 };
  }

  /** How much of the map's foot lies under transport and timeline in full screen. */
  const controlsHigh = () => host.getBoundingClientRect().bottom - ctx.root.querySelector(".dl-transport").getBoundingClientRect().top;

  function homeView() {
    const { home, view: told } = model.scene;
    const { width, height } = room.size;
    // a view told by the story is meant for a map of 900 pixels; a narrower one steps back to hold the same ground
    if (!home.length) return { longitude: told.lon, latitude: told.lat, zoom: Math.max(WIDEST, told.zoom + Math.log2(Math.min(width / 900, height / 520))), pitch: 0, bearing: 0 };
    return { ...fit(home, { ...room.size, insets: insets() }), pitch: 0, bearing: 0 };
  }

  return room;
}
