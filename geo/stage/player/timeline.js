// Under the map: journeys as bars, events as marks, on the story's folded axis. The playhead is the clock.

import { el, svg } from "./dom.js";
import { createLimits } from "./limits.js";
import { UNDATED } from "./model.js";
import { listenForPinch } from "./pinch.js";
import { AXIS_HEIGHT, drawTimeline, leftOf } from "./timeline-drawing.js";
import { count, number, shortened } from "./words.js";

const RIGHT = 22;
const MOST_ZOOM = 24;
const REACH = 8; // pixels from which a scrub snaps to an event

export function createTimeline(host, ctx) {
  const { model, clock } = ctx;
  const { axis, dates } = model;
  const drawing = svg("svg", { class: "dl-time-svg", "aria-hidden": "true" });
  const playhead = el("div", { class: "dl-now" });
  const tip = el("div", { class: "dl-tip", hidden: true });
  const brush = el("div", { class: "dl-brush", hidden: true });
  const slider = el("div", {
    class: "dl-time-slider", role: "slider", tabindex: "0", "aria-label": "Moment of the story",
    "aria-valuemin": "0", "aria-valuemax": String(Math.round(axis.seconds * 10)), onkeydown: (event) => ctx.timeKeys(event),
  }, drawing, brush, playhead);
  const tray = el("button", { type: "button", class: "dl-link dl-undated", hidden: true, onclick: () => ctx.select(UNDATED) });
  const window_ = { from: 0, to: axis.seconds };
  const undatable = el("p", { class: "dl-undatable", text: "No article dates anything here, so there is nothing to play. The map and the sentences still stand." });
  host.append(...(axis.isEmpty ? [undatable, slider] : [slider]), tray, tip);
  let size = { width: 0, height: 0 };
  let spots = [];
  let told = "";

  const left = () => leftOf(size);
  const inner = () => Math.max(60, size.width - left() - RIGHT);
  const x = (second) => left() + ((second - window_.from) / (window_.to - window_.from || 1)) * inner();
  const secondAt = (px) => window_.from + ((px - left()) / inner()) * (window_.to - window_.from);

  function draw() {
    const undated = ctx.picture().undated.length;
    tray.hidden = !undated;
    tray.textContent = `${number(undated)} without a date`;
    size = { width: slider.clientWidth, height: slider.clientHeight }; // a phone has the tray under the drawing
    if (size.height <= AXIS_HEIGHT) return; // on its way out of the page
    drawing.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
    drawing.replaceChildren();
    if (axis.isEmpty) {
      spots = [];
      return;
    }
    spots = drawTimeline(drawing, { ctx, size, inner: inner(), x });
    limits.place();
    frame(clock.minute(), clock.state.second);
  }

  function frame(minute, second) {
    const px = x(second);
    playhead.style.transform = `translateX(${px.toFixed(1)}px)`;
    playhead.hidden = axis.isEmpty || px < left() - 2 || px > left() + inner() + 2;
    const words = axis.isFolded(second) && !axis.isEmpty ? "…" : dates.day(minute);
    if (words === told) return;
    told = words;
    slider.setAttribute("aria-valuenow", String(Math.round(second * 10)));
    slider.setAttribute("aria-valuetext", dates.day(minute));
    if (clock.state.playing && (px > left() + inner() || px < left())) scrollTo(second);
  }

  function scrollTo(second) {
    const wide = window_.to - window_.from;
    window_.from = Math.max(0, Math.min(axis.seconds - wide, second - wide * 0.1));
    window_.to = window_.from + wide;
    draw();
  }

  /** What lies under the pointer. Where much does, the chosen one's neighbour is meant: each click goes one deeper. */
  function spotAt(event) {
    const box = slider.getBoundingClientRect(); // the drawing's own: its host has a rule above
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    const hits = spots.filter((spot) => px >= spot.a && px <= spot.b && py >= spot.top && py <= spot.bottom);
    const chosen = hits.findIndex((spot) => spot.ref && spot.ref === ctx.selection());
    const next = chosen > 0 ? chosen - 1 : hits.length - 1;
    return { px, py, spot: hits[next] || null, others: hits.filter((spot) => spot.ref).length - 1 };
  }

  const limits = createLimits(host, {
    ctx,
    plot: () => ({ left: left(), right: left() + inner(), x: (minute) => x(axis.second(minute)), minuteAt: (px) => axis.minute(secondAt(px)) }),
    onMove(ends) {
      brush.hidden = !ends;
      if (ends) showBrush(...ends);
      showTip(ends && { says: limits.days().map((day, last) => (day ? dates.day(dates.minute(day)) : ["the beginning", "the end"][last])).join(" to ") }, { px: ends && (ends[0] + ends[1]) / 2, py: 24 });
    },
  });

  let drag = null;
  const isPinching = listenForPinch(slider, {
    onBegin() {
      if (drag) clock.seek(drag.second); // the first finger meant no moment
      drag = null;
      brush.hidden = true;
      showTip(null);
    },
    onPinch({ factor, from, to }) {
      if (axis.isEmpty) return;
      zoom(secondAt(from - host.getBoundingClientRect().left), factor);
      pan(from - to);
    },
  });
  slider.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || axis.isEmpty || isPinching()) return;
    const { px, spot } = spotAt(event);
    slider.setPointerCapture(event.pointerId);
    drag = { from: px, spot, moved: false, brush: event.shiftKey, second: clock.state.second };
    if (event.shiftKey) event.preventDefault();
    else if (!spot) seek(px);
  });
  slider.addEventListener("pointermove", (event) => {
    if (isPinching()) return;
    const { px, py, spot, others } = spotAt(event);
    if (drag) {
      if (Math.abs(px - drag.from) > 4) drag.moved = true;
      if (drag.moved && drag.brush) showBrush(drag.from, px);
      else if (drag.moved) seek(px);
      return;
    }
    showTip(spot, { px, py, others });
  });
  slider.addEventListener("pointerup", (event) => {
    if (drag && drag.brush) return void endBrush(drag, spotAt(event).px);
    if (drag && !drag.moved && drag.spot) {
      if (drag.spot.minute !== undefined) clock.seek(axis.second(drag.spot.minute) + 0.001);
      if (drag.spot.ref) ctx.select(drag.spot.ref);
    }
    if (drag) requestAnimationFrame(() => ctx.scrubbed());
    drag = null;
  });
  slider.addEventListener("pointerleave", () => showTip(null));
  slider.addEventListener("wheel", (event) => {
    if (axis.isEmpty) return;
    event.preventDefault();
    const { px } = spotAt(event);
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan(event.deltaX);
    else zoom(secondAt(px), Math.exp(event.deltaY * 0.0016));
  }, { passive: false });

  function showBrush(from, to) {
    brush.hidden = false;
    brush.style.left = `${Math.min(from, to)}px`;
    brush.style.width = `${Math.abs(to - from)}px`;
  }

  /** The brushed days become the filter; a click with Shift lifts it. */
  function endBrush({ from, moved }, px) {
    brush.hidden = true;
    drag = null;
    const [first, last] = [Math.min(from, px), Math.max(from, px)].map((each) => dates.iso(axis.minute(secondAt(each))).slice(0, 10));
    ctx.limit(moved ? { from: first, to: last } : { from: "", to: "" });
  }

  function seek(px) {
    const free = secondAt(px);
    const reach = (REACH / inner()) * (window_.to - window_.from);
    const near = ctx.beats().map((beat) => axis.second(beat.minute)).filter((second) => Math.abs(second - free) < reach);
    near.sort((a, b) => Math.abs(a - free) - Math.abs(b - free));
    clock.seek(near.length ? near[0] + 0.001 : free);
  }

  function zoom(around, factor) {
    const wide = Math.min(axis.seconds, Math.max(axis.seconds / MOST_ZOOM, (window_.to - window_.from) * factor));
    const share = (around - window_.from) / (window_.to - window_.from);
    window_.from = Math.max(0, Math.min(axis.seconds - wide, around - share * wide));
    window_.to = window_.from + wide;
    draw();
  }

  function pan(pixels) {
    const wide = window_.to - window_.from;
    window_.from = Math.max(0, Math.min(axis.seconds - wide, window_.from + (pixels / inner()) * wide));
    window_.to = window_.from + wide;
    draw();
  }

  function showTip(spot, { px = 0, py = 0, others = 0 } = {}) {
    tip.hidden = !spot;
    slider.style.cursor = spot && spot.ref ? "pointer" : "";
    if (!spot) return;
    const when = spot.when ? el("span", { text: `Reported: ${shortened(spot.when, 80)}` }) : "";
    const more = spot.ref && others > 0 ? el("span", { text: `${count(others, "other")} here: click again for the next` }) : "";
    tip.replaceChildren(el("strong", { text: shortened(spot.says, 140) }), when, more);
    tip.style.left = `${Math.min(Math.max(8, px - 60), size.width - 280)}px`;
    tip.style.bottom = `${size.height - py + 14}px`;
  }

  const watcher = new ResizeObserver(draw);
  watcher.observe(host);
  return { frame, draw, zoom, whole() { window_.from = 0; window_.to = axis.seconds; draw(); }, destroy() { watcher.disconnect(); limits.destroy(); } };
}
