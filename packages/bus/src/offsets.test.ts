import { Offsets } from './offsets.ts';

const assigned = (): Offsets => {
  const offsets = new Offsets();
  offsets.assign({ account: [0, 1] });
  return offsets;
};

describe('offsets', () => {
  it('commits the next to read, of what has had its effect', () => {
    const offsets = assigned();
    offsets.fetched('account', 0, '40', '50');
    offsets.fetched('account', 1, '7', '8');
    offsets.done('account', 0, '41');
    expect(offsets.takeNew()).toEqual([
      { topic: 'account', partition: 0, offset: '42' },
      { topic: 'account', partition: 1, offset: '7' },
    ]);
    expect(offsets.takeNew()).toEqual([]);
  });

  it('commits again what could not be committed', () => {
    const offsets = assigned();
    offsets.fetched('account', 0, '40', '50');
    offsets.done('account', 0, '41');
    const taken = offsets.takeNew();
    offsets.giveBack();
    expect(offsets.takeNew()).toEqual(taken);
  });

  it('lags behind by what was fetched and has had no effect, and by what is still to be fetched', () => {
    const offsets = assigned();
    expect(offsets.lag()).toBe(0);
    offsets.fetched('account', 0, '40', '50');
    expect(offsets.lag()).toBe(10);
    offsets.done('account', 0, '44');
    expect(offsets.lag()).toBe(5);
    offsets.fetched('account', 0, '45', '60');
    expect(offsets.lag()).toBe(15);
  });

  it('says nothing of a partition that is another’s now, and goes on with one that stays', () => {
    const offsets = assigned();
    offsets.fetched('account', 0, '40', '50');
    offsets.fetched('account', 1, '70', '90');
    offsets.assign({ account: [1, 2] });
    expect(offsets.isAssigned('account', 0)).toBe(false);
    offsets.done('account', 0, '49');
    offsets.done('account', 1, '79');
    expect(offsets.takeNew()).toEqual([{ topic: 'account', partition: 1, offset: '80' }]);
    expect(offsets.lag()).toBe(10);
  });
});
