import { MongoServerError } from 'mongodb';
import { consumeEachMessage, writeUpdate } from './each-message.ts';
import { updateOf } from './holdings.ts';

const duplicateKey = 11000;

/** The inbox as it is taught: the event's id and its effect in one transaction, an event at a time. */
await consumeEachMessage(async ({ id, event }, desk) => {
  try {
    await desk.client.withSession((session) =>
      session.withTransaction(async () => {
        await desk.inbox.insertOne({ _id: id }, { session });
        await writeUpdate(desk, updateOf(event), session);
      }),
    );
  } catch (error) {
    if (!(error instanceof MongoServerError && error.code === duplicateKey)) throw error;
  }
});
