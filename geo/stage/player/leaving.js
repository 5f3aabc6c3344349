// One page change is one step of the history.
//
// Streamlit tells the browser of another page in two steps: the new query under the old path, then the new path.
// Going back would stop between the two, on a page that nobody has seen. So the second step takes the first one's place.

const LONGEST_MILLISECONDS = 15000; // a page that has not come by then does not come

let asked = -Infinity; // when another page was asked for
let isHalf = false; // whether the query has come, and not yet the path

/** Call when another page is asked for. */
export function leaving() {
  watch();
  asked = performance.now();
  isHalf = false;
}

function watch() {
  const { history } = window;
  if (history.isWatched) return;
  history.isWatched = true;
  const push = history.pushState.bind(history);
  history.pushState = (state, unused, url) => {
    const isWaiting = performance.now() - asked < LONGEST_MILLISECONDS;
    const isSamePath = new URL(url ?? "", window.location.href).pathname === window.location.pathname;
    if (isWaiting && isHalf && !isSamePath) {
      asked = -Infinity;
      return history.replaceState(state, unused, url);
    }
    isHalf = isWaiting && isSamePath;
    return push(state, unused, url);
  };
}
