import type { Stack } from './stack.ts';

/** The environment of a service that runs beside the servers of a stack, on loopback and any free port. */
export const stackEnvironment = ({
  kafkaBrokers,
  mongodbUrl,
  redisUrl,
  issuer,
}: Stack): Record<string, string> => ({
  KAFKA_BROKERS: kafkaBrokers.join(','),
  MONGODB_URL: mongodbUrl,
  REDIS_URL: redisUrl,
  OIDC_ISSUER: issuer.issuer,
  OIDC_AUDIENCE: issuer.audience,
  OIDC_JWKS_URL: issuer.jwksUrl,
  HTTP_HOST: '127.0.0.1',
  HTTP_PORT: '0',
  HEALTH_PORT: '0',
  // No secret: whoever reaches these servers sits at this machine, and links are to survive a restart.
  SURVEY_LINK_KEY: 'for-servers-on-this-machine-and-nowhere-else',
});
