// What the timeline draws: folds, days, publications, chapters, events as marks, journeys as bars. Hears no pointer.

import { svg } from "./dom.js";
import { hueVariable } from "./heads.js";
import { FACTUAL, TRAVELLERS } from "./model.js";
import { columnOf, columnsOf, highest } from "./timeline-columns.js";
import { namedStops, stacks } from "./timeline-layout.js";
import { count, dateWords, number, shortened, sourceName } from "./words.js";

export const AXIS_HEIGHT = 30;
const EVENT_HEIGHT = 24;
const COLUMNS_HEIGHT = 34; // of events that lie too thick for marks
const FIGURE_HEIGHT = 13; // over the highest column
const FIGURE_ROOM = 100; // pixels: marks that are counted closer than that become columns ...
const MOST_STACKED = 3; // ... and so do bars that lie on one another deeper than that
const CHAPTER_HEIGHT = 18;
const ROOM_FOR_CHAPTERS = 160; // a lower timeline keeps its height for the lanes
const NARROW = 600;
const MOST_LANES = 8; // each colour has its own, the others share one
const LANES_GAP = 8;
const LEAST_NAME = 90; // pixels under which a chapter has no name
const LEAST_PITCH = 13.5; // pixels a lane needs for its name
const LEFT = 150;

/** Where the lanes begin: beside their names, where there is room for those. */
export const leftOf = ({ width }) => (width < NARROW ? 14 : LEFT);

const stateOf = ({ status }) => (FACTUAL.has(status) ? "fact" : status === "denied" ? "denied" : "plan");

const most = (fit) => Math.max(1, Math.min(MOST_LANES, fit));

/** Facts over plans: where a plan became a fact, both show. */
const factsLast = (journeys) => [...journeys].sort((a, b) => FACTUAL.has(a.status) - FACTUAL.has(b.status));
const spotOf = ({ ref, title, status, when }, minute) => ({ ref, minute, when, says: `${title} (${status})` });

/** Draws into `drawing`; `x` gives the pixel of a second. Returns the spots that say what they are:
 * [{ a, b, top, bottom, says, when, ref, minute }]. */
