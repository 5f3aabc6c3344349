// The articles: a list, and one of them with everything read from it marked by kind. Text stays text.

import { el } from "./dom.js";
import { leaving } from "./leaving.js";
import { sifted, siftedNote } from "./sifted.js";
import { count, dateWords, shortened } from "./words.js";

const KINDS = ["place", "time", "distance", "journey", "event"];
const OUTER = ["journey", "event"]; // long marks: underlined, so that the short ones inside keep their ground

/** `data` is { list, page, at }: the articles, the open one with its marks, and the offset to show. */
export function mount({ parentElement, data, setTriggerValue }) {
  const host = parentElement.querySelector(".dl-articles") || parentElement;
  host.tell = setTriggerValue;
  const told = JSON.stringify([data.page.id, data.at, data.page.text.length, data.page.marks.length, window.location.search]);
  if (host.dataset.told === told) return;
  host.dataset.told = told;
  sifted(data.scene).then((sieve) => {
    if (host.dataset.told === told) draw(host, data, sieve);
  });
}

function draw(host, data, sieve) {
  data.page.marks = data.page.marks.filter((mark) => !mark.ref || !sieve.isAside(mark.ref));
  const reading = el("article", { class: "dl-reading", tabindex: "-1" }, ...heading(data), legend(data.page.marks), textOf(data, host));
  host.replaceChildren(el("main", { class: "dl-page dl-two" }, listOf(data, host, sieve), reading));
  const spot = data.at === null ? null : [...reading.querySelectorAll("[data-from]")].filter((node) => Number(node.dataset.from) <= data.at).pop();
  if (spot) {
    spot.classList.add("dl-at");
    spot.scrollIntoView({ block: "center" });
    reading.focus({ preventScroll: true });
  }
}

function listOf({ list, page }, host, sieve) {
  const items = list.map((article) => el("li", {},
    el("button", { type: "button", class: "dl-article-choice", "aria-current": article.id === page.id ? "true" : null, onclick: () => host.tell("article", article.id) },
      el("strong", { text: shortened(article.title, 110) }),
      el("span", { text: [article.publisher || "publisher not known", dateWords(article.published), sieve.isOff(article.id) ? "switched off" : null].filter(Boolean).join(", ") }))));
  return el("nav", { class: "dl-list", "aria-label": "Articles of the story" }, el("h1", { text: `${list.length} articles` }), siftedNote(sieve), el("ol", {}, ...items));
}

function heading({ list, page }) {
  const about = list.find((article) => article.id === page.id);
  const facts = [about.author, about.agency, about.origin && `origin: ${about.origin}`].filter(Boolean).join(" · ");
  return [
    el("h2", { class: "dl-reading-title", text: about.title }),
    el("p", { class: "dl-facts" }, el("strong", { text: about.publisher || "Publisher not known" }), el("span", { text: dateWords(about.published) }), facts ? el("span", { text: facts }) : null),
    about.basis ? el("p", { class: "dl-muted dl-basis", text: `How the date is known: ${about.basis}` }) : null,
  ].filter(Boolean);
}

function legend(marks) {
  const counts = {};
  for (const mark of marks) counts[mark.kind] = (counts[mark.kind] || 0) + 1;
  const found = KINDS.filter((kind) => counts[kind]);
  return el("p", { class: "dl-mark-legend" }, ...found.map((kind) => el("span", { class: `dl-m dl-m-${kind}`, text: count(counts[kind], kind) })));
}

/** The text cut at every edge of a mark, and where it is to open; what lies under several marks carries the classes of all. */
function textOf({ page, at }, host) {
  const letters = Array.from(page.text); // Python counts characters, JavaScript counts halves of some
  const edges = new Set([0, letters.length, ...page.marks.flatMap((mark) => [mark.start, mark.end]), ...page.body.flat(), at ?? 0]);
  const cuts = [...edges].filter((edge) => edge <= letters.length).sort((a, b) => a - b);
  const body = el("div", { class: "dl-text", dir: "auto" });
  const open = { at: 0, live: [] };
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const [start, end] = [cuts[index], cuts[index + 1]];
    open.live = open.live.filter((mark) => mark.end > start);
    while (open.at < page.marks.length && page.marks[open.at].start <= start) {
      if (page.marks[open.at].end > start) open.live.push(page.marks[open.at]);
      open.at += 1;
    }
    const inBody = page.body.some(([from, to]) => from <= start && end <= to);
    body.append(piece(letters.slice(start, end).join(""), open.live, inBody, start, host));
  }
  return body;
}

function piece(text, live, inBody, start, host) {
  if (!live.length) return el("span", { class: inBody ? null : "dl-furniture", text, "data-from": String(start) });
  const inner = [...live].sort((a, b) => OUTER.includes(a.kind) - OUTER.includes(b.kind) || a.end - a.start - (b.end - b.start))[0];
  const target = live.find((mark) => mark === inner && mark.ref) || live.find((mark) => mark.ref);
  const classes = ["dl-m", ...new Set(live.map((mark) => `dl-m-${mark.kind}`))].join(" ");
  const says = live.map((mark) => mark.says).join("; ");
  const mark = el("mark", { class: classes, title: says, "data-from": String(start) });
  mark.textContent = text;
  if (!target) return mark;
  mark.classList.add("dl-m-goes");
  const show = () => { leaving(); host.tell("shown", target.ref); };
  mark.addEventListener("click", show);
  if (start === target.start) {
    mark.setAttribute("tabindex", "0");
    mark.setAttribute("role", "link");
    mark.setAttribute("aria-label", `${text}: ${says}. Show on the map`);
    mark.addEventListener("keydown", (event) => event.key === "Enter" && show());
  }
  return mark;
}
