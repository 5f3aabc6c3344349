// The grips at both ends of the timeline: pulled in, by finger, mouse or key, they leave out the days before or after.

import { el } from "./dom.js";

const WIDE = 24; // pixels: a finger finds it
const OUTSIDE = 20; // of them beyond the day at which it stands
const AT_END = 8; // pixels from the end of the axis at which a grip lifts its limit
const WEEK = 7; // days of the axis that a page is
const REST_MILLISECONDS = 400; // after the last key its day becomes the filter

const ENDS = {
  from: { label: "First day shown", home: "Home", inner: 1 },
  to: { label: "Last day shown", home: "End", inner: -1 },
};

/** `plot()` gives { left, right, x(minute), minuteAt(px) } of the timeline as it is drawn, in pixels of `host`; `onMove(from, to)` what a pull would leave, or null. */
export function createLimits(host, { ctx, plot, onMove }) {
  const { axis, dates } = ctx.model;
  const days = shownDays(axis).map((minute) => dates.iso(minute).slice(0, 10));
  const grips = Object.entries(ENDS).map(([end, { label }]) => createGrip(end, label));

  function createGrip(end, label) {
    const node = el("div", {
      class: `dl-grip dl-grip-${end}`, role: "slider", tabindex: "0", "aria-label": label, title: `${label}: pull, or use the arrow keys`, "aria-valuemin": "0", "aria-valuemax": String(days.length),
      onpointerdown: (event) => take(event), onpointermove: (event) => pull(event), onpointerup: (event) => drop(event), onpointercancel: () => put(null), onkeydown: (event) => onKey(event), onblur: () => settle(),
    }, el("span", { class: "dl-grip-tab" }));
    node.hidden = axis.isEmpty;
    host.append(node);
    let pulled = null; // the day that is not the filter yet; "" lifts it
    let isHeld = false;
    let waiting = null;

    const day = () => pulled ?? ctx.filters()[end];

    /** Between the other limit and the end of the axis; null for what lies on the end itself. */
    function dayAt(px) {
      const { left, right, minuteAt } = plot();
      if (end === "from" ? px < left + AT_END : px > right - AT_END) return "";
      return kept(dates.iso(minuteAt(Math.max(left, Math.min(right - 1, px)))).slice(0, 10));
    }

    function kept(asked) {
      const { from, to } = ctx.filters();
      if (end === "from") return to && asked > to ? to : asked;
      return from && asked < from ? from : asked;
    }

    function put(next) {
      pulled = next;
      place();
      onMove(pulled === null ? null : [grips[0].pixel(), grips[1].pixel()]);
    }

    function settle() {
      clearTimeout(waiting);
      if (pulled === null || isHeld) return;
      const chosen = pulled;
      put(null);
      if (chosen !== ctx.filters()[end]) ctx.limit({ [end]: chosen });
    }

    const pixelOf = (event) => event.clientX - host.getBoundingClientRect().left;

    function take(event) {
      if (event.button !== 0) return;
      node.setPointerCapture(event.pointerId);
      isHeld = true;
    }

    function pull(event) {
      if (isHeld) put(dayAt(pixelOf(event)));
    }

    function drop() {
      isHeld = false;
      settle();
    }

    function onKey(event) {
      const { home, inner } = ENDS[end];
      const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: WEEK, PageDown: -WEEK };
      const isLifted = [home, "Delete", "Backspace", "Escape"].includes(event.key);
      if (!isLifted && !(event.key in steps)) return;
      event.preventDefault();
      event.stopPropagation();
      const at = day() ? days.findLastIndex((each) => each <= day()) : inner > 0 ? -1 : days.length;
      const next = at + steps[event.key];
      put(isLifted || !(next in days) ? "" : kept(days[next]));
      clearTimeout(waiting);
      waiting = setTimeout(settle, REST_MILLISECONDS);
    }

    /** Where the limit stands: from the first minute of its day, or up to the last of it. */
    function pixel() {
      const { left, right, x } = plot();
      if (!day()) return end === "from" ? left : right;
      const px = x(dates.minute(day()) + (end === "to" ? 1440 : 0));
      return Math.max(left, Math.min(right, px));
    }

    function place() {
      const at = pixel();
      const first = end === "from" ? Math.max(0, at - OUTSIDE) : at - (WIDE - OUTSIDE);
      node.style.transform = `translateX(${first.toFixed(1)}px)`;
      node.style.setProperty("--at", `${(at - first).toFixed(1)}px`);
      node.classList.toggle("dl-grip-set", Boolean(day()));
      const index = day() ? days.findLastIndex((each) => each <= day()) + 1 : end === "from" ? 0 : days.length;
      node.setAttribute("aria-valuenow", String(index));
      node.setAttribute("aria-valuetext", day() ? dates.day(dates.minute(day())) : "no limit");
    }

    return { place, pixel, day, destroy: () => clearTimeout(waiting) };
  }

  return {
    /** After every drawing of the timeline. */
    place: () => grips.forEach((grip) => grip.place()),
    /** The days as the grips stand, held or not: [from, to]. */
    days: () => grips.map((grip) => grip.day()),
    destroy: () => grips.forEach((grip) => grip.destroy()),
  };
}

/** The minute at which each day of the axis begins: none within its folds. */
function shownDays({ stops, folds, isFolded }) {
  return stops.slice(0, -1).filter(([, second]) => !folds.some((fold) => fold.from === second) && !isFolded(second + 1e-6)).map(([minute]) => minute);
}
