// What is chosen, and what stands beside the map: the filters, the chosen thing, or what moves now.

import { filterPanel, toldOf } from "./filters.js";

export function createChoosing(stage) {
  const { model, state, filter, clock, boxes, moments } = stage;

  /** Chooses a thing by its reference, or nothing; a step of the history unless `isStep` is false. */
  function select(ref, { isStep = true } = {}) {
    const asked = ref && model.things.has(ref) ? ref : null;
    const isNew = isStep && asked !== state.selection;
    if (isNew) stage.address.keep(); // what the back button returns to
    state.selection = asked;
    if (isNew) stage.address.keep({ isStep: true });
    state.filtering = false;
    if (stage.map) stage.map.choose(state.selection);
    if (state.selection) {
      const thing = model.things.get(state.selection);
      stage.excerpt.show(state.selection, reasonFor(ref));
      if (state.camera !== "stay" && stage.map) stage.map.show(moments.positionsOf(thing));
      stage.say(thing.title);
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
    state.look += 1;
    stage.timeline.draw();
    stage.refresh();
  }

  function showAside() {
    if (!state.filtering) return stage.excerpt.refresh();
    const onChange = (anew) => {
      sift();
      if (anew === true) showAside();
      else boxes.aside.querySelector(".dl-told").replaceChildren(...toldOf(filter.get(), model));
    };
    boxes.aside.replaceChildren(...filterPanel(model, state.filters, { kept: filter.get(), onChange, onClose: () => stage.ctx.toggleFilters(), shownArea: () => stage.map && stage.map.area() }));
    return undefined;
  }

  function currentThing() {
    const [ref, reason] = state.selection ? [state.selection, "Chosen"] : moments.current(clock.minute());
    return ref ? { thing: model.things.get(ref), reason } : null;
  }

  return { select, sift, showAside, currentThing };
}

function reasonFor(ref) {
  if (ref.startsWith("place:")) return "Why this place is here";
  return ref.startsWith("distance:") ? "Reported distance" : "Chosen";
}
