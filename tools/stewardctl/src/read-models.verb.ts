import {
  type AnyProjection,
  type BuildOptions,
  type BuildOutcome,
  dropPreviousGeneration,
  rebuildReadModel,
  serveGeneration,
} from '@steward/bus';
import { Command } from 'commander';
import { type Answer, type Terminal, WrongUsage } from './answer.ts';
import { buildProgress } from './build-progress.ts';
import { confirm } from './confirm.ts';
import type { Deployment, OpenService } from './deployment.ts';
import { listReadModels, readModelsText } from './read-models-seen.ts';
import { type Setting, verb } from './verb.ts';

const listVerb = (setting: Setting) =>
  verb('list', 'read models, their generations, and how far each has come', setting, ({ at }) =>
    at.withServices([], async (open) => {
      const models = await listReadModels(at, open);
      return { json: models, text: readModelsText(models) };
    }),
  );

/** Finds a read model by its name, or by `<service>/<name>`. */
const withReadModel = <Result>(
  at: Deployment,
  wanted: string,
  run: (open: OpenService, projection: AnyProjection) => Promise<Result>,
): Promise<Result> =>
  at.withServices([], async (open) => {
    const all = open.flatMap((one) => one.projections.map((projection) => ({ one, projection })));
    const found = all.filter(
      ({ one, projection: { name } }) => wanted === name || wanted === `${one.service}/${name}`,
    );
    const [only, ...others] = found;
    const names = (found.length > 0 ? found : all)
      .map(({ one, projection }) => `${one.service}/${projection.name}`)
      .join(', ');
    if (!only) throw new WrongUsage(`There is no read model ${wanted}; there are ${names}`);
    if (others.length > 0) throw new WrongUsage(`${wanted} may be any of ${names}`);
    return run(only.one, only.projection);
  });

const buildOptions = (
  at: Deployment,
  { service, database }: OpenService,
  { signal, progress }: Terminal,
): BuildOptions => ({
  kafka: at.kafka,
  service,
  groupPrefix: at.namespace,
  topicPrefix: at.topicPrefix,
  database,
  log: () => undefined,
  signal,
  onProgress: buildProgress(progress),
});

/** A build is never without its outcome, and the outcome never without what to do about it. */
const answerOf = (name: string, built: BuildOutcome): Answer => {
  const { outcome, generation, parked } = built;
  const says = {
    serves: `✓ Generation ${generation} of ${name} serves.`,
    parked:
      `✗ Generation ${generation} of ${name} is complete but for ${parked} messages that are set aside in it ` +
      `and not in the one that goes on serving.\n  → parked list --consumer ${name}@${generation} shows them: replay or ` +
      'discard them and give the same command again, or add --accept-parked',
    stopped: `Stopped; the same command goes on with generation ${generation} of ${name}.`,
    lost: `Generation ${generation} of ${name} was given up by somebody else meanwhile.`,
  };
  if (outcome === 'stopped' || outcome === 'lost') throw new Error(says[outcome]);
  return { json: { name, ...built }, text: says[outcome], isUnhealthy: outcome === 'parked' };
};

interface RebuildFlags {
  readonly anew: boolean;
  readonly acceptParked: boolean;
  readonly yes: boolean;
}

const rebuildVerb = (setting: Setting) =>
  verb<RebuildFlags>(
    'rebuild',
    'builds a read model from the beginning of its topics while the old one serves, and changes over',
    setting,
    ({ at, args: [wanted = ''], flags, terminal }) =>
      withReadModel(at, wanted, async (open, projection) => {
        const { name } = projection;
        const { building, previous } = await open.database.generations.read(name);
        const isNew = building === undefined || flags.anew;
        const dropped = [
          ...(isNew && previous !== undefined ? [previous] : []),
          ...(flags.anew && building !== undefined ? [building] : []),
        ];
        if (dropped.length > 0)
          await confirm(
            `Generation ${dropped.join(' and ')} of ${name} will be deleted to make room for a new one.`,
            terminal,
            flags.yes,
          );
        const options = buildOptions(at, open, terminal);
        const { anew, acceptParked } = flags;
        return answerOf(
          name,
          await rebuildReadModel(projection, { ...options, anew, acceptParked }),
        );
      }),
  )
    .argument('<name>', 'of the read model, or <service>/<name>')
    .option('--anew', 'give up what is built half, instead of going on with it', false)
    .option('--accept-parked', 'change over although something is set aside in it', false)
    .option('--yes', 'do not ask', false);

interface SureFlags {
  readonly yes: boolean;
}

const serveVerb = (setting: Setting) =>
  verb<SureFlags>(
    'serve',
    'goes back to the generation that served before, once it has taken in what came since',
    setting,
    ({ at, args: [wanted = '', generation = ''], flags, terminal }) =>
      withReadModel(at, wanted, async (open, projection) => {
        if (!/^\d+$/.test(generation)) throw new WrongUsage(`${generation} is not a generation`);
        await confirm(
          `Readers of ${projection.name} will have generation ${generation} from then on.`,
          terminal,
          flags.yes,
        );
        const options = { ...buildOptions(at, open, terminal), acceptParked: true };
        return answerOf(
          projection.name,
          await serveGeneration(projection, Number(generation), options),
        );
      }),
  )
    .argument('<name>', 'of the read model, or <service>/<name>')
    .argument('<generation>', 'the one that is kept, as `read-models list` has it')
    .option('--yes', 'do not ask', false);

const dropOldVerb = (setting: Setting) =>
  verb<SureFlags>(
    'drop-old',
    'deletes the generation that served before; nobody can go back to it any more',
    setting,
    ({ at, args: [wanted = ''], flags, terminal }) =>
      withReadModel(at, wanted, async (open, projection) => {
        const { name } = projection;
        const { previous, dropping = [] } = await open.database.generations.read(name);
        const doomed = [...dropping, ...(previous === undefined ? [] : [previous])];
        if (doomed.length === 0)
          return { json: { name, dropped: [] }, text: `There is no old generation of ${name}.` };
        await confirm(
          `Generation ${doomed.join(' and ')} of ${name} will be deleted: rows, guards, what is set aside in it.`,
          terminal,
          flags.yes,
        );
        const dropped = await dropPreviousGeneration(projection, {
          ...open,
          kafka: at.kafka,
          groupPrefix: at.namespace,
        });
        return {
          json: { name, dropped },
          text: `✓ Generation ${dropped.join(' and ')} of ${name} is deleted.`,
        };
      }),
  )
    .argument('<name>', 'of the read model, or <service>/<name>')
    .option('--yes', 'do not ask', false);

export const readModelVerbs = (setting: Setting) =>
  new Command('read-models')
    .description('read models and their generations')
    .addCommand(listVerb(setting))
    .addCommand(rebuildVerb(setting))
    .addCommand(serveVerb(setting))
    .addCommand(dropOldVerb(setting));
