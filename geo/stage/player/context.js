// What the stage offers its parts: map, timeline, excerpt and transport ask and tell through this alone.

import { carried } from "./address.js";
import { asideWords } from "./filters.js";
import { leaving } from "./leaving.js";

let stageNumber = 0;

export function createContext(stage) {
  return { ...questions(stage), ...actions(stage), ...links(stage) };
}

/** How things stand. */
function questions(stage) {
  const { model, state, filter, clock, boxes, moments, options } = stage;
  const number = (stageNumber += 1);
  return {
    model,
    clock,
    root: boxes.root,
    reduced: stage.reduced,
    tiles: options.tiles,
    ground: options.ground,
    themes: options.themes,
    assets: options.assets,
    id: (name) => `dl-${name}-${number}`,
    startView: null,
    /** What is to be seen: what the filters leave, and on the clock of what was known had been published. */
    picture: moments.picture,
    wholePicture: () => filter.get(),
    journeys: () => moments.picture().journeys,
    events: () => moments.picture().events,
    hiddenPlaces: () => moments.picture().hiddenPlaces,
    asideWords: () => asideWords(moments.picture().aside),
    isFiltering: () => state.filtering,
    filters: () => state.filters,
    clockKind: () => state.clock,
    isOpening: () => !state.begun,
    beats: moments.beats,
    selection: () => state.selection,
    /** What the excerpt tells of. */
    told: () => stage.excerpt?.ref() ?? null,
    camera: () => state.camera,
    cameraIsOwn: () => state.owned,
    linesShown: () => state.lines,
    look: () => `${state.look}|${state.selection}|${state.lines}|${state.clock}`,
    isFull: () => document.fullscreenElement === boxes.root,
    /** Where the camera rests when the map changes its size: at what it showed, or the whole story. */
    restingView() {
      const { beat } = stage;
      const follows = state.camera === "follow" && beat && state.begun;
      return stage.map.viewOf(follows ? [...moments.positionsOf(moments.thing(beat.ref)), ...moments.underWay(clock.minute())] : []);
    },
  };
}

/** What a person does. */
function actions(stage) {
  const { model, state, clock, boxes } = stage;
  return {
    select: stage.select,
    step: stage.steps.step,
    timeKeys: stage.steps.timeKeys,
    wake: () => clock.wake(),
    viewMoved: () => stage.address.later(),
    toggleFilters() {
      state.filtering = !state.filtering;
      stage.choosing.showAside();
      stage.transport.refresh();
      (state.filtering ? boxes.aside.querySelector("input") : boxes.bar.querySelector('[aria-label="Filter"]')).focus();
    },
    /** Days brushed on the timeline, or a rectangle drawn on the map: null lifts it. */
    limit(change) {
      stage.address.step(() => {
        Object.assign(state.filters, change);
        stage.choosing.sift();
      });
      if (state.filtering) stage.choosing.showAside();
      stage.say(stage.ctx.asideWords() || "Nothing is put aside.");
    },
    /** The map draws these reported distances, and no others. */
    measured(distances) {
      stage.measured = distances;
      if (stage.map) stage.map.measure(distances);
    },
    setClock(kind) {
      if (kind === state.clock) return;
      stage.address.step(() => {
        if (!state.begun) clock.state.second = model.opening(kind);
        state.clock = kind;
      });
      stage.repaint();
      stage.refresh();
      stage.say(kind === "known" ? "Showing what had been published by each moment." : "Showing when things happened.");
    },
    setCamera(kind) {
      state.camera = kind;
      state.owned = false;
      if (kind === "overview" && stage.map) stage.map.home();
      if (kind === "follow") stage.look(true);
      stage.refresh();
    },
    cameraTaken() {
      state.owned = true;
      if (state.camera === "stay") return;
      state.camera = "stay";
      stage.transport.refresh();
    },
    toggleLines() {
      state.lines = !state.lines;
      stage.refresh();
    },
    playPressed() {
      clock.toggle();
      const { playing } = clock.state;
      if (!model.axis.isEmpty) stage.say(`${playing ? "Playing" : "Paused"}, ${model.dates.day(clock.minute())}.`);
      stage.tell("played", playing ? "play" : "pause");
    },
    scrubbed() {
      stage.look(false);
      stage.address.later();
    },
    fullScreen() {
      if (document.fullscreenElement) document.exitFullscreen();
      else boxes.root.requestFullscreen();
    },
  };
}

/** Ways out: the picture, and the articles. */
function links(stage) {
  const { model, options } = stage;
  return {
    async savePicture() {
      const { PICTURE_RATIO, savePicture } = await import("./picture.js"); // seldom asked for
      if (stage.map) savePicture(await stage.map.snapshot(PICTURE_RATIO), stage.ctx, stage.choosing.current());
    },
    articleAddress: (excerpt) => options.articles + `?story=${encodeURIComponent(model.scene.story.id)}&article=${encodeURIComponent(excerpt.article)}&at=${excerpt.start}`,
    openArticle(event, excerpt) {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      stage.address.keep(); // the back button returns to this picture
      leaving();
      stage.tell("opened", { article: excerpt.article, at: excerpt.start, filters: carried() });
    },
  };
}
