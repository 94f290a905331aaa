import { hostname, userInfo } from 'node:os';
import { streamOperations } from '@steward/bus';
import { type Answer, type Terminal, WrongUsage } from './answer.ts';
import { confirm } from './confirm.ts';
import type { OpenService } from './deployment.ts';
import {
  isUnreadable,
  type ParkedStream,
  type ParkedWish,
  parkedStreams,
  serviceOfStream,
} from './parked-streams.ts';
import { type Setting, verb } from './verb.ts';

interface ReplayFlags {
  readonly consumer?: string;
  readonly all: boolean;
}

/** A replay and what it came to: a stream that is free, or where and why it stopped again. */
interface Replayed {
  readonly stream: string;
  readonly isFree: boolean;
  readonly stoppedAt?: Pick<ParkedStream, 'version' | 'reason' | 'detail' | 'messages'>;
}

const operationsOf = (open: OpenService, { signal }: Terminal) =>
  streamOperations({ ...open, log: () => undefined, signal });

const replayOne = async (
  open: OpenService,
  { stream, ...parked }: ParkedStream,
  terminal: Terminal,
): Promise<Replayed> => {
  if (isUnreadable(parked)) return { stream, isFree: false, stoppedAt: parked };
  await operationsOf(open, terminal).replay(stream);
  const [left] = await parkedStreams(open, { stream });
  return left ? { stream, isFree: false, stoppedAt: left } : { stream, isFree: true };
};

const replayEach = async (
  services: readonly OpenService[],
  wish: ParkedWish,
  terminal: Terminal,
): Promise<Replayed[]> => {
  const replayed: Replayed[] = [];
  for (const open of services)
    for (const parked of await parkedStreams(open, wish)) {
      if (terminal.signal.aborted) throw new Error('Stopped; what was not taken up waits on');
      replayed.push(await replayOne(open, parked, terminal));
    }
  return replayed;
};

const replayAnswer = (replayed: readonly Replayed[]): Answer => {
  const lines = replayed.map(({ stream, stoppedAt }) =>
    stoppedAt
      ? `✗ ${stream} stops at version ${stoppedAt.version}: ${stoppedAt.reason} (${stoppedAt.detail})`
      : `✓ ${stream} is free`,
  );
  return {
    json: replayed,
    text: lines.length === 0 ? 'Nothing is set aside.' : lines.join('\n'),
    isUnhealthy: replayed.some(({ isFree }) => !isFree),
  };
};

export const replayVerb = (setting: Setting) =>
  verb<ReplayFlags>(
    'replay',
    'takes streams up again, in order, until each is free or stops again (exit 3)',
    setting,
    async ({ at, args: [stream], flags: { consumer, all }, terminal }) => {
      if ([stream !== undefined, consumer !== undefined, all].filter(Boolean).length !== 1)
        throw new WrongUsage('Name one of: a stream, --consumer <name>, --all');
      const names = stream === undefined ? [] : [serviceOfStream(stream)];
      const replayed = await at.withServices(names, (open) =>
        replayEach(open, { stream, consumer }, terminal),
      );
      if (stream !== undefined && replayed.length === 0)
        throw new Error(`Nothing is set aside in ${stream}`);
      return replayAnswer(replayed);
    },
  )
    .argument('[stream]', 'its name, as `parked list` has it')
    .option('--consumer <name>', 'all streams of this consumer or read model')
    .option('--all', 'all streams of all services', false);

interface DiscardFlags {
  readonly reason: string;
  readonly as: string;
  readonly yes: boolean;
}

const whoAmI = (): string => `${userInfo().username}@${hostname()}`;

const discardStream = async (
  open: OpenService,
  parked: ParkedStream,
  { reason, as }: DiscardFlags,
  terminal: Terminal,
): Promise<Answer> => {
  const { stream } = parked;
  const { row, waiting } = await operationsOf(open, terminal).discard(stream, { by: as, reason });
  const replayed = waiting > 0 ? await replayOne(open, parked, terminal) : undefined;
  const stoppedAt = replayed?.stoppedAt;
  const after = stoppedAt
    ? `It stops again at version ${stoppedAt.version}: ${stoppedAt.reason} (${stoppedAt.detail})`
    : 'Nothing of its stream is set aside any more.';
  return {
    json: { discarded: row, isFree: stoppedAt === undefined, ...(stoppedAt && { stoppedAt }) },
    text: `✓ ${row._id} was discarded. ${after}`,
    isUnhealthy: stoppedAt !== undefined,
  };
};

export const discardVerb = (setting: Setting) =>
  verb<DiscardFlags>(
    'discard',
    'gives up the message that a stream stopped at, keeps it in `discarded`, and takes up what waited',
    setting,
    ({ at, args: [stream = ''], flags, terminal }) =>
      at.withServices([serviceOfStream(stream)], async ([open]) => {
        const [parked] = open ? await parkedStreams(open, { stream }) : [];
        if (!open || !parked) throw new Error(`Nothing is set aside in ${stream}`);
        const { version, reason, detail, messages } = parked;
        await confirm(
          `Version ${version} of ${stream} will never take effect (${reason}: ${detail}); ` +
            `it is kept in the collection discarded, and the ${messages - 1} behind it are taken up.`,
          terminal,
          flags.yes,
        );
        return discardStream(open, parked, flags, terminal);
      }),
  )
    .argument('<stream>', 'its name, as `parked list` has it')
    .requiredOption('--reason <words>', 'why it may be given up; kept with it')
    .option('--as <name>', 'who gives it up', whoAmI())
    .option('--yes', 'do not ask', false);
