// The keys of the player. They work wherever the focus is, unless what has the focus uses the key itself.

const FIELDS = "input, select, textarea, [contenteditable]";
const PRESSED_BY_SPACE = "button, a, summary, [role=link], [role=radio]";

/** Listens on the whole page; `actions` maps a key to what it does, which may return false to leave the key alone. */
export function listenForKeys(actions) {
  const onKey = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !takes(event)) return;
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (action && action() !== false) event.preventDefault();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}

/** Whether the key is the player's: a field keeps all but Escape, a button keeps the space bar. */
function takes({ key, target }) {
  if (!(target instanceof Element)) return true;
  if (target.closest(FIELDS)) return key === "Escape";
  return key !== " " || !target.closest(PRESSED_BY_SPACE);
}
