import { deploymentFindings } from './doctor/deployment-findings.ts';
import { findingsText } from './finding.ts';
import { count, type Setting, verb } from './verb.ts';

interface Flags {
  readonly guards: number;
  readonly strict: boolean;
}

export const doctorVerb = (setting: Setting) =>
  verb<Flags>(
    'doctor',
    'looks whether everything is there, right, and of one mind; exits with 3 where something is wrong',
    setting,
    async ({ at, flags: { guards, strict } }) => {
      const findings = await deploymentFindings(at, guards);
      const isUnhealthy = findings.some(
        ({ state }) => state === 'wrong' || (strict && state === 'advice'),
      );
      return { json: findings, text: findingsText(findings), isUnhealthy };
    },
  )
    .option(
      '--guards <count>',
      'how many guards of each service to compare with the log',
      count,
      500,
    )
    .option('--strict', 'exit with 3 for advice too', false);
