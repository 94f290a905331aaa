import { GatewayConfig, startGateway } from '@steward/api-gateway';
import { type Stack, stackEnvironment } from '@steward/local';
import {
  Config,
  type RunningService,
  readConfig,
  type Service,
  startService,
} from '@steward/service';
import { services } from './services.ts';

export interface PlatformOptions {
  readonly stack: Stack;
  /** The gateway's port; 0 takes any free one. */
  readonly port: number;
  /** Names of the services to run; all of them where none is named. */
  readonly only?: readonly string[];
  /** What to set apart from the defaults: a namespace, a topic prefix. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly onFatal: (error: unknown) => void;
}

export interface RunningPlatform {
  /** Where outside consumers come in. */
  readonly url: string;
  readonly services: readonly RunningService[];
  /** Closes the door to the outside first, then the services. */
  stop(): Promise<void>;
}

const chosen = (only: readonly string[]): readonly Service[] => {
  const unknown = only.find((name) => !services.some((service) => service.name === name));
  const names = services.map(({ name }) => name).join(', ');
  if (unknown) throw new Error(`There is no service ${unknown}; there are ${names}`);
  return only.length === 0 ? services : services.filter(({ name }) => only.includes(name));
};

/** Runs services and the gateway in this process, as `npm start` and the journeys do. */
export const startPlatform = async (options: PlatformOptions): Promise<RunningPlatform> => {
  const { stack, port, only = [], onFatal } = options;
  const environment = { ...stackEnvironment(stack), ...options.environment };
  const config = readConfig(Config, environment);
  const running = await Promise.all(
    chosen(only).map((service) => startService(service, { config, onFatal })),
  );
  const upstreams = Object.fromEntries(running.map(({ name, url }) => [name, url]));
  const gateway = await startGateway({
    config: readConfig(GatewayConfig, { ...environment, HTTP_PORT: String(port) }),
    upstreams,
    onFatal,
  });
  return {
    url: gateway.url,
    services: running,
    stop: async () => {
      await gateway.stop();
      await Promise.all(running.map((service) => service.stop()));
    },
  };
};
