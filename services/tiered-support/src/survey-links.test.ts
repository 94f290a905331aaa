import { isSecretOf, receiverIdOf, surveyLinksOf } from './survey-links.ts';

const keys = ['first key '.repeat(4), 'second key '.repeat(4)] as const;
const carl = { kind: 'user', id: 'carl' } as const;
const link = { surveyId: 'v-1', receiver: carl };
const links = surveyLinksOf([keys[0]]);
const secretOf = (some: typeof links, wanted: Parameters<typeof links.hashFor>[0]) =>
  some.secretFor({ ...wanted, secretHash: some.hashFor(wanted) });

describe('the secret of a link', () => {
  it('has 256 bits, and is the same whenever it is made', () => {
    const secret = secretOf(links, link) ?? '';
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(secretOf(links, link)).toBe(secret);
  });

  it('is another one for each survey, receiver and key', () => {
    const secrets = [
      secretOf(links, link),
      secretOf(links, { ...link, surveyId: 'v-2' }),
      secretOf(links, { ...link, receiver: { kind: 'user', id: 'cleo' } }),
      secretOf(links, { ...link, receiver: { kind: 'contact', id: 'carl' } }),
      secretOf(surveyLinksOf([keys[1]]), link),
    ];
    expect(new Set(secrets).size).toBe(secrets.length);
  });

  it('is proved by its hash alone', () => {
    const secretHash = links.hashFor(link);
    expect(secretHash).toMatch(/^[0-9a-f]{64}$/);
    expect(isSecretOf(secretHash, secretOf(links, link) ?? '')).toBe(true);
    expect(isSecretOf(secretHash, 'guessed')).toBe(false);
    expect(isSecretOf(secretHash, secretHash)).toBe(false);
  });

  it('is known by an older key for as long as that is kept', () => {
    const secretHash = links.hashFor(link);
    const rotated = surveyLinksOf([keys[1], keys[0]]);
    expect(rotated.secretFor({ ...link, secretHash })).toBe(secretOf(links, link));
    expect(rotated.hashFor(link)).not.toBe(secretHash);
    expect(surveyLinksOf([keys[1]]).secretFor({ ...link, secretHash })).toBe(undefined);
  });

  it('cannot be made without a key', () => {
    expect(surveyLinksOf([]).hasKey).toBe(false);
    expect(() => surveyLinksOf([]).hashFor(link)).toThrow('SURVEY_LINK_KEY');
  });
});

describe('the id of a receiver', () => {
  it('tells apart accounts, kinds and names', () => {
    const ids = [
      receiverIdOf('acme', carl),
      receiverIdOf('other', carl),
      receiverIdOf('acme', { kind: 'contact', id: 'carl' }),
      receiverIdOf('acme', { kind: 'user', id: 'cleo' }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(receiverIdOf('acme', { ...carl })).toBe(ids[0]);
  });
});
