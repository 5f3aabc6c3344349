// Two canvases, one camera: below the ground, drawn once per camera; above what moves, drawn each frame.

import { ATTRIBUTION, pixelRatio } from "./basemap.js";
import { loadDeck, makeDeck } from "./bundle.js";
import { fit, glide, holds, offsetsAlong, positionAt } from "./camera.js";
import { palette } from "./colours.js";
import { createDimensions } from "./dimensions.js";
import { el } from "./dom.js";
import { createFoot } from "./foot.js";
import { drawnFrame } from "./frame.js";
import { createGround } from "./ground.js";
import { createHeads } from "./heads.js";
import { leadingHeads, standing } from "./journeys.js";
import { createLabels } from "./labels.js";
import { createLayers } from "./layers.js";
import { createRoom } from "./room.js";
import { boxesAlong } from "./strokes.js";
import { thinned } from "./thin.js";
import { createWaits } from "./waits.js";

const GLIDE_MILLISECONDS = 1100;

export async function createMap(host, ctx) {
  const { model } = ctx;
  const groundBox = el("div", { class: "dl-canvas dl-ground" });
  const moverBox = el("div", { class: "dl-canvas" });
  const names = el("div", { class: "dl-names" });
  const travellers = el("div", { class: "dl-heads" });
  host.prepend(groundBox, moverBox, names, travellers);
  await painted(); // the first deck holds up the browser: first let it show what it has
  await loadDeck(ctx.assets);

  const room = createRoom(host, ctx);
  const { size } = room;
  let view = ctx.startView || room.homeView();
  let colours = palette(ctx.themes);
  let gliding = null;
  let drawnKey = null;
  let redrawn = 0; // how often everything was to be built anew
  let last = { minute: 0, second: 0, heads: [] };
  let zoomStep = stepOf(view);
  let rings = {};
  const isGliding = () => gliding !== null;

  const deck = makeDeck(moverBox, { ...model.scene.deck, initialViewState: view });
  const foot = createFoot(host, ATTRIBUTION);
  const layers = createLayers(deck.props.layers, ctx);
  const ground = createGround(groundBox, ctx, view, { room: roomTaken, onCredit, isGliding });
  const labels = createLabels(names, model, { onChoose: ctx.select });
  const dimensions = createDimensions(names);
  const waits = createWaits(names, model, { onChoose: ctx.select });
  const heads = createHeads(travellers, model, { onChoose: ctx.select });

  deck.setProps({
    viewState: view,
    useDevicePixels: pixelRatio(),
    getCursor: ({ isDragging, isHovering }) => (isDragging ? "grabbing" : isHovering ? "pointer" : "grab"),
    onViewStateChange: ({ viewState, interactionState }) => {
      if (interactionState && (interactionState.isDragging || interactionState.isZooming || interactionState.isPanning)) {
        arrive();
        ctx.cameraTaken();
      }
      setView(viewState);
    },
    onClick: ({ layer, object }) => ctx.select(object && layer ? referenceOf(layer.id, object) : null),
    pickingRadius: 6,
  });
  // the ground comes second: its canvas, tiles and shaders would hold up the story's first frame
  deck.setProps({ onAfterRender() {
    deck.setProps({ onAfterRender() {} });
    requestAnimationFrame(ground.dress);
  } });
  document.fonts.ready.then(() => { room.measure(); labels.remeasure(); redraw(); });
  // the deck measures its canvas on its own time: only then do both canvases and the names agree on a size
  deck.setProps({ onResize: fitToSize });
  const watcher = new ResizeObserver(fitToSize);
  watcher.observe(host);
  const caption = new ResizeObserver(() => ctx.isFull() && makeRoom()); // in full screen it lies on the map and grows with its words
  caption.observe(ctx.root.querySelector(".dl-excerpt"));

  function fitToSize() {
    room.measure();
    labels.remeasure();
    if (ctx.cameraIsOwn()) redraw();
    else setView({ ...view, ...ctx.restingView() });
    redraw();
  }

  function makeRoom() {
    room.measure();
    placeLabels();
    placeHeads();
    ground.rest();
  }

  function onCredit(...parts) {
    foot.credit(...parts);
    makeRoom();
  }

  /** What the names of the ground keep clear of: the story's own marks and names, and what lies over the map; its ways if they can. */
  function roomTaken() {
    const ways = boxesAlong(linesNow().map(wayOf), size);
    placeLabels({ ways, heads: heads.boxes() });
    placeHeads();
    const boxes = [...room.covers, ...heads.boxes(), ...dimensions.boxes(), ...waits.boxes()];
    return { reserved: [...labels.reserved(view, size), ...boxes.map(onGround)], ways: ways.map(onGround) };
  }

  const onGround = ([left, top, right, bottom]) => ({
    position: positionAt([left - size.width / 2, top - size.height / 2], view).map((degrees) => Number(degrees.toFixed(4))),
    box: [0, 0, right - left, bottom - top].map(Math.round),
  });

  /** The ways that are drawn at this moment. */
  const linesNow = () => (ctx.linesShown() ? stateOf(last.minute).filter(({ journey, state }) => journey.trip && state.line) : []);

  const wayOf = ({ journey }) => offsetsAlong(thinned(journey.trip, zoomStep).path, view).map(([x, y]) => [x + size.width / 2, y + size.height / 2]);
  const isInView = (line) => boxesAlong([wayOf(line)], size).length > 0;

  const placeLabels = (drawn = null) => labels.place(view, size, ctx.hiddenPlaces(), { covers: room.covers, rings, drawn });

  function placeHeads() {
    heads.frame(last.heads, view, size, { names: labels.boxes(), covers: room.covers, told: ctx.told() });
    labels.yieldTo(heads.boxes());
  }

  function setView(next) {
    view = { ...next, pitch: 0, bearing: 0, transitionDuration: 0 };
    deck.setProps({ viewState: view });
    placeLabels();
    ground.follow(view, size);
    placeHeads();
    waits.place(view, size);
    dimensions.place(view, size);
    foot.place(view);
    ctx.viewMoved(view);
    if (stepOf(view) !== zoomStep) anew();
  }

  /** Everything built for the view and the moment as they are. */
  function anew() {
    zoomStep = stepOf(view);
    redrawn += 1;
    draw(last.minute, last.second);
  }

  function stateOf(minute) {
    return ctx.journeys().map((journey) => ({ journey, state: standing(journey, minute, { axis: model.axis, clock: ctx.clockKind(), isOpening: ctx.isOpening(), present: model.present }) }));
  }

  function draw(minute, second) {
    const states = stateOf(minute);
    last = { minute, second, heads: leadingHeads(states) };
    const look = { colours, zoom: zoomStep, key: `${ctx.look()}.${redrawn}` };
    const key = states.map(({ state }) => `${state.line}${state.status}${state.aged ? 1 : 0}`).join() + look.key;
    if (key !== drawnKey) {
      drawnKey = key;
      layers.rebuild(states, look);
      rings = waits.show(states, ctx.selection());
      waits.place(view, size);
      placeLabels();
    }
    deck.setProps({ layers: layers.at(minute, states, look) });
    placeHeads();
  }

  function redraw() {
    redrawn += 1;
    dimensions.place(view, size);
    ground.follow(view, size);
    draw(last.minute, last.second);
  }

  function ease(target) {
    if (ctx.reduced()) return setView({ ...view, ...target });
    const path = glide(view, { ...view, ...target });
    const began = performance.now();
    const mine = {};
    gliding = mine;
    names.classList.add("dl-gliding");
    const step = (now) => {
      if (gliding !== mine) return;
      const share = Math.min(1, (now - began) / GLIDE_MILLISECONDS);
      setView(path(share));
      deck.redraw("camera"); // in this very frame, as the ground and the names are: else the ways would trail behind them
      if (share < 1) requestAnimationFrame(step);
      else arrive();
    };
    requestAnimationFrame(step);
  }

  function arrive() {
    gliding = null;
    names.classList.remove("dl-gliding");
  }

  function sharpen(ratio) {
    deck.setProps({ useDevicePixels: ratio });
    ground.sharpen(ratio);
  }

  /** The ground under a box of pixels. */
  function areaOf([left, top, right, bottom]) {
    const [west, north] = positionAt([left - size.width / 2, top - size.height / 2], view);
    const [east, south] = positionAt([right - size.width / 2, bottom - size.height / 2], view);
    return [west, south, Math.min(east, west + 360), north];
  }
  const frame = drawnFrame(host, { onDrawn: (box) => ctx.limit({ area: areaOf(box) }) });

  setView(view);
  return {
    frame: draw,
    redraw,
    retheme() {
      colours = palette(ctx.themes);
      ground.dressAnew();
      redraw();
    },
    choose(ref) {
      labels.choose(ref && ref.startsWith("place:") ? ref.slice(6) : null);
      redraw();
    },
    /** Glides to hold these positions, unless they already lie well in view at a fair size; tells whether it does. */
    show(positions, { always = false } = {}) {
      if (!positions.length) return false;
      const inside = { ...size, insets: room.insets() };
      const target = fit(positions, inside);
      const near = holds(view, positions, inside) && Math.abs(view.zoom - target.zoom) < 1.6;
      if (!always && near) return false;
      ease(target);
      return true;
    },
    /** Draws these reported distances, and no others. */
    measure(distances) {
      dimensions.show(distances);
      dimensions.place(view, size);
      ground.rest();
    },
    home: () => ease(room.homeView()),
    viewOf: room.viewOf,
    view: () => view,
    moveTo(target) {
      arrive();
      setView({ ...view, ...target });
    },
    /** What the map shows: [west, south, east, north]. */
    area: () => areaOf([0, 0, size.width, size.height]),
    /** The lines as they stand: [{ ref, line, status }]. */
    lines: () => stateOf(last.minute).filter(({ journey, state }) => journey.trip && state.line).map(({ journey, state }) => ({ ref: journey.ref, line: state.line, status: journey.status })),
    /** What the picture needs: the canvases, drawn now and `ratio` times as fine as the page, and what lies over them. */
    async snapshot(ratio) {
      sharpen(ratio);
      await nextFrame(); // the canvases take their new size with the frame
      await nextFrame();
      ground.settle();
      deck.redraw("picture");
      const canvases = [...ground.canvases(), { canvas: moverBox.querySelector("canvas") }].map((each) => ({ ...each, canvas: copyOf(each.canvas) }));
      sharpen(pixelRatio());
      return { size, view, canvases, credit: foot.words(), labels: labels.shown(), heads: heads.shown(), waits: waits.shown(size), dimensions: dimensions.shown(), lines: linesNow().filter(isInView), circles: layers.circles() };
    },
    destroy() {
      gliding = null;
      frame.destroy();
      watcher.disconnect();
      caption.disconnect();
      deck.finalize();
      ground.destroy();
    },
  };
}

/** Ways are thinned and dashed for half a zoom level at a time. */
const stepOf = ({ zoom }) => Math.round(zoom * 2) / 2;

const nextFrame = () => new Promise(requestAnimationFrame);

/** A drawing that stays when its canvas is drawn anew. */
function copyOf(canvas) {
  const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
  copy.getContext("2d").drawImage(canvas, 0, 0);
  return copy;
}

const painted = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });

function referenceOf(layer, object) {
  return layer === "places" ? `place:${object.id}` : object.ref;
}
