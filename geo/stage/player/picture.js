// Saves what is shown as a PNG fit for a report: title, map, legend, caption, sources, scale bar, as-of date.

import { scaleBar } from "./camera.js";
import { ICONS } from "./icons.js";
import { STATUS_WORDS, dateWords, number, shortened, sourceName } from "./words.js";

const ATTRIBUTION = "Map: Natural Earth. Railways and roads: © OpenStreetMap contributors (ODbL). Places: GeoNames (CC BY 4.0).";
const MARGIN = 28;
const SCALE = 2;

export async function savePicture(shot, ctx, now) {
  const canvas = compose(shot, ctx, now);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${ctx.model.scene.story.id}-${ctx.model.dates.iso(ctx.clock.minute()).replace(":", "")}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** The figure as a canvas. */
export function compose({ size, view, canvases, labels, heads, waits, dimensions, lines }, ctx, now) {
  const { model, root } = ctx;
  const style = getComputedStyle(root);
  const value = (name) => style.getPropertyValue(`--${name}`).trim();
  const [serif, sans] = [value("font-serif"), value("font-sans")];
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  const width = size.width + 2 * MARGIN;
  const quote = now && now.thing.excerpts.length ? model.excerpts[now.thing.excerpts[0]] : null;
  context.font = `17px ${serif}`;
  const quoteLines = quote ? wrapped(context, `“${shortened(quote.text.replace(/\s+/g, " "), 420)}”`, size.width) : [];
  const top = 92;
  const legend = legendRows(lines);
  const height = top + size.height + 66 + quoteLines.length * 24 + (quote ? 30 : 0) + 66;
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  context.scale(SCALE, SCALE);
  context.fillStyle = value("paper");
  context.fillRect(0, 0, width, height);
  const write = (text, x, y, font, colour = value("ink")) => {
    context.font = font;
    context.fillStyle = colour;
    context.fillText(text, x, y);
  };
  const { story } = model.scene;
  const title = now ? now.thing.title : story.title;
  write(shortened(title, 90), MARGIN, 44, `600 26px ${serif}`);
  const moment = model.axis.isEmpty ? "" : `${model.dates.day(ctx.clock.minute())}, ${ctx.clockKind() === "known" ? "as known then" : "as it happened"}`;
  const facts = [now && now.thing.status ? STATUS_WORDS[now.thing.status] : null, now && now.thing.km ? `${number(now.thing.km)} km` : null, moment].filter(Boolean).join(" · ");
  write(facts, MARGIN, 70, `15px ${sans}`, value("ink-muted"));

  context.save();
  context.beginPath();
  context.rect(MARGIN, top, size.width, size.height);
  context.clip();
  context.fillStyle = value("ground-water");
  context.fillRect(MARGIN, top, size.width, size.height);
  for (const source of canvases) if (source && source.width) context.drawImage(source, MARGIN, top, size.width, size.height);
  context.translate(MARGIN, top);
  context.textBaseline = "middle";
  for (const label of labels) halo(context, label.text, label.x, label.y, `${label.strong ? 600 : 500} 13px ${sans}`, value("ground-label"), value("ground-halo"));
  for (const line of dimensions) drawDimension(context, line, { value, sans });
  for (const ring of waits) drawRing(context, ring, value);
  for (const head of heads) drawHead(context, head, { value, sans });
  context.textBaseline = "alphabetic";
  drawScale(context, view, size, { value, sans });
  context.restore();
  context.strokeStyle = value("rule");
  context.strokeRect(MARGIN + 0.5, top + 0.5, size.width - 1, size.height - 1);

  let y = top + size.height + 28;
  let x = MARGIN;
  for (const row of legend) {
    context.strokeStyle = context.fillStyle = value(row.colour);
    context.lineWidth = 3;
    context.setLineDash(row.kind === "ghost" ? [7, 6] : []);
    context.beginPath();
    context.moveTo(x, y - 5);
    context.lineTo(x + 28, y - 5);
    if (row.kind === "struck") {
      context.moveTo(x + 9, y + 1);
      context.lineTo(x + 19, y - 11);
    }
    context.stroke();
    context.setLineDash([]);
    write(row.text, x + 36, y, `14px ${sans}`);
    x += 60 + context.measureText(row.text).width;
    if (x > width - 200) break;
  }
  y += 30;
  for (const line of quoteLines) {
    write(line, MARGIN, y, `17px ${serif}`);
    y += 24;
  }
  if (quote) {
    const article = model.articles.get(quote.article);
    write(`[1] ${sourceName(article)}, ${article.published ? dateWords(article.published) : "date not known"}. ${shortened(article.title || "", 80)}`, MARGIN, y + 4, `14px ${sans}`, value("ink-muted"));
    y += 30;
  }
  const asOf = story.as_of ? `As of ${dateWords(story.as_of)}. ` : "";
  write(`${asOf}From ${number(story.articles)} articles of ${number(story.origins)} origins. Drawn with Dateline.`, MARGIN, y + 8, `13px ${sans}`, value("ink-muted"));
  write(ATTRIBUTION, MARGIN, y + 28, `13px ${sans}`, value("ink-muted"));
  return canvas;
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
