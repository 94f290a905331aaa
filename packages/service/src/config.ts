import { z } from 'zod';

const Port = z.coerce.number().int().min(0).max(65_535);

/** What every service reads from its environment. */
export const Config = z.object({
  MONGODB_URL: z.string().min(1),
  /** Host and port of one broker or several, separated by commas. */
  KAFKA_BROKERS: z.string().min(1),
  OIDC_ISSUER: z.string().min(1),
  OIDC_AUDIENCE: z.string().default('steward'),
  OIDC_JWKS_URL: z.url(),
  HTTP_HOST: z.string().default('0.0.0.0'),
  /** 0 takes any free port. */
  HTTP_PORT: Port.default(8080),
  HEALTH_PORT: Port.default(9090),
  KAFKA_PARTITIONS: z.coerce.number().int().min(1).default(8),
  KAFKA_REPLICATION_FACTOR: z.coerce.number().int().min(1).default(1),
  /** Events that may wait for the broker before further changes are put off with 503. */
  OUTBOX_PENDING_MAX: z.coerce.number().int().min(1).default(100_000),
  /** Databases are called `<namespace>-<service>`, consumer groups `<namespace>.<service>.<entry>`. */
  NAMESPACE: z.string().min(1).default('steward'),
  /** In front of every topic, where several platforms share a Kafka cluster. */
  TOPIC_PREFIX: z.string().default(''),
  /**
   * Keys from which the secrets in the links of surveys are made, separated by commas: the first makes new ones,
   * the others still know those that they made. Only the service that owns surveys needs them.
   */
  SURVEY_LINK_KEY: z
    .string()
    .regex(/^[^,]{32,}(,[^,]{32,})*$/, 'Each key has 32 characters or more')
    .optional(),
  /** How long requests under way may take to end once the service is told to stop. */
  STOP_SECONDS: z.coerce.number().min(0).default(10),
});
export type Config = z.output<typeof Config>;

/** Reads a configuration once; a bad environment stops the start and names every variable that is wrong. */
export const readConfig = <Schema extends z.ZodType>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): z.output<Schema> => {
  const read = schema.safeParse(environment);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`The environment is not right:\n${faults.join('\n')}`);
};
