// Where Streamlit meets the player: mounts a stage per element, keeps it across reruns, leaves it when it goes.

import { loadDeck } from "./bundle.js";
import { el } from "./dom.js";
import { hostOf } from "./host.js";
import { layOut } from "./layout.js";
import { fetchScene } from "./scene.js";

const GOODBYE_MILLISECONDS = 400; // a rerun may take the element out and bring it back; a page change does not
const stages = new WeakMap(); // host -> what stands in it
const player = import("./stage.js"); // on its way while the scene is

/** Called on every run of the page that changes `data`: { title, scene (its address; null while it is read), digest, options }. */
export function mount(component) {
  const { data, setTriggerValue } = component;
  const host = hostOf(component, "main");
  const told = { ...data, tell: setTriggerValue };
  let held = stages.get(host);
  if (held && held.digest === data.digest) held.update(told);
  else {
    if (held) held.destroy();
    held = open(host, told);
    stages.set(host, held);
  }
  clearTimeout(held.leaving);
  return () => {
    held.leaving = setTimeout(() => {
      held.destroy();
      if (stages.get(host) === held) stages.delete(host);
    }, GOODBYE_MILLISECONDS);
  };
}

/** The boxes and the title at once; the stage when its scene is here. */
function open(host, first) {
  const boxes = layOut(host, first.title);
  let told = first;
  let stage = null;
  let gone = false;
  loadDeck(first.assets).catch(() => {}); // on its way too; if it does not come, the map will say so
  boxes.wait.textContent = first.scene ? "Fetching the story…" : "Reading the articles…";
  if (first.scene) fetchAndBuild();

  function fetchAndBuild() {
    const scene = fetchScene(() => told.scene, { onUnknown: () => told.tell("missing", told.scene) });
    Promise.all([scene, player]).then(([found, { createStage }]) => {
      if (!gone) stage = createStage(boxes, found, told);
    }).catch((error) => {
      console.warn(error);
      if (!gone) sayWhy(boxes.wait, error);
    });
  }

  return {
    digest: first.digest,
    leaving: null,
    update(next) {
      told = next;
      if (stage) stage.update(next);
    },
    destroy() {
      gone = true;
      if (stage) stage.destroy();
      boxes.root.remove();
    },
  };
}

function sayWhy(wait, error) {
  const again = el("button", { type: "button", class: "dl-link", text: "Load the page again", onclick: () => window.location.reload() });
  wait.replaceChildren(`${error.message} `, again);
}
