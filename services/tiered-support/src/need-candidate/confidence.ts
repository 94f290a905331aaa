import type { NeedReason } from '@steward/contracts';
import type { Clause } from './clauses.ts';
import type { NeedRule } from './need-rule.ts';

/** What makes a need more or less sure than its rule. */
const signs: readonly (NeedReason & { readonly told: (clause: Clause) => boolean })[] = [
  { what: 'asked, not stated', points: -15, told: ({ isQuestion }) => isQuestion },
  {
    what: 'said with doubt',
    points: -10,
    told: ({ text }) =>
      /(?<![a-z])(?:maybe|perhaps|might|someday|some day|not sure|eventually|possibly)(?![a-z])|也许|可能|或许|以后再|将来|不确定/u.test(
        text,
      ),
  },
  {
    what: 'names an amount',
    points: 10,
    told: ({ text }) => /\d|[一二两三四五六七八九十百千万几]{1,4}[个套台名人家座]/u.test(text),
  },
  {
    what: 'names a time',
    points: 10,
    told: ({ text }) =>
      /(?<![a-z])(?:today|tomorrow|asap|urgently|(?:this|next) (?:week|month|quarter|year)|by (?:the end|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4])|in (?:january|february|march|april|june|july|august|september|october|november|december|q[1-4]))(?![a-z])|尽快|马上|急需|今年|明年|本月|下个?月|下周|季度|月底|年底|年初/u.test(
        text,
      ),
  },
  {
    what: 'names a budget',
    points: 10,
    told: ({ text }) => /(?<![a-z])(?:budget|approved)(?![a-z])|预算|批准|立项/u.test(text),
  },
];

/** How sure a need is, as the sum of reasons that can be read. */
export const confidenceOf = (rule: NeedRule, clause: Clause) => {
  const reasons: NeedReason[] = [
    { what: `rule ${rule.ruleId}`, points: rule.strength },
    ...signs.filter(({ told }) => told(clause)).map(({ what, points }) => ({ what, points })),
  ];
  return { reasons, confidence: reasons.reduce((sum, { points }) => sum + points, 0) };
};
