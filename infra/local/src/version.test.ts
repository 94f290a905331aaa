import { isAtLeast } from './version.ts';

describe('a version', () => {
  it.each([
    { version: '6.0.5', least: '6.0.0', enough: true },
    { version: '6.0.0', least: '6.0.0', enough: true },
    { version: '10.0.0', least: '6.2.0', enough: true },
    { version: '7', least: '6.2.0', enough: true },
    { version: '6.0.16', least: '6.2.0', enough: false },
    { version: '5.9.9', least: '6.0.0', enough: false },
  ])('$version is at least $least: $enough', ({ version, least, enough }) => {
    expect(isAtLeast(version, least)).toBe(enough);
  });
});
