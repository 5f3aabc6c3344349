// Saves what is shown as a PNG fit for a report: title, map, legend, caption, sources, scale bar, as-of date.

import { scaleBar } from "./camera.js";
import { ICONS } from "./icons.js";
import { STATUS_WORDS, capital, count, dateWords, number, shortened, sourceName } from "./words.js";

const DATA_CREDIT = "Routes: © OpenStreetMap contributors (ODbL). Places: GeoNames (CC BY 4.0).";
const MARGIN = 28; // pixels, as all lengths here, before the ratio
const LEGEND_LINE = 24;

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

/** The figure as a canvas: title with the finding, map, legend, sentence, source, as-of date. */
export function compose(shot, ctx, now) {
  const { size } = shot;
  const { root } = ctx;
  const style = getComputedStyle(root);
  const value = (name) => style.getPropertyValue(`--${name}`).trim();
  const look = { value, serif: value("font-serif"), sans: value("font-sans") };
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  const blocks = [...headOf(ctx, now, look), { map: shot }, { legend: legendRows(shot.lines) }, ...footOf(ctx, now, shot, look)];
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
function headOf({ model, clock, clockKind }, now, { serif, sans }) {
  const moment = model.axis.isEmpty ? "" : `${model.dates.day(clock.minute())}, ${clockKind() === "known" ? "as known then" : "as it happened"}`;
  const facts = now ? factsOf(now.thing) : [];
  return [
    { text: now ? titleOf(now.thing) : model.scene.story.title, font: `600 26px ${serif}`, line: 32 },
    { text: [...facts, moment].filter(Boolean).join(" · "), font: `400 15px ${sans}`, line: 21, colour: "ink-muted", before: 4 },
  ];
}

/** A distance is titled by its finding, all else by its name. */
const titleOf = (thing) => (thing.judged ? `${capital(thing.says)}, ${thing.title}` : thing.title);

function factsOf(thing) {
  if (thing.judged) return [...thing.measures.map(({ name, km }) => `${name} ${number(km)} km`), thing.judged.replace(/\.$/, "")];
  return [thing.status && STATUS_WORDS[thing.status], thing.km && `${number(thing.km)} km`];
}

/** What is to be read below the map: the sentence, who printed it, how much is known, whose map it is. */
function footOf({ model }, now, { credit }, { serif, sans }) {
  const { story } = model.scene;
  const quote = now && now.thing.excerpts.length ? model.excerpts[now.thing.excerpts[0]] : null;
  const small = { font: `400 13px ${sans}`, line: 19, colour: "ink-muted" };
  const article = quote && model.articles.get(quote.article);
  return [
    ...(quote ? [
      { text: `“${shortened(quote.text.replace(/\s+/g, " ").trim(), 420)}” [1]`, font: `400 17px ${serif}`, line: 25, before: 6 },
      { text: `[1] ${sourceWords(article)}`, font: `400 14px ${sans}`, line: 20, colour: "ink-muted", before: 6 },
    ] : []),
    { text: `${story.as_of ? `As of ${dateWords(story.as_of)}. ` : ""}From ${count(story.articles, "article")} of ${count(story.origins, "origin")}. Drawn with Dateline.`, ...small, before: 12 },
    { text: `Map: ${credit.replace(/\.$/, "")}. ${DATA_CREDIT}`, ...small },
  ];
}

/** Publisher, date and title; a title that already stands for the publisher is not said twice. */
function sourceWords(article) {
  const named = Boolean(article.publisher || article.agency);
  const day = article.published ? dateWords(article.published) : "date not known";
  return `${sourceName(article)}, ${day}.${named && article.title ? ` “${shortened(article.title, 120)}”` : ""}`;
}

/** Gives a block its height and, if it is text, its lines. */
function measure(context, block, { width, height }, { sans }) {
  if (block.map) block.height = height;
  else if (block.legend) {
    context.font = `14px ${sans}`;
    block.rows = legendLines(context, block.legend, width);
    block.height = block.rows.length * LEGEND_LINE + 8;
    block.before = 12;
  } else {
    context.font = block.font;
    block.lines = block.text ? wrapped(context, block.text, width) : [];
    block.height = block.lines.length * block.line;
  }
  if (block.map) block.before = 14;
}

function draw(context, block, y, look) {
  if (block.map) return drawMap(context, block.map, y, look);
  if (block.legend) return drawLegend(context, block.rows, y, look);
  context.font = block.font;
  context.fillStyle = look.value(block.colour || "ink");
  block.lines.forEach((line, at) => context.fillText(line, MARGIN, y + (at + 0.78) * block.line));
  return undefined;
}

function drawMap(context, { size, view, canvases, labels, heads, waits, dimensions }, top, look) {
  const { value, sans } = look;
  context.save();
  context.beginPath();
  context.rect(MARGIN, top, size.width, size.height);
  context.clip();
  context.fillStyle = value("ground-water");
  context.fillRect(MARGIN, top, size.width, size.height);
  for (const source of canvases) if (source && source.width) context.drawImage(source, MARGIN, top, size.width, size.height);
  context.translate(MARGIN, top);
  context.textBaseline = "middle";
  for (const label of labels) halo(context, label.text, label.x + 2, label.y, `${label.strong ? 600 : 500} 13px ${sans}`, value("ground-label"), value("ground-halo"));
  for (const line of dimensions) drawDimension(context, line, look);
  for (const ring of waits) drawRing(context, ring, value);
  for (const head of heads) drawHead(context, head, look);
  context.textBaseline = "alphabetic";
  drawScale(context, view, size, look);
  context.restore();
  context.strokeStyle = value("rule");
  context.strokeRect(MARGIN + 0.5, top + 0.5, size.width - 1, size.height - 1);
}

/** The rows of the legend, side by side as far as the width goes: [[{ …row, x }], …]. */
function legendLines(context, rows, width) {
  const lines = [];
  let x = width;
  for (const row of rows) {
    const needs = 36 + context.measureText(row.text).width;
    if (x + needs > width) {
      lines.push([]);
      x = 0;
    }
    lines[lines.length - 1].push({ ...row, x });
    x += needs + 28;
  }
  return lines;
}

function drawLegend(context, lines, top, { value, sans }) {
  lines.forEach((rows, at) => {
    const y = top + (at + 0.7) * LEGEND_LINE;
    for (const row of rows) drawLegendRow(context, row, MARGIN + row.x, y, { value, sans });
  });
}

function drawLegendRow(context, { colour, kind, text }, x, y, { value, sans }) {
  context.strokeStyle = value(colour);
  context.lineWidth = 3;
  context.setLineDash(kind === "ghost" ? [7, 6] : []);
  context.beginPath();
  context.moveTo(x, y - 5);
  context.lineTo(x + 28, y - 5);
  if (kind === "struck") {
    context.moveTo(x + 9, y + 1);
    context.lineTo(x + 19, y - 11);
  }
  context.stroke();
  context.setLineDash([]);
  context.font = `14px ${sans}`;
  context.fillStyle = value("ink");
  context.fillText(text, x + 36, y);
}

/** One row for each traveller and kind of line that is shown, none for what is not. */
function legendRows(lines) {
  const shown = new Map();
  for (const { journey, state } of lines) {
    const kind = state.line === "ghost" || state.line === "struck" ? state.line : "solid";
    const key = `${journey.who}${kind}`;
    const told = kind === "solid" ? "" : kind === "struck" ? " (denied)" : ` (${state.status})`;
    if (!shown.has(key)) shown.set(key, { colour: `traveller-${journey.hue || "other"}`, kind, text: `${shortened(journey.who, 30)}${told}` });
  }
  return [...shown.values()];
}

function wrapped(context, text, width) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (context.measureText(longer).width > width && line) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function halo(context, text, x, y, font, colour, edge) {
  context.font = font;
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = edge;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

function drawDimension(context, { points, ticks, reported, measured, at, angle, isLevel }, { value, sans }) {
  for (const [colour, width] of [[value("ground-halo"), 4.5], [value("mark-distance-edge"), 1.6]]) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    for (const part of [points, ...ticks]) part.forEach(([x, y], index) => (index ? context.lineTo(x, y) : context.moveTo(x, y)));
    context.stroke();
  }
  context.save();
  context.translate(at[0], at[1]);
  context.rotate((angle * Math.PI) / 180);
  context.textAlign = isLevel ? "start" : "center";
  halo(context, reported, 0, isLevel ? -7 : -13, `600 13px ${sans}`, value("mark-distance-edge"), value("ground-halo"));
  if (measured) halo(context, measured, 0, isLevel ? 10 : 15, `400 12.5px ${sans}`, value("ground-label"), value("ground-halo"));
  context.restore();
}

function drawHead(context, { x, y, side, shift, worded, who, far, entry }, { value, sans }) {
  context.globalAlpha = entry.state.opacity;
  context.fillStyle = value(`traveller-${entry.journey.hue || "other"}`);
  context.beginPath();
  context.arc(x, y, 11, 0, 2 * Math.PI);
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = value("panel-raised");
  context.stroke();
  context.save();
  context.translate(x - 6, y - 6);
  context.scale(0.5, 0.5);
  context.fillStyle = value("panel-raised");
  context.fill(new Path2D(ICONS[entry.journey.mode]));
  context.restore();
  if (worded) {
    context.font = `600 13px ${sans}`;
    const width = Math.max(context.measureText(who).width, far ? context.measureText(far).width : 0) + 16;
    const height = far ? 36 : 22;
    const left = side === "right" ? x + 16 : x - 16 - width;
    context.fillStyle = value("panel-raised");
    context.fillRect(left, y + shift - height / 2, width, height);
    context.fillStyle = value(`traveller-${entry.journey.hue || "other"}`);
    context.fillRect(side === "right" ? left : left + width - 3, y + shift - height / 2, 3, height);
    context.fillStyle = value("ink");
    context.fillText(who, left + 8, y + shift - (far ? 8 : 0));
    context.font = `12.5px ${sans}`;
    context.fillStyle = value("ink-muted");
    context.fillText(far, left + 8, y + shift + 9);
  }
  context.globalAlpha = 1;
}

function drawRing(context, { x, y, radius, hue, line }, value) {
  context.strokeStyle = value(`traveller-${hue || "other"}`);
  context.lineWidth = 2;
  context.setLineDash(line === "ghost" ? [4, 3] : []);
  context.beginPath();
  context.arc(x, y, radius - 1, 0, 2 * Math.PI);
  if (line === "struck") {
    context.moveTo(x - radius, y + radius);
    context.lineTo(x + radius, y - radius);
  }
  context.stroke();
  context.setLineDash([]);
}

function drawScale(context, view, size, { value, sans }) {
  const { km, pixels } = scaleBar(view);
  const [x, y] = [16, size.height - 16];
  context.strokeStyle = value("ink");
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x, y - 5);
  context.lineTo(x, y);
  context.lineTo(x + pixels, y);
  context.lineTo(x + pixels, y - 5);
  context.stroke();
  halo(context, `${number(km)} km`, x + 4, y - 8, `12px ${sans}`, value("ink"), value("ground-halo"));
}
