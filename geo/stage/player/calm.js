// How far marks step back where there are many, so that a busy story stays a picture. Draws nothing.

export const PLENTY_OF_LINES = 24; // of more than that there is as much ink as of so many
export const PLENTY_OF_PLACES = 40;
const FAINTEST = 0.3; // what is left of width and strength at the most

/** 1 up to what is `plenty`, less with each doubling: one mark more seldom changes all the others. */
export const stepBack = (amount, plenty) => (amount <= plenty ? 1 : Math.max(FAINTEST, Math.SQRT1_2 ** Math.ceil(Math.log2(amount / plenty))));

/** What is left of a line: of one with a colour of its own more than of a grey one, of one under way or asked for all. */
export function leftOfLine({ journey, state }, { calm, chosen }) {
  if (state.moving || isAsked(journey, chosen)) return 1;
  return journey.hue ? Math.sqrt(calm) : calm;
}

/** Whether a line is the chosen one, or begins or ends at the chosen place. */
const isAsked = ({ ref, from, to }, chosen) => chosen !== null && [ref, `place:${from}`, `place:${to}`].includes(chosen);
