// Saves what is shown as a PNG fit for a report: title, map, legend, sentence, sources, scale bar, as-of date.

import { kmPerPixel, offsetPixels } from "./camera.js";
import { drawMarks } from "./picture-marks.js";
import { drawMarked, fitted, quoted, wrapped } from "./picture-words.js";
import { STATUS_WORDS, capital, count, dateWords, isolated, number, shortened, sourceName } from "./words.js";

const DATA_CREDIT = "Routes: © OpenStreetMap contributors (ODbL). Places: GeoNames (CC BY 4.0).";
const MARGIN = 28; // pixels, as all lengths here, before the ratio
const WIDE = 1500; // a wider map is made for a wall: its type grows
const MOST_SOURCES = 4;
const MOST_TITLE = 200; // letters
const MOST_GREY = 4; // travellers without a colour that a legend names
const SWATCH = 28;

export const PICTURE_RATIO = 2; // pixels of the picture to a pixel of the page: fit for print

export async function savePicture(shot, ctx, now) {
  const canvas = compose(shot, ctx, now);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${ctx.model.scene.story.id}-${ctx.model.dates.iso(ctx.clock.minute()).replace(":", "")}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** The figure as a canvas: title with the finding, map, legend, sentence, sources, as-of date; `now` is { thing, sentence }. */
function compose(shot, ctx, now) {
  const { size } = shot;
  const style = getComputedStyle(ctx.root);
  const value = (name) => style.getPropertyValue(`--${name}`).trim();
  const look = { value, serif: value("font-serif"), sans: value("font-sans"), type: size.width > WIDE ? 1.4 : 1 };
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  const blocks = [...headOf(ctx, now), { map: shot, before: 14 }, { legend: legendRows(shot), before: 12 }, ...footOf(ctx, now, shot)];
  for (const block of blocks) measure(context, block, size, look);
  const width = size.width + 2 * MARGIN;
  const height = blocks.reduce((sum, block) => sum + block.height + (block.before || 0), 0) + 2 * MARGIN;
  canvas.width = width * PICTURE_RATIO;
  canvas.height = height * PICTURE_RATIO;
  context.scale(PICTURE_RATIO, PICTURE_RATIO);
  context.fillStyle = value("paper");
  context.fillRect(0, 0, width, height);
  let y = MARGIN;
  for (const block of blocks) {
    y += block.before || 0;
    draw(context, block, y, look);
    y += block.height;
  }
  return canvas;
}

/** What is to be read above the map. */
function headOf({ model, clock, clockKind }, now) {
  const moment = model.axis.isEmpty ? "" : `${model.dates.day(clock.minute())}, ${clockKind() === "known" ? "as known then" : "as it happened"}`;
  const facts = now ? factsOf(now.thing) : [];
  return [
    { text: now ? titleOf(now.thing) : model.scene.story.title, font: [600, 26, "serif"], line: 32 },
    { text: [...facts, moment].filter(Boolean).join(" · "), font: [400, 15, "sans"], line: 21, colour: "ink-muted", before: 4 },
  ];
}

/** A distance is titled by its finding, all else by its name. */
const titleOf = (thing) => shortened(thing.judged ? `${capital(thing.says)}, ${thing.title}` : thing.title, MOST_TITLE);

function factsOf(thing) {
  if (thing.judged) return [...thing.measures.map(({ name, km }) => `${capital(name)} ${number(km)} km`), thing.judged.replace(/\.$/, "")];
  const length = thing.km && `${number(thing.km)} km${thing.basis ? `, ${thing.basis}` : ""}`;
  return [thing.status && STATUS_WORDS[thing.status], thing.when, length];
}

/** What is to be read below the map: the sentence, who tells of it, how much is known, whose map it is. */
function footOf(ctx, now, { credit }) {
  const { model } = ctx;
  const quote = now && now.sentence !== null ? model.excerpts[now.sentence] : null;
  const small = { font: [400, 13, "sans"], line: 19, colour: "ink-muted" };
  return [
    ...(quote ? [
      { ...quoted(quote), mark: now.thing.judged ? "mark-distance" : "mark-journey", raised: "1", font: [400, 17, "serif"], line: 26, before: 6 },
      ...sourcesOf(now.thing, quote, model).map((text, at) => ({ text, font: [400, 14, "sans"], line: 20, colour: "ink-muted", before: at ? 0 : 6 })),
    ] : []),
    { text: [...basisOf(ctx), "Drawn with Dateline."].join(" "), ...small, before: 12 },
    { text: `Map: ${credit.replace(/\.$/, "")}. ${DATA_CREDIT}`, ...small },
  ];
}

/** The articles that tell of a thing, numbered, a line each; the first is the one that is quoted. */
function sourcesOf(thing, quote, model) {
  const articles = [...new Set([quote.article, ...thing.excerpts.map((index) => model.excerpts[index].article)])].map((id) => model.articles.get(id));
  const lines = articles.slice(0, MOST_SOURCES).map((article, at) => `${at + 1}  ${sourceWords(article)}`);
  const rest = articles.length - lines.length;
  return rest ? [...lines, `and ${count(rest, "more article")}`] : lines;
}

/** What the picture stands on: up to which day, how many articles, and what the filters left out of it. */
function basisOf(ctx) {
  const { as_of: last } = ctx.model.scene.story;
  const { articles, origins } = ctx.picture();
  const until = ctx.clockKind() === "known" ? `As known on ${ctx.model.dates.day(ctx.clock.minute())}.` : last && `As of ${dateWords(last)}.`;
  return [until, `From ${count(articles, "article")} of ${count(origins, "origin")}.`, ctx.asideWords() && `${ctx.asideWords()}.`].filter(Boolean);
}

/** Publisher, date and title; a title that already stands for the publisher is not said twice. */
function sourceWords(article) {
  const isNamed = Boolean(article.publisher || article.agency);
  const day = article.published ? dateWords(article.published) : "date not known";
  return `${isolated(shortened(sourceName(article), 90))}, ${day}.${isNamed && article.title ? ` “${isolated(shortened(article.title, 120))}”` : ""}`;
}

const fontOf = ([weight, size, family], look) => `${weight} ${size * look.type}px ${look[family]}`;
const legendFont = (look) => fontOf([400, 14, "sans"], look);
const legendLine = ({ type }) => 24 * type;

/** Gives a block its height and, if it is text, its lines. */
function measure(context, block, { width, height }, look) {
  if (block.map) block.height = height;
  else if (block.legend) {
    context.font = legendFont(look);
    block.rows = legendLines(context, block.legend, width);
    block.height = block.rows.length * legendLine(look) + 8;
  } else {
    context.font = fontOf(block.font, look);
    block.lines = block.text ? wrapped(context, block.text, width - 20) : [];
    block.height = block.lines.length * block.line * look.type;
  }
}

function draw(context, block, top, look) {
  if (block.map) return drawMap(context, block.map, top, look);
  if (block.legend) return drawLegend(context, block.rows, top, look);
  const line = block.line * look.type;
  context.font = fontOf(block.font, look);
  if (block.mark) drawMarked(context, block.lines, block.marks, { x: MARGIN, top, line, size: block.font[1] * look.type, colour: look.value(block.mark) });
  context.fillStyle = look.value(block.colour || "ink");
  block.lines.forEach((words, at) => context.fillText(words, MARGIN, top + (at + 0.78) * line));
  if (block.raised && block.lines.length) {
    const x = MARGIN + context.measureText(block.lines[block.lines.length - 1]).width + 3;
    context.font = fontOf([600, 11, "sans"], look);
    context.fillText(block.raised, x, top + (block.lines.length - 0.5) * line);
  }
  return undefined;
}

function drawMap(context, shot, top, look) {
  const { size: { width, height }, canvases } = shot;
  context.save();
  context.beginPath();
  context.rect(MARGIN, top, width, height);
  context.clip();
  context.fillStyle = look.value("ground-water");
  context.fillRect(MARGIN, top, width, height);
  for (const { canvas, tint } of canvases) {
    if (canvas.width) context.drawImage(canvas, MARGIN, top, width, height);
    if (tint) fillOver(context, look.value(tint), [MARGIN, top, width, height]);
  }
  context.translate(MARGIN, top);
  drawMarks(context, shot, look);
  context.restore();
  context.strokeStyle = look.value("rule");
  context.lineWidth = 1;
  context.strokeRect(MARGIN + 0.5, top + 0.5, width - 1, height - 1);
}

/** Multiplies all that is drawn in a box by a colour, as the page does with an online ground in the dark. */
function fillOver(context, colour, box) {
  context.globalCompositeOperation = "multiply";
  context.fillStyle = colour;
  context.fillRect(...box);
  context.globalCompositeOperation = "source-over";
}

/** The rows of the legend, side by side as far as the width goes: [[{ …row, x }], …]. */
function legendLines(context, rows, width) {
  const lines = [];
  let x = width;
  for (const row of rows) {
    const text = fitted(context, row.text, width - SWATCH - 8);
    const needs = SWATCH + 8 + context.measureText(text).width;
    if (x + needs > width) {
      lines.push([]);
      x = 0;
    }
    lines[lines.length - 1].push({ ...row, text, x });
    x += needs + 28;
  }
  return lines;
}

function drawLegend(context, lines, top, look) {
  lines.forEach((rows, at) => {
    const y = top + (at + 0.7) * legendLine(look);
    for (const row of rows) drawLegendRow(context, row, MARGIN + row.x, y, look);
  });
}

function drawLegendRow(context, { colour, kind, text }, x, y, look) {
  const middle = y - 5;
  context.strokeStyle = look.value(colour);
  context.lineWidth = { circle: 1, ring: 2, length: 1.6 }[kind] || 3;
  context.setLineDash(kind === "ghost" ? [7, 6] : kind === "ring" ? [4, 3] : []);
  context.beginPath();
  if (kind === "ring" || kind === "circle") context.arc(x + SWATCH / 2, middle, 8, 0, 2 * Math.PI);
  else strokes(context, [[x, middle], [x + SWATCH, middle]]);
  if (kind === "struck") strokes(context, [[x + 9, y + 1], [x + 19, y - 11]]);
  if (kind === "length") strokes(context, [[x, middle - 5], [x, middle + 5]], [[x + SWATCH, middle - 5], [x + SWATCH, middle + 5]]);
  context.stroke();
  context.setLineDash([]);
  context.font = legendFont(look);
  context.fillStyle = look.value("ink");
  context.fillText(text, x + SWATCH + 8, y);
}

function strokes(context, ...pairs) {
  for (const [from, to] of pairs) {
    context.moveTo(...from);
    context.lineTo(...to);
  }
}

/** One row for each traveller and kind of line, and each kind of mark, that is shown; none for what is not. */
function legendRows({ lines, waits, dimensions, circles, view, size }) {
  const marks = [
    waits.some(({ line }) => line === "ghost") && { colour: "ink-muted", kind: "ring", text: "Visit planned or not dated" },
    dimensions.length && { colour: "mark-distance-edge", kind: "length", text: "Reported distance" },
    circles.some((circle) => reaches(circle, view, size)) && { colour: "accent", kind: "circle", text: "True place lies within" },
  ];
  return [...travellerRows(lines), ...marks.filter(Boolean)];
}

/** Who travels, those with a colour first; of those without one many are counted. */
export function travellerRows(lines) {
  const isCounted = new Set(lines.filter(({ journey }) => !journey.hue).map(({ journey }) => journey.who)).size > MOST_GREY;
  const rows = new Map();
  for (const { journey, state } of lines) {
    const kind = state.line === "ghost" || state.line === "struck" ? state.line : "solid";
    const told = kind === "solid" ? "" : kind === "struck" ? " (denied)" : ` (${state.status})`;
    const key = `${journey.hue || !isCounted ? journey.who : ""}${told}`;
    if (!rows.has(key)) rows.set(key, { hue: journey.hue, kind, told, who: new Set() });
    rows.get(key).who.add(journey.who);
  }
  const named = ({ hue, who }) => (hue || !isCounted ? isolated(capital([...who][0])) : count(who.size, "other"));
  const ordered = [...rows.values()].sort((a, b) => Boolean(b.hue) - Boolean(a.hue));
  return ordered.map((row) => ({ colour: `traveller-${row.hue || "other"}`, kind: row.kind, text: `${named(row)}${row.told}` }));
}

/** Whether a circle of uncertainty is to be seen: large enough, and within the map. */
function reaches({ radius_km: km, position }, view, { width, height }) {
  const radius = km / kmPerPixel(view);
  const [dx, dy] = offsetPixels(position, view).map(Math.abs);
  return radius > 9 && dx < width / 2 + radius && dy < height / 2 + radius;
}
