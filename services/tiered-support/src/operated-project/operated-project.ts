import {
  type Brand,
  type Customisation,
  type DataOf,
  type Mechanism,
  type MechanismName,
  type OperatedProjectEvent,
  Watch,
} from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';
import { alarmsOf, type Heard } from './silence.ts';

export type Opened = DataOf<OperatedProjectEvent, 'OperatedProjectOpened'>;

export interface Person {
  readonly userId: string;
  readonly role: string;
  readonly from: string;
}

export interface Reviewed {
  readonly content: Mechanism;
  readonly reviewedAt: string;
}

/** A delivered solution, kept in operation. There is no state in which it is not any more. */
export type OperatedProject =
  | { readonly status: 'absent' }
  | (Readonly<Omit<Opened, 'at' | 'watchedFrom'>> &
      Heard & {
        readonly status: 'operated';
        readonly openedAt: string;
        /** A solution brings a name only; what it promises somebody has to say. */
        readonly brandRecord: Omit<Brand, 'promise'> & {
          readonly promise?: string;
          readonly since: string;
        };
        readonly people: readonly Person[];
        readonly mechanisms: { readonly [Name in MechanismName]?: Reviewed };
        readonly customisations: readonly Customisation[];
        readonly nextAlarmAt?: string | undefined;
      });
export type OpenedProject = Extract<OperatedProject, { status: 'operated' }>;

export const refuse = refusals({
  'operated-project-already-opened': 'conflict',
  'operated-project-not-found': 'notFound',
  'project-person-already-assigned': 'conflict',
  'project-person-not-assigned': 'notFound',
  'project-person-succeeds-themselves': 'invalid',
  'project-would-be-left-alone': 'conflict',
  'project-people-too-many': 'conflict',
  'project-contact-planned-twice': 'invalid',
  'project-customisation-already-recorded': 'conflict',
  'project-customisation-not-found': 'notFound',
  'project-customisations-too-many': 'conflict',
  'ticket-without-project': 'notFound',
});

const begin = ({ at, watchedFrom = at, ...opened }: Opened): OpenedProject => ({
  status: 'operated',
  ...opened,
  openedAt: at,
  brandRecord: { name: opened.brand, since: at },
  people: [],
  mechanisms: {},
  customisations: [],
  watch: Watch.parse({}),
  watchedFrom,
  heardAt: watchedFrom,
  isQuiet: false,
  isAlone: false,
});

type LaterEvent = Exclude<OperatedProjectEvent, { type: 'OperatedProjectOpened' }>;

const proceed = (project: OpenedProject, { type, data }: LaterEvent): OpenedProject => {
  const { people, customisations, mechanisms } = project;
  switch (type) {
    case 'ProjectBrandRevised': {
      const brandRecord = { ...data.brand, since: data.at };
      return { ...project, brand: data.brand.name, brandRecord };
    }
    case 'ProjectPersonAssigned': {
      const { userId, role, at: from } = data;
      return { ...project, people: [...people, { userId, role, from }], isAlone: false };
    }
    case 'ProjectPersonReleased':
      return { ...project, people: people.filter(({ userId }) => userId !== data.userId) };
    case 'ProjectWatchSet':
      return { ...project, watch: data.watch };
    case 'ProjectMechanismReviewed': {
      const { content, at: reviewedAt } = data;
      const reviewed = { [content.mechanism]: { content, reviewedAt } };
      return { ...project, mechanisms: { ...mechanisms, ...reviewed } };
    }
    case 'ProjectCustomisationRecorded':
      return { ...project, customisations: [...customisations, data.customisation] };
    case 'ProjectCustomisationWithdrawn': {
      const left = customisations.filter((one) => one.customisationId !== data.customisationId);
      return { ...project, customisations: left };
    }
    case 'ProjectContactHeld':
    case 'ProjectActivityNoted':
      return project;
    case 'ProjectWentQuiet':
      return { ...project, isQuiet: true };
    case 'ProjectLeftAlone':
      return { ...project, isAlone: true };
    case 'ProjectHeardAgain':
      return { ...project, isQuiet: false };
  }
};

/** What is about silence does not end it. */
const aboutSilence: ReadonlySet<string> = new Set<LaterEvent['type']>([
  'ProjectWatchSet',
  'ProjectWentQuiet',
  'ProjectLeftAlone',
  'ProjectHeardAgain',
]);

const heard = (project: OpenedProject, { type, data: { at } }: LaterEvent): OpenedProject =>
  aboutSilence.has(type) || Date.parse(at) <= Date.parse(project.heardAt)
    ? project
    : { ...project, heardAt: at };

const watched = (project: OpenedProject): OpenedProject => ({
  ...project,
  nextAlarmAt: alarmsOf(project)[0]?.at,
});

const evolve = (project: OperatedProject, event: OperatedProjectEvent): OperatedProject => {
  if (event.type === 'OperatedProjectOpened') return watched(begin(event.data));
  return project.status === 'absent' ? project : watched(heard(proceed(project, event), event));
};

export const operatedProject: Aggregate<OperatedProject, OperatedProjectEvent> = {
  name: 'operated-project',
  initial: { status: 'absent' },
  evolve,
};

export interface OnProject {
  readonly projectId: string;
  readonly at: Date;
}

export const requireOpened = (project: OperatedProject, projectId: string): OpenedProject => {
  if (project.status === 'absent')
    throw refuse('operated-project-not-found', `There is no operated project ${projectId}`);
  return project;
};

/** What every fact of a project says. */
export const factOf = ({ projectId, accountId }: OpenedProject, at: Date) => ({
  projectId,
  accountId,
  at: at.toISOString(),
});
