import { serve } from '@steward/service';
import { opportunity } from './service.ts';

await serve(opportunity);
