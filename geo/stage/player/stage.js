// The stage: one clock, one selection; map, timeline, excerpt and transport follow them.

import { createAddressed } from "./addressed.js";
import { createChoosing } from "./choosing.js";
import { createClock } from "./clock.js";
import { createContext } from "./context.js";
import { createExcerpt } from "./excerpt.js";
import { createFilter, emptyFilters } from "./filters.js";
import { listenForKeys } from "./keyboard.js";
import { buildModel } from "./model.js";
import { createMoments } from "./moments.js";
import { createSteps } from "./steps.js";
import { createTimeline } from "./timeline.js";
import { createTransport } from "./transport.js";

const READ_MILLISECONDS = 2000; // while a busy story plays, its sentence stays so long that it can be read
const JUMP_SECONDS = 0.6; // of play: a frame never takes so long, somebody has gone elsewhere
const SAY_MILLISECONDS = 900; // a screen reader gets this long before it is told the next beat

const LOOK_MILLISECONDS = 2600; // the camera of a busy story glides and stays before it looks elsewhere

const reduced = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const opened = () => ({ selection: null, clock: "happened", camera: "follow", lines: true, look: 0, owned: false, begun: false, filters: emptyFilters(), filtering: false });

/** Builds the stage into its boxes: { update(next), destroy() }. Until the map is drawn, `stage.map` is null. */
export function createStage(boxes, scene, options) {
  const model = buildModel(scene);
  const state = opened();
  const stage = {
    model, state, options, boxes, reduced,
    filter: createFilter(model),
    tell: options.tell,
    map: null,
    beat: null,
    measured: [], // reported distances that the map draws
    say, refresh, look, repaint,
  };
  const clock = createClock(model.axis, { opening: () => model.opening(state.clock), onFrame: frame, onChange: refresh, reduced });
  stage.clock = clock;
  const moments = stage.moments = createMoments(stage);
  stage.address = createAddressed(stage, { onReturn });
  stage.choosing = createChoosing(stage);
  stage.select = stage.choosing.select;
  stage.steps = createSteps(stage);
  const ctx = stage.ctx = createContext(stage);
  const excerpt = stage.excerpt = createExcerpt(boxes.aside, ctx);
  const transport = stage.transport = createTransport(boxes.bar, ctx);
  const timeline = stage.timeline = createTimeline(boxes.timeBox, ctx);
  const { root } = boxes;
  boxes.wait.textContent = "Drawing the map…";
  let gone = false;
  let saying = 0;
  let isLookDue = false;
  let nextLook = 0;
  let nextSentence = 0;
  let shownSecond = 0;
  let painted = null; // the picture that is drawn

  ctx.startView = stage.address.take();
  const onFullScreen = () => root.classList.toggle("dl-full", ctx.isFull());
  document.addEventListener("fullscreenchange", onFullScreen);
  const themeWatch = new MutationObserver(() => stage.map && stage.map.retheme());
  themeWatch.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  // the map comes last: title, sentences and timeline need neither its modules nor its library
  import("./map.js").then(({ createMap }) => createMap(boxes.mapBox, ctx)).then(onMap, (error) => {
    boxes.wait.textContent = `${error.message} The timeline and the sentences still work.`;
  });

  function onMap(map) {
    if (gone) return map.destroy();
    stage.map = map;
    boxes.wait.remove();
    root.dataset.ready = "yes";
    map.choose(state.selection);
    map.measure(stage.measured);
    if (state.selection && !state.owned) map.show(moments.positionsOf(moments.thing(state.selection)));
    refresh();
    return clock.wake();
  }

  function onReturn() {
    clock.pause();
    state.filtering = false;
    ctx.startView = stage.address.take();
    if (stage.map && ctx.startView) stage.map.moveTo(ctx.startView);
    stage.select(state.selection, { isStep: false });
    refresh();
  }

  function frame(now, at) {
    if (gone) return;
    const [minute, second] = clock.state.playing && reduced() ? lastStep(now) : [now, at];
    repaint();
    if (!state.begun && Math.abs(second - model.opening(state.clock)) > 0.0005) state.begun = true;
    timeline.frame(minute, second);
    transport.frame(minute, second);
    if (stage.map) stage.map.frame(minute, second);
    onBeat(minute);
    if (clock.state.playing && isLookDue && performance.now() >= nextLook) look(false);
    if (!state.selection && !state.filtering) showMoment(minute, second);
  }

  function showMoment(minute, second) {
    const isJump = Math.abs(second - shownSecond) > JUMP_SECONDS * clock.state.speed;
    shownSecond = second;
    if (clock.state.playing && !isJump && performance.now() < nextSentence) return;
    const before = excerpt.ref();
    excerpt.show(...moments.current(minute));
    if (excerpt.ref() !== before) nextSentence = performance.now() + READ_MILLISECONDS;
  }

  /** Draws everything anew if there is another picture: other filters, the other clock, an article that has come out. */
  function repaint() {
    const picture = moments.picture();
    if (picture === painted) return;
    painted = picture;
    state.look += 1;
    timeline.draw();
    transport.refresh();
    if (stage.map) stage.map.redraw();
    if (state.filtering) stage.choosing.showTold();
    else if (state.selection) stage.excerpt.refresh();
  }

  /** Reduced motion: the clock runs as ever, and what is seen steps from event to event instead of gliding between. */
  function lastStep(now) {
    const beat = moments.lastBeat(now);
    const second = beat ? model.axis.second(beat.minute) + 0.001 : 0;
    return [model.axis.minute(second), second];
  }

  function onBeat(minute) {
    const now = moments.lastBeat(minute);
    if (now === stage.beat) return;
    stage.beat = now;
    if (!now) return;
    isLookDue = true;
    if (performance.now() - saying > SAY_MILLISECONDS) say(`${model.dates.day(now.minute)}. ${now.says}`);
  }

  function say(words) {
    saying = performance.now();
    boxes.live.textContent = words;
  }

  /** The camera follows what happens, if it is to; `always` even to what it already holds. */
  function look(always) {
    isLookDue = false;
    if (!stage.map || state.camera !== "follow") return;
    const thing = stage.beat ? moments.thing(stage.beat.ref) : null;
    if (!thing) return void (always && stage.map.home());
    const chosen = moments.positionsOf(moments.thing(state.selection));
    const moves = stage.map.show([...chosen, ...moments.positionsOf(thing), ...moments.underWay(clock.minute())], { always });
    if (moves) nextLook = performance.now() + LOOK_MILLISECONDS;
  }

  function refresh() {
    transport.refresh();
    if (stage.map) stage.map.redraw();
    clock.wake();
    stage.address.later();
  }

  const stopListening = listenForKeys(stage.steps.keys);
  // what the stage stands at, for whoever looks at the element: tests do
  root.probe = () => ({ ...state, second: clock.state.second, playing: clock.state.playing, iso: model.dates.iso(clock.minute()), view: stage.map && stage.map.view(), drawn: stage.map && stage.map.lines() });
  frame(clock.minute(), clock.state.second);
  refresh();
  if (state.selection) stage.select(state.selection, { isStep: false });
  return {
    update(next) {
      stage.tell = next.tell;
    },
    destroy() {
      gone = true;
      stage.address.destroy();
      clock.stop();
      stopListening();
      themeWatch.disconnect();
      timeline.destroy();
      document.removeEventListener("fullscreenchange", onFullScreen);
      if (stage.map) stage.map.destroy();
    },
  };
}
