// Two canvases, one camera: below the ground, drawn once per camera; above what moves, drawn each frame.

import { fit, glide, holds, positionAt } from "./camera.js";
import { palette, travellerColour } from "./colours.js";
import { createDimensions } from "./dimensions.js";
import { el } from "./dom.js";
import { drawnFrame } from "./frame.js";
import { createGround } from "./ground.js";
import { createHeads } from "./heads.js";
import { leadingHeads, standing } from "./journeys.js";
import { createLabels } from "./labels.js";
import { createWaits } from "./waits.js";
import { dashes, strikes } from "./strokes.js";
import { thinned } from "./thin.js";

const GLIDE_MILLISECONDS = 1100;

let bundle = null;

/** Loads deck.gl out of the pydeck wheel, once per page: a plain script that puts `createDeck` on window. */
export function loadDeck(url) {
  if (window.createDeck) return Promise.resolve();
  bundle ||= new Promise((resolve, reject) => {
    document.head.append(el("script", { src: url, onload: resolve, onerror: () => reject(new Error("The map library did not load.")) }));
  });
  return bundle;
}

export async function createMap(host, ctx) {
  const { model } = ctx;
  const groundBox = el("div", { class: "dl-canvas dl-ground" });
  const moverBox = el("div", { class: "dl-canvas" });
  const names = el("div", { class: "dl-names" });
  const travellers = el("div", { class: "dl-heads" });
  host.prepend(groundBox, moverBox, names, travellers);
  await loadDeck(ctx.url("deck.js"));

  const size = { width: host.clientWidth, height: host.clientHeight };
  let view = ctx.startView || homeView();
  let colours = palette(ctx.themes);
  let gliding = null;
  let strokesKey = null;
  let strokes = [];
  let last = { minute: 0, second: 0, heads: [] };
  let zoomStep = null;
  let covers = [];

  const deck = window.createDeck({ container: moverBox, jsonInput: { ...model.scene.deck, initialViewState: view }, tooltip: false });
  const kinds = Object.fromEntries(deck.props.layers.map((layer) => [layer.id, layer]));
  const ground = createGround(groundBox, ctx, view, { reserved: reservedRoom });
  const labels = createLabels(names, model, { onChoose: ctx.select });
  const dimensions = createDimensions(names);
  const waits = createWaits(names, model, { onChoose: ctx.select });
  const heads = createHeads(travellers, model, { onChoose: ctx.select });

  deck.setProps({
    viewState: view,
    useDevicePixels: Math.min(window.devicePixelRatio || 1, 2),
    getCursor: ({ isDragging, isHovering }) => (isDragging ? "grabbing" : isHovering ? "pointer" : "grab"),
    onViewStateChange: ({ viewState, interactionState }) => {
      if (interactionState && (interactionState.isDragging || interactionState.isZooming || interactionState.isPanning)) {
        gliding = null;
        ctx.cameraTaken();
      }
      setView(viewState);
    },
    onClick: ({ layer, object }) => ctx.select(object && layer ? referenceOf(layer.id, object) : null),
    pickingRadius: 6,
    layerFilter: null,
  });
  document.fonts.ready.then(() => { covers = coversOf(); labels.remeasure(); redraw(); });
  // the deck measures its canvas on its own time: only then do both canvases and the names agree on a size
  deck.setProps({ onResize: fitToSize });
  const watcher = new ResizeObserver(fitToSize);
  watcher.observe(host);

  function fitToSize() {
    size.width = host.clientWidth;
    size.height = host.clientHeight;
    covers = coversOf();
    labels.remeasure();
    if (ctx.cameraIsOwn()) redraw();
    else setView({ ...view, ...ctx.restingView() });
    redraw();
  }

  /** Boxes of what lies over the map, in its pixels: the title, and in full screen the caption. */
  function coversOf() {
    const frame = host.getBoundingClientRect();
    const over = [host.querySelector(".dl-headline"), ctx.isFull() ? ctx.root.querySelector(".dl-excerpt") : null];
    return over.filter(Boolean).map((node) => {
      const { left, top, right, bottom } = node.getBoundingClientRect();
      return [left - frame.left, top - frame.top, right - frame.left, bottom - frame.top].map(Math.round);
    });
  }

  /** What the names of the ground keep clear of: the story's own names, and what lies over the map. */
  function reservedRoom() {
    const over = covers.map(([left, top, right, bottom]) => ({
      position: positionAt([left - size.width / 2, top - size.height / 2], view).map((degrees) => Number(degrees.toFixed(4))),
      box: [0, 0, right - left, bottom - top],
    }));
    return [...labels.reserved(view, size), ...over];
  }

  /** What the words of the heads avoid where they can. */
  const namedBoxes = () => [...labels.boxes(), ...covers];

  /** What lies over the edges of the map: title and names, and in full screen the caption and the controls. */
  function insets() {
    if (ctx.isFull()) return { left: Math.min(820, size.width * 0.5), right: 120, top: 110, bottom: 220 };
    const side = Math.min(90, size.width / 6);
    return { left: side, right: side, top: 70, bottom: 40 };
  }

  function homeView() {
    const { home, view: told } = model.scene;
    // a view told by the story is meant for a map of 900 pixels; a narrower one steps back to hold the same ground
    if (!home.length) return { longitude: told.lon, latitude: told.lat, zoom: told.zoom + Math.log2(Math.min(size.width / 900, size.height / 520)), pitch: 0, bearing: 0 };
    return { ...fit(home, { ...size, insets: insets() }), pitch: 0, bearing: 0 };
  }

  function isNamed(id) {
    return model.journeys.some((journey) => journey.from === id || journey.to === id) || model.events.some((event) => event.place === id);
  }

  function setView(next) {
    view = { ...next, pitch: 0, bearing: 0, transitionDuration: 0 };
    deck.setProps({ viewState: view });
    labels.place(view, size, ctx.hiddenPlaces(), covers);
    ground.follow(view, size);
    heads.frame(last.heads, view, size, namedBoxes());
    waits.place(view, size);
    dimensions.place(view, size);
    ctx.viewMoved(view);
    const step = Math.round(view.zoom * 2) / 2;
    if (step !== zoomStep) {
      zoomStep = step;
      strokesKey = null;
      draw(last.minute, last.second);
    }
  }

  function stateOf(minute) {
    return ctx.journeys().map((journey) => ({ journey, state: standing(journey, minute, { axis: model.axis, clock: ctx.clockKind(), isOpening: ctx.isOpening(), present: model.present }) }));
  }

  function draw(minute, second) {
    const states = stateOf(minute);
    last = { minute, second, heads: leadingHeads(states) };
    const key = states.map(({ state }) => `${state.line}${state.status}${state.aged ? 1 : 0}`).join() + ctx.look();
    if (key !== strokesKey) {
      strokesKey = key;
      strokes = strokesOf(states);
      waits.show(states, ctx.selection());
      waits.place(view, size);
      kinds.routes = kinds.routes.clone({ data: strokes, getColor: (row) => row.colour, getWidth: (row) => row.width, pickable: true, updateTriggers: { getColor: key } });
      kinds.trails = trailsOf(states, key);
      kinds.places = placesOf(key);
      kinds.reach = reachOf(key);
    }
    kinds.trails = kinds.trails.clone({ currentTime: ctx.clockKind() === "known" ? Number.MAX_SAFE_INTEGER : minute, trailLength: Number.MAX_SAFE_INTEGER });
    deck.setProps({ layers: [kinds.reach, kinds.routes, kinds.trails, kinds.places] });
    heads.frame(last.heads, view, size, namedBoxes());
  }

  function strokesOf(states) {
    const rows = [];
    if (!ctx.linesShown()) return rows;
    const zoom = zoomStep ?? view.zoom;
    for (const { journey, state } of states) {
      if (!journey.trip || !state.line) continue;
      const { path } = thinned(journey.trip, zoom);
      const chosen = ctx.selection() === journey.ref;
      const wide = chosen ? 1.5 : 0;
      const row = (piece, alpha, width) => ({ path: piece, ref: journey.ref, colour: travellerColour(colours, journey.hue, alpha), width: width + wide });
      if (state.line === "ghost") for (const dash of dashes(path, zoom)) rows.push(row(dash, 0.85, 2));
      else if (state.line === "struck") {
        rows.push(row(path, 0.35, 1.5));
        for (const mark of strikes(path, zoom)) rows.push(row(mark, 0.95, 1.8));
      } else if (state.line === "faint") rows.push(row(path, 0.4, 1.5));
      else if (state.line === "ahead" && journey.ghost !== null) for (const dash of dashes(path, zoom)) rows.push(row(dash, 0.6, 2));
      else if (state.line === "ahead") rows.push(row(path, 0.22, 2));
    }
    return rows;
  }

  function trailsOf(states, key) {
    const lit = ctx.linesShown() ? states.filter(({ journey, state }) => journey.trip && (state.line === "ahead" || state.line === "trail")) : [];
    const data = lit.map(({ journey, state }) => ({ ...thinned(journey.trip, zoomStep ?? view.zoom), ref: journey.ref, hue: journey.hue, moving: Boolean(state.moving), aged: Boolean(state.aged), sure: !journey.run || journey.run.known === "both" }));
    return kinds.trails.clone({
      data,
      getPath: (row) => row.path,
      getTimestamps: (row) => row.minutes,
      getColor: (row) => travellerColour(colours, row.hue, row.aged ? 0.32 : (row.sure ? 0.95 : 0.6) * (row.moving ? 0.9 : 0.8)),
      getWidth: (row) => (row.moving ? 4 : row.aged ? 1.8 : 2.6) + (ctx.selection() === row.ref ? 1.5 : 0),
      updateTriggers: { getColor: key, getWidth: key },
      pickable: true,
    });
  }

  function placesOf(key) {
    const hidden = ctx.hiddenPlaces();
    const chosen = ctx.selection();
    return kinds.places.clone({
      data: model.scene.places.filter((place) => place.spot && !hidden.has(place.id)),
      getPosition: (place) => place.position,
      getRadius: (place) => (chosen === `place:${place.id}` ? 7 : isNamed(place.id) ? 4.5 : 3),
      getFillColor: (place) => (chosen === `place:${place.id}` ? colours("accent") : isNamed(place.id) ? colours("ink") : colours("panel-raised")),
      getLineColor: (place) => (isNamed(place.id) ? colours("panel-raised") : colours("ink-muted")),
      getLineWidth: 1.5,
      updateTriggers: { getRadius: key, getFillColor: key, getLineColor: key },
    });
  }

  function reachOf(key) {
    const hidden = ctx.hiddenPlaces();
    const chosen = ctx.selection();
    return kinds.reach.clone({
      // a country's radius says nothing that its outline does not: shown when it is asked for
      data: model.scene.places.filter((place) => !hidden.has(place.id) && place.radius_km > 1 && (chosen === `place:${place.id}` || (isNamed(place.id) && (place.kind === "facility" || place.kind === "city")))),
      getPosition: (place) => place.position,
      getRadius: (place) => place.radius_km * 1000,
      getFillColor: (place) => colours("accent", chosen === `place:${place.id}` ? 0.1 : 0.05),
      getLineColor: (place) => colours("accent", chosen === `place:${place.id}` ? 0.8 : 0.3),
      lineWidthMinPixels: 1,
      updateTriggers: { getFillColor: key, getLineColor: key },
    });
  }

  function redraw() {
    strokesKey = null;
    dimensions.place(view, size);
    labels.place(view, size, ctx.hiddenPlaces(), covers);
    ground.follow(view, size);
    draw(last.minute, last.second);
  }

  function ease(target) {
    if (ctx.reduced()) return setView({ ...view, ...target });
    const path = glide(view, { ...view, ...target });
    const began = performance.now();
    const mine = {};
    gliding = mine;
    const step = (now) => {
      if (gliding !== mine) return;
      const share = Math.min(1, (now - began) / GLIDE_MILLISECONDS);
      setView(path(share));
      if (share < 1) requestAnimationFrame(step);
      else gliding = null;
    };
    requestAnimationFrame(step);
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
      ground.retheme();
      redraw();
    },
    choose(ref) {
      labels.choose(ref && ref.startsWith("place:") ? ref.slice(6) : null);
      redraw();
    },
    /** Glides to hold these positions, unless they already lie well in view at a fair size. */
    show(positions, { always = false } = {}) {
      if (!positions.length) return;
      const target = fit(positions, { ...size, insets: insets() });
      const near = holds(view, positions, { ...size, insets: insets() }) && Math.abs(view.zoom - target.zoom) < 1.6;
      if (always || !near) ease(target);
    },
    /** Draws these reported distances, and no others. */
    measure(distances) {
      dimensions.show(distances);
      dimensions.place(view, size);
    },
    home: () => ease(homeView()),
    viewOf: (positions) => (positions.length ? fit(positions, { ...size, insets: insets() }) : homeView()),
    zoomBy: (step) => ease({ zoom: Math.max(0.4, Math.min(12, view.zoom + step)) }),
    view: () => view,
    moveTo(target) {
      gliding = null;
      setView({ ...view, ...target });
    },
    /** What the map shows: [west, south, east, north]. */
    area: () => areaOf([0, 0, size.width, size.height]),
    /** What the picture needs: both canvases, drawn now, and what lies over them. */
    snapshot() {
      ground.settle();
      deck.redraw("picture");
      return { size, view, canvases: [ground.canvas(), moverBox.querySelector("canvas")], labels: labels.shown(), heads: heads.shown(), waits: waits.shown(), dimensions: dimensions.shown(), lines: stateOf(last.minute).filter(({ journey, state }) => journey.trip && state.line) };
    },
    destroy() {
      gliding = null;
      frame.destroy();
      watcher.disconnect();
      deck.finalize();
      ground.destroy();
    },
  };
}

function referenceOf(layer, object) {
  return layer === "places" ? `place:${object.id}` : object.ref;
}
