import type { OperatedProjectEvent } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import {
  assigned,
  day,
  delivered,
  liveAt,
  opened,
  projectAfter,
  projectId,
} from '../fixtures/operated-projects.ts';
import { noteActivity } from './note-activity.ts';
import { openProject } from './open-project.ts';
import { operatedProject } from './operated-project.ts';
import { amidSilence, ringSilence } from './ring-silence.ts';
import { watchProject } from './watch-project.ts';

const given = scenario(operatedProject);
const about = { projectId, accountId: 'acme' };

const toldOf = (
  type: 'ProjectWentQuiet' | 'ProjectLeftAlone',
  since: string,
  at: string,
  days: number,
) => ({ type, data: { ...about, at, since, days } }) as OperatedProjectEvent;
const quiet = (since: string, at: string, days = 30) => toldOf('ProjectWentQuiet', since, at, days);
const alone = toldOf('ProjectLeftAlone', liveAt, day(14), 14);
const heardAgain = (at: string): OperatedProjectEvent => ({
  type: 'ProjectHeardAgain',
  data: { ...about, at },
});
const noted = (at: string): OperatedProjectEvent => ({
  type: 'ProjectActivityNoted',
  data: { ...about, ticketId: 't-1', at },
});
const watchSet = (quietAfterDays: number, aloneAfterDays = 14): OperatedProjectEvent => ({
  type: 'ProjectWatchSet',
  data: { ...about, watch: { quietAfterDays, aloneAfterDays }, at: day(1) },
});

const ringAt = (days: number) => (project: Parameters<typeof ringSilence>[0]) =>
  ringSilence(project, new Date(day(days)));
const hearAt = (at: string) =>
  amidSilence(
    (project) => noteActivity(project, { projectId, ticketId: 't-1', at: new Date(at) }),
    new Date(at),
  );

describe('the silence of a project', () => {
  it('is told when it has lasted long enough, and not a moment before', () => {
    const justBefore = new Date(Date.parse(day(30)) - 1);
    given(opened, assigned('ada'))
      .when((project) => ringSilence(project, justBefore))
      .thenNothing();
    given(opened, assigned('ada'))
      .when(ringAt(30))
      .thenEmits(quiet(liveAt, day(30)));
  });

  it('R116: is told once, however often somebody looks', () => {
    given(opened, assigned('ada'), quiet(liveAt, day(30)))
      .when(ringAt(200))
      .thenNothing();
  });

  it('R116: is told where nobody is there as well, each by its own days and in order', () => {
    given(opened)
      .when(ringAt(40))
      .thenEmits(alone, quiet(liveAt, day(30)));
  });

  it('R116: is told once of nobody being there, until somebody is', () => {
    given(opened, alone).when(ringAt(29)).thenNothing();
    expect(projectAfter(alone).isAlone).toBe(true);
    expect(projectAfter(alone, assigned('ada', day(15))).isAlone).toBe(false);
  });

  it('counts from the latest sign of life, whatever is told after it', () => {
    const past = [assigned('ada', day(5)), assigned('ben', day(3))];
    expect(projectAfter(...past)).toMatchObject({ heardAt: day(5), nextAlarmAt: day(35) });
  });

  it('ends with the next sign of life, and may begin again', () => {
    given(opened, assigned('ada'), quiet(liveAt, day(30)))
      .when(hearAt(day(35)))
      .thenEmits(noted(day(35)), heardAgain(day(35)));
    const past = [assigned('ada'), quiet(liveAt, day(30)), noted(day(35)), heardAgain(day(35))];
    expect(projectAfter(...past)).toMatchObject({ isQuiet: false, nextAlarmAt: day(65) });
  });

  it('is told before what ends it, where nobody had looked in time', () => {
    given(opened, assigned('ada'))
      .when(hearAt(day(35)))
      .thenEmits(quiet(liveAt, day(30)), noted(day(35)), heardAgain(day(35)));
  });

  it('turns out to have been shorter when a sign of life is told late', () => {
    given(opened, assigned('ada'), quiet(liveAt, day(30)))
      .when(hearAt(day(20)))
      .thenEmits(noted(day(20)), heardAgain(day(20)));
  });

  it('counts from when we heard of the project, not from a past that is told afterwards', () => {
    const command = { ...delivered, at: new Date(liveAt), watchedFrom: new Date(day(100)) };
    const facts = openProject({ status: 'absent' }, command);
    given(...facts)
      .when(ringAt(113))
      .thenNothing();
    given(...facts)
      .when(ringAt(114))
      .thenEmits(toldOf('ProjectLeftAlone', day(100), day(114), 14));
  });

  it('is allowed for as long as each project says', () => {
    given(opened)
      .when((project) =>
        watchProject(project, {
          projectId,
          watch: { quietAfterDays: 7, aloneAfterDays: 14 },
          at: new Date(day(1)),
        }),
      )
      .thenEmits(watchSet(7));
    given(opened, assigned('ada'), watchSet(7))
      .when(ringAt(7))
      .thenEmits(quiet(liveAt, day(7), 7));
  });

  it('is not ended by what is said about it', () => {
    expect(projectAfter(watchSet(7)).heardAt).toBe(liveAt);
    expect(projectAfter(quiet(liveAt, day(30))).isQuiet).toBe(true);
  });

  it('is of nobody where there is no project', () => {
    given().when(ringAt(100)).thenNothing();
    given()
      .when(hearAt(day(1)))
      .thenNothing();
    given()
      .when((project) =>
        watchProject(project, {
          projectId,
          watch: { quietAfterDays: 7, aloneAfterDays: 7 },
          at: new Date(day(1)),
        }),
      )
      .thenRefuses('operated-project-not-found');
  });

  it('has nothing left to be told of once somebody is there and it is quiet', () => {
    expect(projectAfter(assigned('ada'), quiet(liveAt, day(30))).nextAlarmAt).toBeUndefined();
  });
});

describe('the activity of a project', () => {
  const minutes = (count: number) => new Date(Date.parse(liveAt) + count * 60_000).toISOString();

  it.each([
    { what: 'within the hour', at: minutes(59) },
    { what: 'before anything was known', at: day(-3) },
  ])('is not noted $what of the last sign of life', ({ at }) => {
    given(opened).when(hearAt(at)).thenNothing();
  });

  it('is noted an hour later', () => {
    given(opened)
      .when(hearAt(minutes(60)))
      .thenEmits(noted(minutes(60)));
  });
});
