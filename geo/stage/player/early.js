// The page before Streamlit is there: masthead and stage stand at once, and Streamlit takes them over as they are.
//
// The server writes into the page what Streamlit is going to tell the components. They are mounted into boxes in
// front of Streamlit; when it mounts them in its turn, they move to their places with all that goes on in them.

import { el } from "./dom.js";
import { tellLater } from "./host.js";
import { mount as mountStage } from "./main.js";
import { mount as mountMasthead } from "./masthead.js";

const MOUNTS = { masthead: mountMasthead, main: mountStage };
const GRACE_MILLISECONDS = 1500; // Streamlit has run the page: what it has not taken over by then is not on it
const HAS_RUN = ".stApp[data-test-script-state='notRunning'] [data-testid='stElementContainer']";

const told = document.getElementById("dl-told");
if (told) begin(JSON.parse(told.textContent));

function begin(parts) {
  for (const [name, data] of Object.entries(parts)) {
    const box = el("div", { class: `dl-early dl-early-${name}` }, el("div", { class: `dl-${name}` }));
    document.body.append(box);
    const leave = MOUNTS[name]({ parentElement: box, data, setTriggerValue: tellLater(name) });
    clearAway(box, leave);
  }
}

/** Takes the box away when Streamlit has run the page without what is in it: the page says something else, that a story cannot be read. */
function clearAway(box, leave) {
  let waits = null;
  const watcher = new MutationObserver(() => {
    clearTimeout(waits);
    if (!box.isConnected) watcher.disconnect();
    else if (document.querySelector(HAS_RUN)) waits = setTimeout(remove, GRACE_MILLISECONDS);
  });
  const remove = () => {
    watcher.disconnect();
    if (!box.isConnected) return;
    box.remove();
    if (leave) leave();
  };
  watcher.observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-test-script-state"] });
}
