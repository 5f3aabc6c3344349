// A reported distance in words and to scale, beside what was measured; and where reports differ.

import { el } from "./dom.js";
import { capital, count, dateWords, number, sourceName } from "./words.js";

/** "Reported: about 950 miles (1,529 km). Straight line: 1,011 km. By rail: 1,511 km.", each with a bar to scale. */
export function distanceTable(distance) {
  const longest = Math.max(distance.km, ...distance.measures.map((measure) => measure.km));
  const inKilometres = distance.says.endsWith("kilometres");
  const rows = [
    measureRow("Reported", inKilometres ? distance.says : `${distance.says} (${number(distance.km)} km)`, distance.km / longest, "dl-measure-reported"),
    ...distance.measures.map((measure) => measureRow(capital(measure.name), `${number(measure.km)} km`, measure.km / longest, measure.matches ? "dl-measure-match" : "")),
  ];
  const verdict = el("p", { class: "dl-verdict" }, el("strong", { text: "Verdict: " }), el("span", { text: distance.judged }));
  const towards = distance.towards ? el("p", { class: "dl-muted", text: distance.towards }) : null;
  return el("div", { class: "dl-measures" }, el("dl", {}, ...rows), verdict, towards);
}

function measureRow(name, words, share, className) {
  const bar = el("span", { class: "dl-measure-bar", "aria-hidden": "true", style: `width:${(100 * share).toFixed(1)}%` });
  return el("div", { class: `dl-measure ${className}` }, el("dt", { text: name }), el("dd", {}, el("span", { text: words }), bar));
}

/** Distances as a list to choose from. */
export function distanceList(distances, onChoose) {
  return el("ul", { class: "dl-distances" }, ...distances.map((distance) => el("li", {},
    el("button", { type: "button", class: "dl-link", text: distance.listed, onclick: () => onChoose(distance.ref) }),
    el("span", { class: "dl-muted", text: ` ${distance.judged}` }))));
}

/** Where reports differ about a thing: what, who says which, why. */
export function differenceNote(difference, model) {
  return el("section", { class: "dl-difference", "aria-label": difference.title },
    el("p", { class: "dl-kicker", text: difference.title }),
    el("ul", {}, ...difference.values.map((side) => el("li", {}, el("strong", { text: capital(side.value) }), el("span", { class: "dl-muted", text: ` ${whoSays(side, model)}` })))),
    difference.why ? el("p", { text: difference.why }) : null);
}

function whoSays({ sources, articles, origins }, model) {
  if (sources.length > 2) return `${count(articles, "article")}, ${count(origins, "origin")}`;
  return sources.map((id) => model.articles.get(id)).map((article) => `${sourceName(article)}${article.published ? `, ${dateWords(article.published)}` : ""}`).join("; ");
}
