// What a journey looks like at a moment: pure functions of journey, minute and clock. Draws nothing.

import { FACTUAL } from "./model.js";

const AFTERGLOW_SECONDS = 2.5; // how long a traveller stays in sight after the last known stop
const FRESH_SECONDS = 7; // how long a trail stays strong; older ones step back
const HAZE = 0.25; // what is left of a traveller at the end of the way that has no reported time

/**
 * How a journey stands.
 *
 * `line`: null, "ghost" (dashed), "ahead" (moving over its plan or faint way), "trail" (done), "struck".
 * `share`: 0 to 1 of the way, null where no head is shown. `opacity`: of the head. `light`: interpolated.
 */
export function standing(journey, minute, { axis, clock, isOpening = false, present = -Infinity }) {
  return clock === "known" ? asKnown(journey, minute, axis) : asHappened(journey, minute, { axis, isOpening, present });
}

const HIDDEN = { line: null, share: null, opacity: 0, light: false, status: null };

/** `journey` is as the articles that were out tell it. */
function asKnown({ status, latest }, minute, axis) {
  const since = axis.second(minute) - axis.second(latest);
  const fresh = Math.max(0, 1 - since / AFTERGLOW_SECONDS);
  if (FACTUAL.has(status)) return { line: "trail", share: fresh ? 1 : null, opacity: fresh, light: false, status, fresh };
  if (status === "denied") return { ...HIDDEN, line: "struck", status, fresh }; // nobody stands where nobody went
  return { line: "ghost", share: fresh ? 1 : null, opacity: fresh * 0.7, light: true, status, fresh };
}

function asHappened(journey, minute, { axis, isOpening, present }) {
  const { run, status } = journey;
  // before play begins every plan is shown, as what the story has; from then on, from when it was told
  const planKnown = (isOpening && journey.ghost !== null) || journey.ghost === "always" || (journey.ghost !== null && minute >= journey.ghost);
  if (status === "denied") return planKnown ? { ...HIDDEN, line: "struck", status } : HIDDEN;
  const factual = FACTUAL.has(status);
  if (!run) return factual ? { ...HIDDEN, line: "faint", status } : planKnown ? { ...HIDDEN, line: "ghost", status } : HIDDEN;
  if (minute < run.start) return planKnown ? { ...HIDDEN, line: "ghost", status: "planned" } : HIDDEN;
  if (!factual && !planKnown) return HIDDEN;
  // a fact has overtaken the plan: it stays as what was said, and nobody moves along it
  if (!factual && minute >= (journey.overtakenAt ?? Infinity)) return { ...HIDDEN, line: "ghost", status, aged: true };
  if (minute < run.end) return moving(journey, (minute - run.start) / (run.end - run.start), factual);
  const since = axis.second(minute) - axis.second(run.end);
  const isPast = run.end <= present && minute >= present; // background: nobody lingers from it
  const glow = run.known === "departure" || isPast ? 0 : Math.max(0, 1 - since / AFTERGLOW_SECONDS);
  return { line: factual ? "trail" : "ghost", share: glow ? 1 : null, opacity: glow, light: !factual, status, aged: since > FRESH_SECONDS };
}

function moving(journey, share, factual) {
  return {
    line: factual ? "ahead" : "ghost",
    share,
    opacity: headOpacity(journey.run.known, share),
    light: true,
    status: journey.status,
    moving: true,
  };
}

function headOpacity(known, share) {
  if (known === "departure") return 1 - share * (1 - HAZE);
  if (known === "arrival") return HAZE + share * (1 - HAZE);
  return known === "within" ? 0.8 : 1;
}

/** Where the head is: [lon, lat] on the path at a share of the way; for a visit, the place itself. */
export function headPosition(journey, share, places) {
  if (journey.trip) return alongPath(journey.trip, share);
  const place = places.get(journey.to) || places.get(journey.from);
  return place && place.spot ? place.position : null; // nobody stands in the middle of a country
}

/** Python has laid the minutes out evenly in kilometres, so a share of the time is a share of the way. */
function alongPath({ path, minutes }, share) {
  const start = minutes[0];
  const target = start + share * (minutes[minutes.length - 1] - start);
  let low = 0;
  let high = minutes.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (minutes[middle] <= target) low = middle;
    else high = middle;
  }
  const span = minutes[high] - minutes[low];
  const part = span > 0 ? Math.min(1, Math.max(0, (target - minutes[low]) / span)) : 0;
  const [a, b] = [path[low], path[high]];
  return [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
}

/** One head a traveller: the journey under way, or else the one that ended last. */
export function leadingHeads(states) {
  const lead = new Map();
  for (const entry of states) {
    if (entry.state.share === null || entry.state.opacity <= 0) continue;
    const held = lead.get(entry.journey.traveller);
    if (!held || rank(entry) > rank(held)) lead.set(entry.journey.traveller, entry);
  }
  return [...lead.values()];
}

function rank({ journey, state }) {
  const start = journey.run ? journey.run.start : 0;
  return (state.moving ? 1e9 : 0) + (FACTUAL.has(state.status) ? 1e8 : 0) + start / 1e3;
}
