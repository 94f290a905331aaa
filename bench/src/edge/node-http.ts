import { randomUUID } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { serve } from '../harness/contender.ts';
import { askedPrefix, envelope, noticeOf } from './subject.ts';

/** As close to the machine as Node lets one be: no router, one comparison. */

const answer = (
  response: ServerResponse,
  { status, requestId, content }: { status: number; requestId: string; content: unknown },
): void => {
  const body = JSON.stringify(content);
  response
    .writeHead(status, {
      'Content-Type': 'application/json',
      'X-Request-Id': requestId,
      'Content-Length': Buffer.byteLength(body),
    })
    .end(body);
};

serve(
  createServer((request, response) => {
    const requestId = String(request.headers['x-request-id'] ?? randomUUID());
    const { method, url = '' } = request;
    try {
      if (method !== 'GET' || !url.startsWith(askedPrefix)) {
        const content = envelope(404, 'not-found', requestId);
        return answer(response, { status: 404, requestId, content });
      }
      const content = noticeOf(url.slice(askedPrefix.length));
      return answer(response, { status: 200, requestId, content });
    } catch {
      const content = envelope(500, 'unexpected', requestId);
      return answer(response, { status: 500, requestId, content });
    }
  }),
);
