// The story as tables: captions, headers, and a link from each name to its mark on the map.

import { el } from "./dom.js";
import { leaving } from "./leaving.js";
import { sifted, siftedNote } from "./sifted.js";
import { NOT_TOLD } from "./words.js";

/** `data` is { title, tables: [{ caption, columns, fields, rows: [[{ text, ref }]] }], summary }. */
export function mount({ parentElement, data, setTriggerValue }) {
  const host = parentElement.querySelector(".dl-table") || parentElement;
  host.tell = setTriggerValue;
  const told = JSON.stringify(data) + window.location.search;
  if (host.told === told) return;
  host.told = told;
  sifted(data.scene).then((sieve) => {
    if (host.told === told) draw(host, data, sieve);
  });
}

function draw(host, data, sieve) {
  const tables = data.tables.map((table) => ({ ...table, rows: table.rows.filter((row) => !isAside(row, sieve)).map((row) => said(row, table.fields, sieve)) }));
  const contents = el("p", { class: "dl-facts" }, ...tables.map((table) => el("a", { href: `#${anchor(table)}`, text: `${table.caption} (${table.rows.length})` })));
  host.replaceChildren(el("main", { class: "dl-page" }, el("h1", { text: data.title }), el("p", { class: "dl-lead", text: data.summary }), siftedNote(sieve), contents, ...tables.map((table) => tableOf(table, host))));
}

/** A row goes with the thing that its name leads to. */
const isAside = ([name], sieve) => Boolean(name.ref) && sieve.isAside(name.ref);

/** The row as the articles left tell it. */
function said(row, fields, sieve) {
  return row.map((cell, index) => {
    const text = sieve.said(row[0].ref, fields[index]);
    return text === null || text === cell.text ? cell : { text, ref: null };
  });
}

const anchor = (table) => `table-${table.caption.toLowerCase()}`;

function tableOf(table, host) {
  const head = el("tr", {}, ...table.columns.map((column) => el("th", { scope: "col", text: column })));
  const rows = table.rows.map((row) => el("tr", {}, ...row.map((cell, index) => cellOf(cell, table.columns[index], index === 0, host))));
  return el("div", { class: "dl-scroll", tabindex: "0", role: "region", "aria-label": table.caption, id: anchor(table) },
    el("table", {}, el("caption", { text: table.caption }), el("thead", {}, head), el("tbody", {}, ...rows)));
}

/** `column` is its heading, which a narrow screen writes before it. */
function cellOf(cell, column, isHead, host) {
  const [words, source] = cell.text.split("\n");
  const inside = cell.ref ? el("button", { type: "button", class: "dl-link", text: words, onclick: () => { leaving(); host.tell("shown", cell.ref); } }) : document.createTextNode(words);
  if (isHead) return el("th", { scope: "row", dir: "auto" }, inside);
  return el("td", { dir: "auto", "data-column": column, class: words === NOT_TOLD ? "dl-muted" : null }, inside, source ? el("span", { class: "dl-source", text: source }) : null);
}
