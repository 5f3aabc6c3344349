// What stands still is drawn once, into a picture under the deck: a frame of play then draws what moves alone.

import { offsetPixels } from "./camera.js";
import { el } from "./dom.js";

const REST_MILLISECONDS = 140; // the camera rests when it has not moved for so long
const SHARE = 4; // a drawing is followed by so many times its own length without another

/** `isMoving(layer id)` tells the layers of each frame; `isSlow()` whether drawing costs more than a frame has,
 * `isGliding()` whether the camera is on its way; `onRest()` is called when the camera has come to rest, and is to build what stands still for the new view. */
export function createStill(box, deck, { isMoving, isSlow, isGliding, onRest }) {
  const canvas = el("canvas", { class: "dl-still", "aria-hidden": "true", hidden: true });
  const pencil = canvas.getContext("2d", { willReadFrequently: true }); // kept in memory: it is copied to, never drawn on
  let pass = "all"; // what the next drawing of the deck is of: "all", "still", "moving"
  let drawn = null; // the view of the picture
  let view = null;
  let resting = null;
  let isAtRest = true;
  let again = 0; // when the next drawing is due

  box.before(canvas);
  deck.setProps({ layerFilter: ({ layer, renderPass }) => renderPass !== "screen" || pass === "all" || (pass === "moving") === isMoving(layer.id) });

  function draw() {
    const began = performance.now();
    const source = box.querySelector("canvas");
    pass = "still";
    deck.redraw("still");
    if (canvas.width !== source.width || canvas.height !== source.height) Object.assign(canvas, { width: source.width, height: source.height });
    else pencil.clearRect(0, 0, canvas.width, canvas.height);
    pencil.drawImage(source, 0, 0); // waits for the drawing to be done
    pass = "moving";
    deck.redraw("moving");
    canvas.hidden = false;
    canvas.style.transform = "";
    drawn = view;
    again = performance.now() + SHARE * (performance.now() - began);
  }

  /** All in one drawing, as long as the camera moves. */
  function whole() {
    if (pass === "all") return;
    pass = "all";
    canvas.hidden = true;
  }

  /** Where drawing is slow, the picture is shifted and scaled with the camera, as the ground is. */
  function shift(size) {
    const scale = 2 ** (view.zoom - drawn.zoom);
    const [dx, dy] = offsetPixels([drawn.longitude, drawn.latitude], view);
    canvas.style.transformOrigin = `${size.width / 2}px ${size.height / 2}px`;
    canvas.style.transform = `translate(${dx}px, ${dy}px) scale(${scale})`;
  }

  function rest() {
    if (isGliding()) {
      resting = setTimeout(rest, REST_MILLISECONDS);
      return;
    }
    isAtRest = true;
    onRest();
  }

  return {
    /** Whether what stands still may be drawn anew now, without taking more than its share of the time. */
    isDue: () => pass === "all" || (isAtRest && performance.now() >= again),
    isShifting: () => !isAtRest && pass === "moving",
    /** The layers that stand still have changed. */
    changed() {
      if (isAtRest && view) draw();
    },
    follow(next, size) {
      view = next;
      isAtRest = false;
      if (drawn && isSlow() && !canvas.hidden) shift(size);
      else whole();
      clearTimeout(resting);
      resting = setTimeout(rest, REST_MILLISECONDS);
    },
    whole,
    destroy: () => clearTimeout(resting),
  };
}
