import { Moment, optionalMoment, requiredMoment } from './moment.ts';

const columns = { file: 'log.csv', header: ['When'] };
const moment = (format: string, zone: string) => Moment.parse({ of: '{When}', format, zone });

describe('a time', () => {
  it.each([
    {
      text: '2010-03-31T15:59:42+01:00',
      format: 'iso',
      zone: 'UTC',
      at: '2010-03-31T15:59:42+01:00',
    },
    { text: '2010-03-31T15:59:42', format: 'iso', zone: 'UTC', at: '2010-03-31T15:59:42.000Z' },
    { text: '2024-06-01', format: 'iso', zone: 'Europe/Berlin', at: '2024-05-31T22:00:00.000Z' },
    { text: '20-10-16', format: 'dd-MM-yy', zone: 'UTC', at: '2016-10-20T00:00:00.000Z' },
    {
      text: '06.01.2025 08:43:00',
      format: 'dd.MM.yyyy HH:mm:ss',
      zone: 'Africa/Lagos',
      at: '2025-01-06T07:43:00.000Z',
    },
  ])('written as $text is $at', ({ text, format, zone, at }) => {
    expect(requiredMoment(moment(format, zone), columns)([text])).toBe(at);
  });

  it.each([
    { text: '30-02-16', format: 'dd-MM-yy' },
    { text: '2016-10-20', format: 'dd-MM-yy' },
    { text: 'last spring', format: 'iso' },
    { text: '2024-02-30T10:00:00Z', format: 'iso' },
  ])('is not $text', ({ text, format }) => {
    expect(() => requiredMoment(moment(format, 'UTC'), columns)([text])).toThrow(
      `"${text}" is not a time of the form ${format}`,
    );
  });

  it('may be missing only where that is allowed', () => {
    expect(optionalMoment(moment('iso', 'UTC'), columns)([''])).toBeUndefined();
    expect(() => requiredMoment(moment('iso', 'UTC'), columns)([''])).toThrow('is empty');
  });

  it('is of a zone that exists', () => {
    expect(Moment.safeParse({ of: '{When}', zone: 'Europe/Atlantis' }).success).toBe(false);
  });
});
