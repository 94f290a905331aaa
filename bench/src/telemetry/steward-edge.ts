import type { AddressInfo } from 'node:net';
import { span, stopTelemetry } from '@steward/telemetry';
import { edgeDoor } from '../edge/edge-door.ts';
import { announce } from '../harness/contender.ts';

/** The door of the edge with spans as a service has them. Whether they are recorded is up to the environment. */
const server = edgeDoor({
  span: (name, carrier, run) => span(name, carrier, run, { kind: 'server' }),
});

server.listen(0, '127.0.0.1', () =>
  announce((server.address() as AddressInfo).port, stopTelemetry),
);
