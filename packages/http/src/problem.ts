import type { Reply } from './reply.ts';

/** What went wrong, as the caller is told it and as the log is. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly errors?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly level: NonNullable<Reply['failure']>['level'];
  readonly cause?: unknown;
}

const titleOf = (code: string): string => {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The form that every error is answered in (RFC 9457). */
export const problem = (
  { status, code, detail, errors, headers, level, cause }: Problem,
  requestId: string,
): Reply => ({
  status,
  headers: { 'Content-Type': 'application/problem+json', ...headers },
  body: JSON.stringify({
    type: `urn:steward:error:${code}`,
    title: titleOf(code),
    status,
    code,
    detail,
    errors,
    requestId,
  }),
  failure: { code, level, cause },
});
