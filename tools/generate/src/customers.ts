/** A customer of the made-up maker of monitoring for production lines. */
export interface Customer {
  readonly name: string;
  readonly sector: string;
  readonly country: string;
}

export const customers: readonly Customer[] = [
  { name: 'Ålund Paper', sector: 'Pulp and paper', country: 'Sweden' },
  { name: 'Brightwell Dairies', sector: 'Food', country: 'Ireland' },
  { name: 'Calder & Sons', sector: 'Retail chains', country: 'Scotland' },
  { name: 'Dunmore Water', sector: 'Utilities', country: 'Ireland' },
  { name: 'Eszter Textil', sector: 'Textiles', country: 'Hungary' },
  { name: 'Fjordkraft Nord', sector: 'Utilities', country: 'Norway' },
  { name: 'Glasbläserei Thun', sector: 'Glass', country: 'Switzerland' },
  { name: 'Harrow Clinics', sector: 'Hospitals', country: 'England' },
  { name: 'Ibarra Conservas', sector: 'Food', country: 'Spain' },
  { name: 'Jansen Kunststof', sector: 'Plastics', country: 'Netherlands' },
  { name: 'Kestrel Rail', sector: 'Public transport', country: 'Wales' },
  { name: 'Łódź Optics', sector: 'Glass', country: 'Poland' },
  { name: 'Mercado Azul', sector: 'Retail chains', country: 'Portugal' },
  { name: 'Nordlicht Medien', sector: 'Publishers', country: 'Germany' },
  { name: 'Oriel Bank', sector: 'Banks', country: 'Ireland' },
  { name: 'Pineda Farma', sector: 'Hospitals', country: 'Spain' },
  { name: 'Quarry Hill Cement', sector: 'Plastics', country: 'England' },
  { name: 'Rosewood Telecom', sector: 'Phone networks', country: 'Ireland' },
  { name: 'Sørensen Maskin', sector: 'Machines', country: 'Denmark' },
  { name: 'Tinka Software', sector: 'Software makers', country: 'Slovenia' },
];

/** Who sells and who looks after customers. */
export const people = [
  'Aoife Byrne',
  'Bram de Wit',
  'Chiara Russo',
  'Dávid Kiss',
  'Elin Åkesson',
  'Fionn Walsh',
  'Greta Lang',
  'Hugo Marín',
] as const;
