import { createServer } from 'node:http';
import { serve } from '../harness/contender.ts';
import { countSpans } from './count-spans.ts';

/** A collector that takes everything and keeps nothing but its number; it counts when nothing is measured. */
let taken: Buffer[] = [];

serve(
  createServer(async (request, response) => {
    if (request.method === 'GET') {
      const spans = taken.reduce((sum, body) => sum + countSpans(body), 0);
      taken = [];
      response.end(JSON.stringify({ spans }));
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    taken.push(Buffer.concat(chunks));
    response.writeHead(200, { 'Content-Type': 'application/x-protobuf' }).end();
  }),
);
