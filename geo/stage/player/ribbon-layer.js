// A layer of deck.gl that draws all its lines in one call: solid or dashed, and up to a minute of the story. Their edges are
// smooth by themselves, so that the canvas need not draw every pixel several times over (multisampling).
// For maps seen from straight above with north up, where a line's width needs no camera to be laid out.

import { DASH, ribbons } from "./ribbons.js";

const WHENEVER = 1e30; // a minute later than any: shaders have no infinity

const UNIFORMS = `\
layout(std140) uniform ribbonUniforms {
  highp float now;
  highp float dash;
  highp float period;
} ribbon;
`;

const MODULE = { name: "ribbon", vs: UNIFORMS, fs: UNIFORMS, uniformTypes: { now: "f32", dash: "f32", period: "f32" } };

const VERTEX = `#version 300 es
#define SHADER_NAME ribbon-layer-vertex
in vec2 positions; // world units
in vec2 offsets; // pixels
in vec2 measures; // pixels along the line, minute
in vec3 sides; // pixels aside of its middle, pixels beyond its end, half its width
in vec4 colors;
in vec4 pickingColors;
out vec4 vColor;
out vec2 vMeasure;
out vec3 vSide;

void main(void) {
  geometry.worldPosition = vec3(positions, 0.0);
  geometry.pickingColor = pickingColors.rgb;
  vec3 common_position = project_position(vec3(positions, 0.0), vec3(0.0));
  geometry.position = vec4(common_position, 1.0);
  gl_Position = project_common_position_to_clipspace(geometry.position);
  gl_Position.xy += project_pixel_size_to_clipspace(offsets);
  DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
  vColor = vec4(colors.rgb, colors.a * layer.opacity);
  DECKGL_FILTER_COLOR(vColor, geometry);
  vMeasure = measures;
  vSide = sides;
}
`;

const FRAGMENT = `#version 300 es
#define SHADER_NAME ribbon-layer-fragment
precision highp float;
in vec4 vColor;
in vec2 vMeasure;
in vec3 vSide;
out vec4 fragColor;

// how much of a pixel lies inside an edge that is so many pixels away
float covered(float inside) {
  return clamp(inside + 0.5, 0.0, 1.0);
}

void main(void) {
  if (vMeasure.y > ribbon.now) discard;
  float at = mod(vMeasure.x, ribbon.period);
  float shown = covered(min(at, ribbon.dash - at)) * covered(vSide.z - length(vSide.xy));
  if (shown == 0.0) discard;
  fragColor = vec4(vColor.rgb, vColor.a * shown);
  DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;

/** The first minute of all lines that have any: shaders count from there, for they cannot tell minutes of centuries apart. */
const earliest = (strokes) => strokes.reduce((least, { minutes }) => (minutes ? Math.min(least ?? minutes[0], minutes[0]) : least), null) ?? 0;

const classes = new WeakMap();

/**
 * A layer of ribbons. `props.data` are strokes as ribbons() takes them: another array means another mesh. `props.zoom` is the
 * zoom at which dashes have their length, `props.minute` the one up to which lines with minutes are drawn.
 */
export function ribbonLayer(deck, props) {
  if (!classes.has(deck)) classes.set(deck, defineRibbonLayer(deck));
  const Ribbons = classes.get(deck);
  return new Ribbons({ coordinateSystem: deck.COORDINATE_SYSTEM.CARTESIAN, parameters: { depthCompare: "always" }, ...props });
}

function defineRibbonLayer(deck) {
  const { Model, Geometry } = window.luma;

  return class RibbonLayer extends deck.Layer {
    static layerName = "RibbonLayer";

    static defaultProps = { zoom: 0, minute: { type: "number", value: WHENEVER } };

    _getAttributeManager() {
      return null; // its attributes are made once for a mesh, not kept up to date piece by piece
    }

    getShaders() {
      return super.getShaders({ vs: VERTEX, fs: FRAGMENT, modules: [deck.project32, deck.picking, MODULE] });
    }

    initializeState() {
      this.setState({ model: null, since: 0 });
    }

    updateState({ props, changeFlags }) {
      if (!changeFlags.dataChanged && this.state.model) return;
      this.state.model?.destroy();
      const since = earliest(props.data);
      const mesh = ribbons(props.data, { zoom: props.zoom, since });
      this.setState({ since, model: mesh.indices.length ? this.modelOf(mesh) : null });
    }

    modelOf({ positions, offsets, measures, sides, colours, strokes, indices }) {
      return new Model(this.context.device, {
        ...this.getShaders(),
        id: this.props.id,
        isInstanced: false,
        geometry: new Geometry({
          topology: "triangle-list",
          indices,
          attributes: {
            positions: { size: 2, value: positions },
            offsets: { size: 2, value: offsets },
            measures: { size: 2, value: measures },
            sides: { size: 3, value: sides },
            colors: { size: 4, value: colours, normalized: true },
            pickingColors: { size: 4, value: this.pickingColours(strokes) },
          },
        }),
      });
    }

    pickingColours(strokes) {
      const colours = new Uint8Array(4 * strokes.length);
      const colour = [];
      strokes.forEach((stroke, at) => colours.set(this.encodePickingColor(stroke, colour), 4 * at));
      return colours;
    }

    draw() {
      const { model, since } = this.state;
      if (!model) return;
      const now = Math.min(WHENEVER, this.props.minute - since);
      model.shaderInputs.setProps({ ribbon: { now, dash: DASH.on, period: DASH.on + DASH.off } });
      model.draw(this.context.renderPass);
    }
  };
}
