const TrueDate = Date;
const trueNow = Date.now;
let skewMs = 0;
let isPatched = false;

const now = (): number => trueNow() + skewMs;

/**
 * Sets `Date` apart from the true time, as the clock of another host would be. It stays the very
 * same class for all that it has made and will make; `Date.UTC`, `Date.parse` and dates with
 * arguments are none of the clock's business.
 */
export const skewClock = (ms: number): void => {
  skewMs = ms;
  if (isPatched) return;
  isPatched = true;
  TrueDate.now = now;
  const SkewedDate = new Proxy(TrueDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new TrueDate(now()).toString(),
  });
  TrueDate.prototype.constructor = SkewedDate;
  globalThis.Date = SkewedDate;
};
