/**
 * Loaded before a service, `node --import <this file> main.ts`, has its process misbehave as
 * STEWARD_MISBEHAVE says. It stands before every other preload and loads nothing of the product.
 */
import { isMainThread } from 'node:worker_threads';
import { skewClock } from './clock.ts';
import { obey } from './commands.ts';
import { readMisbehaviour, variable } from './misbehaviour.ts';
import { reroute } from './reroute.ts';
import { sabotage } from './sabotage.ts';
import { signalAt } from './signal-at.ts';

const wish = readMisbehaviour(process.env[variable]);

if (wish.clockSkewMs !== undefined) skewClock(wish.clockSkewMs);
if (wish.reroute !== undefined) reroute(wish.reroute);
if (wish.sabotage !== undefined) sabotage(wish.sabotage);
if (isMainThread) {
  signalAt(wish.at ?? []);
  obey();
}
