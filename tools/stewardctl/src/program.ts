import { Command } from 'commander';
import { doctorVerb } from './doctor.verb.ts';
import { lagVerb } from './lag.verb.ts';
import { outboxVerb } from './outbox.verb.ts';
import { parkedVerbs } from './parked.verb.ts';
import { readModelVerbs } from './read-models.verb.ts';
import { tailVerb } from './tail.verb.ts';
import { topicsVerb } from './topics.verb.ts';
import type { Setting } from './verb.ts';

/** Commander ends the process where a command line is wrong; ours is told, so that the exit code is ours. */
const throwing = (command: Command): Command => {
  command.exitOverride().showHelpAfterError('(--help says more)');
  for (const sub of command.commands) throwing(sub);
  return command;
};

/** `npm run stewardctl`: one verb for each question that somebody has who runs a deployment. */
export const stewardctl = (setting: Setting): Command =>
  throwing(
    new Command('npm run stewardctl --')
      .description(
        'Operates a deployment by its databases and its topics. It reads the environment of a service ' +
          '(MONGODB_URL, KAFKA_BROKERS, NAMESPACE, TOPIC_PREFIX); without one it means the local stack.',
      )
      .addCommand(doctorVerb(setting))
      .addCommand(topicsVerb(setting))
      .addCommand(lagVerb(setting))
      .addCommand(outboxVerb(setting))
      .addCommand(parkedVerbs(setting))
      .addCommand(readModelVerbs(setting))
      .addCommand(tailVerb(setting)),
  );
