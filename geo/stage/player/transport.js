// The controls: play, step, speed, loop, clock, camera, lines, full screen, picture.

import { SPEEDS } from "./clock.js";
import { el, icon } from "./dom.js";
import { ICONS } from "./icons.js";

export function createTransport(host, ctx) {
  const { clock, model } = ctx;
  const dateWords = el("span", { class: "dl-date" });
  const timeWords = el("span", { class: "dl-hour" });
  const button = (name, path, onclick, more = {}) =>
    el("button", { type: "button", class: "dl-icon-button", "aria-label": name, title: name, onclick, ...more }, icon(path));
  const play = el("button", { type: "button", class: "dl-play", "aria-label": "Play", title: "Play (space)", onclick: () => ctx.playPressed() }, icon(ICONS.play));
  const loop = button("Loop", ICONS.loop, () => clock.set({ loop: !clock.state.loop }), { "aria-pressed": "false" });
  const speed = el("button", { type: "button", class: "dl-text-button dl-speed", title: "Speed", onclick: nextSpeed });
  const follow = button("Camera follows", ICONS.follow, () => ctx.setCamera("follow"));
  const overview = button("Overview", ICONS.overview, () => ctx.setCamera("overview"));
  const lines = button("Show lines", ICONS.lines, () => ctx.toggleLines(), { "aria-pressed": "true" });
  const full = button("Full screen (F)", ICONS.full, () => ctx.fullScreen());
  const picture = button("Save picture", ICONS.picture, () => ctx.savePicture());
  const filters = button("Filter", ICONS.filter, () => ctx.toggleFilters(), { "aria-pressed": "false" });
  const aside = el("span", { class: "dl-put-aside" });
  const clocks = el("div", { class: "dl-switch", role: "radiogroup", "aria-label": "Clock", onkeydown: (event) => otherClock(event) }, ...[["happened", "Happened"], ["known", "As known at"]].map(([kind, words]) =>
    el("button", { type: "button", role: "radio", "data-clock": kind, text: words, disabled: kind === "known" && !model.hasKnown, title: kind === "known" && !model.hasKnown ? "No article says when it was published" : null, onclick: () => ctx.setClock(kind) })));

  host.append(
    el("div", { class: "dl-transport-main" }, button("Previous event (←)", ICONS.previous, () => ctx.step(-1)), play, button("Next event (→)", ICONS.next, () => ctx.step(1))),
    el("div", { class: "dl-moment" }, dateWords, timeWords),
    clocks,
    el("div", { class: "dl-transport-more" }, aside, filters, speed, loop, follow, overview, lines, picture, full),
  );

  function nextSpeed() {
    clock.set({ speed: SPEEDS[(SPEEDS.indexOf(clock.state.speed) + 1) % SPEEDS.length] });
  }

  /** Arrows move within the switch, as in any group of radio buttons. */
  function otherClock(event) {
    if (!["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    if (!model.hasKnown) return;
    const other = [...clocks.children].find((choice) => choice.dataset.clock !== ctx.clockKind());
    ctx.setClock(other.dataset.clock);
    other.focus();
  }

  let told = "";
  return {
    frame(minute, second) {
      const day = model.axis.isEmpty ? "No dates" : model.axis.isFolded(second) ? `… ${model.dates.year(minute)}` : model.dates.day(minute);
      const words = `${day}|${model.axis.isEmpty || model.axis.isFolded(second) ? "" : model.dates.time(Math.floor(minute / 60) * 60)}`;
      if (words === told) return;
      told = words;
      const [first, rest] = words.split("|");
      dateWords.textContent = first;
      timeWords.textContent = rest;
    },
    refresh() {
      const { playing, speed: rate, loop: loops } = clock.state;
      play.replaceChildren(icon(playing ? ICONS.pause : ICONS.play));
      play.setAttribute("aria-label", playing ? "Pause" : "Play");
      play.disabled = model.axis.isEmpty;
      speed.textContent = `${rate}×`;
      speed.setAttribute("aria-label", `Speed ${rate} times`);
      loop.setAttribute("aria-pressed", String(loops));
      filters.setAttribute("aria-pressed", String(ctx.isFiltering()));
      aside.textContent = ctx.asideWords();
      lines.setAttribute("aria-pressed", String(ctx.linesShown()));
      follow.setAttribute("aria-pressed", String(ctx.camera() === "follow"));
      overview.setAttribute("aria-pressed", String(ctx.camera() === "overview"));
      for (const choice of clocks.children) {
        const isOn = choice.dataset.clock === ctx.clockKind();
        choice.setAttribute("aria-checked", String(isOn));
        choice.tabIndex = isOn ? 0 : -1;
      }
    },
  };
}
