// Steps in time: from event to event, by the keys of the player and of the timeline.

/** What the keys do; `stage` is told of each step by `look` and `rest`. */
export function createSteps(stage) {
  const { model, state, clock } = stage;

  function step(way) {
    const now = clock.state.second;
    const seconds = stage.moments.beats().map((each) => model.axis.second(each.minute));
    const target = way > 0 ? seconds.find((each) => each > now + 0.02) : [...seconds].reverse().find((each) => each < now - 0.05);
    clock.pause();
    clock.seek(target === undefined ? (way > 0 ? model.axis.seconds : 0) : target + 0.001);
    requestAnimationFrame(() => stage.look(false));
    stage.address.later();
  }

  function jump(second) {
    clock.seek(second);
    stage.address.later();
  }

  /** Keys of the timeline while it has the focus. */
  function timeKeys(event) {
    const { second } = clock.state;
    const { seconds } = model.axis;
    const jumps = { Home: 0, End: seconds, PageUp: second - seconds / 10, PageDown: second + seconds / 10 };
    const zooms = { "+": 0.7, "=": 0.7, "-": 1.4 };
    if (event.key === "Enter" && stage.beat) {
      event.preventDefault();
      stage.select(stage.beat.ref);
      return;
    }
    if (event.key in jumps) clock.seek(jumps[event.key]);
    else if (event.key in zooms) stage.timeline.zoom(second, zooms[event.key]);
    else return;
    event.preventDefault();
    event.stopPropagation();
    stage.address.later();
  }

  /** Each key and what it does; false: the key is left to the browser. */
  const keys = {
    " ": () => stage.ctx.playPressed(),
    ArrowRight: () => step(1),
    ArrowLeft: () => step(-1),
    Home: () => jump(0),
    End: () => jump(model.axis.seconds),
    f: () => stage.ctx.fullScreen(),
    Escape: () => (state.filtering ? stage.ctx.toggleFilters() : state.selection ? stage.select(null) : false),
  };

  return { step, timeKeys, keys };
}
