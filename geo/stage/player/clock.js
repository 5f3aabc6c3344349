// The one clock. Counts seconds of play; the axis says which minute of the story that is.

export const SPEEDS = [0.5, 1, 2, 4];
const LONGEST_STEP = 0.5; // seconds: a page that was hidden goes on where it was left

/** `opening` gives the second at which play begins anew. `onFrame` is called once per animation frame while something changes, `onChange` when play, speed or loop do. */
export function createClock(axis, { opening, onFrame, onChange, reduced }) {
  const state = { second: 0, playing: false, speed: 1, loop: false };
  let request = null;
  let last = null;

  function tick(now) {
    request = null;
    if (state.playing) {
      const step = last === null ? 0 : Math.min(LONGEST_STEP, (now - last) / 1000);
      last = now;
      move(state.second + step * state.speed);
    }
    onFrame(axis.minute(state.second), state.second, now);
    if (state.playing) wake();
  }

  function move(second) {
    state.second = Math.max(0, Math.min(axis.seconds, second));
    if (second >= axis.seconds && state.playing) {
      if (state.loop) state.second = opening();
      else pause();
    }
  }

  function wake() {
    if (request === null) request = requestAnimationFrame(tick);
  }

  function pause() {
    if (!state.playing) return;
    state.playing = false;
    last = null;
    onChange();
  }

  return {
    state,
    wake,
    pause,
    minute: () => axis.minute(state.second),
    play() {
      if (axis.isEmpty || state.playing) return;
      if (state.second >= axis.seconds) state.second = opening();
      state.playing = true;
      last = null;
      onChange();
      wake();
    },
    toggle() {
      if (state.playing) pause();
      else this.play();
    },
    /** To a second of play; keeps playing if it was. */
    seek(second) {
      move(second);
      wake();
    },
    set(change) {
      Object.assign(state, change);
      onChange();
      wake();
    },
    stop() {
      state.playing = false;
      if (request !== null) cancelAnimationFrame(request);
    },
    reduced,
  };
}
