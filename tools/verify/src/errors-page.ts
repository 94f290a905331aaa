import { type ErrorCode, refusalCodes } from './errors.ts';
import { sources } from './sources.ts';

const introduction = `# Errors

Every error is \`application/problem+json\` (RFC 9457) with a permanent \`code\`; \`errors[]\` points at what is
wrong in a body or query. A code answers one question: could trying again help? It could for 409
\`idempotency-key-in-use\`, 429 and 503, which say when in \`Retry-After\`, and for 500, 502 and 504; the others
are answers of the rules, and stay so until something else changes.

This page is written by \`npm run docs\` from the code.

| code | status | from |
|---|---|---|`;

const rowOf = ({ code, status, where }: ErrorCode) => `| \`${code}\` | ${status} | ${where} |`;

/** The page of all codes, from where they are declared. */
export const errorsPage = (doorCodes: readonly ErrorCode[]): string => {
  const files = sources(/^(services|packages)\/.*\/src\/(?!fixtures\/).*(?<!\.test)\.ts$/);
  const rows = [...doorCodes, ...refusalCodes(files)].map(rowOf);
  return `${introduction}\n${[...new Set(rows)].sort().join('\n')}\n`;
};
