// Where Streamlit meets the player: mounts a stage per element, keeps it across reruns, leaves it when it goes.

import { createStage } from "./stage.js";

const stages = new WeakMap();
const GOODBYE = 400; // a rerun may take the element out and bring it back; a page change does not

/** Called on every run of the page. `data` is { scene (JSON text), digest, options }. */
export function mount({ parentElement, data, setTriggerValue }) {
  const host = parentElement.querySelector(".dl-main") || parentElement;
  let stage = stages.get(host);
  if (!stage || stage.digest !== data.digest) {
    if (stage) stage.destroy();
    stage = createStage(host, JSON.parse(data.scene), { ...data, tell: setTriggerValue });
    stage.digest = data.digest;
    stages.set(host, stage);
  }
  clearTimeout(stage.leaving);
  stage.update({ ...data, tell: setTriggerValue });
  const mine = stage;
  return () => {
    mine.leaving = setTimeout(() => {
      mine.destroy();
      if (stages.get(host) === mine) stages.delete(host);
    }, GOODBYE);
  };
}
