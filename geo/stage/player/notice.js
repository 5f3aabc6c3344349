// A page with nothing to show: why, and what to do.

import { el } from "./dom.js";

export function mount({ parentElement, data }) {
  const host = parentElement.querySelector(".dl-notice") || parentElement;
  host.replaceChildren(el("main", { class: "dl-page" }, el("h1", { text: data.title }), el("p", { text: data.advice })));
}
