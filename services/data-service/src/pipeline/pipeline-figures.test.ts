import { opportunityCell as cell } from '../fixtures/opportunity-cell.ts';
import { pipelineFigures } from './pipeline-figures.ts';

describe('the figures of the pipeline', () => {
  it('are zero without opportunities, and the win rate unknown', () => {
    expect(pipelineFigures([])).toEqual({
      won: { count: 0, valueMinor: 0 },
      lost: { count: 0 },
      open: { count: 0, valueMinor: 0 },
      stages: [],
      currencies: [],
    });
  });

  it('add up what was won at different stages', () => {
    const { won } = pipelineFigures([cell({ count: 2 }), cell({ step: 'proposal', count: 3 })]);
    expect(won).toEqual({ count: 5, valueMinor: 200, currency: 'USD' });
  });

  it('never add different currencies: all are counted, those of the leading one are valued', () => {
    const { won, currencies } = pipelineFigures([
      cell({ currency: 'EUR', count: 2, amountMinor: 900 }),
      cell({ count: 3, amountMinor: 50 }),
    ]);
    expect(won).toEqual({ count: 5, valueMinor: 50, currency: 'USD' });
    expect(currencies).toEqual([
      { currency: 'USD', amountMinor: 50 },
      { currency: 'EUR', amountMinor: 900 },
    ]);
  });

  it('put the first of the alphabet in front of currencies with equal counts', () => {
    const { won } = pipelineFigures([cell({}), cell({ currency: 'EUR' })]);
    expect(won.currency).toBe('EUR');
  });

  it('count what nobody has estimated, and value it at nothing', () => {
    const open = { status: 'accepted', step: 'prospecting' };
    const unvalued = cell({ ...open, currency: null, count: 7, amountMinor: 0 });
    expect(pipelineFigures([unvalued]).open).toEqual({ count: 7, valueMinor: 0 });
    expect(pipelineFigures([unvalued, cell(open)]).open).toEqual({
      count: 8,
      valueMinor: 100,
      currency: 'USD',
    });
  });

  it('list what is open from the first step to the last', () => {
    const open = ['negotiation', 'discovered', 'qualification', 'introduced'].map((step) =>
      cell({ status: 'accepted', step }),
    );
    const { stages } = pipelineFigures([...open, cell({}), cell({ status: 'lost' })]);
    expect(stages.map(({ stage }) => stage)).toEqual([
      'discovered',
      'introduced',
      'qualification',
      'negotiation',
    ]);
  });

  it('divide the won by all that is decided', () => {
    const { winRate, lost } = pipelineFigures([
      cell({ count: 3 }),
      cell({ status: 'lost', currency: null }),
      cell({ status: 'accepted', count: 90 }),
    ]);
    expect(winRate).toBe(0.75);
    expect(lost).toEqual({ count: 1 });
  });
});
