// What is chosen, and what stands beside the map: the filters, the chosen thing, or what moves now.

import { filterPanel, toldOf } from "./filter-panel.js";
import { TRAVELLERS, UNDATED } from "./model.js";

export function createChoosing(stage) {
  const { model, state, filter, clock, boxes, moments } = stage;

  /** Chooses a thing by its reference, or nothing; a step of the history unless `isStep` is false. */
  function select(ref, { isStep = true } = {}) {
    const asked = ref && model.things.has(ref) ? ref : null;
    const change = () => { state.selection = asked; };
    if (isStep && asked !== state.selection) stage.address.step(change);
    else change();
    state.filtering = false;
    if (stage.map) stage.map.choose(state.selection);
    if (state.selection) {
      const thing = moments.thing(state.selection);
      stage.excerpt.show(state.selection, reasonFor(ref));
      if (state.camera !== "stay" && stage.map) stage.map.show(moments.positionsOf(thing));
      stage.say(thing ? thing.title : boxes.aside.querySelector(".dl-excerpt-title").textContent);
    } else stage.excerpt.show(...moments.current(clock.minute()));
    stage.timeline.draw();
    stage.excerpt.refresh();
    clock.wake();
    stage.tell("chosen", state.selection || "");
    stage.address.later();
  }

  /** What the filters now put aside is gone from timeline and map. */
  function sift() {
    filter.apply(state.filters);
    stage.repaint();
    stage.refresh();
  }

  function showAside() {
    if (!state.filtering) return stage.excerpt.refresh();
    const onChange = (anew) => {
      sift();
      if (anew !== true) return;
      showAside();
      boxes.aside.querySelector("input").focus();
    };
    boxes.aside.replaceChildren(...filterPanel(model, state.filters, { picture: moments.picture(), onChange, onClose: () => stage.ctx.toggleFilters(), shownArea: () => stage.map && stage.map.area() }));
    return undefined;
  }

  /** The counts of the open panel. */
  function showTold() {
    boxes.aside.querySelector(".dl-told")?.replaceChildren(...toldOf(moments.picture(), model));
  }

  /** What the excerpt shows, for the picture, and which of its sentences: null where that is no thing that is told. */
  function current() {
    const thing = moments.thing(state.selection || moments.current(clock.minute())[0]);
    return thing && { thing, sentence: stage.excerpt.sentenceOf(thing) };
  }

  return { select, sift, showAside, showTold, current };
}

function reasonFor(ref) {
  if (ref.startsWith("place:")) return "Why this place is here";
  if (ref === UNDATED) return "In the tray";
  if (ref === TRAVELLERS) return "Who travels";
  return ref.startsWith("distance:") ? "Reported distance" : "Chosen";
}
