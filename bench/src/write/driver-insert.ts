import { MongoClient } from 'mongodb';
import { serve } from '../harness/contender.ts';
import { mongodbUrl, newWorld } from '../world/world.ts';
import { type Registration, registerServer } from './register-server.ts';

/** The least that keeps what it answers: one insert a request, for a majority, and no event. */
const client = await new MongoClient(mongodbUrl(), {
  maxPoolSize: 64,
  writeConcern: { w: 'majority' },
}).connect();
const accounts = client
  .db(`${newWorld().NAMESPACE}-driver`)
  .collection<{ _id: string; version: number; state: Registration }>('accounts');

serve(registerServer((_id, state) => accounts.insertOne({ _id, version: 1, state })));
