// Elements by construction: text only ever becomes text, so no article can bring markup along.

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element; `attributes` with `on…` are listeners, `text` is its text. */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** An SVG element, the same way. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") node.textContent = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** Says a sentence in a note that can be closed; without one the note is hidden. */
export function noteDown(note, sentence) {
  note.hidden = !sentence;
  note.replaceChildren(sentence, el("button", { type: "button", class: "dl-link", text: "Close", onclick: () => { note.hidden = true; } }));
}

/** An icon from one path in a box of 24. */
export function icon(path, className = "dl-icon") {
  return svg("svg", { viewBox: "0 0 24 24", class: className, "aria-hidden": "true", focusable: "false" }, svg("path", { d: path }));
}

/** A sentence with its supporting words in <mark>; `marks` are offsets in characters as Python counts them. */
export function marked(text, marks) {
  const letters = Array.from(text); // code points: Python's offsets, not UTF-16's
  const part = (from, to) => letters.slice(from, to).join("");
  const nodes = [];
  let at = 0;
  for (const [start, end, kind] of marks) {
    if (start > at) nodes.push(document.createTextNode(part(at, start)));
    nodes.push(el("mark", { text: part(start, end), class: kind ? `dl-mark-${kind}` : null }));
    at = end;
  }
  if (at < letters.length) nodes.push(document.createTextNode(part(at)));
  return nodes;
}
