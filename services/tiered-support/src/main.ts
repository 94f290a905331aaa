import { serve } from '@steward/service';
import { tieredSupport } from './service.ts';

await serve(tieredSupport);
