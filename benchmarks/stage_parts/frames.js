// Put into every page under test before its own scripts: counts the frames that a canvas really draws, keeps the
// decks that are made, and asks for nothing of the page itself.
(() => {
  const canvases = new Map(); // canvas -> { frames, last, first }
  const decks = [];

  function count(canvas, gl) {
    const now = document.timeline.currentTime; // the same for all draw calls of a frame
    const seen = canvases.get(canvas) || { frames: 0, last: null, first: null };
    canvases.set(canvas, seen);
    if (seen.last === now) return;
    if (seen.last === null) queueMicrotask(() => whenDone(gl, () => { seen.first = performance.now(); }));
    seen.last = now;
    seen.frames += 1;
  }

  /** When the graphics have done all that they were told so far: that a call has returned says nothing. */
  function whenDone(gl, then) {
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
    const ask = () => (gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED ? then() : setTimeout(ask));
    setTimeout(ask);
  }

  for (const name of ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"]) {
    const original = WebGL2RenderingContext.prototype[name];
    const instances = { drawArraysInstanced: 3, drawElementsInstanced: 4 }[name];
    WebGL2RenderingContext.prototype[name] = function (...args) {
      if (instances === undefined || args[instances] > 0) count(this.canvas, this);
      return original.apply(this, args);
    };
  }

  let create = null; // pydeck's bundle puts this on window
  Object.defineProperty(window, "createDeck", {
    configurable: true,
    get: () => create,
    set(made) {
      create = (options) => {
        const deck = made(options);
        decks.push({ deck, container: options.container });
        return deck;
      };
    },
  });

  window.frameCount = {
    canvases: (selector) => [...document.querySelectorAll(selector)].filter((canvas) => canvases.has(canvas)),
    drawn: (selector) => window.frameCount.canvases(selector).reduce((sum, canvas) => sum + canvases.get(canvas).frames, 0),
    first(selector) {
      const times = window.frameCount.canvases(selector).map((canvas) => canvases.get(canvas).first);
      return times.length && times.every((time) => time !== null) ? Math.min(...times) : null;
    },
    /** Frames a second that the canvas draws over so many milliseconds. */
    async rate(selector, milliseconds) {
      const [frames, began] = [window.frameCount.drawn(selector), performance.now()];
      await new Promise((done) => setTimeout(done, milliseconds));
      return (1000 * (window.frameCount.drawn(selector) - frames)) / (performance.now() - began);
    },
    /** The deck that draws this canvas redraws with every frame, or only when something changed. */
    animate(selector, value) {
      const canvas = document.querySelector(selector);
      for (const { deck, container } of decks) if (container.contains(canvas)) deck.setProps({ _animate: value });
    },
  };
})();
