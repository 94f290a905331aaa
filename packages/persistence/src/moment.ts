import { channel } from 'node:diagnostics_channel';

/** The moments at which something is half done, and at which an end of the process would matter most. */
export const moments = [
  /** All of a group of decisions is written, and nothing of it committed. */
  'before-commit',
  /** Committed, and nobody has been told. */
  'after-commit',
  /** Rows are in hand that the broker does not have. */
  'before-publish',
  /** The broker has a part of the rows in hand. */
  'between-requests',
  /** The broker has the rows, and they still count as pending. */
  'before-mark',
  /** A batch of a read model, or something that is set aside, is written and not committed. */
  'before-effect-commit',
  /** Effects are committed, and Kafka has not been told how far the group has come. */
  'before-offset-commit',
  /** The group has just been given partitions, or lost some. */
  'during-rebalance',
  /** A part of what was set aside has taken effect, and still counts as set aside. */
  'during-replay',
  /** The doors are closed, and what was under way behind them is not. */
  'during-stop',
] as const;
export type Moment = (typeof moments)[number];

const channelName = (moment: Moment): string => `steward:${moment}`;

const channels = Object.fromEntries(
  moments.map((moment) => [moment, channel(channelName(moment))]),
) as Record<Moment, ReturnType<typeof channel>>;

/** Says that a moment is reached, to whoever listens; nearly free while nobody does. */
export const reach = (moment: Moment): void => {
  if (channels[moment].hasSubscribers) channels[moment].publish(undefined);
};

/** Calls back each time a moment is reached, before anything else happens: for tests that end the process there. */
export const onMoment = (moment: Moment, listener: () => void): void => {
  channels[moment].subscribe(listener);
};
