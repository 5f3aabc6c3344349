// Dates, numbers and names as a reader says them. Story times have no zone: they are read and shown as given.

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MINUTE = 60000;

export const STATUS_WORDS = {
  happened: "Happened",
  "under way": "Under way",
  planned: "Planned",
  possible: "Possible",
  proposed: "Proposed",
  denied: "Denied",
};
export const MODE_WORDS = { rail: "by rail", road: "by road", sea: "by sea", air: "by air", foot: "on foot", unknown: "" };
export const NOT_TOLD = "not told"; // as the server's tables have it

/** Turns a scene's minutes into dates. */
export function calendar(epoch) {
  const zero = Date.parse(`${epoch}Z`);
  const at = (minute) => new Date(zero + minute * MINUTE);
  return {
    at,
    minute: (iso) => (Date.parse(iso.length <= 10 ? `${iso}T00:00Z` : `${iso}Z`) - zero) / MINUTE,
    iso: (minute) => at(minute).toISOString().slice(0, 16),
    day: (minute) => dayWords(at(minute)),
    short: (minute) => `${at(minute).getUTCDate()} ${MONTHS[at(minute).getUTCMonth()]}`,
    year: (minute) => String(at(minute).getUTCFullYear()),
    time: (minute) => at(minute).toISOString().slice(11, 16),
  };
}

function dayWords(date) {
  return `${DAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** "2023-09-12" as "12 Sep 2023"; what is no date stays as it is. */
export function dateWords(iso) {
  const parsed = iso ? new Date(`${iso.slice(0, 10)}T00:00Z`) : null;
  if (!parsed || Number.isNaN(parsed.getTime())) return iso || "date not known";
  return `${parsed.getUTCDate()} ${MONTHS[parsed.getUTCMonth()]} ${parsed.getUTCFullYear()}`;
}

const REGIONS = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });

/** The English name of a country of two letters; what is no code stays as it is. */
export const countryName = (code) => (/^[A-Z]{2}$/.test(code) ? REGIONS.of(code) : code);

const FIGURES = new Intl.NumberFormat("en-GB"); // made once: it is asked for with each frame
export const number = (value) => FIGURES.format(value);
export const count = (amount, one, many = `${one}s`) => `${number(amount)} ${amount === 1 ? one : many}`;
export const support = (thing) => `${count(thing.articles, "article")}, ${count(thing.origins, "origin")}`;

/** Who printed an article, as far as it is known. */
export function sourceName({ publisher, agency, title }) {
  if (publisher) return publisher;
  if (agency) return `${agency} (publisher not known)`;
  return title ? `“${shortened(title, 70)}” (publisher not known)` : "Publisher not known";
}

export const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** A name from right to left kept apart from the words round it, so that neither turns the other about. */
export const isolated = (name) => (/[\u0590-\u08ff\ufb1d-\ufefc]/.test(name) ? `\u2068${name}\u2069` : name);

/** A name cut to what a label can hold, after a whole word if one ends near by. */
export function shortened(name, most = 42) {
  if (name.length <= most) return name;
  const cut = name.slice(0, most - 1);
  const end = name[cut.length] === " " ? cut.length : cut.lastIndexOf(" ");
  return `${cut.slice(0, end > most * 0.6 ? end : most).replace(/[\s,;:–-]+$/, "")}…`;
}
