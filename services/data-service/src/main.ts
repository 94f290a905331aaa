import { serve } from '@steward/service';
import { dataService } from './service.ts';

await serve(dataService);
