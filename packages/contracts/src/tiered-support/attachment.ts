import { z } from 'zod';
import { Name } from '../primitives.ts';

/** A file that lies elsewhere: what it is and where. Nobody here fetches it. */
const Attachment = z.object({
  name: Name,
  mediaType: z.string().regex(/^[a-z]+\/[a-z0-9][a-z0-9.+-]{0,99}$/),
  bytes: z.int().min(0),
  /** Over TLS only, and without anybody's password in it. */
  url: z
    .string()
    .max(2_000)
    .regex(/^https:\/\/[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?([/?#][!-~]*)?$/),
  sha256: z
    .string()
    .max(64)
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

export const attachments = z.array(Attachment).min(1).max(20).optional();
