// What of the timeline finds room: which days are named, and marks that lie on one another counted. Draws nothing.

const LETTER = 6.6; // pixels of a letter of a day's name ...
const FIGURE = 7; // ... and of a figure over marks
const GAP = 7; // between two names
const HIDES = 6; // marks closer than that cannot be told apart
const WIDEST = 26; // pixels of the axis that one figure stands for

/** The stops that have room for their name, in order: those where a stretch of days begins first, then what fits between. */
export function namedStops(stops, begins) {
  const ordered = [...stops.filter((stop) => begins.has(stop)), ...stops.filter((stop) => !begins.has(stop))];
  const named = [];
  for (const stop of ordered) {
    const [from, to] = [stop.px, stop.px + LETTER * stop.name.length + GAP];
    if (named.every((other) => to <= other.px || from >= other.px + LETTER * other.name.length + GAP)) named.push(stop);
  }
  return named.sort((a, b) => a.px - b.px);
}

/** Marks at these pixels that cannot be told apart, counted: [{ middle, amount }], far enough from one another for their figures. */
export function stacks(pixels) {
  const groups = [];
  for (const px of [...pixels].sort((a, b) => a - b)) {
    const last = groups[groups.length - 1];
    if (last && px - last.to < HIDES && px - last.from < WIDEST) Object.assign(last, { to: px, amount: last.amount + 1 });
    else groups.push({ from: px, to: px, amount: 1 });
  }
  const counted = [];
  for (const group of groups.filter(({ amount }) => amount > 1)) {
    const last = counted[counted.length - 1];
    if (last && middleOf(group) - middleOf(last) < halfOf(group) + halfOf(last)) Object.assign(last, { to: group.to, amount: last.amount + group.amount });
    else counted.push(group);
  }
  return counted.map((group) => ({ middle: middleOf(group), amount: group.amount }));
}

const middleOf = ({ from, to }) => (from + to) / 2;
const halfOf = ({ amount }) => (FIGURE * String(amount).length) / 2 + 2;
