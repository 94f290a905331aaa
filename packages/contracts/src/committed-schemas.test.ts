import { nouns } from './catalogue.ts';
import { committedRevisions, committedWires } from './generate/committed.ts';
import { eventSchema } from './generate/event-schema.ts';
import { type SchemaObject, schemasUnder } from './generate/json-schema.ts';
import { conflicts, revise } from './generate/revision.ts';
import { TicketRaised } from './tiered-support/ticket.ts';

const events = nouns.flatMap((noun) => noun.events);

describe('committed schemas', () => {
  it('are there for every event, and for no event that nobody declares', () => {
    expect(committedWires()).toEqual(events.map(({ wire }) => wire).sort());
  });

  it.each(events)('end with the schema of $type as it is declared', (contract) => {
    const newest = committedRevisions(contract.wire).at(-1);
    expect(newest?.schema).toEqual(eventSchema(contract));
  });

  it.each(events)('of $type count from 1 without a gap', ({ wire }) => {
    const numbers = committedRevisions(wire).map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it.each(events)('of $type can all be read beside the one declared', (contract) => {
    expect(conflicts(committedRevisions(contract.wire), eventSchema(contract))).toEqual([]);
  });
});

const raised = eventSchema(TicketRaised);
const { subject, ...others } = schemasUnder(raised, 'properties');
const required = raised.required as readonly string[];
const withProperties = (properties: object, changes: object = {}): SchemaObject => ({
  ...raised,
  properties,
  ...changes,
});

describe('a change of TicketRaised', () => {
  const committed = committedRevisions(TicketRaised.wire);

  it.each([
    {
      change: 'removes a field',
      schema: withProperties(others, { required: required.filter((name) => name !== 'subject') }),
      reason: '/subject: was removed',
    },
    {
      change: 'retypes a field',
      schema: withProperties({ ...others, subject: { type: 'number' } }),
      reason: '/subject: type changed from "string" to "number"',
    },
    {
      change: 'loosens the bound of a field',
      schema: withProperties({ ...others, subject: { ...(subject as object), maxLength: 300 } }),
      reason: '/subject: maxLength changed from 200 to 300',
    },
    {
      change: 'makes an optional field required',
      schema: withProperties({ ...others, subject }, { required: [...required, 'product'] }),
      reason: '/product: became required',
    },
    {
      change: 'makes a required field optional',
      schema: withProperties(
        { ...others, subject },
        { required: required.filter((name) => name !== 'subject') },
      ),
      reason: '/subject: became optional',
    },
    {
      change: 'adds a required field',
      schema: withProperties(
        { ...others, subject, urgency: { type: 'string' } },
        { required: [...required, 'urgency'] },
      ),
      reason: '/urgency: is new and required',
    },
  ])('that $change is refused by name', ({ schema, reason }) => {
    const reasons = committed.map(({ number }) => `revision ${number}, ${reason}`);
    expect(revise(committed, schema)).toEqual({ kind: 'refused', reasons });
  });

  it('that adds an optional field becomes the next revision', () => {
    const schema = withProperties({ ...others, subject, urgency: { type: 'string' } });
    const number = committed.length + 1;
    expect(revise(committed, schema)).toEqual({ kind: 'added', revision: { number, schema } });
  });

  it('is checked against every revision, not the newest alone', () => {
    const withUrgency = withProperties({ ...others, subject, urgency: { type: 'string' } });
    const past = [
      { number: 1, schema: withUrgency },
      { number: 2, schema: raised },
    ];
    expect(
      revise(past, withProperties({ ...others, subject, urgency: { type: 'number' } })),
    ).toEqual({
      kind: 'refused',
      reasons: ['revision 1, /urgency: type changed from "string" to "number"'],
    });
  });

  it('that changes nothing but the order of the fields changes nothing', () => {
    const schema = withProperties({ subject, ...others });
    expect(revise(committed, schema)).toEqual({ kind: 'unchanged' });
  });

  it('comes first as revision 1', () => {
    expect(revise([], raised)).toEqual({ kind: 'added', revision: { number: 1, schema: raised } });
  });
});
