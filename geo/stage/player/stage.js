// The stage: one clock, one selection; map, timeline, excerpt and transport follow them.

import { carried, readAddress, writeAddress } from "./address.js";
import { createClock } from "./clock.js";
import { el } from "./dom.js";
import { createExcerpt } from "./excerpt.js";
import { asideWords, createFilter, emptyFilters, filterPanel, toldOf } from "./filters.js";
import { standing } from "./journeys.js";
import { listenForKeys } from "./keyboard.js";
import { createMap } from "./map.js";
import { FACTUAL, buildModel } from "./model.js";
import { savePicture } from "./picture.js";
import { createTimeline } from "./timeline.js";
import { createTransport } from "./transport.js";

let stageNumber = 0;

export function createStage(host, scene, options) {
  const model = buildModel(scene);
  const number = (stageNumber += 1);
  const state = { selection: null, clock: "happened", camera: "follow", lines: true, look: 0, owned: false, begun: false, filters: emptyFilters(), filtering: false };
  const filter = createFilter(model);
  let tell = options.tell;
  let map = null;
  let gone = false;
  let beat = null;
  let saying = 0;
  let measured = []; // reported distances that the map draws

  const mapBox = el("section", { class: "dl-map", "aria-label": "Map" });
  const wait = el("p", { class: "dl-wait", text: "Drawing the map…" });
  const aside = el("section", { class: "dl-excerpt", "aria-label": "What the articles say", tabindex: "0" });
  const bar = el("div", { class: "dl-transport", role: "group", "aria-label": "Player" });
  const timeBox = el("section", { class: "dl-time", "aria-label": "Timeline" });
  const live = el("div", { class: "dl-live", "aria-live": "polite" });
  const root = el("div", { class: "dl-stage" }, mapBox, aside, bar, timeBox, live);
  mapBox.append(wait, el("h1", { class: "dl-headline", dir: "auto" }, el("span", { text: scene.story.title })));
  host.replaceChildren(root);

  const reduced = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const clock = createClock(model.axis, { opening: () => model.opening(state.clock), onFrame: frame, onChange: refresh, reduced });

  const ctx = {
    model,
    clock,
    root,
    reduced,
    tiles: options.tiles,
    ground: options.ground,
    themes: options.themes,
    url: (name) => new URL(`${options.assets}/${name}`, document.baseURI).href,
    id: (name) => `dl-${name}-${number}`,
    startView: null,
    journeys: () => filter.get().journeys,
    events: () => filter.get().events,
    hiddenPlaces: () => filter.get().hiddenPlaces,
    asideWords: () => asideWords(filter.get().aside),
    isFiltering: () => state.filtering,
    toggleFilters() {
      state.filtering = !state.filtering;
      showAside();
      transport.refresh();
      if (state.filtering) aside.querySelector("input").focus();
    },
    filters: () => state.filters,
    /** Days brushed on the timeline, or a rectangle drawn on the map: null lifts it. */
    limit(change) {
      Object.assign(state.filters, change);
      filter.apply(state.filters);
      state.look += 1;
      timeline.draw();
      refresh();
      if (state.filtering) showAside();
      say(ctx.asideWords() || "Nothing is put aside.");
    },
    clockKind: () => state.clock,
    isOpening: () => !state.begun,
    beats: () => (state.clock === "known" ? filter.get().knownBeats : filter.get().beats),
    selection: () => state.selection,
    camera: () => state.camera,
    cameraIsOwn: () => state.owned,
    linesShown: () => state.lines,
    look: () => `${state.look}|${state.selection}|${state.lines}|${state.clock}`,
    select,
    measured(distances) {
      measured = distances;
      if (map) map.measure(measured);
    },
    setClock(kind) {
      if (!state.begun) clock.state.second = model.opening(kind);
      state.clock = kind;
      state.look += 1;
      refresh();
      clock.wake();
      say(kind === "known" ? "Showing what had been published by each moment." : "Showing when things happened.");
    },
    setCamera(kind) {
      state.camera = kind;
      state.owned = false;
      if (kind === "overview" && map) map.home();
      if (kind === "follow") look(true);
      refresh();
    },
    cameraTaken() {
      state.owned = true;
      if (state.camera !== "stay") {
        state.camera = "stay";
        transport.refresh();
      }
    },
    viewMoved: () => later(),
    toggleLines() {
      state.lines = !state.lines;
      refresh();
    },
    playPressed() {
      clock.toggle();
      const playing = clock.state.playing;
      if (!model.axis.isEmpty) say(`${playing ? "Playing" : "Paused"}, ${model.dates.day(clock.minute())}.`);
      tell("played", playing ? "play" : "pause");
    },
    step,
    scrubbed() {
      look(false);
      later();
    },
    isFull: () => document.fullscreenElement === root,
    /** Where the camera rests when the map changes its size: at what it showed, or the whole story. */
    restingView: () => map.viewOf(state.camera === "follow" && beat && state.begun ? [...positionsOf(model.things.get(beat.ref)), ...underWay(clock.minute())] : []),
    timeKeys,
    fullScreen() {
      if (document.fullscreenElement) document.exitFullscreen();
      else root.requestFullscreen();
    },
    savePicture: () => map && savePicture(map.snapshot(), ctx, currentThing()),
    articleAddress: (excerpt) => options.articles + `?story=${encodeURIComponent(scene.story.id)}&article=${encodeURIComponent(excerpt.article)}&at=${excerpt.start}`,
    openArticle(event, excerpt) {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      keepAddress(); // the back button returns to this picture
      tell("opened", { article: excerpt.article, at: excerpt.start, filters: carried() });
    },
  };

  const excerpt = createExcerpt(aside, ctx);
  const transport = createTransport(bar, ctx);
  const timeline = createTimeline(timeBox, ctx);
  const note = el("p", { class: "dl-note", role: "status", hidden: true });
  mapBox.append(note);
  takeAddress();
  document.addEventListener("fullscreenchange", onFullScreen);
  const themeWatch = new MutationObserver(() => map && map.retheme());
  themeWatch.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });

  /** The state as the address tells it: when the page opens, and when a person goes back or forward. */
  function takeAddress() {
    const { state: told, second, view, wrong } = readAddress(model);
    Object.assign(state, told, { owned: Boolean(view), begun: state.begun || second !== null });
    filter.apply(state.filters);
    ctx.startView = view;
    clock.state.second = second ?? model.opening(state.clock);
    note.hidden = !wrong.length;
    note.replaceChildren(wrong.length ? `This link asks for ${wrong.join(", ")}, which this story does not have. Here is the story.` : "",
      el("button", { type: "button", class: "dl-link", text: "Close", onclick: () => { note.hidden = true; } }));
  }

  const home = new URLSearchParams(window.location.search).get("story");
  const path = window.location.pathname;
  function onHistory() {
    const isHere = window.location.pathname === path && new URLSearchParams(window.location.search).get("story") === home;
    if (gone || !isHere) return;
    clearTimeout(waiting);
    clock.pause();
    state.filtering = false;
    state.look += 1;
    takeAddress();
    if (map && ctx.startView) map.moveTo(ctx.startView);
    select(state.selection, { isStep: false });
    refresh();
  }
  window.addEventListener("popstate", onHistory);

  createMap(mapBox, ctx).then((made) => {
    if (gone) return made.destroy();
    map = made;
    wait.remove();
    root.dataset.ready = "yes";
    map.choose(state.selection);
    map.measure(measured);
    if (state.selection && !state.owned) map.show(positionsOf(model.things.get(state.selection)));
    refresh();
    return clock.wake();
  }, (error) => {
    wait.textContent = `${error.message} The timeline and the sentences still work.`;
  });

  function frame(minute, second) {
    if (gone) return;
    if (!state.begun && Math.abs(second - model.opening(state.clock)) > 0.0005) state.begun = true;
    timeline.frame(minute, second);
    transport.frame(minute, second);
    if (map) map.frame(minute, second);
    onBeat(minute);
    if (!state.selection && !state.filtering) excerpt.show(...current(minute));
    if (clock.state.playing && reduced()) stepWhenReduced(second);
  }

  /** Reduced motion: the clock still runs, but jumps from event to event instead of gliding between. */
  function stepWhenReduced(second) {
    const next = ctx.beats().map((each) => model.axis.second(each.minute)).find((each) => each > second + 0.01);
    if (next !== undefined && next - second > 0.05) clock.state.second = next - 0.04;
  }

  function current(minute) {
    if (!state.begun) return [null, ""];
    const moving = state.clock === "happened" ? movingNow(minute) : null;
    if (moving) return [moving.ref, FACTUAL.has(moving.status) ? (moving.trip ? "Moving now" : "Now") : "Planned for now"];
    const before = lastBeat(minute);
    if (before) return [before.ref, state.clock === "known" ? "Newly reported" : "Latest"];
    return [null, ""];
  }

  function movingNow(minute) {
    const under = ctx.journeys().filter((journey) => {
      const now = standing(journey, minute, { axis: model.axis, clock: state.clock });
      return now.moving && now.opacity > 0.05;
    });
    const last = lastBeat(minute);
    return under.find((journey) => last && journey.ref === last.ref) || under.sort((a, b) => b.run.start - a.run.start)[0] || null;
  }

  function lastBeat(minute) {
    let found = null;
    for (const each of ctx.beats()) if (each.minute <= minute + 0.001) found = each;
    return found;
  }

  function onBeat(minute) {
    const now = lastBeat(minute);
    if (now === beat) return;
    beat = now;
    if (!now) return;
    if (clock.state.playing) look(false);
    if (performance.now() - saying > 900) say(`${model.dates.day(now.minute)}. ${now.says}`);
  }

  function say(words) {
    saying = performance.now();
    live.textContent = words;
  }

  function look(always) {
    if (!map || state.camera !== "follow") return;
    const ref = beat ? beat.ref : null;
    const thing = ref ? model.things.get(ref) : null;
    if (!thing) return void (always && map.home());
    map.show([...positionsOf(thing), ...underWay(clock.minute())], { always });
  }

  /** The ways of all who are moving: the camera holds them too when something else happens. */
  function underWay(minute) {
    const moving = ctx.journeys().filter((journey) => journey.trip && FACTUAL.has(journey.status) && standing(journey, minute, { axis: model.axis, clock: state.clock }).moving);
    return moving.flatMap((journey) => journey.trip.path);
  }

  function positionsOf(thing) {
    if (thing.trip) return thing.trip.path;
    if (thing.position) return [thing.position];
    const places = [thing.from, thing.to, thing.place].map((id) => model.places.get(id));
    return places.filter((place) => place && place.spot).map((place) => place.position);
  }

  function select(ref, { isStep = true } = {}) {
    const asked = ref && model.things.has(ref) ? ref : null;
    const isNew = isStep && asked !== state.selection;
    if (isNew) keepAddress(); // what the back button returns to
    state.selection = asked;
    if (isNew) keepAddress({ isStep: true });
    state.filtering = false;
    if (map) map.choose(state.selection);
    if (state.selection) {
      const thing = model.things.get(state.selection);
      excerpt.show(state.selection, reasonFor(ref));
      if (state.camera !== "stay" && map) map.show(positionsOf(thing));
      say(thing.title);
    } else excerpt.show(...current(clock.minute()));
    timeline.draw();
    excerpt.refresh();
    clock.wake();
    tell("chosen", state.selection || "");
    later();
  }

  function reasonFor(ref) {
    if (ref.startsWith("place:")) return "Why this place is here";
    return ref.startsWith("distance:") ? "Reported distance" : "Chosen";
  }

  /** Beside the map: the filters, the chosen thing, or what moves now. */
  function showAside() {
    if (!state.filtering) return excerpt.refresh();
    const onChange = (anew) => {
      filter.apply(state.filters);
      state.look += 1;
      timeline.draw();
      refresh();
      if (anew === true) showAside();
      else aside.querySelector(".dl-told").replaceChildren(...toldOf(filter.get(), model));
    };
    aside.replaceChildren(...filterPanel(model, state.filters, { kept: filter.get(), onChange, onClose: () => ctx.toggleFilters(), shownArea: () => map && map.area() }));
    return undefined;
  }

  function currentThing() {
    const [ref, reason] = state.selection ? [state.selection, "Chosen"] : current(clock.minute());
    return ref ? { thing: model.things.get(ref), reason } : null;
  }

  function step(way) {
    const now = clock.state.second;
    const seconds = ctx.beats().map((each) => model.axis.second(each.minute));
    const target = way > 0 ? seconds.find((each) => each > now + 0.02) : [...seconds].reverse().find((each) => each < now - 0.05);
    clock.pause();
    clock.seek(target === undefined ? (way > 0 ? model.axis.seconds : 0) : target + 0.001);
    requestAnimationFrame(() => look(false));
    later();
  }

  function timeKeys(event) {
    if (event.key === "Enter" && beat) {
      event.preventDefault();
      select(beat.ref);
      return;
    }
    const jumps = { Home: 0, End: model.axis.seconds, PageUp: clock.state.second - model.axis.seconds / 10, PageDown: clock.state.second + model.axis.seconds / 10 };
    if (event.key in jumps) clock.seek(jumps[event.key]);
    else if (event.key === "+" || event.key === "=") timeline.zoom(clock.state.second, 0.7);
    else if (event.key === "-") timeline.zoom(clock.state.second, 1.4);
    else return;
    event.preventDefault();
    event.stopPropagation();
    later();
  }

  /** Each key and what it does; false: the key is left to the browser. */
  const keys = {
    " ": () => ctx.playPressed(),
    ArrowRight: () => step(1),
    ArrowLeft: () => step(-1),
    Home: () => jump(0),
    End: () => jump(model.axis.seconds),
    f: () => ctx.fullScreen(),
    Escape: () => (state.filtering ? ctx.toggleFilters() : state.selection ? select(null) : false),
  };

  function jump(second) {
    clock.seek(second);
    later();
  }

  function onFullScreen() {
    root.classList.toggle("dl-full", ctx.isFull());
  }

  function refresh() {
    transport.refresh();
    if (map) map.redraw();
    clock.wake();
    later();
  }

  let waiting = null;
  /** The address is written when things have come to rest, not while they move. */
  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (!gone && !clock.state.playing) keepAddress();
    }, 350);
  }

  function keepAddress(how) {
    const hasMoved = state.owned || (map && (state.begun || state.selection));
    writeAddress(model, { ...state, second: clock.state.second, view: hasMoved && map ? map.view() : null }, how);
  }

  const stopListening = listenForKeys(keys);
  // what the stage stands at, for whoever looks at the element: tests do
  root.probe = () => ({ ...state, second: clock.state.second, playing: clock.state.playing, iso: model.dates.iso(clock.minute()), view: map && map.view() });
  frame(clock.minute(), clock.state.second);
  refresh();
  if (state.selection) select(state.selection, { isStep: false });
  return {
    update(next) {
      tell = next.tell;
    },
    destroy() {
      gone = true;
      clearTimeout(waiting);
      clock.stop();
      stopListening();
      window.removeEventListener("popstate", onHistory);
      themeWatch.disconnect();
      timeline.destroy();
      document.removeEventListener("fullscreenchange", onFullScreen);
      if (map) map.destroy();
      root.remove();
    },
  };
}
