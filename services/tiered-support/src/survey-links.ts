import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { SurveyReceiver } from '@steward/contracts';

/** Whom a secret is for, and for what; the same makes the same secret. */
export interface SurveyLinkFor {
  readonly surveyId: string;
  readonly receiver: SurveyReceiver;
}

export interface SurveyLinks {
  readonly hasKey: boolean;
  /** The hash of a new secret, which is all that is kept of it. */
  hashFor(link: SurveyLinkFor): string;
  /** The secret again, by whichever key made it; undefined once that key is gone. */
  secretFor(link: SurveyLinkFor & { readonly secretHash: string }): string | undefined;
}

/** Of 256 random-looking bits a fast hash is enough: there is nothing to guess. */
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Whether a secret is the one of the hash, in a time that tells nothing of either. */
export const isSecretOf = (secretHash: string, secret: string): boolean =>
  timingSafeEqual(hashOf(secret), Buffer.from(secretHash, 'hex'));

/** Who a receiver is within their account, as an id. */
export const receiverIdOf = (accountId: string, { kind, id }: SurveyReceiver): string =>
  hashOf(JSON.stringify([accountId, kind, id])).toString('hex');

const made = (key: string, { surveyId, receiver: { kind, id } }: SurveyLinkFor): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([surveyId, kind, id]))
    .digest('base64url');

/** Secrets of surveys, made from keys whenever they are needed, so that none has to be kept. */
export const surveyLinksOf = (keys: readonly string[]): SurveyLinks => ({
  hasKey: keys.length > 0,
  hashFor: (link) => {
    const [newest] = keys;
    if (newest === undefined) throw new Error('SURVEY_LINK_KEY is not set');
    return hashOf(made(newest, link)).toString('hex');
  },
  secretFor: (link) =>
    keys.map((key) => made(key, link)).find((secret) => isSecretOf(link.secretHash, secret)),
});
