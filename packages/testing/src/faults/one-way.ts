import type { Socket } from 'node:net';
import type { Passage } from './conditions.ts';

/** Beyond this much on its way it stops reading, so that the sender feels a slow receiver. */
const bytesUnderWayMax = 256 * 1024;

/** A limited rate is kept in pieces of this long, so that a change of conditions need not wait for a large one. */
const pieceMs = 20;

interface Chunk {
  readonly bytes: Buffer;
  readonly arrivedAt: number;
}

/** The bytes of one connection that go one way, in their order, and the end that follows them. */
export class OneWay {
  /** Whether anything was swallowed: what comes after it would not fit what came before. */
  damaged = false;

  private readonly from: Socket;
  private readonly to: Socket;
  private passage: Passage;
  private readonly underWay: Chunk[] = [];
  private bytesUnderWay = 0;
  private ending: 'none' | 'end' | 'reset' | 'told' = 'none';
  private freeAt = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor({ from, to, passage }: { from: Socket; to: Socket; passage: Passage }) {
    this.from = from;
    this.to = to;
    this.passage = passage;
    from.on('data', (bytes: Buffer) => this.take(bytes));
    from.once('end', () => this.finish('end'));
    from.on('error', () => this.finish('reset'));
    to.on('drain', () => this.advance());
    to.on('connect', () => this.advance());
    to.once('close', () => this.advance());
  }

  change(passage: Passage): void {
    this.passage = passage;
    this.freeAt = 0;
    this.advance();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.ending = 'told';
    this.drop();
  }

  private take(bytes: Buffer): void {
    this.underWay.push({ bytes, arrivedAt: performance.now() });
    this.bytesUnderWay += bytes.length;
    if (this.bytesUnderWay > bytesUnderWayMax) this.from.pause();
    this.advance();
  }

  private finish(ending: 'end' | 'reset'): void {
    if (this.ending === 'none' || (this.ending === 'end' && ending === 'reset'))
      this.ending = ending;
    this.advance();
  }

  private advance(): void {
    clearTimeout(this.timer);
    if (this.passage.held) return;
    if (this.passage.swallowed) this.swallow();
    else if (this.ending === 'reset') this.passReset();
    else if (this.to.destroyed) this.drop();
    else if (!this.to.connecting && this.passChunks() && this.ending === 'end') this.passEnd();
  }

  /** Passes on what is due, and answers whether nothing is left. */
  private passChunks(): boolean {
    for (let chunk = this.underWay[0]; chunk !== undefined; chunk = this.underWay[0]) {
      if (this.to.writableNeedDrain) return false;
      const waitMs = this.dueAt(chunk) - performance.now();
      if (waitMs > 0) {
        this.timer = setTimeout(() => this.advance(), waitMs);
        return false;
      }
      this.passPiece(chunk);
    }
    return true;
  }

  private dueAt({ arrivedAt }: Chunk): number {
    return Math.max(arrivedAt + this.passage.latencyMs, this.freeAt);
  }

  private passPiece({ bytes, arrivedAt }: Chunk): void {
    const { bytesPerSecond } = this.passage;
    const bytesMax = Math.max(1, Math.floor((bytesPerSecond * pieceMs) / 1_000));
    const piece = bytes.subarray(0, Math.min(bytes.length, bytesMax));
    const rest = bytes.subarray(piece.length);
    if (rest.length === 0) this.underWay.shift();
    else this.underWay[0] = { bytes: rest, arrivedAt };
    this.freeAt =
      Math.max(performance.now(), this.freeAt) + (piece.length / bytesPerSecond) * 1_000;
    this.forget(piece.length);
    this.to.write(piece);
  }

  private passEnd(): void {
    this.ending = 'told';
    this.to.end();
  }

  private passReset(): void {
    this.ending = 'told';
    this.drop();
    this.to.resetAndDestroy();
  }

  private swallow(): void {
    this.damaged ||= this.underWay.length > 0 || ['end', 'reset'].includes(this.ending);
    this.drop();
  }

  private drop(): void {
    this.underWay.length = 0;
    this.forget(this.bytesUnderWay);
  }

  private forget(bytes: number): void {
    this.bytesUnderWay -= bytes;
    if (this.bytesUnderWay <= bytesUnderWayMax && this.from.isPaused()) this.from.resume();
  }
}
