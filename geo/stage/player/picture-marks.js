// What lies on the map, drawn on the picture: names, heads, rings, dimension lines, the scale bar.

import { scaleBar } from "./camera.js";
import { ICONS } from "./icons.js";
import { fitted, wrapped } from "./picture-words.js";
import { number } from "./words.js";

const hue = (value, of) => value(`traveller-${of || "other"}`);

/** Draws all that a `shot` of the map has over its canvases; `look` is { value, sans, type }. */
export function drawMarks(context, { size, view, labels, heads, waits, dimensions }, look) {
  context.textBaseline = "middle";
  for (const label of labels) drawLabel(context, label, look);
  for (const line of dimensions) drawDimension(context, line, look);
  for (const ring of waits) drawRing(context, ring, look);
  for (const head of heads) drawHead(context, head, look);
  context.textBaseline = "alphabetic";
  drawScale(context, view, size, look);
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

/** How the name of each kind of place is set: as on the page. */
const SETTINGS = {
  country: { weight: 600, size: 12, spacing: 0.12, isUpper: true },
  region: { weight: 500, size: 11, spacing: 0.1, isUpper: true, colour: "ground-label-muted" },
  area: { weight: "italic 500", size: 13, family: "serif", colour: "ground-label-water" },
};
const PLAIN = { weight: 500, size: 13 };

function drawLabel(context, { text, x, y, width, strong, kind }, look) {
  const { weight, size, spacing = 0, isUpper, family = "sans", colour = "ground-label" } = SETTINGS[kind] || PLAIN;
  const font = `${strong ? 600 : weight} ${size * look.type}px ${look[family]}`;
  context.font = font;
  context.letterSpacing = `${spacing * size * look.type}px`;
  const words = fitted(context, isUpper ? text.toLocaleUpperCase("en") : text, width);
  halo(context, words, x + 2, y, font, look.value(strong ? "accent" : colour), look.value("ground-halo"));
  context.letterSpacing = "0px";
}

function drawDimension(context, { points, ticks, reported, measured, at, angle, isLevel }, { value, sans, type }) {
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
  halo(context, reported, 0, (isLevel ? -7 : -13) * type, `600 ${13 * type}px ${sans}`, value("mark-distance-edge"), value("ground-halo"));
  if (measured) halo(context, measured, 0, (isLevel ? 10 : 15) * type, `400 ${12.5 * type}px ${sans}`, value("ground-label"), value("ground-halo"));
  context.restore();
}

function drawHead(context, { x, y, side, box, who, far, entry }, { value, sans, type }) {
  const isGhost = entry.state.line === "ghost";
  const colour = hue(value, entry.journey.hue);
  context.globalAlpha = entry.state.opacity;
  context.beginPath();
  context.arc(x, y, 12 * type, 0, 2 * Math.PI);
  context.fillStyle = isGhost ? value("panel-raised") : colour;
  context.fill();
  context.lineWidth = 2;
  context.setLineDash(isGhost ? [4, 3] : []);
  context.strokeStyle = isGhost ? colour : value("panel-raised");
  context.stroke();
  context.setLineDash([]);
  context.save();
  context.translate(x - 7 * type, y - 7 * type);
  context.scale((7 / 12) * type, (7 / 12) * type);
  context.fillStyle = isGhost ? colour : value("panel-raised");
  context.fill(new Path2D(ICONS[entry.journey.mode]));
  context.restore();
  context.globalAlpha = 1;
  if (box) drawChip(context, { box, side, who, far, colour }, { value, sans, type });
}

function drawChip(context, { box: [left, top, right, bottom], side, who, far, colour }, { value, sans, type }) {
  context.fillStyle = value("panel-raised");
  context.fillRect(left, top, right - left, bottom - top);
  context.fillStyle = colour;
  context.fillRect(side === "right" ? left : right - 3, top, 3, bottom - top);
  const room = right - left - 17;
  const bold = `600 ${13 * type}px ${sans}`;
  context.font = bold;
  const [first, ...rest] = wrapped(context, who, room);
  const lines = [first, ...(rest.length ? [rest.join(" ")] : [])].map((words) => ({ words, font: bold, colour: "ink" }));
  if (far) lines.push({ words: far, font: `${12.5 * type}px ${sans}`, colour: "ink-muted" });
  const high = (bottom - top - 4) / lines.length;
  lines.forEach((line, at) => {
    context.font = line.font;
    context.fillStyle = value(line.colour);
    context.fillText(fitted(context, line.words, room), left + (side === "right" ? 11 : 8), top + 2 + (at + 0.5) * high);
  });
}

function drawRing(context, { x, y, radius, hue: of, line, more }, { value, sans }) {
  context.strokeStyle = hue(value, of);
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
  if (more) halo(context, `+${more}`, x + radius, y - radius, `600 12px ${sans}`, value("ink"), value("ground-halo"));
}

/** At the foot on the right: there the names of the ground have left room for it. */
function drawScale(context, view, size, { value, sans, type }) {
  const { km, pixels } = scaleBar(view);
  const [x, y] = [size.width - 16 - pixels, size.height - 14];
  for (const [colour, width] of [[value("ground-halo"), 4], [value("ink"), 1.5]]) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(x, y - 5);
    context.lineTo(x, y);
    context.lineTo(x + pixels, y);
    context.lineTo(x + pixels, y - 5);
    context.stroke();
  }
  context.textAlign = "center";
  halo(context, km >= 1 ? `${number(km)} km` : `${number(Math.round(km * 1000))} m`, x + pixels / 2, y - 8, `${12 * type}px ${sans}`, value("ink"), value("ground-halo"));
  context.textAlign = "start";
}
