// The scene over the wire: the page tells its address alone, and the browser keeps what it has fetched.

const AGAIN_MILLISECONDS = 1500;
const MOST_TRIES = 20;

/** The server does not hold the scene (any more): it was started anew, or many other stories were opened since. */
class Unknown extends Error {}

async function fetched(address) {
  const answer = await fetch(new URL(address, document.baseURI)).catch(() => {
    throw new Error("The server does not answer.");
  });
  if (answer.status === 404) throw new Unknown("The server no longer holds this story.");
  if (!answer.ok) throw new Error("The story did not come.");
  return answer.json();
}

/** The scene at `address()`, which may change while we wait; `onUnknown` is called once, to have the server hold it again. */
export async function fetchScene(address, { onUnknown, again = AGAIN_MILLISECONDS, tries = MOST_TRIES } = {}) {
  for (let tried = 1; ; tried += 1) {
    try {
      return await fetched(address());
    } catch (error) {
      if (!(error instanceof Unknown) || !onUnknown || tried >= tries) throw error;
      if (tried === 1) onUnknown();
      await new Promise((done) => setTimeout(done, again));
    }
  }
}
