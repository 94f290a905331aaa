import { groupsSeen } from '@steward/bus';
import { type Deployment, groupsOf, type OpenService } from '../deployment.ts';
import { advice, type Finding, fine } from '../finding.ts';
import { parkedStreams } from '../parked-streams.ts';
import { secondsText } from '../table.ts';
import { groupFindings } from './group-findings.ts';
import { guardFindings } from './guard-findings.ts';
import { indexFindings } from './index-findings.ts';

const oldestSecondsMax = 60;

const outboxFindings = async ({ service, database }: OpenService): Promise<Finding[]> => {
  const { events, relays } = database.collections;
  const oldest = await events.find({ pending: true }).sort({ position: 1 }).limit(1).toArray();
  const seconds = oldest[0] ? (Date.now() - oldest[0].recordedAt.getTime()) / 1_000 : 0;
  if (seconds <= oldestSecondsMax) return [];
  const running = await relays.countDocuments({ $expr: { $gt: ['$until', '$$NOW'] } });
  return [
    advice(
      `${service} outbox`,
      `an event has waited ${secondsText(seconds)} for the broker, and ${running} relays run`,
      running === 0 ? `start ${service}` : `outbox --service ${service} shows where it waits`,
    ),
  ];
};

const parkedFindings = async (open: OpenService): Promise<Finding[]> => {
  const streams = await parkedStreams(open, {});
  if (streams.length === 0) return [];
  return [
    advice(
      `${open.service} parked`,
      `${streams.length} streams are set aside`,
      `parked list --service ${open.service}; replay or discard them`,
    ),
  ];
};

/** A database that no service has made yet has nothing in it to be wrong. */
const exists = async ({ database }: OpenService): Promise<boolean> => {
  const { databases } = await database.client
    .db('admin')
    .command({ listDatabases: 1, nameOnly: true, filter: { name: database.name } });
  return databases.length > 0;
};

const findingsOf = async (
  at: Deployment,
  [open, all]: readonly [OpenService, readonly OpenService[]],
  guardsMax: number,
): Promise<Finding[]> => {
  const { service, database } = open;
  if (!(await exists(open)))
    return [
      advice(
        service,
        `has no database ${database.name}`,
        `start ${service}, or name its NAMESPACE`,
      ),
    ];
  const groups = await groupsSeen(at.kafka, groupsOf(at, open));
  const found = [
    ...(await indexFindings(open)),
    ...groupFindings(groups),
    ...(await guardFindings(open, all, guardsMax)),
    ...(await outboxFindings(open)),
    ...(await parkedFindings(open)),
  ];
  return found.length > 0 ? found : [fine(service, 'indexes, groups, guards and outbox are right')];
};

export const serviceFindings = (at: Deployment, guardsMax: number): Promise<readonly Finding[]> =>
  at.withServices([], async (all) => {
    const found: Finding[] = [];
    for (const open of all) found.push(...(await findingsOf(at, [open, all], guardsMax)));
    return found;
  });
