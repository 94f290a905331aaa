import type { Mechanism, MechanismName } from '@steward/contracts';
import type { OpenedProject } from './operated-project.ts';

const nothingSaid: { readonly [Name in MechanismName]: Extract<Mechanism, { mechanism: Name }> } = {
  service: { mechanism: 'service', items: [] },
  communication: { mechanism: 'communication', contacts: [] },
  assessment: { mechanism: 'assessment', findings: [] },
  sharing: { mechanism: 'sharing', people: [] },
  training: { mechanism: 'training', keyCustomers: [], planned: [], held: [] },
};

/** What belongs to each mechanism, and whether it is there. */
const partsOf = (content: Mechanism): Record<string, boolean> => {
  switch (content.mechanism) {
    case 'service': {
      const { items } = content;
      const isOwned = items.every(({ ownerId }) => ownerId !== undefined);
      return { items: items.length > 0, 'an owner of every item': items.length > 0 && isOwned };
    }
    case 'communication': {
      const sides = content.contacts.map(({ side }) => side);
      return {
        'contacts with key customers': sides.includes('key-customer'),
        'contacts with the front line': sides.includes('front-line'),
      };
    }
    case 'assessment':
      return { 'a score': content.score !== undefined, findings: content.findings.length > 0 };
    case 'sharing':
      return {
        'a reward': content.reward !== undefined,
        'people who share in it': content.people.length > 0,
      };
    case 'training':
      return {
        'key customers': content.keyCustomers.length > 0,
        'a plan': content.planned.length > 0,
        'a session held': content.held.length > 0,
      };
  }
};

/** In whole percents, rounded down: only what is complete is a hundred. */
export const percentOf = (part: number, whole: number): number => Math.floor((part * 100) / whole);

/** All five mechanisms of a project, whether anybody has thought of them or not. */
export const completeness = ({ mechanisms }: Pick<OpenedProject, 'mechanisms'>) => {
  const all = Object.values(nothingSaid).map((nothing) => {
    const { mechanism } = nothing;
    const reviewed = mechanisms[mechanism];
    const parts = Object.entries(partsOf(reviewed?.content ?? nothing));
    const missing = parts.filter(([, isThere]) => !isThere).map(([part]) => part);
    return { mechanism, ...reviewed, missing, parts: parts.length };
  });
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const parts = sum(all.map((one) => one.parts));
  const missing = sum(all.map((one) => one.missing.length));
  return {
    percent: percentOf(parts - missing, parts),
    mechanisms: all.map(({ parts: whole, ...one }) => ({
      ...one,
      percent: percentOf(whole - one.missing.length, whole),
    })),
  };
};
