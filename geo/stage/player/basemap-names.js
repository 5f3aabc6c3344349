// Names on the ground: each drawn once into an atlas of words, placed by rank so that none lies on another.

const SANS = '"IBM Plex Sans", "Dateline Names", "Noto Sans", sans-serif';
const SERIF = '"Source Serif 4", "Noto Serif", Georgia, serif';
const PADDING = 4; // pixels kept free round a name
const HALO = 2.6; // pixels
const ATLAS = 2048;

const PREMULTIPLIED = {
  blend: true,
  blendColorOperation: "add",
  blendColorSrcFactor: "one",
  blendColorDstFactor: "one-minus-src-alpha",
  blendAlphaOperation: "add",
  blendAlphaSrcFactor: "one",
  blendAlphaDstFactor: "one-minus-src-alpha",
};

/** Type of a name: size in pixels by kind, rank and zoom. */
function style({ kind, rank }, zoom) {
  const grow = Math.min(3, Math.max(0, (zoom - 3) * 0.5));
  switch (kind) {
    case "water": {
      const ocean = rank <= 1;
      return { family: SERIF, italic: true, weight: 400, size: (ocean ? 16 : 12.5) + grow, spacing: ocean ? 0.14 : 0.05, colour: "ground-label-water", halo: "ground-water" };
    }
    case "lake":
      return { family: SERIF, italic: true, weight: 400, size: 11.5 + grow * 0.5, spacing: 0.02, colour: "ground-label-water" };
    case "country":
      return { family: SANS, weight: 600, size: Math.max(10.5, 13.5 - rank * 0.6) + grow * 0.7, spacing: 0.13, upper: true, colour: "ground-label" };
    case "region":
      return { family: SANS, weight: 500, size: 9.5 + grow * 0.4, spacing: 0.12, upper: true, colour: "ground-label-muted" };
    case "capital":
      return { family: SANS, weight: 600, size: 12 + grow * 0.5, spacing: 0, colour: "ground-label", dot: 2.6 };
    default:
      return { family: SANS, weight: 450, size: Math.max(10.5, 12.2 - rank * 0.22) + grow * 0.5, spacing: 0, colour: rank <= 4 ? "ground-label" : "ground-label-muted", dot: rank <= 4 ? 2.1 : 1.7 };
  }
}

// Which goes first where two names want one place: low number first.
const PRECEDENCE = { country: 0, capital: 1, water: 2, town: 3, lake: 3.5, region: 6 };
const precedence = ({ kind, rank }) => PRECEDENCE[kind] + rank * (kind === "country" ? 0.2 : 0.55);

/** Words drawn once and kept as pictures in one texture. */
class WordAtlas {
  constructor(device) {
    this.ratio = Math.max(1, Math.min(3, window.devicePixelRatio || 1));
    this.canvas = Object.assign(document.createElement("canvas"), { width: ATLAS, height: ATLAS });
    this.pen = this.canvas.getContext("2d", { willReadFrequently: false });
    this.texture = device.createTexture({ width: ATLAS, height: ATLAS, format: "rgba8unorm", sampler: { minFilter: "linear", magFilter: "linear" } });
    this.clear();
  }

  clear() {
    this.pen.clearRect(0, 0, ATLAS, ATLAS);
    this.words = {};
    this.shelf = { x: 0, y: 0, height: 0 };
    this.fresh = true;
  }

  /** The picture of a word: its place in the atlas and its size in pixels of the screen. */
  word(lines, type, colours) {
    const key = JSON.stringify([lines, type.size, type.weight, type.colour, colours[type.colour], type.dot || 0]);
    if (!this.words[key]) this.words[key] = { key, ...this.draw(lines, type, colours) };
    return this.words[key];
  }

  draw(lines, type, colours) {
    const { pen, ratio } = this;
    const fonts = lines.map((line) => font(line.local ? { ...type, weight: 400 } : type, line.size));
    const spaces = lines.map((line) => (line.local ? 0 : type.spacing * line.size)); // spacing would tear Arabic apart
    const widths = lines.map((line, at) => this.measure(line.text, fonts[at], spaces[at]));
    const heights = lines.map((line) => line.size * 1.18);
    const width = Math.ceil((Math.max(...widths) + 2 * HALO) * ratio) + 2;
    const height = Math.ceil((heights.reduce((sum, one) => sum + one, 0) + 2 * HALO) * ratio) + 2;
    const place = this.room(width, height);
    pen.save();
    pen.translate(place.x, place.y);
    pen.scale(ratio, ratio);
    pen.textAlign = "center";
    pen.textBaseline = "alphabetic";
    pen.lineJoin = "round";
    pen.lineWidth = 2 * HALO;
    pen.strokeStyle = rgb(colours[type.halo || "ground-halo"], 0.88);
    pen.fillStyle = rgb(colours[type.colour]);
    for (const paint of ["strokeText", "fillText"]) {
      let baseline = HALO;
      lines.forEach((line, at) => {
        baseline += heights[at];
        pen.font = fonts[at];
        pen.letterSpacing = `${spaces[at]}px`;
        pen[paint](line.text, (width / ratio + spaces[at]) / 2, baseline - line.size * 0.28);
      });
    }
    pen.restore();
    this.fresh = true;
    return { ...place, width, height, screen: [width / ratio, height / ratio], mask: false };
  }

