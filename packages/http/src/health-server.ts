import { createServer, type Server } from 'node:http';
import { jsonReply, type Reply } from './reply.ts';

type Reasons = readonly string[] | Promise<readonly string[]>;

/** What operators and Kubernetes ask a process. Each check says what is wrong: nothing when all is well. */
export interface Health {
  /** Why the process should be started anew. */
  readonly livez: () => Reasons;
  /** Why it should get no requests now. */
  readonly readyz: () => Reasons;
  /** In the text format of Prometheus. */
  readonly metrics: () => string | Promise<string>;
}

const verdict = async (check: () => Reasons): Promise<Reply> => {
  const reasons = await check();
  return reasons.length === 0
    ? jsonReply(200, { status: 'ok' })
    : jsonReply(503, { status: 'failing', reasons });
};

const prometheusText = { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' };

/** A server of its own: it answers operators only, and also while the door is closed. Not yet listening. */
export const healthServer = ({ livez, readyz, metrics }: Health): Server => {
  const pages = new Map<string | undefined, () => Promise<Reply>>([
    ['/livez', () => verdict(livez)],
    ['/readyz', () => verdict(readyz)],
    ['/metrics', async () => ({ status: 200, headers: prometheusText, body: await metrics() })],
  ]);
  const unknown = async (): Promise<Reply> => jsonReply(404, { paths: [...pages.keys()] });

  return createServer(async (request, response) => {
    const page = pages.get(request.url) ?? unknown;
    // A check that breaks is a reason of its own; operators may read it.
    const failing = (error: unknown): Reply =>
      jsonReply(503, { status: 'failing', reasons: [String(error)] });
    const { status, headers, body } = await page().catch(failing);
    response.writeHead(status, headers).end(body);
  });
};
