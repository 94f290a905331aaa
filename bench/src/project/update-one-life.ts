import { consumeEachMessage, writeUpdate } from './each-message.ts';
import { updateOf } from './holdings.ts';

/** One update an event, and no guarantee. */
await consumeEachMessage(({ event }, desk) => writeUpdate(desk, updateOf(event)));
