// Beside the map: the sentence that reports what moves now, or why the chosen thing is there.
// Whatever is said here holds for the picture of the moment: what the filters leave, and by then had been published.

import { el, icon, marked } from "./dom.js";
import { hueVariable } from "./heads.js";
import { ICONS } from "./icons.js";
import { differenceNote, distanceList, distanceTable } from "./measures.js";
import { FACTUAL, TRAVELLERS, UNDATED, isMeasured } from "./model.js";
import { STATUS_WORDS, capital, count, countryName, dateWords, number, shortened, support, sourceName } from "./words.js";

const MOST_OPEN = 6; // a longer list waits to be opened

export function createExcerpt(host, ctx) {
  const { model } = ctx;
  let shown = { ref: null, reason: "", picture: null };
  let page = 0;

  function show(ref, reason) {
    const picture = ctx.picture();
    if (ref === shown.ref && reason === shown.reason && picture === shown.picture) return;
    const isNew = ref !== shown.ref || (picture !== shown.picture && shown.picture);
    if (isNew) page = 0;
    shown = { ref, reason, picture };
    const thing = picture.told.get(ref) || null;
    if (isNew && thing) page = newest(thing);
    const hadFocus = host.contains(document.activeElement);
    host.replaceChildren(...contents(ref, thing, reason));
    host.scrollTop = 0;
    if (hadFocus && isNew) host.focus({ preventScroll: true }); // what had it is gone
    ctx.measured(thing ? distancesOf(thing) : []);
  }

  /** The sentence to begin with: on the clock of what was known, one that has just come out. */
  function newest(thing) {
    if (ctx.clockKind() !== "known" || ctx.selection()) return 0;
    return Math.max(0, thing.excerpts.findIndex((number) => model.articles.get(model.excerpts[number].article).minute === thing.latest));
  }

  function contents(ref, thing, reason) {
    if (!ref) return opening();
    if (ref === UNDATED) return tray(reason);
    if (ref === TRAVELLERS) return everybody(reason);
    return thing ? describe(thing, reason) : untold(reason);
  }

  const distancesOf = ({ ref, excerpts }) => ctx.picture().distances.filter((distance) => isMeasured(distance, ref, excerpts[page] ?? null, model.excerpts));

  /** Chosen, and not told by the articles that are left, or not yet. */
  function untold(reason) {
    const { sources } = model.things.get(shown.ref);
    const days = sources.map((id) => model.articles.get(id).minute);
    const isOff = sources.every((id) => ctx.filters().off.source.has(id));
    const isUndated = days.every((minute) => minute === null);
    const [title, words] = isOff ? ["Put aside", "The articles that are left do not tell of this."]
      : isUndated ? ["Not on this clock", "No article that tells of this says when it was published."]
      : ["Not reported yet", `Nothing of this had been published by ${model.dates.day(ctx.clock.minute())}.`];
    return [top(reason), el("h2", { class: "dl-excerpt-title", text: title }), el("p", { text: words })];
  }

  function opening() {
    const { story } = model.scene;
    const { articles, origins } = ctx.picture();
    const isKnown = ctx.clockKind() === "known";
    const until = isKnown ? `, published by ${model.dates.day(ctx.clock.minute())}` : "";
    const undatedArticles = isKnown ? model.scene.articles.filter(({ minute }) => minute === null).length : 0;
    return [
      el("p", { class: "dl-kicker", text: "The story" }),
      el("h2", { class: "dl-excerpt-title dl-story-title", text: story.title, title: story.title, dir: "auto" }),
      el("p", { class: "dl-excerpt-lead", text: leadWords({ articles, origins, until }) }),
      model.axis.isEmpty || !told() ? null : el("p", { class: "dl-hint" }, "Press play", el("span", { class: "dl-keys", text: ", or the space bar" }), ". Choose any mark to read its source."),
      told() && !model.scene.places.length ? el("p", { class: "dl-muted", text: "No article says where: nothing stands on the map." }) : null,
      undatedArticles ? el("p", { class: "dl-muted", text: `${count(undatedArticles, "article")} without a date of publication left out.` }) : null,
      legend(),
      ...distances(),
      ...undated(),
      ...problems(),
    ].filter(Boolean);
  }

  function leadWords({ articles, origins, until }) {
    if (!model.scene.articles.length) return "There is no article here yet. Put text files into the story's folder, and load the page again.";
    const from = `${count(articles, "article")} of ${count(origins, "origin")}${until}.`;
    return told() ? `${told()}, as told by ${from}` : `Nothing to show: nothing was found in ${from}`;
  }

  function told() {
    const { journeys, events, distances: lengths, things } = ctx.picture();
    const places = [...things.keys()].filter((ref) => ref.startsWith("place:"));
    const parts = [[journeys, "journey"], [events, "event"], [places, "place"], [lengths, "reported distance"]];
    const words = parts.filter(([each]) => each.length).map(([each, noun]) => count(each.length, noun));
    return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
  }

  /** Who travels, with their journeys; those who have none left are left out. */
  function travellers() {
    const trips = model.travellers.map(() => []);
    for (const journey of ctx.picture().journeys) trips[journey.traveller].push(journey);
    return model.travellers.map((traveller, index) => ({ ...traveller, trips: trips[index] })).filter((row) => row.trips.length);
  }

  /** Who travels, and what the lines say: only what this story has. */
  function legend() {
    const { journeys } = ctx.picture();
    const rows = travellers();
    const named = rows.filter((row) => row.hue);
    const kinds = new Set(journeys.map((journey) => (FACTUAL.has(journey.status) ? "fact" : journey.status === "denied" ? "denied" : "plan")));
    const keys = [["fact", "reported as happened"], ["plan", "planned or possible"], ["denied", "denied"]].filter(([kind]) => kinds.has(kind));
    return el("ul", { class: "dl-legend", "aria-label": "Legend" },
      ...named.map((row) => el("li", { style: `--hue:${hueVariable(row.hue)}` }, el("span", { class: "dl-swatch" }), el("span", { class: "dl-who", text: capital(row.name), title: row.name }), el("span", { class: "dl-muted", text: count(row.trips.length, "journey") }))),
      rows.length > named.length ? el("li", { class: "dl-key" }, el("span", { class: "dl-swatch" }), el("button", { type: "button", class: "dl-link", text: count(rows.length - named.length, "other"), onclick: () => ctx.select(TRAVELLERS) }), null) : null,
      ...(keys.length > 1 ? keys : []).map(([kind, words]) => el("li", { class: "dl-key" }, el("span", { class: `dl-swatch dl-swatch-${kind}` }), el("span", { text: words }))));
  }

  function distances() {
    const { distances: lengths } = ctx.picture();
    if (!lengths.length) return [];
    return [el("details", { class: "dl-tray" }, el("summary", { text: count(lengths.length, "reported distance") }), distanceList(lengths, ctx.select))];
  }

  function undated() {
    const { undated: things } = ctx.picture();
    if (!things.length) return [];
    return [el("details", { class: "dl-tray" }, el("summary", { text: `${number(things.length)} without a date` }), choices(things))];
  }

  function tray(reason) {
    const { undated: things } = ctx.picture();
    return [
      top(reason),
      el("h2", { class: "dl-excerpt-title", text: `${number(things.length)} without a date` }),
      el("p", { text: "The articles tell of these, and not when. They stand on the map, and not on the timeline." }),
      el("div", { class: "dl-tray" }, choices(things)),
    ];
  }

  function everybody(reason) {
    const rows = travellers();
    return [
      top(reason),
      el("h2", { class: "dl-excerpt-title", text: count(rows.length, "traveller") }),
      ...rows.map((row) => el("details", { class: "dl-tray", style: `--hue:${hueVariable(row.hue)}` },
        el("summary", {}, el("span", { class: "dl-summary-name", text: row.name, title: row.name }), el("span", { class: "dl-muted", text: ` ${count(row.trips.length, "journey")}` })),
        choices(row.trips))),
    ];
  }

  /** Things to choose from, each with how real it is. */
  const choices = (things) => el("ul", {}, ...things.map((thing) => el("li", {},
    el("button", { type: "button", class: "dl-link", text: shortened(thing.title, 70), title: thing.title, onclick: () => ctx.select(thing.ref) }), el("span", { class: "dl-muted", text: ` ${thing.status}` }))));

  function problems() {
    const found = model.scene.problems;
    if (!found.length) return [];
    const rows = found.slice(0, 20).map((problem) => el("li", { text: `${problem.what} ${problem.advice}` }));
    return [el("details", { class: "dl-tray dl-problems", open: true }, el("summary", { text: `${count(found.length, "problem")} while reading` }), el("ul", {}, ...rows))];
  }

  const top = (reason) => el("div", { class: "dl-excerpt-top" },
    el("p", { class: "dl-kicker", text: reason }),
    ctx.selection() ? el("button", { type: "button", class: "dl-icon-button", "aria-label": "Close (Escape)", onclick: () => ctx.select(null) }, icon(ICONS.close)) : null);

  function describe(thing, reason) {
    const pages = thing.excerpts.length;
    page = Math.max(0, Math.min(page, pages - 1));
    const head = [
      top(reason),
      el("h2", { class: "dl-excerpt-title", text: shortened(thing.title, 160), title: thing.title }),
      ctx.picture().things.has(thing.ref) ? null : el("p", { class: "dl-aside", text: "Put aside by the filters." }),
      thing.judged ? distanceTable(thing) : facts(thing),
    ].filter(Boolean);
    if (!pages) return [...head, el("p", { class: "dl-muted", text: "No sentence is kept for this." }), ...below(thing)];
    return [...head, quote(model.excerpts[thing.excerpts[page]], thing.judged ? "dl-quote-distance" : ""), foot(thing, pages), ...below(thing)];
  }

  /** Under the sentence: what else came out with it, where reports differ, and the distances that it is an end of or tells. */
  function below(thing) {
    const { differences } = ctx.picture();
    const notes = differences.filter((difference) => difference.about.includes(thing.ref)).map((difference) => differenceNote(difference, model));
    const lengths = thing.judged ? [] : distancesOf(thing);
    const measured = lengths.length && el("section", { class: "dl-below", "aria-label": "Reported distances" }, el("p", { class: "dl-kicker", text: count(lengths.length, "reported distance") }), distanceList(lengths, ctx.select), lengths.length === 1 ? distanceTable(lengths[0]) : null);
    return [news(thing), measured, ...notes].filter(Boolean);
  }

  /** What else began at that moment, or on the clock of what was known was reported on that day. */
  function news(thing) {
    if (ctx.selection()) return null;
    const isKnown = ctx.clockKind() === "known";
    const momentOf = (each) => (isKnown ? each.latest : each.run ? each.run.start : each.window ? each.window[0] : null);
    const { journeys, events } = ctx.picture();
    const others = [...journeys, ...events].filter((each) => each.ref !== thing.ref && momentOf(each) === momentOf(thing));
    if (!others.length || momentOf(thing) === null) return null;
    const words = isKnown ? `Also reported on ${model.dates.day(thing.latest)}` : "At the same time";
    return el("details", { class: "dl-below dl-tray dl-news", open: others.length <= MOST_OPEN }, el("summary", { text: `${words} (${number(others.length)})` }), choices(others));
  }

  function facts(thing) {
    const parts = [];
    if (thing.status) parts.push(el("span", { class: `dl-status dl-status-${thing.status.replace(" ", "-")}`, text: STATUS_WORDS[thing.status] }));
    if (thing.when) parts.push(el("span", { text: thing.when }));
    else if (thing.status) parts.push(el("span", { text: "no date reported" }));
    if (thing.km) parts.push(el("span", { text: `${number(thing.km)} km${thing.basis ? `, ${thing.basis}` : ""}` }));
    if (thing.speed) parts.push(el("span", { text: thing.speed }));
    if (thing.radius_km !== undefined) {
      parts.push(el("span", { text: thing.kind }));
      if (thing.country) parts.push(el("span", { text: countryName(thing.country) }));
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
      const button = document.activeElement?.getAttribute("aria-label");
      page = (page + by) % pages;
      refresh();
      if (button) host.querySelector(`.dl-pager [aria-label="${button}"]`)?.focus(); // whoever turns pages by key goes on
    }
  }

  function refresh() {
    const { ref, reason } = shown;
    shown = { ...shown, picture: null };
    show(ref, reason);
  }

  /** The number of the sentence that stands here for a thing; where another thing does, of its first. */
  const sentenceOf = ({ ref, excerpts }) => excerpts[ref === shown.ref ? page : 0] ?? null;

  return { show, refresh, sentenceOf, ref: () => shown.ref };
}
