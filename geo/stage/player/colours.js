// The theme's colours for deck.gl: both themes come with the scene (geo/stage/theme.py), the page says which holds.

/** The colours of the theme in force, { name: [red, green, blue, alpha] }; call again after a change of theme. */
export function themeColours(themes) {
  return themes[document.documentElement.dataset.theme === "dark" ? "dark" : "light"];
}

/** Picks colours by name, with an opacity of 0 to 1. */
export function palette(themes) {
  const colours = themeColours(themes);
  return (name, alpha = 1) => {
    const [red, green, blue] = colours[name];
    return [red, green, blue, Math.round(alpha * 255)];
  };
}

export const travellerColour = (colours, hue, alpha = 1) => colours(`traveller-${hue || "other"}`, alpha);
