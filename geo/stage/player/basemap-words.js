// The type of names on the ground, and each name drawn once into a texture of words.

export const SANS = '"IBM Plex Sans", "Dateline Names", "Noto Sans", sans-serif';
export const SERIF = '"Source Serif 4", "Noto Serif", Georgia, serif';

const HALO = 2.6; // pixels
const ATLAS = 2048;

/** How a texture of words is blended: its colours are multiplied by their opacity already. */
export const PREMULTIPLIED = {
  blend: true,
  blendColorOperation: "add",
  blendColorSrcFactor: "one",
  blendColorDstFactor: "one-minus-src-alpha",
  blendAlphaOperation: "add",
  blendAlphaSrcFactor: "one",
  blendAlphaDstFactor: "one-minus-src-alpha",
};

/** Type of a name: size in pixels by kind, rank and zoom; `dot` is the radius of the mark of a town. */
export function typeOf({ kind, rank }, zoom) {
  const grow = Math.min(3, Math.max(0, (zoom - 3) * 0.5));
  return TYPES[kind](rank, grow);
}

const onWater = { family: SERIF, italic: true, weight: 400, colour: "ground-label-water" };
const onLand = { family: SANS, weight: 600, spacing: 0, colour: "ground-label" };

const TYPES = {
  water: (rank, grow) => {
    const size = (rank <= 1 ? 16 : 12.5) + grow;
    return { ...onWater, size, spacing: rank <= 1 ? 0.14 : 0.05, halo: "ground-water" };
  },
  lake: (rank, grow) => ({ ...onWater, size: 11.5 + grow * 0.5, spacing: 0.02 }),
  country: (rank, grow) => ({ ...onLand, size: Math.max(10.5, 13.5 - rank * 0.6) + grow * 0.7, spacing: 0.13, upper: true }),
  region: (rank, grow) => ({ ...onLand, weight: 500, size: 9.5 + grow * 0.4, spacing: 0.12, upper: true, colour: "ground-label-muted" }),
  capital: (rank, grow) => ({ ...onLand, size: 12 + grow * 0.5, dot: 2.6 }),
  town: (rank, grow) => {
    const size = Math.max(10.5, 12.2 - rank * 0.22) + grow * 0.5;
    const look = rank <= 4 ? { colour: "ground-label", dot: 2.1 } : { colour: "ground-label-muted", dot: 1.7 };
    return { ...onLand, ...look, weight: 450, size };
  },
};

/** Words drawn once and kept as pictures in one texture. */
export class WordAtlas {
  /** `ratio` is how many pixels of the canvas a pixel of the page has. */
  constructor(device, ratio) {
    this.ratio = ratio;
    this.canvas = Object.assign(document.createElement("canvas"), { width: ATLAS, height: ATLAS });
    this.pen = this.canvas.getContext("2d", { willReadFrequently: false });
    const sampler = { minFilter: "linear", magFilter: "linear" };
    this.texture = device.createTexture({ width: ATLAS, height: ATLAS, format: "rgba8unorm", sampler });
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
      const screen = [size / this.ratio, size / this.ratio];
      this.words[key] = { key, ...place, width: size, height: size, screen, mask: false };
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
