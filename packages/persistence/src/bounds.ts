/**
 * Times after which a server is given up, and how many connections there are at most. By its own bounds the
 * driver notices only after forty seconds that a primary stands still, and keeps every request until then; by
 * these after ten, about as long as the others take to elect another one. In a set of three whose primary was
 * halted a write took 38 s by the former and 13 s by these, once each.
 */
const bounds = {
  serverSelectionTimeoutMS: 5_000,
  connectTimeoutMS: 5_000,
  heartbeatFrequencyMS: 5_000,
  maxPoolSize: 20,
} as const;

/** The bounds that a URL of MongoDB does not set itself. */
export const boundsFor = (url: string): Partial<typeof bounds> => {
  const set = new Set([...new URLSearchParams(url.split('?')[1]).keys()].map(lowerCase));
  return Object.fromEntries(Object.entries(bounds).filter(([name]) => !set.has(lowerCase(name))));
};

const lowerCase = (name: string): string => name.toLowerCase();
