import { eventByWire, validator } from '@steward/contracts';
import type { Received } from './message.ts';

const validators = new Map<string, ReturnType<typeof validator>>();

/** The event as its contract reads it, or what is wrong with it. */
export type Readout =
  | { readonly ok: true; readonly type: string; readonly data: unknown }
  | { readonly ok: false; readonly detail: string };

const jsonOf = (body: Buffer): { json?: unknown; fault?: string } => {
  try {
    return { json: JSON.parse(body.toString()) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
};

export const readEvent = ({ wire, body }: Received): Readout => {
  const contract = eventByWire(wire);
  if (!contract) return { ok: false, detail: `${wire} is not an event that this version knows` };
  const { json, fault } = jsonOf(body);
  if (fault !== undefined) return { ok: false, detail: fault };
  const check = validators.get(wire) ?? validator(contract.data);
  validators.set(wire, check);
  const checked = check(json);
  if (checked.ok) return { ok: true, type: contract.type, data: checked.value };
  const [problem] = checked.problems;
  return { ok: false, detail: `${problem?.pointer} ${problem?.detail}` };
};