  measure(text, fontOfLine, spacing) {
    this.pen.font = fontOfLine;
    this.pen.letterSpacing = `${spacing}px`;
    return this.pen.measureText(text).width;
  }

  dot(radius, colours, colour, halo) {
    const key = `dot ${radius} ${colours[colour]}`;
    if (!this.words[key]) {
      const size = Math.ceil((2 * radius + 4) * this.ratio);
      const place = this.room(size, size);
      this.pen.save();
      this.pen.translate(place.x + size / 2, place.y + size / 2);
      this.pen.scale(this.ratio, this.ratio);
      this.pen.lineWidth = 1.6;
      this.pen.fillStyle = rgb(colours[halo]);
      this.pen.strokeStyle = rgb(colours[colour]);
      this.pen.beginPath();
      this.pen.arc(0, 0, radius, 0, 2 * Math.PI);
      this.pen.fill();
      this.pen.lineWidth = 1.1;
      this.pen.stroke();
      this.pen.restore();
      this.fresh = true;
      this.words[key] = { key, ...place, width: size, height: size, screen: [size / this.ratio, size / this.ratio], mask: false };
    }
    return this.words[key];
  }

  /** Free room for a picture, shelf by shelf. */
  room(width, height) {
    if (this.shelf.x + width > ATLAS) this.shelf = { x: 0, y: this.shelf.y + this.shelf.height + 1, height: 0 };
    const place = { x: this.shelf.x, y: this.shelf.y };
    this.shelf.x += width + 1;
    this.shelf.height = Math.max(this.shelf.height, height);
    this.full = this.shelf.y + this.shelf.height > ATLAS;
    return place;
  }

  upload() {
    if (!this.fresh) return;
    const { gl } = this.texture; // the library leaves this switch of WebGL alone; without it halos get dark rims
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    this.texture.copyExternalImage({ image: this.canvas });
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    this.fresh = false;
  }
}

const rgb = ([red, green, blue], alpha = 1) => `rgb(${red} ${green} ${blue} / ${alpha})`;
const font = (type, size) => `${type.italic ? "italic " : ""}${type.weight} ${size}px ${type.family}`;

/** A long name on two lines, broken at the space nearest the middle; the local name on a line of its own. */
function linesOf(name, type, withLocal) {
  const text = type.upper ? name.name.toLocaleUpperCase("en") : name.name;
  const lines = [];
  const spaces = [...text.matchAll(/ /g)].map((match) => match.index);
  if (!type.dot && text.length > 14 && spaces.length) {
    const middle = spaces.reduce((best, at) => (Math.abs(at - text.length / 2) < Math.abs(best - text.length / 2) ? at : best));
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

function place(names, viewport, atlas, { colours, local, without }) {
  const taken = new Taken();
  const placed = [];
  const hidden = new Set(without);
  const seen = new Set();
  const inOrder = names.filter((name) => !hidden.has(name.name)).sort((a, b) => precedence(a) - precedence(b) || (a.name < b.name ? -1 : 1));
  for (const name of inOrder) {
    const once = `${name.kind}${name.name}${name.position.map((degree) => degree.toFixed(1))}`;
    if (seen.has(once) || isTurnedAway(name.position, viewport)) continue;
    seen.add(once);
    const sighted = inSightOf(name.position, viewport);
    const position = drawnAt(name.position, sighted, viewport);
    const [x, y] = viewport.project(sighted);
    if (x < -40 || y < -40 || x > viewport.width + 40 || y > viewport.height + 40) continue;
    const type = style(name, viewport.zoom);
    const word = atlas.word(linesOf(name, type, local && (name.kind === "country" || name.kind === "capital" || viewport.zoom > 6)), type, colours);
    const [width, height] = word.screen;
    for (const [dx, dy] of stands(word.screen, type.dot)) {
      const box = [x + dx - width / 2 - PADDING, y + dy - height / 2, x + dx + width / 2 + PADDING, y + dy + height / 2];
      if (!taken.isFree(box)) continue;
      taken.take(box);
      placed.push({ position, word, offset: [sharp(x, dx, width, atlas.ratio), sharp(y, dy, height, atlas.ratio)] });
      if (type.dot) placed.push({ position, word: atlas.dot(type.dot, colours, type.colour, "ground-halo"), offset: [0, 0] });
      break;
    }
  }
  return placed;
}

const classes = new WeakMap();

/** The layer that draws `names`; it places them anew whenever the camera moves. */
export function namesLayer(props, names, colours, settings) {
  const { deck } = settings;
  if (!classes.has(deck)) classes.set(deck, defineNamesLayer(deck));
  const Names = classes.get(deck);
  return new Names(props, { data: names, colours, local: settings.local, without: settings.without });
}

function defineNamesLayer(deck) {
  return class NamesLayer extends deck.CompositeLayer {
    static layerName = "GroundNamesLayer";

    initializeState() {
      this.setState({ atlas: new WordAtlas(this.context.device), placed: [] });
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
      if (atlas.full) atlas.clear();
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
