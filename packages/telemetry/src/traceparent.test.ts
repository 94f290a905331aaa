import fc from 'fast-check';
import { formatTraceparent, parseTraceparent } from './traceparent.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const spanId = '00f067aa0ba902b7';
const zeros = '0'.repeat(32);

describe('traceparent', () => {
  it.each([
    { header: `00-${traceId}-${spanId}-01`, isSampled: true },
    { header: `00-${traceId}-${spanId}-00`, isSampled: false },
    { header: `00-${traceId}-${spanId}-03`, isSampled: true },
    { header: `00-${traceId}-${spanId}-02`, isSampled: false },
    { header: `cc-${traceId}-${spanId}-01-of-a-later-version`, isSampled: true },
  ])('reads $header', ({ header, isSampled }) => {
    expect(parseTraceparent(header)).toEqual({ traceId, spanId, isSampled });
  });

  it.each([
    { flaw: 'absent', header: undefined },
    { flaw: 'empty', header: '' },
    { flaw: 'in capitals', header: `00-${traceId.toUpperCase()}-${spanId}-01` },
    { flaw: 'of the version that is forbidden', header: `ff-${traceId}-${spanId}-01` },
    { flaw: 'longer than version 00 allows', header: `00-${traceId}-${spanId}-01-more` },
    { flaw: 'cut', header: `00-${traceId}-${spanId}` },
    { flaw: 'without a trace', header: `00-${zeros}-${spanId}-01` },
    { flaw: 'without a span', header: `00-${traceId}-${zeros.slice(16)}-01` },
    { flaw: 'followed by a line of its own', header: `00-${traceId}-${spanId}-01\n` },
  ])('that is $flaw counts as absent', ({ header }) => {
    expect(parseTraceparent(header)).toBeUndefined();
  });

  it('never throws, whatever a stranger sends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (header) => {
        expect(() => parseTraceparent(header)).not.toThrow();
      }),
    );
  });

  it('reads what it writes', () => {
    const position = { traceId, spanId, isSampled: true };
    expect(parseTraceparent(formatTraceparent(position))).toEqual(position);
  });
});
