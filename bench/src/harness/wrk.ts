import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Load, LoadRequest } from './benchmark.ts';
import type { Loaded, Shot } from './load.ts';
import { onCpu } from './process-cpu.ts';

export const hasWrk = spawnSync('wrk', ['-v']).error === undefined;

/** Stands for the number while wrk computes the length of the body; as long as the number itself. */
const placeholder = '@'.repeat(8);

// Between these brackets Lua takes any text as it is.
const text = (value: string): string => `[==[${value}]==]`;

const tableOf = ({ method, path, headers = {}, body }: LoadRequest, series: string): string => {
  const fields = Object.entries(headers).map(
    ([name, value]) => `[ ${text(name)} ] = ${text(value)}`,
  );
  const numbered = body?.replaceAll('{n}', `${series}${placeholder}`);
  return `{${text(method)}, ${text(path)}, {${fields.join(',')}}, ${numbered === undefined ? 'nil' : text(numbered)}}`;
};

/** One request that never changes is formatted once by wrk itself; others are picked or filled in at each turn. */
const script = ({ requests }: Load): string => {
  const series = `${Date.now().toString(36)}-`;
  const isNumbered = requests.some(({ body }) => body?.includes('{n}'));
  const isOne = requests.length === 1 && !isNumbered;
  const next = isNumbered
    ? `return table.concat(prepared[turn % #prepared + 1], string.format('%08d', turn))`
    : `return prepared[turn % #prepared + 1]`;
  const prepare = isNumbered ? 'table.insert(prepared, split(one))' : 'table.insert(prepared, one)';
  const request = `function request() turn = turn + 1; ${next} end`;
  const only = `wrk.method, wrk.path, wrk.headers, wrk.body = unpack(requests[1], 1, 4)`;
  return `
local requests = { ${requests.map((one) => tableOf(one, series)).join(',\n')} }
local prepared, turn = {}, 0
local function split(formatted)
  local parts, from = {}, 1
  while true do
    local found = string.find(formatted, '${placeholder}', from, true)
    table.insert(parts, string.sub(formatted, from, (found or 0) - 1))
    if not found then return parts end
    from = found + ${placeholder.length}
  end
end
${isOne ? only : request}
function init()
  ${isOne ? '' : `for _, r in ipairs(requests) do local one = wrk.format(r[1], r[2], r[3], r[4]); ${prepare} end`}
end
function done(summary, latency)
  local e = summary.errors
  print(string.format('{"requests":%d,"microseconds":%d,"p50":%d,"p99":%d,"failures":%d,"refusals":%d}',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    e.connect + e.read + e.write + e.timeout, e.status))
end`;
};

/** The load of wrk, which costs little enough to leave the server the slower one. */
export const loadByWrk = async (load: Load, { url, seconds, cpu }: Shot): Promise<Loaded> => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-bench-'));
  const file = join(folder, 'load.lua');
  writeFileSync(file, script(load));
  const wrk = ['wrk', '-t1', `-c${load.connections}`, `-d${seconds}s`, '--timeout', '10s'];
  const [command = '', ...args] = onCpu(cpu, [...wrk, '-s', file, url]);
  try {
    const { stdout } = await promisify(execFile)(command, args);
    const line = stdout.split('\n').find((found) => found.startsWith('{'));
    if (line === undefined) throw new Error(`wrk gave no figures:\n${stdout}`);
    const { requests, microseconds, p50, p99, failures, refusals } = JSON.parse(line);
    return {
      requests,
      seconds: microseconds / 1e6,
      p50Ms: p50 / 1_000,
      p99Ms: p99 / 1_000,
      failures,
      refusals,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
