/** One opportunity as the CRM exports it; what it does not know yet is empty. */
export interface Deal {
  readonly ref: string;
  readonly rep: string;
  readonly item: string;
  readonly customer: string;
  readonly state: 'New' | 'Talks' | 'Offer' | 'Signed' | 'Gone';
  readonly opened: string;
  readonly closed: string;
  readonly amount: string;
  readonly why: string;
}

export const dealHeader = [
  'Ref',
  'Rep',
  'Item',
  'Customer',
  'State',
  'Opened',
  'Closed',
  'Amount',
  'Why',
];

export const dealCells = (deal: Deal): string[] => [
  deal.ref,
  deal.rep,
  deal.item,
  deal.customer,
  deal.state,
  deal.opened,
  deal.closed,
  deal.amount,
  deal.why,
];

export interface Item {
  readonly name: string;
  readonly department: string;
  readonly price: string;
  readonly per: 'Month' | 'Year' | 'Once';
}

export const items: readonly Item[] = [
  { name: 'Line Watch', department: 'Monitoring', price: '2400.00', per: 'Month' },
  { name: 'Flow Meter', department: 'Sensors', price: '890.50', per: 'Once' },
  { name: 'Heat Eye', department: 'Sensors', price: '1250.00', per: 'Once' },
  { name: 'Dock Planner', department: 'Planning', price: '5600.00', per: 'Year' },
  { name: 'Shift Book', department: 'Planning', price: '310.75', per: 'Month' },
  { name: 'Round-the-clock Care', department: 'Service', price: '18000.00', per: 'Year' },
];
