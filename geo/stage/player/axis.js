// The story's axis: minutes to seconds of play and back. Laid out in Python (geo/stage/axis.py), read here.

/** `stops` are [minute, second], both rising; linear in between, the ends hold. */
export function createAxis({ stops, folds, seconds }) {
  const minutes = stops.map((stop) => stop[0]);
  const plays = stops.map((stop) => stop[1]);
  const isFold = new Set(folds);
  return {
    seconds,
    stops,
    isEmpty: stops.length < 2,
    folds: folds.map((index) => ({ from: plays[index], to: plays[index + 1], minutes: minutes[index + 1] - minutes[index] })),
    second: (minute) => between(minutes, plays, minute),
    minute: (second) => between(plays, minutes, second),
    isFolded: (second) => isFold.has(segment(plays, second)),
  };
}

function between(from, to, value) {
  if (from.length < 2) return 0;
  if (value <= from[0]) return to[0];
  if (value >= from[from.length - 1]) return to[to.length - 1];
  const index = segment(from, value);
  const share = (value - from[index]) / (from[index + 1] - from[index]);
  return to[index] + share * (to[index + 1] - to[index]);
}

function segment(from, value) {
  let low = 0;
  let high = from.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (from[middle] <= value) low = middle;
    else high = middle;
  }
  return low;
}