export function drawTimeline(drawing, { ctx, size, inner, x }) {
  const { model } = ctx;
  const { axis, dates } = model;
  const left = leftOf(size);
  const baseline = size.height - AXIS_HEIGHT;
  const chapters = size.height >= ROOM_FOR_CHAPTERS && ctx.clockKind() === "happened" ? model.chapters.filter(isShown) : [];
  const eventsTop = chapters.length ? CHAPTER_HEIGHT : 0;
  const spots = [];
  const at = (minute) => x(axis.second(minute));
  const marks = marksInView();
  const figures = stacks(marks.map(({ middle }) => middle));
  const isThick = figures.length > inner / FIGURE_ROOM;
  const lanesTop = eventsTop + (isThick ? COLUMNS_HEIGHT : EVENT_HEIGHT) + LANES_GAP;
  const plot = svg("g", { "clip-path": `url(#${ctx.id("time")})` });
  drawing.append(svg("clipPath", { id: ctx.id("time") }, svg("rect", { x: left - 6, y: 0, width: inner + 12, height: size.height })), plot);
  drawFolds();
  drawLimit();
  drawTicks();
  drawArticles();
  chapters.forEach(drawChapter);
  drawEvents();
  drawLanes();
  return spots;

  function isShown(chapter) {
    const { things } = ctx.picture();
    return chapter.refs.some((ref) => things.has(ref));
  }

  function drawFolds() {
    let free = -Infinity;
    for (const fold of axis.folds) {
      const [a, b] = [x(fold.from), x(fold.to)];
      const middle = (a + b) / 2;
      plot.append(svg("rect", { x: a, y: 0, width: Math.max(1, b - a), height: baseline, class: "dl-fold" }));
      spots.push({ a, b, top: baseline - 8, bottom: size.height, says: `${count(Math.round(fold.minutes / 1440), "day")} with nothing dated, folded` });
      if (middle < free) continue; // one sign for many folds where they lie close
      plot.append(svg("path", { d: `M${middle - 5} ${baseline + 5}l4 -10M${middle + 1} ${baseline + 5}l4 -10`, class: "dl-fold-mark" }));
      free = middle + 16;
    }
  }

  /** The days that the filter leaves: what lies outside is shaded. */
  function drawLimit() {
    const { from, to } = ctx.filters();
    const shade = (a, b) => b > a && plot.append(svg("rect", { x: a, y: 0, width: b - a, height: baseline, class: "dl-limit" }));
    if (from) shade(left - 6, at(dates.minute(from)));
    if (to) shade(at(dates.minute(to) + 1440), left + inner + 6);
  }

  function drawTicks() {
    plot.append(svg("line", { x1: left, x2: left + inner, y1: baseline, y2: baseline, class: "dl-baseline" }));
    const begun = new Set([0, ...axis.folds.map(({ to }) => to)]);
    const stops = axis.stops.map(([minute, second]) => ({ minute, second, px: x(second), name: dates.short(minute) })).filter(({ px }) => px >= left - 1 && px <= left + inner + 1);
    for (const { px } of stops) plot.append(svg("line", { x1: px, x2: px, y1: baseline, y2: baseline + 5, class: "dl-tick" }));
    const inside = stops.filter(({ px }) => px <= left + inner - 30);
    let year = null;
    for (const { minute, px, name } of namedStops(inside, new Set(inside.filter(({ second }) => begun.has(second))))) {
      plot.append(svg("text", { x: px + 2, y: baseline + 15, class: "dl-tick-name", text: name }));
      if (dates.year(minute) === year) continue; // a year stands under the first day that is named of it
      year = dates.year(minute);
      plot.append(svg("text", { x: px + 2, y: baseline + 27, class: "dl-year", text: year }));
    }
  }

  /** When the articles came out: those that are still to come, or switched off, stand back. */
  function drawArticles() {
    const { isHeard } = ctx.picture();
    for (const article of model.scene.articles) {
      if (article.minute === null) continue;
      const px = at(article.minute);
      const heard = isHeard(article.id);
      plot.append(svg("path", { d: `M${px} ${baseline - 1}l-4 -7h8z`, class: heard ? "dl-published" : "dl-published dl-ahead" }));
      const says = heard ? `Published: ${sourceName(article)}` : `An article of ${dateWords(article.published)}`;
      spots.push({ a: px - 5, b: px + 5, top: baseline - 10, bottom: baseline, says, minute: article.minute });
    }
  }

  function drawChapter(chapter) {
    const [a, b] = chapter.window.map(at);
    const text = svg("text", { x: a + 5, y: 13, class: "dl-chapter-name", text: chapter.title });
    plot.append(svg("line", { x1: a, x2: a, y1: 3, y2: CHAPTER_HEIGHT, class: "dl-chapter" }), svg("line", { x1: a, x2: b, y1: 2.5, y2: 2.5, class: "dl-chapter" }));
    if (b - a >= LEAST_NAME) {
      plot.append(text);
      fitted(text, chapter.title, b - a - 8);
    }
    spots.push({ a, b, top: 0, bottom: CHAPTER_HEIGHT, says: chapter.title, when: chapter.when, minute: chapter.window[0] });
  }

  function marksInView() {
    const dated = ctx.events().filter((event) => event.window).map((event) => ({ event, a: at(event.window[0]), b: at(event.window[1]) }));
    return dated.filter(({ a, b }) => b >= left - 8 && a <= left + inner + 8).map((mark) => ({ ...mark, middle: (mark.a + mark.b) / 2 }));
  }

  function drawEvents() {
    if (left === LEFT && marks.length) nameLane("Events", isThick ? lanesTop - LANES_GAP - 3 : eventsTop + EVENT_HEIGHT - 3);
    if (isThick) return drawEventColumns();
    const y = eventsTop + EVENT_HEIGHT - 7;
    for (const mark of marks) drawEvent(mark, y);
    for (const { middle, amount } of figures) plot.append(svg("text", { x: middle, y: y - 8, class: "dl-many", text: number(amount) }));
  }

  function drawEvent({ event, a, b, middle }, y) {
    const state = stateOf(event);
    plot.append(svg("line", { x1: a, x2: b, y1: y, y2: y, class: `dl-event-width dl-${state}` }), diamond(event, middle, y));
    if (state === "denied") plot.append(svg("line", { x1: middle - 8, x2: middle + 8, y1: y + 5, y2: y - 5, class: "dl-event-strike" }));
    spots.push({ ...spotOf(event, event.window[0]), a: Math.min(a, middle - 7), b: Math.max(b, middle + 7), top: y - 8, bottom: y + 8 });
  }

  function diamond(event, middle, y) {
    const chosen = ctx.selection() === event.ref ? " dl-chosen" : "";
    return svg("path", { d: `M${middle} ${y - 6}l6 6l-6 6l-6 -6z`, class: `dl-event dl-${stateOf(event)}${chosen}`, "data-ref": event.ref });
  }

  /** So many that their marks would hide one another: columns, in which each can still be reached. */
  function drawEventColumns() {
    const bottom = lanesTop - LANES_GAP;
    drawColumns(marks.map(({ event, middle }) => ({ a: middle, b: middle, isSure: FACTUAL.has(event.status) })), { bottom, high: COLUMNS_HEIGHT - FIGURE_HEIGHT, className: "dl-event-column" });
    for (const { event, middle } of marks) {
      const [a, b] = columnOf(middle, left);
      spots.push({ ...spotOf(event, event.window[0]), a, b, top: eventsTop, bottom });
      if (ctx.selection() === event.ref) plot.append(diamond(event, middle, bottom - 6));
    }
  }

  /** Columns as high as they count, the sure part below; over the highest its figure. */
  function drawColumns(spans, { bottom, high, className }) {
    const columns = columnsOf(spans, { from: left, to: left + inner });
    const peak = highest(columns);
    if (!peak) return;
    const heightOf = (amount) => Math.max(1, (amount / peak.all) * high);
    for (const { a, b, sure, all } of columns) {
      const box = { x: a + 0.5, width: b - a - 1 };
      plot.append(svg("rect", { ...box, y: bottom - heightOf(all), height: heightOf(all), class: `${className} dl-column-may` }));
      if (sure) plot.append(svg("rect", { ...box, y: bottom - heightOf(sure), height: heightOf(sure), class: className }));
    }
    plot.append(svg("text", { x: (peak.a + peak.b) / 2, y: bottom - high - 3, class: "dl-many", text: number(peak.all) }));
  }

  function drawLanes() {
    const room = baseline - lanesTop - 9;
    const fit = Math.floor(room / LEAST_PITCH);
    const isShared = sharedOf(lanes(most(fit)));
    const rows = lanes(most(isShared ? fit - 1 : fit)); // columns take the room of two
    const shared = sharedOf(rows);
    const pitch = Math.min(26, room / Math.max(1, rows.length + (shared ? 1 : 0)));
    const thick = Math.max(4, Math.min(12, pitch - 6));
    rows.forEach((row, index) => {
      const y = lanesTop + index * pitch;
      if (left === LEFT && row.journeys.length) nameLane(row.name, y + thick / 2 + 4);
      if (row === shared) drawShared(row, { top: y, bottom: baseline - 12, thick });
      else for (const journey of factsLast(row.journeys)) drawBar(journey, { y, thick, hue: hueVariable(row.hue) });
    });
  }

  function sharedOf(rows) {
    return rows.find(({ isShared, journeys }) => isShared && depthOf(journeys) > MOST_STACKED);
  }

  function spanOf({ run, status }) {
    return { a: at(run.early), b: at(run.late), isSure: FACTUAL.has(status) };
  }

  /** How many of them lie on one another, where most do. */
  function depthOf(journeys) {
    return highest(columnsOf(journeys.map(spanOf), { from: left, to: left + inner }))?.all ?? 0;
  }

  /** The lane of all who have none of their own, counted: whoever is chosen stands out of it. */
  function drawShared({ name, journeys }, { top, bottom, thick }) {
    drawColumns(journeys.map(spanOf), { bottom, high: bottom - top - FIGURE_HEIGHT, className: "dl-bar-column" });
    for (const journey of journeys) {
      const y = bottom - thick;
      if (ctx.selection() === journey.ref) drawBar(journey, { y, thick, hue: hueVariable(null) });
      else spots.push({ ...spotOf(journey, journey.run.start), a: at(journey.run.early) - 2, b: at(journey.run.late) + 2, top, bottom });
    }
    spots.push({ a: 0, b: left - 8, top, bottom, ref: TRAVELLERS, says: `${name}: who they are` });
  }

  /** A lane a traveller, the same at every moment of either clock; those beyond `most` share the last. */
  function lanes(most) {
    const dated = (journeys) => journeys.filter((journey) => journey.run);
    const named = new Set(dated(ctx.wholePicture().journeys).map((journey) => journey.traveller));
    const shown = dated(ctx.journeys());
    const rows = model.travellers.map((traveller, index) => ({ ...traveller, index, journeys: shown.filter((journey) => journey.traveller === index) })).filter(({ index }) => named.has(index));
    if (rows.length <= most) return rows;
    const rest = rows.slice(most - 1);
    const others = rest.filter(({ journeys }) => journeys.length);
    const name = others.length === 1 ? others[0].name : count(others.length, most > 1 ? "other" : "traveller");
    return [...rows.slice(0, most - 1), { name, hue: null, isShared: true, journeys: rest.flatMap((row) => row.journeys) }];
  }

  function nameLane(name, y) {
    const text = svg("text", { x: 16, y, class: "dl-lane-name", text: name });
    drawing.append(text);
    fitted(text, name, left - 30);
  }

  function drawBar(journey, { y, thick, hue }) {
    const { start, end, early, late, known } = journey.run;
    const [a, s, e, b] = [early, start, end, late].map(at);
    const state = stateOf(journey);
    const middle = y + thick / 2;
    const chosen = ctx.selection() === journey.ref ? " dl-chosen" : "";
    const wide = Math.max(3, b - a);
    const group = svg("g", { class: `dl-bar dl-${state}${chosen} dl-known-${known}`, style: `--hue:${hue}`, "data-ref": journey.ref });
    group.append(svg("rect", { x: a, y, width: wide, height: thick, rx: 2, class: "dl-bar-may" }));
    if (known !== "within") group.append(svg("rect", { x: s, y, width: Math.max(3, e - s), height: thick, rx: 2, class: "dl-bar-core" }));
    if (known === "both" || known === "departure") group.append(svg("line", { x1: s, x2: s, y1: y - 2, y2: y + thick + 2, class: "dl-bar-stop" }));
    if (known === "both" || known === "arrival") group.append(svg("line", { x1: e, x2: e, y1: y - 2, y2: y + thick + 2, class: "dl-bar-stop" }));
    if (state === "denied") group.append(svg("line", { x1: a, x2: a + wide, y1: middle, y2: middle, class: "dl-bar-strike" }));
    plot.append(group);
    spots.push({ ...spotOf(journey, start), a: a - 2, b: Math.max(b, a + 6) + 2, top: y - 3, bottom: y + thick + 3 });
  }
}

/** Cuts the words of a text that is drawn until they fit; what is cut off shows when the pointer rests on it. */
function fitted(text, words, width) {
  const letters = Array.from(shortened(words, 80));
  text.textContent = letters.join("");
  while (letters.length && text.getComputedTextLength() > width) {
    letters.pop();
    text.textContent = letters.length ? `${letters.join("").trimEnd()}…` : "";
  }
  if (letters.length < Array.from(words).length) text.append(svg("title", { text: words }));
}
