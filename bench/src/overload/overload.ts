import { type Benchmark, type ProgramContender, stackGround } from '../harness/index.ts';

const unbounded = {
  SHED_DELAY_MS: '1000000000',
  UPSTREAM_REQUESTS_MAX: '1000000000',
  UPSTREAM_WAIT_MS: '1000000000',
  OUTBOX_PENDING_MAX: '1000000000',
};

const driven = (name: string, environment: Readonly<Record<string, string>>): ProgramContender => ({
  kind: 'program',
  name,
  program: new URL('./drive.ts', import.meta.url),
  cpu: 1,
  environment,
});

export const overload: Benchmark = {
  name: 'overload',
  work: 'twice as many POSTs as a gateway and a service can take, at a steady rate, then none',
  unit: 'request',
  rounds: { full: 5, quick: 2 },
  contenders: [driven('steward', {}), driven('without admission control', unbounded)],
  targets: [
    { figure: 'goodputOfCapacity', atLeast: 0.9 },
    { figure: 'p99OfUnloaded', atMost: 5 },
    { figure: 'drainedSeconds', atMost: 2 },
  ],
  prepare: stackGround,
};
