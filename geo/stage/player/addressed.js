// The stage and the address in step: read when the page opens or a person goes back, written when things rest.

import { readAddress, writeAddress } from "./address.js";
import { noteDown } from "./dom.js";

const REST_MILLISECONDS = 350;

/** `onReturn()` is called when the browser went back or forward to another state of this story. */
export function createAddressed(stage, { onReturn }) {
  const { model, state, filter, clock, boxes } = stage;
  const home = new URLSearchParams(window.location.search).get("story");
  const path = window.location.pathname;
  let waiting = null;

  /** The state as the address tells it; what it asks for in vain is said in a note. */
  function take() {
    const { state: told, second, view, wrong } = readAddress(model);
    Object.assign(state, told, { owned: Boolean(view), begun: state.begun || second !== null });
    filter.apply(state.filters);
    clock.state.second = second ?? model.opening(state.clock);
    noteDown(boxes.note, wrong.length ? `This link asks for ${wrong.join(", ")}, which this story does not have. Here is the story.` : "");
    return view;
  }

  const isHere = () => window.location.pathname === path && new URLSearchParams(window.location.search).get("story") === home;

  function onHistory() {
    if (!isHere()) return;
    clearTimeout(waiting);
    onReturn();
  }
  window.addEventListener("popstate", onHistory);

  function keep(how) {
    if (!isHere()) return; // another page has the address by now
    writeAddress(model, { ...state, second: clock.state.second, view: viewNow() }, how);
  }

  /** Where the map looks; before there is a map, where it will look first. */
  function viewNow() {
    if (!stage.map) return stage.ctx.startView;
    return state.owned || state.begun || state.selection ? stage.map.view() : null;
  }

  return {
    take,
    keep,
    /** Makes a change that the back button takes back. */
    step(change) {
      keep();
      change();
      keep({ isStep: true });
    },
    /** The address is written when things have come to rest, not while they move. */
    later() {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        if (!clock.state.playing) keep();
      }, REST_MILLISECONDS);
    },
    destroy() {
      clearTimeout(waiting);
      window.removeEventListener("popstate", onHistory);
    },
  };
}
