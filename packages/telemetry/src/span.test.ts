import { span } from './span.ts';
import { type RecordedSpans, recordSpans } from './testing.ts';
import { parseTraceparent } from './traceparent.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const sampled = `00-${traceId}-00f067aa0ba902b7-01`;
const unsampled = `00-${traceId}-00f067aa0ba902b7-00`;

const own = async (traceparent: string | undefined) => traceparent;

describe('span without a provider', () => {
  it.each([sampled, unsampled, undefined])('sends %s on as it came', async (traceparent) => {
    expect(await span('raiseTicket', { traceparent }, own)).toBe(traceparent);
  });
});

describe('span with a provider', () => {
  let recorded: RecordedSpans;
  beforeAll(() => {
    recorded = recordSpans();
  });
  beforeEach(() => recorded.reset());
  afterAll(() => recorded.stop());

  it('starts a trace where the carrier brings none', async () => {
    const traceparent = await span('raiseTicket', {}, own);
    expect(parseTraceparent(traceparent)?.isSampled).toBe(true);
    expect(recorded.tree()).toEqual([{ name: 'raiseTicket', children: [] }]);
  });

  it('starts a trace of its own where the carrier brings nonsense', async () => {
    const traceparent = await span('raiseTicket', { traceparent: 'nonsense' }, own);
    expect(parseTraceparent(traceparent)).toBeDefined();
  });

  it('stays in the trace of the carrier under a span of its own', async () => {
    const position = parseTraceparent(await span('raiseTicket', { traceparent: sampled }, own));
    expect(position).toMatchObject({ traceId, isSampled: true });
    expect(position?.spanId).not.toBe('00f067aa0ba902b7');
  });

  it('records nothing where the caller decided against it, and says so to the next', async () => {
    expect(await span('raiseTicket', { traceparent: unsampled }, own)).toBe(unsampled);
    expect(recorded.tree()).toEqual([]);
  });

  it('is the parent of whatever gets its traceparent', async () => {
    await span('POST /tickets', {}, async (traceparent) => {
      const row = await span('publish TicketRaised', { traceparent }, own, { kind: 'producer' });
      await Promise.all(
        ['project queue', 'notify'].map((name) =>
          span(name, { traceparent: row }, own, { kind: 'consumer' }),
        ),
      );
    });
    expect(recorded.tree()).toEqual([
      {
        name: 'POST /tickets',
        children: [
          {
            name: 'publish TicketRaised',
            children: [
              { name: 'notify', children: [] },
              { name: 'project queue', children: [] },
            ],
          },
        ],
      },
    ]);
  });

  it('ends with the exception of its work and passes it on', async () => {
    const broken = new Error('No broker');
    await expect(span('publish', {}, () => Promise.reject(broken))).rejects.toBe(broken);
    expect(recorded.spans()).toEqual([
      expect.objectContaining({ name: 'publish', failed: true, exceptions: ['No broker'] }),
    ]);
  });

  it('says what was known before the work and what the work found out', async () => {
    const attributes = { 'http.route': '/tickets' };
    await span('raiseTicket', {}, async (_, annotate) => annotate({ 'http.status_code': 201 }), {
      attributes,
    });
    expect(recorded.spans()).toEqual([
      expect.objectContaining({ attributes: { ...attributes, 'http.status_code': 201 } }),
    ]);
  });

  it('points at the traces of a batch, once each', async () => {
    const links = [sampled, sampled, undefined, 'nonsense'];
    await span('process batch', {}, own, { links });
    expect(recorded.spans()).toEqual([expect.objectContaining({ links: [traceId] })]);
  });
});
