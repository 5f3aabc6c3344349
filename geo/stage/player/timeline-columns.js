// What lies too thick on the timeline to be told apart, counted in columns: how much lies where. Draws nothing.

const COLUMN = 8; // pixels

/** Spans of pixels [{ a, b, isSure }] between `from` and `to`, by column: [{ a, b, sure, all }], those that nothing touches left out. */
export function columnsOf(spans, { from, to }) {
  const columns = new Map();
  for (const { a, b, isSure } of spans) {
    if (b < from || a > to) continue;
    const [first, last] = [Math.max(a, from), Math.min(b, to)].map((px) => columnAt(px, from));
    for (let index = first; index <= last; index += 1) {
      if (!columns.has(index)) columns.set(index, { a: from + index * COLUMN, b: from + (index + 1) * COLUMN, sure: 0, all: 0 });
      const column = columns.get(index);
      column.all += 1;
      if (isSure) column.sure += 1;
    }
  }
  return [...columns.values()].sort((one, other) => one.a - other.a);
}

const columnAt = (px, from) => Math.floor((px - from) / COLUMN);

/** The pixels of the column in which one lies. */
export const columnOf = (px, from) => [from + columnAt(px, from) * COLUMN, from + (columnAt(px, from) + 1) * COLUMN];

/** The column that has most; null of none. */
export const highest = (columns) => columns.reduce((best, column) => (best && best.all >= column.all ? best : column), null);
