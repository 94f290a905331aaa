/** One line of the log: how a case stood from then on. */
export interface Entry {
  readonly caseNumber: string;
  /** Minutes since the log began. */
  readonly minute: number;
  readonly condition: string;
  readonly reason: string;
  readonly level: Level;
  readonly crew: string;
  readonly handler: string;
  readonly customer: string;
  readonly sector: string;
  readonly care: string;
  readonly urgency: number;
  readonly item: string;
  readonly soldBy: string;
  readonly site: string;
  readonly title: string;
}

export type Level = 'Desk' | 'Experts' | 'Makers' | 'Experts or Makers';

export const header = [
  'Case No',
  'Logged',
  'Condition',
  'Reason',
  'Level',
  'Crew',
  'Handler',
  'Customer',
  'Sector',
  'Care',
  'Urgency',
  'Item',
  'Sold by',
  'Site',
  'Title',
];

const beginMs = Date.UTC(2025, 0, 6, 7, 0);

const two = (value: number): string => String(value).padStart(2, '0');

/** As a clock in Lagos shows it, where no summer time makes an hour come twice: 06.01.2025 08:00:00. */
export const wallClock = (minute: number): string => {
  const time = new Date(beginMs + (minute + 60) * 60_000);
  const day = `${two(time.getUTCDate())}.${two(time.getUTCMonth() + 1)}.${time.getUTCFullYear()}`;
  return `${day} ${two(time.getUTCHours())}:${two(time.getUTCMinutes())}:00`;
};

export const cellsOf = (entry: Entry): (string | number)[] => [
  entry.caseNumber,
  wallClock(entry.minute),
  entry.condition,
  entry.reason,
  entry.level,
  entry.crew,
  entry.handler,
  entry.customer,
  entry.sector,
  entry.care,
  entry.urgency,
  entry.item,
  entry.soldBy,
  entry.site,
  entry.title,
];
