import { Socket, type TcpNetConnectOpts } from 'node:net';

const loopback = '127.0.0.1';
const namesOfLoopback = ['localhost', loopback, '::1', '[::1]', '0.0.0.0', '::'];

const nameOf = (host = 'localhost', port: number | string): string =>
  `${namesOfLoopback.includes(host) ? loopback : host}:${port}`;

type Connect = (this: Socket, ...args: unknown[]) => Socket;

/**
 * Sends connections elsewhere at the one place that every client comes through, so that whatever
 * addresses servers advertise, their clients go by way of a proxy.
 */
export const reroute = (routes: Readonly<Record<string, number>>): void => {
  const ports = new Map(
    Object.entries(routes).map(([address, port]) => {
      const colon = address.lastIndexOf(':');
      return [nameOf(address.slice(0, colon), address.slice(colon + 1)), port];
    }),
  );
  const connect = Socket.prototype.connect as Connect;
  const connectElsewhere: Connect = function (...args) {
    return connect.apply(this, rerouted(args, ports));
  };
  Socket.prototype.connect = connectElsewhere as typeof Socket.prototype.connect;
};

/** The forms that `connect` takes: options, a port with a host, and what `net.connect` made of either. */
const rerouted = (args: unknown[], ports: ReadonlyMap<string, number>): unknown[] => {
  const [first, second, ...others] = args;
  if (Array.isArray(first)) {
    // It bears a mark of Node's own, so it is changed and not replaced.
    first[0] = reroutedOptions(first[0], ports);
    return args;
  }
  if (typeof first === 'object' && first !== null)
    return [reroutedOptions(first as Partial<TcpNetConnectOpts>, ports), second, ...others];
  const host = typeof second === 'string' ? second : undefined;
  const port = ports.get(nameOf(host, String(first)));
  if (port === undefined) return args;
  return host === undefined ? [port, loopback, second, ...others] : [port, loopback, ...others];
};

const reroutedOptions = (
  options: Partial<TcpNetConnectOpts>,
  ports: ReadonlyMap<string, number>,
): Partial<TcpNetConnectOpts> => {
  if (options.port === undefined) return options;
  const port = ports.get(nameOf(options.host, options.port));
  return port === undefined ? options : { ...options, host: loopback, port };
};
