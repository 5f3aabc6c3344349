// A reported distance on the map: a dimension line between its two ends, as a draughtsman draws it.
// It is the geodesic, thin and with end ticks, so that nobody takes it for a way that was travelled.

import { offsetsAlong } from "./camera.js";
import { svg } from "./dom.js";
import { number } from "./words.js";

const TICK = 7; // pixels to either side of the line
const LETTER = 7; // pixels wide, about
const LINE = 18; // pixels high
const ROOM = 210; // a line shorter than that has its words beside it, level

/** `place(view, size)` after every move of the camera; `show(distances)` when others are to be seen. */
export function createDimensions(before) {
  const drawing = svg("svg", { class: "dl-dimensions", "aria-hidden": "true" });
  before.before(drawing);
  let lines = [];
  let drawn = [];

  return {
    show(distances) {
      lines = linesOf(distances);
    },
    place(view, size) {
      drawing.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
      drawn = lines.map((line) => placed(line, view, size)).filter(Boolean);
      drawing.replaceChildren(...drawn.flatMap(strokesOf));
    },
    /** Boxes that the words fill, in pixels of the map: a slanted one as a row of small ones. */
    boxes: () => drawn.flatMap(wordBoxes),
    /** For the picture: points, ticks and words in pixels of the map. */
    shown: () => drawn,
  };
}

/** Distances between the same two ends share one line: what is reported above it, what is measured below. */
function linesOf(distances) {
  const byEnds = new Map();
  for (const distance of distances) {
    if (distance.line.length < 2) continue;
    const key = [distance.from, distance.to].sort().join("|");
    const straight = distance.measures.find((measure) => measure.name === "straight line");
    if (!byEnds.has(key)) byEnds.set(key, { path: distance.line, reported: [], measured: straight ? `straight line ${number(straight.km)} km` : "" });
    byEnds.get(key).reported.push(distance.says);
  }
  return [...byEnds.values()].map((line) => ({ ...line, reported: `reported ${line.reported.join(" and ")}` }));
}

function placed({ path, reported, measured }, view, size) {
  const points = offsetsAlong(path, view).map(([x, y]) => [size.width / 2 + x, size.height / 2 + y]);
  const [first, last] = [points[0], points[points.length - 1]];
  const length = Math.hypot(last[0] - first[0], last[1] - first[1]);
  if (length < 2) return null;
  const ticks = [tick(first, points[1]), tick(last, points[points.length - 2])];
  const middle = points[points.length >> 1];
  let angle = (Math.atan2(last[1] - first[1], last[0] - first[0]) * 180) / Math.PI;
  if (angle > 90) angle -= 180;
  if (angle <= -90) angle += 180;
  const isLevel = length < ROOM;
  return { points, ticks, reported, measured, at: isLevel ? [middle[0] + 14, middle[1]] : middle, angle: isLevel ? 0 : angle, isLevel };
}

/** Squares along the words, above the line what is reported and below it what is measured. */
function wordBoxes({ at: [x, y], angle, reported, isLevel }) {
  const length = reported.length * LETTER;
  const turn = (angle * Math.PI) / 180;
  const boxes = [];
  for (let along = isLevel ? 0 : -length / 2; along <= (isLevel ? length : length / 2); along += LINE) {
    const [middleX, middleY] = [x + along * Math.cos(turn), y + along * Math.sin(turn)];
    boxes.push([middleX - LINE, middleY - LINE, middleX + LINE, middleY + LINE]);
  }
  return boxes;
}

function tick([x, y], [towardX, towardY]) {
  const length = Math.hypot(towardX - x, towardY - y) || 1;
  const [across, along] = [(-(towardY - y) / length) * TICK, ((towardX - x) / length) * TICK];
  return [[x - across, y - along], [x + across, y + along]];
}

const pathOf = (points) => `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`;

function strokesOf({ points, ticks, reported, measured, at, angle, isLevel }) {
  const d = [points, ...ticks].map(pathOf).join("");
  const words = (text, dy, className) => svg("text", { x: 0, y: dy, class: className, "text-anchor": isLevel ? "start" : "middle", text });
  return [
    svg("path", { d, class: "dl-dimension-halo" }),
    svg("path", { d, class: "dl-dimension" }),
    svg("g", { transform: `translate(${at[0].toFixed(1)} ${at[1].toFixed(1)}) rotate(${angle.toFixed(1)})` },
      words(reported, isLevel ? -3 : -8, "dl-dimension-reported"),
      measured ? words(measured, isLevel ? 14 : 19, "dl-dimension-measured") : null),
  ];
}
