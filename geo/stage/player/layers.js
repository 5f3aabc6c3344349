// The layers of what moves: lines as they stand, trails, places, and how far a place may be from its mark.

import { PLENTY_OF_LINES, PLENTY_OF_PLACES, leftOfLine, stepBack } from "./calm.js";
import { travellerColour } from "./colours.js";
import { ribbonLayer } from "./ribbon-layer.js";
import { strikes } from "./strokes.js";
import { thinned } from "./thin.js";

/** `layers` are those of the scene's deck as deck.gl made them; they are cloned, so that their geometry stays. */
export function createLayers(layers, ctx) {
  const { model } = ctx;
  const kinds = Object.fromEntries(layers.map((layer) => [layer.id, layer]));

  let settled = new Set(); // journeys whose trail stands still

  const lines = (id, data, { zoom }) => ribbonLayer(window.deck, { id, data, zoom, pickable: true });
  const isNamed = (id) => ctx.picture().named.has(id);

  function trailsOf(states, { colours, zoom, calm }) {
    return states.map(({ journey, state }) => {
      const { path, minutes } = thinned(journey.trip, zoom);
      const less = leftOfLine({ journey, state }, { calm, chosen: ctx.selection() });
      const alpha = trailAlpha({ ...state, sure: !journey.run || journey.run.known === "both" }) * less;
      const width = (state.moving ? 4 : Math.max(1, (state.aged ? 1.8 : 2.6) * less)) + (ctx.selection() === journey.ref ? 1.5 : 0);
      return { ref: journey.ref, path: path.flat(), minutes, width, colour: travellerColour(colours, journey.hue, alpha), isRound: true };
    });
  }

  function placesOf({ colours, key }) {
    const hidden = ctx.hiddenPlaces();
    const chosen = ctx.selection();
    const data = model.scene.places.filter((place) => place.spot && !hidden.has(place.id));
    const less = Math.max(0.6, stepBack(data.length, PLENTY_OF_PLACES));
    return kinds.places.clone({
      data,
      getPosition: (place) => place.position,
      getRadius: (place) => (chosen === `place:${place.id}` ? 7 : (isNamed(place.id) ? 4.5 : 3) * less),
      getFillColor: (place) => (chosen === `place:${place.id}` ? colours("accent") : isNamed(place.id) ? colours("ink") : colours("panel-raised")),
      getLineColor: (place) => (isNamed(place.id) ? colours("panel-raised") : colours("ink-muted")),
      getLineWidth: 1.5 * less,
      updateTriggers: { getRadius: key, getFillColor: key, getLineColor: key },
    });
  }

  function reachOf({ colours, key }) {
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

  /** Journeys whose trail is to be seen: the way gone so far, and the whole way of those that have arrived. */
  const lit = (states) => (ctx.linesShown() ? states.filter(({ journey, state }) => journey.trip && (state.line === "ahead" || state.line === "trail")) : []);

  const built = {}; // id of a layer -> what it was built for

  /** How far the lines that only stand step back: those under way and those that are asked for do not. */
  const calmOf = (states) => stepBack(states.filter(({ journey, state }) => journey.trip && state.line && !state.moving).length, PLENTY_OF_LINES);

  /** A layer is built anew only when what it shows has changed: in a busy story something does with every other frame. */
  function keep(id, key, build) {
    if (built[id] === key) return;
    built[id] = key;
    kinds[id] = build();
  }

  const told = (entries) => entries.map(({ journey: { ref }, state: { line, moving, aged } }) => `${ref}${line}${moving ? 1 : 0}${aged ? 1 : 0}`).join();

  return {
    /** Builds what stands still for these states; `look` is { colours, zoom, key }, the key of all else that changes a colour or width. */
    rebuild(states, given) {
      const look = { ...given, calm: calmOf(states) };
      const lineKey = `${look.key}.${look.calm}`;
      const still = ctx.linesShown() ? states.filter(({ journey, state }) => journey.trip && state.line && state.line !== "trail") : [];
      const done = lit(states).filter(({ state }) => !state.moving);
      settled = new Set(done.map(({ journey }) => journey.ref));
      keep("routes", lineKey + told(still), () => lines("routes", strokesOf(still, ctx, look), look));
      keep("done", lineKey + told(done), () => lines("done", trailsOf(done, look), look));
      keep("places", look.key, () => placesOf(look));
      keep("reach", look.key, () => reachOf(look));
    },
    /** The places whose circle of uncertainty is drawn. */
    circles: () => kinds.reach.props.data,
    /** The layers at a minute, from the lowest to the highest. */
    at(minute, states, look) {
      const going = lit(states).filter(({ journey, state }) => state.moving || !settled.has(journey.ref));
      keep("trails", look.key + told(going), () => lines("trails", trailsOf(going, { ...look, calm: 1 }), look));
      if (ctx.clockKind() !== "known") kinds.trails = kinds.trails.clone({ minute });
      return [kinds.reach, kinds.routes, kinds.done, kinds.trails, kinds.places];
    },
  };
}

/** Between known stops a way is interpolated, and drawn lighter than once both its ends have passed; old ones step back. */
const trailAlpha = ({ aged, moving, sure }) => (aged ? 0.32 : moving ? (sure ? 0.75 : 0.55) : sure ? 0.95 : 0.7);

/** The lines that do not grow: plans dashed, denials struck, ways ahead and undated ways faint. */
function strokesOf(states, ctx, { colours, zoom, calm }) {
  const rows = [];
  for (const { journey, state } of states) {
    const { path } = thinned(journey.trip, zoom);
    const wide = ctx.selection() === journey.ref ? 1.5 : 0;
    const less = leftOfLine({ journey, state }, { calm, chosen: ctx.selection() });
    const add = (pieces, alpha, width, isDashed = false) => {
      const colour = travellerColour(colours, journey.hue, alpha * less);
      for (const piece of pieces) rows.push({ ref: journey.ref, path: piece.flat(), colour, width: Math.max(1, width * less) + wide, isDashed });
    };
    if (state.line === "ghost") add([path], 0.85, 2, true);
    else if (state.line === "struck") {
      add([path], 0.35, 1.5);
      add(strikes(path, zoom), 0.95, 1.8);
    } else if (state.line === "faint") add([path], 0.4, 1.5);
    else if (state.line === "ahead" && journey.ghost !== null) add([path], 0.6, 2, true);
    else if (state.line === "ahead") add([path], 0.22, 2);
  }
  return rows;
}
