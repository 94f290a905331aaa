import { serve } from '@steward/service';
import { account } from './service.ts';

await serve(account);
