import type { Redis } from 'ioredis';
import { type Grant, leaseMsMax, lentPart, reservedPart, type Wish } from './grant.ts';
import { windows } from './plan.ts';

/**
 * One consumer's windows in one hash, read and written in one step. The clock is that of Redis, so that
 * gateways whose clocks differ count the same minute. A limit of 0 does not apply.
 */
const script = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local burst, per_minute, per_day = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local waiting, spare = tonumber(ARGV[4]), tonumber(ARGV[5])
local unused, unused_minute = tonumber(ARGV[6]), tonumber(ARGV[7])
local minute, day = math.floor(now / 60000), math.floor(now / 86400000)

local spent = redis.call('HMGET', KEYS[1], 'tokens', 'at', 'minute', 'in_minute', 'day', 'in_day')
local at = math.min(now, tonumber(spent[2]) or now)
local tokens = (tonumber(spent[1]) or burst) + unused + (now - at) * burst / 1000
tokens = math.min(burst, tokens)
local in_minute = tonumber(spent[3]) == minute and tonumber(spent[4]) or 0
local in_day = tonumber(spent[5]) == day and tonumber(spent[6]) or 0
if unused_minute == minute then in_minute = math.max(0, in_minute - unused) end
if math.floor(unused_minute / 1440) == day then in_day = math.max(0, in_day - unused) end

local all = {
  { burst, math.floor(tokens), math.ceil((burst - tokens) * 1000 / burst) },
  { per_minute, math.max(0, per_minute - in_minute), 60000 - now % 60000 },
  { per_day, math.max(0, per_day - in_day), 86400000 - now % 86400000 },
}
local available, lendable = math.huge, math.huge
for _, window in ipairs(all) do
  local limit, left = window[1], window[2]
  if limit > 0 then
    available = math.min(available, left)
    lendable = math.min(lendable, (left - limit * ${reservedPart}) * ${lentPart})
  end
end
local granted = math.min(available, waiting + math.max(0, math.min(spare, math.floor(lendable))))

local tightest, tightest_part, remaining, reset = 1, math.huge, 0, 0
for index, window in ipairs(all) do
  local limit, left = window[1], window[2] - granted
  if limit > 0 and left / limit <= tightest_part then
    tightest, tightest_part, remaining, reset = index, left / limit, left, window[3]
  end
end
if granted == 0 and tightest == 1 then reset = math.ceil((1 - tokens) * 1000 / burst) end
redis.call('HSET', KEYS[1], 'tokens', tostring(tokens - granted), 'at', now,
  'minute', minute, 'in_minute', in_minute + granted, 'day', day, 'in_day', in_day + granted)
redis.call('PEXPIRE', KEYS[1], per_day > 0 and 86400000 - now % 86400000 or 60000)
return { granted, tightest, remaining, reset, math.min(${leaseMsMax}, 60000 - now % 60000), minute }
`;

const command = 'stewardTakeTokens';

type TakeTokens = (
  key: string,
  ...numbers: readonly number[]
) => Promise<[number, number, number, number, number, number]>;

/** Counts tokens in Redis, for all gateways together. */
export const sharedTokens = (redis: Redis, keyPrefix: string) => {
  redis.defineCommand(command, { numberOfKeys: 1, lua: script });
  const take = (redis as Redis & Record<typeof command, TakeTokens>)[command].bind(redis);

  return async ({ key, plan, waiting, spare, unused, unusedMinute }: Wish): Promise<Grant> => {
    const { burstPerSecond, perMinute = 0, perDay = 0 } = plan;
    const limits = [burstPerSecond, perMinute, perDay];
    const [granted, window, remaining, resetMs, lifeMs, minute] = await take(
      `${keyPrefix}${key}`,
      ...limits,
      waiting,
      spare,
      unused,
      unusedMinute,
    );
    return { granted, window: windows[window - 1] ?? 'burst', remaining, resetMs, lifeMs, minute };
  };
};
