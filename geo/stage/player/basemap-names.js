// Names on the ground, placed by rank so that none lies on another.

import { PREMULTIPLIED, SANS, SERIF, WordAtlas, typeOf } from "./basemap-words.js";

const PADDING = 4; // pixels kept free round a name
const EDGE = 3; // pixels of a word's box that its halo fills
const LOCAL_FROM_ZOOM = 6; // for towns and regions

// Which goes first where two names want one place: low number first.
const PRECEDENCE = { country: 0, capital: 1, water: 2, town: 3, lake: 3.5, region: 6 };
const precedence = ({ kind, rank }) => PRECEDENCE[kind] + rank * (kind === "country" ? 0.2 : 0.55);

/** A long name on two lines, broken at the space nearest the middle; the local name on a line of its own. */
function linesOf(name, type, withLocal) {
  const text = type.upper ? name.name.toLocaleUpperCase("en") : name.name;
  const lines = [];
  const spaces = [...text.matchAll(/ /g)].map((match) => match.index);
  if (!type.dot && text.length > 14 && spaces.length) {
    const off = (at) => Math.abs(at - text.length / 2);
    const middle = spaces.reduce((best, at) => (off(at) < off(best) ? at : best));
    lines.push({ text: text.slice(0, middle), size: type.size }, { text: text.slice(middle + 1), size: type.size });
  } else {
    lines.push({ text, size: type.size });
  }
  if (withLocal && name.local && name.local !== name.name) lines.push({ text: name.local, size: type.size * 0.88, local: true });
  return lines;
}

/** Boxes already taken, in a grid so that a look-up costs little. */
class Taken {
  constructor() {
    this.cells = new Map();
  }

  *keys([left, top, right, bottom]) {
    for (let column = Math.floor(left / 64); column <= Math.floor(right / 64); column += 1) {
      for (let row = Math.floor(top / 64); row <= Math.floor(bottom / 64); row += 1) yield `${column},${row}`;
    }
  }

  isFree(box) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) || []) {
        if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) return false;
      }
    }
    return true;
  }

  take(box) {
    for (const key of this.keys(box)) this.cells.set(key, [...(this.cells.get(key) || []), box]);
  }
}

/** Where a name may stand round its point, as offsets of the middle of the word. */
function stands([width, height], dot) {
  if (!dot) return [[0, 0]];
  const [aside, above] = [width / 2 + dot, height / 2 + dot - 1];
  return [[aside, 0], [-aside, 0], [0, -above], [0, above]];
}

const radians = (degrees) => (degrees * Math.PI) / 180;

/** Whether a point of the globe faces the reader. */
function isTurnedAway([lon, lat], viewport) {
  if (viewport.resolution === undefined) return false;
  const [φ, φ0] = [radians(lat), radians(viewport.latitude)];
  const cosine = Math.sin(φ) * Math.sin(φ0) + Math.cos(φ) * Math.cos(φ0) * Math.cos(radians(lon - viewport.longitude));
  return cosine < 0.42;
}

/** A point, moved round the world to the side of the 180th meridian that the camera looks at. */
function inSightOf([lon, lat], viewport) {
  return [lon + 360 * Math.round((viewport.longitude - lon) / 360), lat];
}

/** Where deck.gl is to draw it: a view that repeats draws the next world over this one, so each name with its own. */
function drawnAt(position, sighted, viewport) {
  return viewport.subViewports?.length > 1 ? position : sighted;
}

/** An offset near `offset` that puts the edge of a word between two pixels, so that its letters stay crisp. */
function sharp(at, offset, length, ratio) {
  const edge = (at + offset - length / 2) * ratio;
  return offset + (Math.round(edge) - edge) / ratio;
}

/** Room of what the story draws itself: `box` is [left, top, right, bottom] in pixels round `position`. */
function roomOf(things, viewport) {
  const room = new Taken();
  for (const { position, box } of things) {
    const [x, y] = viewport.project(inSightOf(position, viewport));
    room.take([x + box[0], y + box[1], x + box[2], y + box[3]]);
  }
  return room;
}

/** The best place of a word round `x, y`: free and whole, and if it can be off the ways; null if there is none. */
function standOf([x, y], { screen: [width, height] }, dot, { taken, ways, viewport }) {
  const free = [];
  for (const [dx, dy] of stands([width, height], dot)) {
    const [left, top, right, bottom] = [x + dx - width / 2, y + dy - height / 2, x + dx + width / 2, y + dy + height / 2];
    const box = [left - PADDING, top, right + PADDING, bottom];
    const isWhole = left >= 0 && top >= 0 && right <= viewport.width && bottom <= viewport.height;
    if (isWhole && taken.isFree(box)) free.push({ dx, dy, box, letters: [left + EDGE, top + EDGE, right - EDGE, bottom - EDGE] });
  }
  return free.find(({ letters }) => ways.isFree(letters)) || free[0] || null;
}

