// Words of the picture: lines that fit, the quoted sentence with its supporting words marked.

const MOST = 420; // letters of a sentence that a figure can hold ...
const LEAD = 120; // ... and of what stands before its first marked words, where it is longer
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** The sentence of an excerpt as it is quoted, { text, marks: [[from, to], …] }: white space made one, cut about what is marked. */
export function quoted({ text, marks }) {
  const letters = Array.from(text); // code points, as the marks are counted
  const first = marks.length ? marks[0][0] : 0;
  const from = letters.length > MOST && first > LEAD ? first - LEAD : 0;
  const words = (to) => letters.slice(from, to).join("").replace(/\s+/g, " ").trimStart();
  const whole = words().trimEnd();
  const lead = from ? "“…" : "“";
  const cut = whole.length > MOST ? `${whole.slice(0, MOST - 1).trimEnd()}…` : whole;
  const at = (mark) => lead.length + Math.min(words(mark).length, cut.length);
  return { text: `${lead}${cut}”`, marks: FROM_RIGHT.test(text) ? [] : marks.map(([start, end]) => [at(start), at(end)]) };
}

/** Lines of words no wider than so many pixels, in the font of the context. */
export function wrapped(context, text, width) {
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

/** The words as far as they fit into so many pixels, in the font of the context. */
export function fitted(context, text, width) {
  if (context.measureText(text).width <= width) return text;
  let kept = text;
  while (kept && context.measureText(`${kept}…`).width > width) kept = kept.slice(0, -1).trimEnd();
  return `${kept}…`;
}

/** Puts a ground under the marked parts of lines that hold a text between them; `box` is { x, top, line, size, colour }. */
export function drawMarked(context, lines, marks, { x, top, line, size, colour }) {
  context.fillStyle = colour;
  let start = 0;
  lines.forEach((words, at) => {
    for (const [from, to] of marks) {
      const [a, b] = [from - start, to - start].map((place) => Math.max(0, Math.min(words.length, place)));
      if (b <= a) continue;
      const [before, width] = [words.slice(0, a), words.slice(a, b).trimEnd()].map((part) => context.measureText(part).width);
      context.fillRect(x + before - 2, top + at * line + (line - size) / 2 - 2, width + 4, size + 5);
    }
    start += words.length + 1;
  });
}
