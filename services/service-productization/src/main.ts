import { serve } from '@steward/service';
import { serviceProductization } from './service.ts';

await serve(serviceProductization);