function place(names, viewport, atlas, { colours, local, without, reserved, ways: drawn }) {
  const taken = roomOf(reserved, viewport);
  const ways = roomOf(drawn, viewport);
  const placed = [];
  const hidden = new Set(without);
  const seen = new Set();
  const inOrder = names
    .filter((name) => !hidden.has(name.name))
    .sort((a, b) => precedence(a) - precedence(b) || (a.name < b.name ? -1 : 1));
  for (const name of inOrder) {
    const once = `${name.kind}${name.name}${name.position.map((degree) => degree.toFixed(1))}`;
    if (seen.has(once) || isTurnedAway(name.position, viewport)) continue;
    seen.add(once);
    const sighted = inSightOf(name.position, viewport);
    const position = drawnAt(name.position, sighted, viewport);
    const [x, y] = viewport.project(sighted);
    if (x < 0 || y < 0 || x > viewport.width || y > viewport.height) continue;
    const type = typeOf(name, viewport.zoom);
    const withLocal = local && (name.kind === "country" || name.kind === "capital" || viewport.zoom > LOCAL_FROM_ZOOM);
    const word = atlas.word(linesOf(name, type, withLocal), type, colours);
    const stand = standOf([x, y], word, type.dot, { taken, ways, viewport });
    if (!stand) continue;
    taken.take(stand.box);
    const [width, height] = word.screen;
    placed.push({ position, word, offset: [sharp(x, stand.dx, width, atlas.ratio), sharp(y, stand.dy, height, atlas.ratio)] });
    const dot = type.dot && atlas.dot(type.dot, colours, type.colour, "ground-halo");
    if (dot) placed.push({ position, word: dot, offset: [0, 0] });
  }
  return placed;
}

const classes = new WeakMap();

/** The layer that draws `names`; it places them anew whenever the camera moves. */
export function namesLayer(props, names, colours, settings) {
  const { deck } = settings;
  if (!classes.has(deck)) classes.set(deck, defineNamesLayer(deck));
  const Names = classes.get(deck);
  const { local, without, reserved, ways, ratio } = settings;
  return new Names(props, { data: names, colours, local, without, reserved, ways, ratio });
}

function defineNamesLayer(deck) {
  return class NamesLayer extends deck.CompositeLayer {
    static layerName = "GroundNamesLayer";

    initializeState() {
      this.setState({ atlas: new WordAtlas(this.context.device, this.props.ratio), placed: [] });
      const redraw = () => {
        if (!this.state?.atlas) return;
        this.state.atlas.clear();
        this.setState({ fontsChanged: true });
        this.setNeedsUpdate();
      };
      document.fonts.addEventListener("loadingdone", redraw); // also when a script is met for the first time
      this.setState({ redraw });
      for (const face of [`600 12px ${SANS}`, `450 12px ${SANS}`, `italic 400 14px ${SERIF}`]) document.fonts.load(face, "aŽж");
    }

    shouldUpdateState({ changeFlags }) {
      return changeFlags.somethingChanged || changeFlags.viewportChanged;
    }

    updateState() {
      const { atlas } = this.state;
      if (atlas.full || atlas.ratio !== this.props.ratio) {
        atlas.ratio = this.props.ratio;
        atlas.clear();
      }
      const placed = place(this.props.data, this.context.viewport, atlas, this.props);
      atlas.upload();
      this.setState({ placed });
    }

    finalizeState(context) {
      super.finalizeState(context);
      document.fonts.removeEventListener("loadingdone", this.state.redraw);
      this.state.atlas.texture.destroy();
    }

    renderLayers() {
      const { atlas, placed } = this.state;
      return new deck.IconLayer(this.getSubLayerProps({ id: "words" }), {
        data: placed,
        iconAtlas: atlas.texture,
        iconMapping: atlas.words,
        getIcon: (name) => name.word.key,
        getPosition: (name) => name.position,
        getSize: (name) => name.word.screen[1],
        getPixelOffset: (name) => name.offset,
        sizeUnits: "pixels",
        alphaCutoff: 0,
        pickable: false,
        parameters: { depthCompare: "always", depthWriteEnabled: false, cullMode: "none", ...PREMULTIPLIED },
      });
    }
  };
}
