import { LinkKind, type TicketEvent, TicketLinked, TicketUnlinked } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { fact, moment, pastOf, raised } from '../fixtures/ticket-past.ts';
import { linkTickets, seenFromOtherSide, unlinkTickets } from './link-tickets.ts';
import { requireOther } from './require-ticket.ts';
import { ticket } from './ticket.ts';

const given = scenario(ticket);
const link = { ticketId: 't-2', kind: 'causes' } as const;
const command = { ticketId: 't-1', link, at: moment('10:10') };

const linked = (
  changes: Partial<typeof command.link | { ticketId: string }> = {},
): TicketEvent => ({
  type: 'TicketLinked',
  data: { ...fact('10:10', 'queued'), link: { ...link, ...changes } },
});
const unlinked: TicketEvent = {
  type: 'TicketUnlinked',
  data: { ...fact('10:10', 'queued'), link },
};

describe('link tickets', () => {
  it('says what one is to the other', () => {
    given(raised())
      .when((ticket) => linkTickets(ticket, command))
      .thenEmits(linked());
    expect(TicketLinked.parse(linked())).toEqual(linked());
  });

  it.each([
    ['related', 'related'],
    ['causes', 'caused-by'],
    ['duplicates', 'duplicated-by'],
    ['split-into', 'split-of'],
  ] as const)('says %s on one side and %s on the other', (here, there) => {
    const other = seenFromOtherSide({ ...command, link: { ...link, kind: here } });
    expect(other).toMatchObject({ ticketId: 't-2', link: { ticketId: 't-1', kind: there } });
  });

  it.each(LinkKind.options)('says %s again when it is seen from the other side twice', (kind) => {
    const here = { ...command, link: { ...link, kind } };
    expect(seenFromOtherSide(seenFromOtherSide(here))).toEqual(here);
  });

  it('says several things of one ticket', () => {
    const another = { ...command, link: { ticketId: 't-2', kind: 'related' as const } };
    given(raised(), linked())
      .when((ticket) => linkTickets(ticket, another))
      .thenEmits({ ...linked(), data: { ...linked().data, link: another.link } } as TicketEvent);
  });

  it.each([
    { what: 'the same twice', past: [raised(), linked()], code: 'ticket-already-linked' },
    { what: 'what was never raised', past: [], code: 'ticket-not-found' },
    {
      what: 'more than a hundred',
      past: [
        raised(),
        ...Array.from({ length: 100 }, (_, index) => linked({ ticketId: `t-${index + 10}` })),
      ],
      code: 'ticket-links-too-many',
    },
  ])('refuses $what', ({ past, code }) => {
    given(...past)
      .when((ticket) => linkTickets(ticket, command))
      .thenRefuses(code);
  });

  it('refuses a ticket with itself', () => {
    given(raised())
      .when(() => {
        requireOther('t-1', 't-1');
        return [];
      })
      .thenRefuses('ticket-is-the-same');
  });
});

describe('unlink tickets', () => {
  it('takes back what was said', () => {
    given(raised(), linked())
      .when((ticket) => unlinkTickets(ticket, command))
      .thenEmits(unlinked);
    const state = [raised(), linked(), unlinked].reduce(ticket.evolve, ticket.initial);
    expect(state).toMatchObject({ relations: { links: [] } });
    expect(TicketUnlinked.parse(unlinked)).toEqual(unlinked);
  });

  it.each([
    { what: 'was never said', past: pastOf.queued, code: 'ticket-not-linked' },
    {
      what: 'was said of another',
      past: [raised(), linked({ ticketId: 't-3' })],
      code: 'ticket-not-linked',
    },
    { what: 'nobody raised', past: [], code: 'ticket-not-found' },
  ])('refuses what $what', ({ past, code }) => {
    given(...past)
      .when((ticket) => unlinkTickets(ticket, command))
      .thenRefuses(code);
  });
});
