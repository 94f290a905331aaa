import { serve } from '../harness/contender.ts';
import { edgeDoor } from './edge-door.ts';

serve(edgeDoor());
