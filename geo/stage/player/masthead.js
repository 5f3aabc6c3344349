// The head of every page: which story, which page, which theme. Links are real, so they open in a new tab too.

import { carried } from "./address.js";
import { el, icon } from "./dom.js";
import { hostOf } from "./host.js";
import { ICONS } from "./icons.js";
import { leaving } from "./leaving.js";

const THEME_KEY = "dateline-theme";

/** `data` is { stories: [{ id, title }], story, pages: [{ name, title, path }], page }. */
export function mount(component) {
  const { data, setTriggerValue } = component;
  applyTheme(chosenTheme());
  const host = hostOf(component, "masthead");
  const told = JSON.stringify(data);
  host.tell = setTriggerValue;
  if (host.dataset.told === told) return;
  host.dataset.told = told;
  const select = el("select", { "aria-label": "Story", onchange: () => host.tell("story", select.value) },
    ...data.stories.map((story) => el("option", { value: story.id, text: story.title, selected: story.id === data.story })));
  const nav = el("nav", { "aria-label": "Pages" }, ...data.pages.map((page) => el("a", {
    href: pageAddress(page, data), onfocus: (event) => refreshAddress(event, page, data), onpointerenter: (event) => refreshAddress(event, page, data), text: page.title, "aria-current": page.name === data.page ? "page" : null,
    onclick: (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      if (page.name !== data.page) leaving();
      host.tell("page", page.name + carried());
    },
  })));
  const theme = el("button", { type: "button", class: "dl-theme", onclick: () => { switchTheme(); dress(theme); } });
  dress(theme);
  host.replaceChildren(el("header", { class: "dl-mast" }, el("span", { class: "dl-brand", text: "Dateline" }), data.stories.length ? select : null, nav, theme));
}

/** The filters hold on every page, so that a link takes them along as they stand when it is used. */
const pageAddress = (page, data) => `${page.path}?story=${encodeURIComponent(data.story || "")}${carried()}`;
const refreshAddress = (event, page, data) => event.currentTarget.setAttribute("href", pageAddress(page, data));

function chosenTheme() {
  const asked = new URLSearchParams(window.location.search).get("theme");
  const kept = [asked, document.documentElement.dataset.theme, window.localStorage.getItem(THEME_KEY)].find((name) => name === "light" || name === "dark");
  if (kept) return kept;
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

function applyTheme(name) {
  if (document.documentElement.dataset.theme !== name) document.documentElement.dataset.theme = name;
}

function switchTheme() {
  const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  window.localStorage.setItem(THEME_KEY, next);
  applyTheme(next);
  const address = new URL(window.location.href);
  address.searchParams.set("theme", next);
  window.history.replaceState(window.history.state, "", address);
}

function dress(button) {
  const dark = document.documentElement.dataset.theme === "dark";
  const words = dark ? "Light theme" : "Dark theme";
  button.replaceChildren(icon(dark ? ICONS.sun : ICONS.moon));
  button.setAttribute("aria-label", words);
  button.title = words;
}
