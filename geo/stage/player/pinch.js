// Two fingers on an element: how far apart they are and where their middle is, from one move to the next.

/** `onPinch({ factor, from, to })`: the fingers came so many times as near; their middle went from x to x, in pixels of the page. */
export function listenForPinch(node, { onBegin, onPinch }) {
  const fingers = new Map(); // pointer -> [x, y]
  const isPinching = () => fingers.size === 2;
  const capture = true; // before the element's own listeners, which ask whether it is a pinch

  node.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch" || fingers.size === 2) return;
    fingers.set(event.pointerId, [event.clientX, event.clientY]);
    if (isPinching()) onBegin();
  }, capture);
  node.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    const before = spread(fingers);
    fingers.set(event.pointerId, [event.clientX, event.clientY]);
    const after = spread(fingers);
    if (isPinching()) onPinch({ factor: before.apart / after.apart, from: before.middle, to: after.middle });
  }, capture);
  for (const name of ["pointerup", "pointercancel"]) {
    node.addEventListener(name, (event) => setTimeout(() => fingers.delete(event.pointerId)), capture); // it is a pinch until the element has heard of it
  }
  return isPinching;
}

/** How far apart two fingers are and the x of their middle, in pixels of the page; never nearer than a finger is wide. */
function spread(fingers) {
  const [[ax, ay], [bx, by] = [ax, ay]] = fingers.values();
  return { apart: Math.max(24, Math.hypot(bx - ax, by - ay)), middle: (ax + bx) / 2 };
}
