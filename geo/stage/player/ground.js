// The lower canvas: the ground, drawn when the camera has moved, not when time has.
// While the camera glides the last drawing is shifted and scaled by CSS, and drawn anew as often as that is cheap.

import { groundColour, groundLayers, pixelRatio } from "./basemap.js";
import { createStyleGround } from "./basemap-style.js";
import { makeDeck } from "./bundle.js";
import { offsetPixels } from "./camera.js";
import { themeColours } from "./colours.js";
import { el, noteDown } from "./dom.js";

const SLOW_DRAW = 24; // milliseconds: a ground that takes longer waits for the camera to rest
const REST = 140;
const SHARE = 4; // a drawing is followed by so many times its own length without one that nobody waits for
const WEIGHED_MILLISECONDS = 20_000; // how long a drawing is believed to be slow; that it is not, until the camera rests again

/**
 * Nothing is made until it is dressed, in the colours of the theme: a second canvas would hold up the first.
 * `room()` tells what names of the ground keep clear of, { reserved, ways }: asked when the camera rests.
 * `onCredit(...parts)` hears, in text and links, whose ground out of the network is drawn, `isGliding()` tells whether the camera is on its way, however slowly.
 */
export function createGround(box, ctx, view, { room, onCredit, isGliding }) {
  let deck = null;
  const canvases = () => [...box.querySelectorAll("canvas")]; // from the bottom up
  let style = null; // the ground that the settings ask for
  let shown = { land: true, names: true }; // what of this one is drawn: over a style names at most
  let drawn = view;
  let wanted = view;
  let cost = 0; // milliseconds of a drawing
  let weighed = -Infinity; // when that was found out
  let again = 0; // when the next drawing is due that only brings tiles and names
  let owed = null;
  let asked = null; // the view of a drawing that cannot wait
  let isWeighed = false; // the next drawing is
  let hasMoved = false;
  let resting = null;
  let kept = "{}";
  let gone = false;
  let ratio = pixelRatio();
  if (ctx.ground) goOnline();

  function begin() {
    const views = [{ "@@type": "MapView", controller: false, repeat: true }];
    deck = makeDeck(box, { mapProvider: null, views, initialViewState: wanted, layers: [] });
    deck.setProps({ viewState: wanted, useDevicePixels: ratio });
    deck.setProps({ onResize: draw, _customRender: drawOrOwe });
    drawn = wanted;
  }

  /** The ground that the settings ask for once it is drawn; if it cannot be had, a sentence and the ground that is there. */
  async function goOnline() {
    const note = el("p", { class: "dl-note", role: "status", hidden: true });
    box.parentElement.append(note);
    style = createStyleGround(box, ctx.ground, { camera: () => drawn, ratio: () => ratio });
    try {
      await style.ready;
      if (gone) return;
      shown = { land: false, names: style.names() };
      onCredit(...style.credit());
    } catch (error) {
      if (gone) return;
      style.destroy();
      style = null;
      noteDown(note, error.message);
    }
    dressAnew();
  }

  /** In other colours or with other tiles, if it is there by now. */
  const dressAnew = () => deck && dress();

  /** The ground in the colours of the theme; names that the story draws itself are left to it. */
  function dress() {
    if (gone) return;
    const colours = themeColours(ctx.themes);
    box.style.background = groundColour(colours);
    if (!deck) {
      begin();
      resting = setTimeout(onRest, REST); // the camera may have come to rest before
    }
    const taken = JSON.parse(kept);
    if (style) style.keepClear(taken.reserved || [], wanted);
    const without = ctx.model.scene.places.map((place) => place.name); // drawn by labels.js, to be clicked
    deck.setProps({ layers: groundLayers(colours, { tileUrl: ctx.tiles, without, ratio, ...taken, ...shown }) });
  }

  /** Names of the ground step aside for names of the story once both stand still. */
  function keepClear() {
    const now = JSON.stringify(room());
    if (now === kept) return;
    kept = now;
    dress();
  }

  /** The next drawing is of where the camera is now. */
  function ask() {
    asked = wanted;
    deck.setProps({ viewState: asked });
  }

  function draw() {
    ask();
    deck.redraw("camera");
  }

  /** Tiles come one by one: where drawing is slow, several wait for one drawing, so that what moves goes on. */
  function drawOrOwe(reason) {
    clearTimeout(owed);
    const began = performance.now();
    if (!asked && began < again) {
      owed = setTimeout(() => !gone && deck.redraw("owed"), again - began);
      return;
    }
    if (asked && style) style.draw(asked);
    deck._drawLayers(reason);
    if (asked) {
      drawn = asked;
      asked = null;
      box.style.transform = "";
    }
    if (isWeighed) weigh(began);
    again = performance.now() + SHARE * cost;
  }

  /** How long a drawing took: only when a pixel is asked for has it been drawn. */
  function weigh(began) {
    for (const gl of canvases().map((canvas) => canvas.getContext("webgl2"))) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    weighed = performance.now();
    cost = weighed - began;
    isWeighed = false;
  }

  /** Once all stands still: one drawing, of the ground and of names that make room. */
  function onRest() {
    if (isGliding()) {
      resting = setTimeout(onRest, REST);
      return;
    }
    keepClear();
    if (!hasMoved) return;
    hasMoved = false;
    isWeighed = cost < SLOW_DRAW || performance.now() - weighed > WEIGHED_MILLISECONDS;
    ask();
    // the deck draws with its next frame, or sees nothing to draw: then it is told to
    requestAnimationFrame(() => requestAnimationFrame(() => !gone && asked && deck.redraw("rest")));
  }

  return {
    /** For the picture, from the bottom up: [{ canvas, tint }], the tint a colour of the theme to multiply by. */
    canvases: () => [...(shown.land ? [] : [style.drawing()]), { canvas: deck.getCanvas(), tint: null }],
    /** What lies on the map has changed: its names make room once all stands still. */
    rest() {
      clearTimeout(resting);
      if (deck) resting = setTimeout(onRest, REST);
    },
    follow(next, size) {
      wanted = next;
      hasMoved = true;
      this.rest();
      if (!deck) return undefined;
      if (cost < SLOW_DRAW) return draw();
      const scale = 2 ** (wanted.zoom - drawn.zoom);
      const [dx, dy] = offsetPixels([drawn.longitude, drawn.latitude], wanted);
      box.style.transform = `translate(${dx}px, ${dy}px) scale(${scale})`;
      return undefined;
    },
    settle() {
      if (!deck) dress();
      keepClear();
      draw();
    },
    /** As fine as a picture needs it: so many pixels of the canvas to a pixel of the page. */
    sharpen(next) {
      ratio = next;
      if (!deck) return;
      deck.setProps({ useDevicePixels: ratio });
      if (style) style.sharpen();
      dress();
    },
    dress,
    dressAnew,
    destroy() {
      gone = true;
      clearTimeout(resting);
      clearTimeout(owed);
      if (style) style.destroy();
      if (deck) deck.finalize();
    },
  };
}
