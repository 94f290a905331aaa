import type { Deployment } from '../deployment.ts';
import { type Finding, wrong } from '../finding.ts';
import { kafkaFindings } from './kafka-findings.ts';
import { mongodbFindings } from './mongodb-findings.ts';
import { serviceFindings } from './service-findings.ts';

/** A server that is away is one finding; what could be seen through it is not looked for. */
const unlessAway = async (
  server: string,
  todo: string,
  look: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> => {
  try {
    return await look();
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return [wrong(server, `does not answer: ${says}`, todo)];
  }
};

/** Everything that there is to find, from the servers to what they say of each other. */
export const deploymentFindings = async (
  at: Deployment,
  guardsMax: number,
): Promise<readonly Finding[]> => {
  const servers = await Promise.all([
    unlessAway('MongoDB', `start it, or correct MONGODB_URL (${new URL(at.mongodbUrl).host})`, () =>
      mongodbFindings(at),
    ),
    unlessAway('Kafka', `start it, or correct KAFKA_BROKERS (${at.brokers.join(',')})`, () =>
      kafkaFindings(at),
    ),
  ]);
  const found = servers.flat();
  const isAway = found.some(
    ({ state, about }) => state === 'wrong' && ['MongoDB', 'Kafka'].includes(about),
  );
  if (isAway) return found;
  return [
    ...found,
    ...(await unlessAway('services', 'try again: a server went away meanwhile', () =>
      serviceFindings(at, guardsMax),
    )),
  ];
};
