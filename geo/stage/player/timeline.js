// Under the map: journeys as bars, events as marks, on the story's folded axis. The playhead is the clock.

import { el, svg } from "./dom.js";
import { hueVariable } from "./heads.js";
import { FACTUAL } from "./model.js";
import { count, shortened, sourceName } from "./words.js";

const LEFT = 150;
const RIGHT = 22;
const AXIS_HEIGHT = 30;
const EVENT_HEIGHT = 24;
const MOST_LANES = 7;
const MOST_ZOOM = 24;

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
  const window_ = { from: 0, to: axis.seconds };
  host.append(slider, tip);
  let size = { width: 0, height: 0 };
  let spots = [];
  let told = "";

  const inner = () => Math.max(60, size.width - left() - RIGHT);
  const left = () => (size.width < 600 ? 14 : LEFT);
  const x = (second) => left() + ((second - window_.from) / (window_.to - window_.from || 1)) * inner();
  const secondAt = (px) => window_.from + ((px - left()) / inner()) * (window_.to - window_.from);

  function draw() {
    size = { width: host.clientWidth, height: host.clientHeight };
    if (size.height <= AXIS_HEIGHT) return; // on its way out of the page
    drawing.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
    drawing.replaceChildren();
    spots = [];
    if (axis.isEmpty) {
      drawing.append(svg("text", { x: 16, y: 30, class: "dl-lane-name", text: "No article dates anything here, so there is nothing to play. The map and the sentences still stand." }));
      return;
    }
    const clip = svg("clipPath", { id: ctx.id("time") }, svg("rect", { x: left() - 6, y: 0, width: inner() + 12, height: size.height }));
    const namesClip = svg("clipPath", { id: ctx.id("names") }, svg("rect", { x: 0, y: 0, width: left() - 10, height: size.height }));
    const plot = svg("g", { "clip-path": `url(#${ctx.id("time")})` });
    drawing.append(clip, namesClip, plot);
    drawFolds(plot);
    drawLimit(plot);
    drawTicks(plot);
    drawArticles(plot);
    drawEvents(plot);
    drawLanes(plot);
    frame(clock.minute(), clock.state.second);
  }

  function drawFolds(plot) {
    let free = -Infinity;
    for (const fold of axis.folds) {
      const [a, b] = [x(fold.from), x(fold.to)];
      const middle = (a + b) / 2;
      plot.append(
        svg("rect", { x: a, y: 0, width: Math.max(1, b - a), height: size.height - AXIS_HEIGHT, class: "dl-fold" }),
        middle < free ? "" : svg("path", { d: `M${middle - 5} ${size.height - AXIS_HEIGHT + 5}l4 -10M${middle + 1} ${size.height - AXIS_HEIGHT + 5}l4 -10`, class: "dl-fold-mark" }),
      );
      if (middle >= free) free = middle + 16; // one sign for many folds where they lie close
      spots.push({ a, b, top: size.height - AXIS_HEIGHT - 8, bottom: size.height, says: `${count(Math.round(fold.minutes / 1440), "day")} with nothing dated, folded` });
    }
  }

  /** The days that the filter leaves: what lies outside is shaded. */
  function drawLimit(plot) {
    const { from, to } = ctx.filters();
    const shade = (a, b) => b > a && plot.append(svg("rect", { x: a, y: 0, width: b - a, height: size.height - AXIS_HEIGHT, class: "dl-limit" }));
    if (from) shade(left() - 6, x(axis.second(dates.minute(from))));
    if (to) shade(x(axis.second(dates.minute(to) + 1440)), left() + inner() + 6);
  }

  function drawTicks(plot) {
    const baseline = size.height - AXIS_HEIGHT;
    plot.append(svg("line", { x1: left(), x2: left() + inner(), y1: baseline, y2: baseline, class: "dl-baseline" }));
    let free = -Infinity;
    let freeYear = -Infinity;
    let year = null;
    for (const [minute, second] of axis.stops) {
      const px = x(second);
      if (px < left() - 1 || px > left() + inner() + 1) continue;
      plot.append(svg("line", { x1: px, x2: px, y1: baseline, y2: baseline + 5, class: "dl-tick" }));
      const isNewYear = dates.year(minute) !== year;
      if (isNewYear && px >= freeYear) {
        plot.append(svg("text", { x: px + 2, y: baseline + 27, class: "dl-year", text: dates.year(minute) }));
        year = dates.year(minute);
        freeYear = px + 34;
      }
      if (px < free || px > left() + inner() - 30) continue;
      plot.append(svg("text", { x: px + 2, y: baseline + 15, class: "dl-tick-name", text: dates.short(minute) }));
      free = px + 48;
    }
  }

  function drawArticles(plot) {
    const baseline = size.height - AXIS_HEIGHT;
    for (const article of model.scene.articles) {
      if (article.minute === null) continue;
      const px = x(axis.second(article.minute));
      plot.append(svg("path", { d: `M${px} ${baseline - 1}l-4 -7h8z`, class: "dl-published" }));
      spots.push({ a: px - 5, b: px + 5, top: baseline - 10, bottom: baseline, says: `Published: ${sourceName(article)}`, minute: article.minute });
    }
  }

  function drawEvents(plot) {
    if (left() > 100 && ctx.events().some((event) => event.window)) drawing.append(svg("text", { x: 16, y: EVENT_HEIGHT / 2 + 8, class: "dl-lane-name", text: "Events" }));
    const y = EVENT_HEIGHT / 2 + 4;
    for (const event of ctx.events()) {
      if (!event.window) continue;
      const [a, b] = event.window.map((minute) => x(axis.second(minute)));
      const state = FACTUAL.has(event.status) ? "fact" : event.status === "denied" ? "denied" : "plan";
      const middle = (a + b) / 2;
      const chosen = ctx.selection() === event.ref ? " dl-chosen" : "";
      plot.append(
        svg("line", { x1: a, x2: b, y1: y, y2: y, class: `dl-event-width dl-${state}` }),
        svg("path", { d: `M${middle} ${y - 6}l6 6l-6 6l-6 -6z`, class: `dl-event dl-${state}${chosen}` }),
      );
      if (state === "denied") plot.append(svg("line", { x1: middle - 8, x2: middle + 8, y1: y + 5, y2: y - 5, class: "dl-event-strike" }));
      spots.push({ a: Math.min(a, middle - 7), b: Math.max(b, middle + 7), top: y - 8, bottom: y + 8, ref: event.ref, minute: event.window[0], says: `${event.what} (${event.status})`, when: event.when });
    }
  }

  function drawLanes(plot) {
    const top = EVENT_HEIGHT + 10;
    const room = size.height - AXIS_HEIGHT - top - 10;
    const travellers = lanes();
    const pitch = Math.min(26, room / Math.max(1, travellers.length));
    const thick = Math.max(4, Math.min(12, pitch - 6));
    travellers.forEach((traveller, lane) => {
      const y = top + lane * pitch;
      const hue = hueVariable(traveller.hue);
      if (left() > 100 && pitch > 11) {
        drawing.append(svg("text", { x: 16, y: y + thick / 2 + 4, class: "dl-lane-name", "clip-path": `url(#${ctx.id("names")})`, text: shortened(traveller.name, 20) }));
      }
      // facts over plans: where a plan became a fact, both show
      const ordered = [...traveller.journeys].sort((a, b) => FACTUAL.has(a.status) - FACTUAL.has(b.status));
      for (const journey of ordered) drawBar(plot, journey, { y, thick, hue });
    });
  }

  function lanes() {
    const shown = ctx.journeys().filter((journey) => journey.run);
    const rows = model.travellers
      .map((traveller, index) => ({ ...traveller, journeys: shown.filter((journey) => journey.traveller === index) }))
      .filter((row) => row.journeys.length);
    if (rows.length <= MOST_LANES) return rows;
    const rest = rows.slice(MOST_LANES - 1);
    return [...rows.slice(0, MOST_LANES - 1), { name: `${rest.length} others`, hue: null, journeys: rest.flatMap((row) => row.journeys) }];
  }

  function drawBar(plot, journey, { y, thick, hue }) {
    const { start, end, early, late, known } = journey.run;
    const seconds = [early, start, end, late].map((minute) => x(axis.second(minute)));
    const [a, s, e, b] = seconds;
    const state = FACTUAL.has(journey.status) ? "fact" : journey.status === "denied" ? "denied" : "plan";
    const middle = y + thick / 2;
    const chosen = ctx.selection() === journey.ref ? " dl-chosen" : "";
    const wide = Math.max(3, b - a);
    const group = svg("g", { class: `dl-bar dl-${state}${chosen} dl-known-${known}`, style: `--hue:${hue}` });
    group.append(svg("rect", { x: a, y, width: wide, height: thick, rx: 2, class: "dl-bar-may" }));
    if (known !== "within") group.append(svg("rect", { x: s, y, width: Math.max(3, e - s), height: thick, rx: 2, class: "dl-bar-core" }));
    if (known === "both" || known === "departure") group.append(svg("line", { x1: s, x2: s, y1: y - 2, y2: y + thick + 2, class: "dl-bar-stop" }));
    if (known === "both" || known === "arrival") group.append(svg("line", { x1: e, x2: e, y1: y - 2, y2: y + thick + 2, class: "dl-bar-stop" }));
    if (state === "denied") group.append(svg("line", { x1: a, x2: a + wide, y1: middle, y2: middle, class: "dl-bar-strike" }));
    plot.append(group);
    spots.push({ a: a - 2, b: Math.max(b, a + 6) + 2, top: y - 3, bottom: y + thick + 3, ref: journey.ref, minute: start, says: `${journey.title} (${journey.status})`, when: journey.when });
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

  function spotAt(event) {
    const box = host.getBoundingClientRect();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    const hit = spots.filter((spot) => px >= spot.a && px <= spot.b && py >= spot.top && py <= spot.bottom);
    return { px, py, spot: hit[hit.length - 1] || null };
  }

  let drag = null;
  slider.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || axis.isEmpty) return;
    const { px, spot } = spotAt(event);
    slider.setPointerCapture(event.pointerId);
    drag = { from: px, spot, moved: false, brush: event.shiftKey };
    if (event.shiftKey) event.preventDefault();
    else if (!spot) seek(px);
  });
  slider.addEventListener("pointermove", (event) => {
    const { px, py, spot } = spotAt(event);
    if (drag) {
      if (Math.abs(px - drag.from) > 4) drag.moved = true;
      if (drag.moved && drag.brush) showBrush(drag.from, px);
      else if (drag.moved) seek(px);
      return;
    }
    showTip(spot, px, py);
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
    const reach = (8 / inner()) * (window_.to - window_.from);
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

  function showTip(spot, px = 0, py = 0) {
    tip.hidden = !spot;
    slider.style.cursor = spot && spot.ref ? "pointer" : "";
    if (!spot) return;
    tip.replaceChildren(el("strong", { text: shortened(spot.says, 140) }), spot.when ? el("span", { text: `Reported: ${shortened(spot.when, 80)}` }) : null || "");
    tip.style.left = `${Math.min(Math.max(8, px - 60), size.width - 280)}px`;
    tip.style.bottom = `${size.height - py + 14}px`;
  }

  const watcher = new ResizeObserver(draw);
  watcher.observe(host);
  return { frame, draw, zoom, whole() { window_.from = 0; window_.to = axis.seconds; draw(); }, destroy: () => watcher.disconnect() };
}
