import { stackFolder } from './folders.ts';

describe("a stack's folder", () => {
  it('is inside the folder that git ignores', () => {
    expect(stackFolder('dev')).toMatch(/[\\/]\.steward[\\/]dev$/);
  });

  it.each(['', '..', '../dev', 'a/b', 'Dev', '-x'])('is never for the name "%s"', (name) => {
    expect(() => stackFolder(name)).toThrow(/name/);
  });
});
