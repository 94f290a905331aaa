import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface OpenLoop {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly perSecond: number;
  readonly seconds: number;
  readonly bodyOf: (turn: number) => object;
  /** Called with the moment at which a request should leave, whether or not it can. */
  readonly intend: (turn: number, atMs: number) => void;
}

const statusOf = (url: string, agent: Agent, headers: OpenLoop['headers'], body: string) =>
  new Promise<number>((resolve, reject) => {
    const length = { 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers: { ...headers, ...length } });
    sent.once('error', reject).once('response', (response) => {
      response.once('end', () => resolve(response.statusCode ?? 0)).resume();
    });
    sent.end(body);
  });

/** Below what a server lets wait at its door; who waits here waits from the intended moment on all the same. */
const maxSockets = 256;

/** Sends at a steady pace, however long the answers take: nobody waits for the one before. */
export const sendAtPace = async (loop: OpenLoop): Promise<void> => {
  const { url, headers, perSecond, seconds, bodyOf, intend } = loop;
  const agent = new Agent({ keepAlive: true, maxSockets });
  const startMs = performance.now() + 10;
  const sending: Promise<number>[] = [];
  for (let turn = 0; turn < perSecond * seconds; turn += 1) {
    const atMs = startMs + (turn * 1_000) / perSecond;
    const waitMs = atMs - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    intend(turn, atMs);
    sending.push(statusOf(url, agent, headers, JSON.stringify(bodyOf(turn))));
  }
  const wrong = (await Promise.all(sending)).filter((status) => status !== 201);
  agent.destroy();
  if (wrong.length > 0)
    throw new Error(`${wrong.length} answers were not 201, such as ${wrong[0]}`);
};
