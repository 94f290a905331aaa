import { z } from 'zod';

/** One fact: what it is called in code and on the wire, where it travels, and what it says. */
export interface EventContract<Type extends string = string, Data extends z.ZodType = z.ZodType> {
  readonly type: Type;
  /** `<service>.<noun>.<fact>.v<N>`, permanent. */
  readonly wire: string;
  /** `<service>.<noun>`; the key of every message is the noun's id. */
  readonly topic: string;
  readonly data: Data;
  /** Checks a whole event against the contract; throws a ZodError that names what is wrong. */
  parse(event: unknown): { type: Type; data: z.output<Data> };
}

export type EventOf<Contract> =
  Contract extends EventContract<infer Type, infer Data>
    ? { type: Type; data: z.output<Data> }
    : never;

const wireName = /^(?<topic>[a-z-]+\.[a-z-]+)\.[a-z-]+\.v[1-9]\d*$/;

/** Declares a fact once; its topic is the first two words of its name on the wire. */
export const event = <const Type extends string, Data extends z.ZodType>(
  type: Type,
  wire: string,
  data: Data,
): EventContract<Type, Data> => {
  const topic = wireName.exec(wire)?.groups?.topic;
  if (!topic) throw new Error(`${wire} is not <service>.<noun>.<fact>.v<N>`);
  const whole = z.object({ type: z.literal(type), data });
  return { type, wire, topic, data, parse: (event) => whole.parse(event) as never };
};

/** All facts of one noun: the unit that travels on one topic and that one aggregate emits. */
export interface NounContract<Contract extends EventContract = EventContract> {
  readonly name: string;
  readonly service: string;
  readonly topic: string;
  readonly events: readonly Contract[];
}

export const noun = <Contract extends EventContract>(
  topic: string,
  events: readonly Contract[],
): NounContract<Contract> => {
  const [service = '', name = ''] = topic.split('.');
  const stray = events.find((contract) => contract.topic !== topic);
  if (stray) throw new Error(`${stray.wire} does not belong to the topic ${topic}`);
  return { name, service, topic, events };
};

/** What one fact of a noun says: `DataOf<TicketEvent, 'TicketRaised'>`. */
export type DataOf<
  Event extends { readonly type: string; readonly data: unknown },
  Type extends Event['type'],
> = Extract<Event, { readonly type: Type }>['data'];
