// At the foot of the map: how long a kilometre is, and whose ground is drawn.

import { scaleBar } from "./camera.js";
import { el } from "./dom.js";
import { number } from "./words.js";

const MOST = 110; // pixels of the scale bar

/** `whose` ground it is until `credit` says another. */
export function createFoot(host, whose) {
  const length = el("span");
  const bar = el("span", { class: "dl-scale" }, length);
  const credit = el("span", { class: "dl-credit", text: whose });
  host.append(el("p", { class: "dl-foot" }, bar, credit));

  return {
    place(view) {
      const { km, pixels } = scaleBar(view, MOST);
      length.textContent = km >= 1 ? `${number(km)} km` : `${number(Math.round(km * 1000))} m`;
      bar.style.width = `${pixels.toFixed(1)}px`;
    },
    words: () => credit.textContent,
    /** Text and links. */
    credit(...parts) {
      credit.replaceChildren(...parts);
    },
  };
}
