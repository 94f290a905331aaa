import { account } from '@steward/account';
import { dataService } from '@steward/data-service';
import { opportunity } from '@steward/opportunity';
import type { Service } from '@steward/service';
import { serviceProductization } from '@steward/service-productization';
import { tieredSupport } from '@steward/tiered-support';

/** Every service of the platform, by the name that routes and topics know it by. */
export const services: readonly Service[] = [
  account,
  opportunity,
  serviceProductization,
  tieredSupport,
  dataService,
];
