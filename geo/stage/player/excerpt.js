// Beside the map: the sentence that reports what moves now, or why the chosen thing is there.

import { el, icon, marked } from "./dom.js";
import { hueVariable } from "./heads.js";
import { ICONS } from "./icons.js";
import { differenceNote, distanceList, distanceTable } from "./measures.js";
import { FACTUAL } from "./model.js";
import { STATUS_WORDS, count, dateWords, number, shortened, support, sourceName } from "./words.js";

export function createExcerpt(host, ctx) {
  const { model } = ctx;
  let shownKey = null;
  let page = 0;

  function show(ref, reason) {
    const key = `${ref}|${reason}|${page}`;
    if (key === shownKey) return;
    if (!shownKey || !shownKey.startsWith(`${ref}|`)) page = 0;
    shownKey = `${ref}|${reason}|${page}`;
    const thing = ref ? model.things.get(ref) : null;
    host.replaceChildren(...(thing ? describe(thing, reason) : opening()));
    host.scrollTop = 0;
    ctx.measured(thing ? model.distancesOf(thing.ref, thing.excerpts[page] ?? null) : []);
  }

  function opening() {
    const { story } = model.scene;
    return [
      el("p", { class: "dl-kicker", text: "The story" }),
      el("h2", { class: "dl-excerpt-title", text: story.title }),
      el("p", { class: "dl-excerpt-lead", text: `${told()}, as told by ${count(story.articles, "article")} of ${count(story.origins, "origin")}.` }),
      legend(),
      model.axis.isEmpty ? null : el("p", { class: "dl-hint", text: "Press play, or the space bar. Choose a place, a line or a bar to read why it is there." }),
      ...distances(),
      ...undated(),
      ...problems(),
    ].filter(Boolean);
  }

  function told() {
    const parts = [[model.journeys, "journey"], [model.events, "event"], [model.scene.places, "place"], [model.distances, "reported distance"]];
    const words = parts.filter(([things]) => things.length).map(([things, noun]) => count(things.length, noun));
    if (!words.length) return "Nothing to show";
    return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
  }

  /** Who travels, and what the lines say: only what this story has. */
  function legend() {
    const rows = model.travellers.map((traveller, index) => ({ ...traveller, trips: model.journeys.filter((journey) => journey.traveller === index).length }));
    const named = rows.filter((row) => row.hue);
    const kinds = new Set(model.journeys.map((journey) => (FACTUAL.has(journey.status) ? "fact" : journey.status === "denied" ? "denied" : "plan")));
    const keys = [["fact", "reported as happened"], ["plan", "planned or possible"], ["denied", "denied"]].filter(([kind]) => kinds.has(kind));
    return el("ul", { class: "dl-legend", "aria-label": "Legend" },
      ...named.map((row) => el("li", { style: `--hue:${hueVariable(row.hue)}` }, el("span", { class: "dl-swatch" }), el("span", { text: shortened(row.name, 46), title: row.name }), el("span", { class: "dl-muted", text: count(row.trips, "journey") }))),
      rows.length > named.length ? el("li", { class: "dl-key" }, el("span", { class: "dl-swatch" }), el("span", { text: count(rows.length - named.length, "other") }), null) : null,
      ...(keys.length > 1 ? keys : []).map(([kind, words]) => el("li", { class: "dl-key" }, el("span", { class: `dl-swatch dl-swatch-${kind}` }), el("span", { text: words }))));
  }

  function distances() {
    if (!model.distances.length) return [];
    const list = distanceList(model.distances, ctx.select);
    return [el("details", { class: "dl-tray" }, el("summary", { text: count(model.distances.length, "reported distance") }), list)];
  }

  function undated() {
    if (!model.undated.length) return [];
    const rows = model.undated.map((thing) => el("li", {}, el("button", { type: "button", class: "dl-link", text: shortened(thing.title, 70), title: thing.title, onclick: () => ctx.select(thing.ref) }), el("span", { class: "dl-muted", text: ` ${thing.status}` })));
    return [el("details", { class: "dl-tray" }, el("summary", { text: `${number(model.undated.length)} without a date` }), el("ul", {}, ...rows))];
  }

  function problems() {
    const found = model.scene.problems;
    if (!found.length) return [];
    const rows = found.slice(0, 20).map((problem) => el("li", { text: `${problem.what} ${problem.advice}` }));
    return [el("details", { class: "dl-tray dl-problems", open: true }, el("summary", { text: `${count(found.length, "problem")} while reading` }), el("ul", {}, ...rows))];
  }

  function describe(thing, reason) {
    const pages = thing.excerpts.length;
    page = Math.max(0, Math.min(page, pages - 1));
    const head = [
      el("div", { class: "dl-excerpt-top" },
        el("p", { class: "dl-kicker", text: reason }),
        ctx.selection() ? el("button", { type: "button", class: "dl-icon-button", "aria-label": "Close (Escape)", onclick: () => ctx.select(null) }, icon(ICONS.close)) : null),
      el("h2", { class: "dl-excerpt-title", text: shortened(thing.title, 110), title: thing.title }),
      thing.judged ? distanceTable(thing) : facts(thing),
    ];
    if (!pages) return [...head, el("p", { class: "dl-muted", text: "No sentence is kept for this." }), ...below(thing)];
    return [...head, quote(model.excerpts[thing.excerpts[page]], thing.judged ? "dl-quote-distance" : ""), foot(thing, pages), ...below(thing)];
  }

  /** Under the sentence: where reports differ about the thing, and the distances that it is an end of or tells. */
  function below(thing) {
    const notes = model.differences.filter((difference) => difference.about.includes(thing.ref)).map((difference) => differenceNote(difference, model));
    const told = thing.judged ? [] : model.distancesOf(thing.ref, thing.excerpts[page] ?? null);
    if (!told.length) return notes;
    const list = distanceList(told, ctx.select);
    return [el("section", { class: "dl-below", "aria-label": "Reported distances" }, el("p", { class: "dl-kicker", text: count(told.length, "reported distance") }), list, told.length === 1 ? distanceTable(told[0]) : null), ...notes];
  }

  function facts(thing) {
    const parts = [];
    if (thing.status) parts.push(el("span", { class: `dl-status dl-status-${thing.status.replace(" ", "-")}`, text: STATUS_WORDS[thing.status] }));
    if (thing.when) parts.push(el("span", { text: thing.when }));
    else if (thing.status) parts.push(el("span", { text: "no date reported" }));
    if (thing.km) parts.push(el("span", { text: `${number(thing.km)} km${thing.basis ? `, ${thing.basis}` : ""}` }));
    if (thing.radius_km !== undefined) {
      parts.push(el("span", { text: thing.kind }));
      if (thing.country) parts.push(el("span", { text: thing.country }));
      parts.push(el("span", { text: `within ${number(thing.radius_km)} km of the mark` }));
      parts.push(el("span", { text: `position from ${thing.basis}` }));
    }
    return el("p", { class: "dl-facts", style: thing.hue === undefined ? null : `--hue:${hueVariable(thing.hue)}` }, ...parts);
  }

  function quote(excerpt, className) {
    const article = model.articles.get(excerpt.article);
    return el("figure", { class: `dl-quote ${className}` },
      el("blockquote", { dir: "auto" }, ...marked(excerpt.text, excerpt.marks)),
      el("figcaption", {},
        el("strong", { text: sourceName(article) }),
        el("span", { text: article.published ? dateWords(article.published) : "publication date not known" }),
        /^inferred/i.test(article.basis || "") ? el("span", { title: article.basis, text: "date inferred" }) : null,
        el("a", { class: "dl-open", href: ctx.articleAddress(excerpt), text: "Open the article here", onclick: (event) => ctx.openArticle(event, excerpt) })));
  }

  function foot(thing, pages) {
    return el("div", { class: "dl-excerpt-foot" },
      el("span", { class: "dl-support", text: support(thing) }),
      pages > 1 ? el("span", { class: "dl-pager" },
        el("button", { type: "button", class: "dl-icon-button", "aria-label": "Previous sentence", onclick: () => turn(pages - 1) }, icon(ICONS.previous)),
        el("span", { text: `${page + 1} of ${pages}` }),
        el("button", { type: "button", class: "dl-icon-button", "aria-label": "Next sentence", onclick: () => turn(1) }, icon(ICONS.next))) : null);

    function turn(by) {
      page = (page + by) % pages;
      const [ref, reason] = shownKey.split("|");
      show(ref, reason);
    }
  }

  return {
    show,
    refresh() {
      const [ref, reason] = (shownKey || "|").split("|");
      shownKey = null;
      show(ref === "null" ? null : ref || null, reason || "");
    },
  };
}
