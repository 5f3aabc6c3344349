// What the timeline draws: folds, days, publications, chapters, events as marks, journeys as bars. Hears no pointer.

import { svg } from "./dom.js";
import { hueVariable } from "./heads.js";
import { FACTUAL } from "./model.js";
import { namedStops, stacks } from "./timeline-layout.js";
import { count, dateWords, number, shortened, sourceName } from "./words.js";

export const AXIS_HEIGHT = 30;
const EVENT_HEIGHT = 24;
const CHAPTER_HEIGHT = 18;
const ROOM_FOR_CHAPTERS = 160; // a lower timeline keeps its height for the lanes
const NARROW = 600;
const MOST_LANES = 7;
const LEAST_NAME = 90; // pixels under which a chapter has no name
const LEAST_PITCH = 14; // pixels a lane needs for its name
const LEFT = 150;

/** Where the lanes begin: beside their names, where there is room for those. */
export const leftOf = ({ width }) => (width < NARROW ? 14 : LEFT);

const stateOf = ({ status }) => (FACTUAL.has(status) ? "fact" : status === "denied" ? "denied" : "plan");

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

  function drawEvents() {
    const y = eventsTop + EVENT_HEIGHT - 7;
    const events = ctx.events().filter((event) => event.window);
    const middles = [];
    if (left === LEFT && events.length) nameLane("Events", y + 4);
    for (const event of events) {
      const [a, b] = event.window.map(at);
      const state = stateOf(event);
      const middle = (a + b) / 2;
      middles.push(middle);
      const chosen = ctx.selection() === event.ref ? " dl-chosen" : "";
      plot.append(
        svg("line", { x1: a, x2: b, y1: y, y2: y, class: `dl-event-width dl-${state}` }),
        svg("path", { d: `M${middle} ${y - 6}l6 6l-6 6l-6 -6z`, class: `dl-event dl-${state}${chosen}`, "data-ref": event.ref }),
      );
      if (state === "denied") plot.append(svg("line", { x1: middle - 8, x2: middle + 8, y1: y + 5, y2: y - 5, class: "dl-event-strike" }));
      spots.push({ a: Math.min(a, middle - 7), b: Math.max(b, middle + 7), top: y - 8, bottom: y + 8, ref: event.ref, minute: event.window[0], says: `${event.title} (${event.status})`, when: event.when });
    }
    for (const { middle, amount } of stacks(middles)) plot.append(svg("text", { x: middle, y: y - 8, class: "dl-many", text: number(amount) }));
  }

  function drawLanes() {
    const top = eventsTop + EVENT_HEIGHT + 10;
    const room = baseline - top - 10;
    const rows = lanes(Math.max(1, Math.min(MOST_LANES, Math.floor(room / LEAST_PITCH))));
    const pitch = Math.min(26, room / Math.max(1, rows.length));
    const thick = Math.max(4, Math.min(12, pitch - 6));
    rows.forEach((row, index) => {
      const y = top + index * pitch;
      if (left === LEFT && row.journeys.length) nameLane(row.name, y + thick / 2 + 4);
      // facts over plans: where a plan became a fact, both show
      const ordered = [...row.journeys].sort((a, b) => FACTUAL.has(a.status) - FACTUAL.has(b.status));
      for (const journey of ordered) drawBar(journey, { y, thick, hue: hueVariable(row.hue) });
    });
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
    return [...rows.slice(0, most - 1), { name, hue: null, journeys: rest.flatMap((row) => row.journeys) }];
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
    spots.push({ a: a - 2, b: Math.max(b, a + 6) + 2, top: y - 3, bottom: y + thick + 3, ref: journey.ref, minute: start, says: `${journey.title} (${journey.status})`, when: journey.when });
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
