import { Turns } from './turns.ts';

/** Work that says when it began, and ends when it is told to. */
const works = (turns: Turns) => {
  const begun: string[] = [];
  return {
    begun,
    start: (name: string, keys: readonly string[]) => {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const done = turns.take(keys, () => {
        begun.push(name);
        return promise;
      });
      return { done, end: () => resolve(name), fail: () => reject(new Error(name)) };
    },
  };
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('lets work of one key begin only when the work before it has ended', async () => {
    const { begun, start } = works(new Turns());
    const one = start('one', ['a']);
    const two = start('two', ['a']);
    await settled();
    expect(begun).toEqual(['one']);
    one.end();
    await one.done;
    await settled();
    expect(begun).toEqual(['one', 'two']);
    two.end();
  });

  it('keeps nobody waiting for another key', async () => {
    const { begun, start } = works(new Turns());
    start('one', ['a']);
    start('two', ['b']);
    await settled();
    expect(begun).toEqual(['one', 'two']);
  });

  it('goes on after work that failed', async () => {
    const { begun, start } = works(new Turns());
    const one = start('one', ['a']);
    start('two', ['a']);
    one.fail();
    await expect(one.done).rejects.toThrow('one');
    await settled();
    expect(begun).toEqual(['one', 'two']);
  });

  it('makes work of several keys wait for all of them, in any order, without a deadlock', async () => {
    const { begun, start } = works(new Turns());
    const one = start('one', ['a', 'b']);
    const two = start('two', ['b', 'a']);
    const three = start('three', ['a']);
    await settled();
    expect(begun).toEqual(['one']);
    one.end();
    await one.done;
    await settled();
    expect(begun).toEqual(['one', 'two']);
    two.end();
    await two.done;
    await settled();
    expect(begun).toEqual(['one', 'two', 'three']);
    three.end();
  });
});
