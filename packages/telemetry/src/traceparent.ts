/** The position in a trace that a request, an event's row or a message carries. */
export interface Traceparent {
  readonly traceId: string;
  readonly spanId: string;
  readonly isSampled: boolean;
}

const form =
  /^(?<version>[0-9a-f]{2})-(?<traceId>[0-9a-f]{32})-(?<spanId>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})(?<rest>-.*)?$/;

/**
 * Reads a W3C `traceparent`. What does not follow the recommendation counts as absent, so that a
 * stranger's bad header starts a trace of our own instead of failing the request. A later version
 * may append fields; version 00 may not.
 */
export const parseTraceparent = (header: string | undefined): Traceparent | undefined => {
  const { version, traceId, spanId, flags, rest } = form.exec(header ?? '')?.groups ?? {};
  if (!version || !traceId || !spanId || !flags || version === 'ff') return undefined;
  if (version === '00' && rest !== undefined) return undefined;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
};

export const formatTraceparent = ({ traceId, spanId, isSampled }: Traceparent): string =>
  `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;
