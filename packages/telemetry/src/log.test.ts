import { logTo } from './log.ts';

const written = (level = 'info') => {
  const lines: string[] = [];
  const log = logTo({ write: (line) => lines.push(line) }, level)('gateway');
  return { log, lines: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
};

describe('log', () => {
  it('writes one JSON line with level, name, time and fields', () => {
    const { log, lines } = written();
    log('info', 'answered', { route: 'raiseTicket', status: 201 });
    const time = expect.stringMatching(/^\d{4}-.*Z$/);
    expect(lines()).toEqual([
      { level: 'info', time, name: 'gateway', msg: 'answered', route: 'raiseTicket', status: 201 },
    ]);
  });

  it('writes nothing below its level', () => {
    const { log, lines } = written('warn');
    log('debug', 'one');
    log('info', 'two');
    log('warn', 'three');
    log('error', 'four');
    expect(lines().map(({ msg }) => msg)).toEqual(['three', 'four']);
  });

  it('writes an error with every cause behind it', () => {
    const { log, lines } = written();
    const cause = new Error('No broker', { cause: new TypeError('Port is not a number') });
    log('error', 'not published', { error: new Error('Publishing failed', { cause }) });
    expect(lines()).toMatchObject([
      {
        error: {
          message: 'Publishing failed',
          stack: expect.stringContaining('log.test.ts'),
          cause: {
            message: 'No broker',
            cause: { type: 'TypeError', message: 'Port is not a number' },
          },
        },
      },
    ]);
  });

  it('names the trace of a traceparent', () => {
    const { log, lines } = written();
    const trace_id = '4bf92f3577b34da6a3ce929d0e0e4736';
    log('info', 'answered', { traceparent: `00-${trace_id}-00f067aa0ba902b7-01` });
    log('info', 'answered', { traceparent: undefined });
    const [traced, untraced] = lines();
    expect(traced).toMatchObject({ trace_id });
    expect(traced).not.toHaveProperty('traceparent');
    expect(untraced).not.toHaveProperty('trace_id');
  });
});
