// Where a component draws. What stood in the page before Streamlit was there moves into the place that Streamlit made for it.

const waiting = {}; // what a person did before there was anybody to tell: name of the component -> [what, value]

/** Tells Streamlit later, when it has taken the component over: the last word counts. */
export const tellLater = (name) => (...words) => { waiting[name] = words; };

/** The element of a component that Streamlit mounts. */
export function hostOf({ parentElement, setTriggerValue }, name) {
  const own = parentElement.querySelector(`.dl-${name}`) || parentElement;
  const early = document.querySelector(`.dl-early-${name} > .dl-${name}`);
  if (!early || early === own || own === parentElement) return own;
  const box = early.parentNode;
  takePlace(early, own);
  box.remove();
  if (waiting[name]) setTimeout(setTriggerValue, 0, ...waiting[name]);
  delete waiting[name];
  return early;
}

function takePlace(early, own) {
  const focused = document.activeElement;
  if (own.parentNode.moveBefore) own.parentNode.moveBefore(early, own); // keeps the focus, full screen and what has been scrolled
  else own.before(early);
  own.remove();
  if (focused !== document.activeElement && early.contains(focused)) focused.focus({ preventScroll: true });
}
