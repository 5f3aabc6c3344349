// The lower canvas: the ground, drawn when the camera has moved, not when time has.
// While the camera glides the last drawing is shifted and scaled by CSS, and drawn anew as often as that is cheap.

import { UNREACHABLE, findRasters } from "./basemap-online.js";
import { ATTRIBUTION, groundColour, groundLayers, pixelRatio } from "./basemap.js";
import { offsetPixels } from "./camera.js";
import { themeColours } from "./colours.js";
import { el } from "./dom.js";

const SLOW_DRAW = 24; // milliseconds: a ground that takes longer waits for the camera to rest
const REST = 140;
const PATIENCE = 3; // tiles of an online ground that may fail before the first one comes

/**
 * Nothing is drawn until it is dressed, in the colours of the theme.
 * `room()` tells what names of the ground keep clear of, { reserved, ways }: asked when the camera rests.
 * `onCredit(words)` hears whose ground is drawn.
 */
export function createGround(box, ctx, view, { room, onCredit }) {
  const deck = window.createDeck({
    container: box,
    jsonInput: { mapProvider: null, views: [{ "@@type": "MapView", controller: false, repeat: true }], initialViewState: view, layers: [] },
    tooltip: false,
  });
  const canvas = () => box.querySelector("canvas");
  let drawn = view;
  let wanted = view;
  let cost = 0; // milliseconds of a drawing
  let hasMoved = false;
  let resting = null;
  let kept = "{}";

  const says = el("p", { class: "dl-wait", role: "status" });
  let online = null; // the raster tiles that the settings ask for, once they are known
  let gone = false;

  let ratio = pixelRatio();
  deck.setProps({ viewState: view, useDevicePixels: ratio });
  deck.setProps({ onResize: draw });
  onCredit(ATTRIBUTION);
  if (ctx.ground) goOnline(ctx.ground);

  /** The ground that the settings ask for; if it cannot be had, a sentence and the ground that is there. */
  async function goOnline({ address, has_names: hasNames, credit }) {
    box.parentElement.append(says);
    let failures = 0;
    try {
      const raster = await findRasters(address);
      const onTileLoad = () => { failures = -Infinity; };
      const onTileError = () => {
        failures += 1;
        if (failures === PATIENCE) stayOffline(UNREACHABLE);
      };
      online = { raster, names: !hasNames, onTileLoad, onTileError };
      says.textContent = "";
      onCredit(credit || raster.map((source) => source.credit).filter(Boolean).join("; "));
      if (!gone) dress();
    } catch (error) {
      stayOffline(error.message);
    }
  }

  function stayOffline(sentence) {
    online = null;
    onCredit(ATTRIBUTION);
    says.textContent = sentence;
    if (!gone) dress();
  }

  /** The ground in the colours of the theme; names that the story draws itself are left to it. */
  function dress() {
    const colours = themeColours(ctx.themes);
    box.style.background = groundColour(colours);
    const without = ctx.model.scene.places.map((place) => place.name); // drawn by labels.js, to be clicked
    deck.setProps({ layers: groundLayers(colours, { tileUrl: ctx.tiles, without, ratio, ...JSON.parse(kept), ...online }) });
  }

  /** Names of the ground step aside for names of the story once both stand still. */
  function keepClear() {
    const now = JSON.stringify(room());
    if (now === kept) return;
    kept = now;
    dress();
  }

  function draw() {
    deck.setProps({ viewState: wanted });
    deck.redraw("camera");
    drawn = wanted;
    canvas().style.transform = "";
  }

  /** How long a drawing takes, told once all stands still: only when a pixel is asked for has it been drawn. */
  function weigh() {
    const gl = canvas().getContext("webgl2");
    const began = performance.now();
    draw();
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    cost = performance.now() - began;
  }

  function onRest() {
    keepClear();
    if (hasMoved) weigh();
    hasMoved = false;
  }

  return {
    canvas,
    /** What lies on the map has changed: its names make room once all stands still. */
    rest() {
      clearTimeout(resting);
      resting = setTimeout(onRest, REST);
    },
    isSlow: () => cost >= SLOW_DRAW,
    follow(next, size) {
      wanted = next;
      hasMoved = true;
      this.rest();
      if (cost < SLOW_DRAW) return draw();
      const scale = 2 ** (wanted.zoom - drawn.zoom);
      const [dx, dy] = offsetPixels([drawn.longitude, drawn.latitude], wanted);
      canvas().style.transformOrigin = `${size.width / 2}px ${size.height / 2}px`;
      canvas().style.transform = `translate(${dx}px, ${dy}px) scale(${scale})`;
      return undefined;
    },
    settle() {
      keepClear();
      draw();
    },
    /** As fine as a picture needs it: so many pixels of the canvas to a pixel of the page. */
    sharpen(next) {
      ratio = next;
      deck.setProps({ useDevicePixels: ratio });
      dress();
    },
    dress,
    destroy() {
      clearTimeout(resting);
      deck.finalize();
    },
  };
}
