import type { IncomingHttpHeaders } from 'node:http';
import { type AnswerHead, parseHead } from './answer-head.ts';
import { MalformedAnswer } from './malformed-answer.ts';

/** What an answer consists of, in this order. */
export interface AnswerParts {
  onHead(status: number, headers: IncomingHttpHeaders): void;
  /** The bytes belong to the connection and change with its next ones: whoever keeps them, copies them. */
  onBody(bytes: Buffer): void;
  onEnd(): void;
}

const headEnd = '\r\n\r\n';
const lineEnd = '\r\n';
/** Of a head, of a line between chunks, and of what follows the last one. */
const textBytesMax = 64 * 1024;
const chunkSize = /^([\da-f]{1,12})(?:[ \t]*;.*)?$/i;

type State =
  | 'nothing'
  | 'head'
  | 'sized'
  | 'size'
  | 'chunk'
  | 'chunk-end'
  | 'trailers'
  | 'until-close';

const empty = Buffer.alloc(0);

/**
 * Reads the answers of one connection (RFC 9112), one after the other. Strict, because two readers that differ
 * over where an answer ends let one caller see the answer of another.
 */
export class AnswerReader {
  #parts: AnswerParts | undefined;
  #isForHead = false;
  #state: State = 'nothing';
  #left = 0;
  #unread: Buffer = empty;
  #head: AnswerHead | undefined;

  /** Expects the answer to a request that is about to be sent. */
  begin(method: string, parts: AnswerParts): void {
    this.#parts = parts;
    this.#isForHead = method === 'HEAD';
    this.#state = 'head';
    this.#head = undefined;
  }

  /** How long the connection may be kept for another request; 0 where it may not. */
  get keepMs(): number {
    return this.#state === 'nothing' && this.#unread.length === 0 ? (this.#head?.keepMs ?? 0) : 0;
  }

  /** The service has closed its side: that may be the end of the answer. Says whether it is. */
  close(): boolean {
    if (this.#state !== 'until-close') return false;
    this.#finish(true);
    return true;
  }

  read(arrived: Buffer): void {
    const bytes = this.#unread.length === 0 ? arrived : Buffer.concat([this.#unread, arrived]);
    this.#unread = empty;
    for (let at = 0; at < bytes.length; ) {
      const next = this.#step(bytes, at);
      if (next === undefined) {
        if (bytes.length - at > textBytesMax)
          throw new MalformedAnswer('A head or line is too long');
        this.#unread = Buffer.from(bytes.subarray(at));
        return;
      }
      at = next;
    }
  }

  /** Reads one part and says where the next one begins, or nothing where the part is not complete. */
  #step(bytes: Buffer, at: number): number | undefined {
    switch (this.#state) {
      case 'sized':
      case 'chunk':
        return this.#readSized(bytes, at);
      case 'until-close':
        this.#parts?.onBody(at === 0 ? bytes : bytes.subarray(at));
        return bytes.length;
      case 'nothing':
        throw new MalformedAnswer('Bytes came that no request asked for');
      default:
        return this.#readText(bytes, at);
    }
  }

  #readText(bytes: Buffer, at: number): number | undefined {
    const terminator = this.#state === 'head' ? headEnd : lineEnd;
    const end = bytes.indexOf(terminator, at, 'latin1');
    if (end === -1) return undefined;
    const next = end + terminator.length;
    const text = bytes.toString('latin1', at, end);
    const isAllThatCame = next === bytes.length;
    if (this.#state === 'head') this.#readHead(text, isAllThatCame);
    else this.#readLine(text, isAllThatCame);
    return next;
  }

  #readHead(text: string, isAllThatCame: boolean): void {
    const head = parseHead(text);
    // An interim answer, such as 103, is followed by the real one.
    if (head.status < 200) return;
    this.#head = head;
    const { status, headers, length } = head;
    const hasBody = !this.#isForHead && status !== 204 && status !== 304;
    const framing = hasBody ? length : 0;
    if (framing === 'chunked') this.#state = 'size';
    else if (framing === undefined) this.#state = 'until-close';
    else this.#state = 'sized';
    this.#left = typeof framing === 'number' ? framing : 0;
    this.#parts?.onHead(status, headers);
    if (framing === 0) this.#finish(isAllThatCame);
  }

  #readLine(line: string, isAllThatCame: boolean): void {
    if (this.#state === 'chunk-end') {
      if (line !== '') throw new MalformedAnswer('A chunk is longer than it says');
      this.#state = 'size';
    } else if (this.#state === 'size') {
      const size = chunkSize.exec(line)?.[1];
      if (size === undefined) throw new MalformedAnswer('A chunk does not say its size');
      this.#left = Number.parseInt(size, 16);
      this.#state = this.#left === 0 ? 'trailers' : 'chunk';
    } else if (line === '') this.#finish(isAllThatCame);
  }

  #readSized(bytes: Buffer, at: number): number {
    const end = Math.min(bytes.length, at + this.#left);
    this.#left -= end - at;
    this.#parts?.onBody(bytes.subarray(at, end));
    if (this.#left > 0) return end;
    if (this.#state === 'chunk') this.#state = 'chunk-end';
    else this.#finish(end === bytes.length);
    return end;
  }

  #finish(isAllThatCame: boolean): void {
    this.#state = 'nothing';
    // What follows an answer cannot belong to a request that is yet to be sent.
    if (!isAllThatCame && this.#head) this.#head = { ...this.#head, keepMs: 0 };
    const parts = this.#parts;
    this.#parts = undefined;
    parts?.onEnd();
  }
}
