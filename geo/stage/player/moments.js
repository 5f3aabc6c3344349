// What happens at a moment: the last beat, what moves, what the excerpt shows. Changes nothing.

import { standing } from "./journeys.js";
import { FACTUAL } from "./model.js";

const MOMENT = 0.01; // minutes: what comes out at a moment is out at it, however the numbers are rounded

const SOON = 0.001; // minutes
const isRunning = ({ run }, minute) => run && run.start <= minute && minute < run.end;

/** `stage` gives { model, state, filter, clock }: what there is, how it is looked at, what is kept, and when it is. */
export function createMoments({ model, state, filter, clock }) {
  /** What the filters leave: on the clock of what was known, of what had been published by now. */
  const picture = () => filter.get(state.clock === "known" ? clock.minute() + MOMENT : null);
  const beats = () => filter.beats(state.clock);
  const standingAt = (journey, minute) => standing(journey, minute, { axis: model.axis, clock: state.clock });

  function lastBeat(minute) {
    const all = beats();
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (all[middle].minute <= minute + SOON) low = middle + 1;
      else high = middle;
    }
    return low ? all[low - 1] : null;
  }

  /** [reference, why it is shown] of what the moment is about. */
  function current(minute) {
    if (!state.begun) return [null, ""];
    const moving = state.clock === "happened" ? movingNow(minute) : null;
    if (moving) return [moving.ref, FACTUAL.has(moving.status) ? (moving.trip ? "Moving now" : "Now") : "Planned for now"];
    const before = lastBeat(minute);
    if (before) return [before.ref, state.clock === "known" ? "Newly reported" : "Latest"];
    return [null, ""];
  }

  function movingNow(minute) {
    const under = picture().journeys.filter((journey) => {
      if (!isRunning(journey, minute)) return false;
      const now = standingAt(journey, minute);
      return now.moving && now.opacity > 0.05;
    });
    const last = lastBeat(minute);
    return under.find((journey) => last && journey.ref === last.ref) || under.sort((a, b) => b.run.start - a.run.start)[0] || null;
  }

  /** The ways of all who are moving: the camera holds them too when something else happens. */
  function underWay(minute) {
    const moving = picture().journeys.filter((journey) => journey.trip && FACTUAL.has(journey.status) && isRunning(journey, minute) && standingAt(journey, minute).moving);
    return moving.flatMap((journey) => journey.trip.path);
  }

  function positionsOf(thing) {
    if (!thing) return [];
    if (thing.trip) return thing.trip.path;
    if (thing.position) return [thing.position];
    const places = [thing.from, thing.to, thing.place].map((id) => model.places.get(id));
    return places.filter((place) => place && place.spot).map((place) => place.position);
  }

  return { picture, thing: (ref) => picture().told.get(ref) || null, beats, lastBeat, current, underWay, positionsOf };
}
