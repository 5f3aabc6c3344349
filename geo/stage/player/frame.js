// A rectangle drawn over the map with the Shift key held.

import { el } from "./dom.js";

const LEAST = 12; // pixels: a smaller rectangle was a click

/** `onDrawn([left, top, right, bottom])` in pixels of the host. */
export function drawnFrame(host, { onDrawn }) {
  const frame = el("div", { class: "dl-frame", hidden: true });
  host.append(frame);
  let from = null;

  const pixel = (event) => {
    const box = host.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const boxTo = ([x, y]) => [Math.min(x, from[0]), Math.min(y, from[1]), Math.max(x, from[0]), Math.max(y, from[1])];

  function onDown(event) {
    if (!event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    from = pixel(event);
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onUp, { once: true });
  }

  function onMove(event) {
    const [left, top, right, bottom] = boxTo(pixel(event));
    frame.hidden = false;
    Object.assign(frame.style, { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` });
  }

  function onUp(event) {
    window.removeEventListener("pointermove", onMove);
    frame.hidden = true;
    const box = boxTo(pixel(event));
    if (box[2] - box[0] > LEAST && box[3] - box[1] > LEAST) onDrawn(box);
  }

  host.addEventListener("pointerdown", onDown, { capture: true });
  return {
    destroy() {
      host.removeEventListener("pointerdown", onDown, { capture: true });
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onUp);
      frame.remove();
    },
  };
}
