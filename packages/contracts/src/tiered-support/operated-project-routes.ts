import { z } from 'zod';
import { Id, Instant, Name } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { DeliveryCentre } from './delivery-centre.ts';
import { Brand, delivered } from './operated-project.ts';
import { Mechanism } from './project-mechanism.ts';
import { Customisation, Dependency, Interface } from './project-solution.ts';
import { ProjectContactHeld, Watch } from './project-watch.ts';

const { side, with: whom, summary } = ProjectContactHeld.data.shape;
const { customisationId, ...customised } = Customisation.shape;

const Silence = z.object({
  ...Watch.shape,
  /** The last sign of life; its opening where there was none since. */
  heardAt: Instant,
  isQuiet: z.boolean(),
  isAlone: z.boolean(),
});

export const OperatedProject = z.object({
  ...delivered,
  deliveryCentre: DeliveryCentre.optional(),
  /** What it is called is `brand`, too. */
  brandRecord: z.object({
    ...Brand.shape,
    promise: Brand.shape.promise.optional(),
    since: Instant,
  }),
  /** Who is there for it, and whether anything is heard of it; customers and partners do not see these two. */
  people: z.array(z.object({ userId: Id, role: Name, from: Instant })).optional(),
  silence: Silence.optional(),
  openedAt: Instant,
  version: z.int(),
});

export const ProjectMechanisms = z.object({
  projectId: Id,
  /** Of all that the five mechanisms consist of, rounded down. */
  percent: z.int(),
  mechanisms: z.array(
    z.object({
      mechanism: z.enum(['service', 'communication', 'assessment', 'sharing', 'training']),
      reviewedAt: Instant.optional(),
      content: Mechanism.optional(),
      percent: z.int(),
      missing: z.array(z.string()),
    }),
  ),
});

export const ProjectContact = z.object({
  contactId: Id,
  side,
  with: whom,
  summary,
  at: Instant,
});

export const ProjectCommunication = z.object({
  projectId: Id,
  from: Instant,
  to: Instant,
  planned: z.int(),
  covered: z.int(),
  /** Contacts of the period that cover none of its windows: with others, or again in the same window. */
  besides: z.int(),
  /** Of what was planned and is over, rounded down; not there where that is nothing. */
  percent: z.int().optional(),
  extent: z.enum(['none', 'limited', 'full']),
  windows: z.array(
    z.object({
      side,
      with: whom,
      from: Instant,
      to: Instant,
      state: z.enum(['covered', 'missed', 'open']),
      contactId: Id.optional(),
    }),
  ),
  /** How far we know what the project needs, and what is still to be found out. */
  understanding: z.object({ level: z.enum(['partial', 'full']), missing: z.array(z.string()) }),
});

/** What was made for this customer, and what it touches. */
export const ProjectSolution = z.object({
  projectId: Id,
  solutionId: Id,
  accountId: Id,
  brand: Name,
  customisations: z.array(Customisation),
  /** Of all customisations, each with the one that it belongs to. */
  interfaces: z.array(z.object({ customisationId, ...Interface.shape })),
  dependencies: z.array(z.object({ customisationId, ...Dependency.shape })),
});

export const operatedProjectRoutes = {
  readOperatedProject: query('/v1/operated-projects/:projectId', {
    summary: 'One operated project; its id is that of the solution that went live',
    scope: 'tickets:read',
    answer: OperatedProject,
  }),
  listOperatedProjects: query('/v1/operated-projects', {
    summary: 'Operated projects by id, filtered',
    scope: 'tickets:read',
    filters: {
      ...paging,
      accountId: Id.optional(),
      partnerId: Id.optional(),
      quiet: z.enum(['true', 'false']).optional(),
      alone: z.enum(['true', 'false']).optional(),
    },
    answer: page(OperatedProject),
  }),
  readOperatedProjectHistory: query('/v1/operated-projects/:projectId/history', {
    summary: 'Every event of an operated project',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
  reviseProjectBrand: command('/v1/operated-projects/:projectId/brand', {
    summary: 'Give a project another brand; the former ones stay in its history',
    scope: 'support:write',
    body: Brand.shape,
  }),
  assignProjectPerson: command('/v1/operated-projects/:projectId/people', {
    summary: 'Let somebody be there for a project',
    scope: 'support:write',
    body: { userId: Id, role: Name },
  }),
  releaseProjectPerson: command('/v1/operated-projects/:projectId/people/:userId/release', {
    summary: 'Let somebody leave a project; the last one only when another takes over',
    scope: 'support:write',
    body: { successorId: Id.optional() },
  }),
  watchProject: command('/v1/operated-projects/:projectId/watch', {
    summary: 'Say after how many days of silence, or with nobody there, somebody is told',
    scope: 'support:write',
    body: Watch.shape,
  }),
  reviewProjectMechanism: command('/v1/operated-projects/:projectId/mechanisms', {
    summary: 'Say what one of the five mechanisms of a project is from now on',
    scope: 'support:write',
    body: { content: Mechanism },
  }),
  readProjectMechanisms: query('/v1/operated-projects/:projectId/mechanisms', {
    summary: 'All five mechanisms of a project, how complete each is, and what it lacks',
    scope: 'support:read',
    answer: ProjectMechanisms,
  }),
  holdProjectContact: command('/v1/operated-projects/:projectId/contacts', {
    summary: 'Note that somebody who counts was spoken with',
    scope: 'support:work',
    body: { contactId: Id.optional(), side, with: whom, summary },
  }),
  listProjectContacts: query('/v1/operated-projects/:projectId/contacts', {
    summary: 'Who was spoken with, oldest first',
    scope: 'support:read',
    filters: paging,
    answer: page(ProjectContact),
  }),
  readProjectCommunication: query('/v1/operated-projects/:projectId/communication', {
    summary: 'Contacts that were planned and those that were held, window by window',
    scope: 'support:read',
    filters: { from: Instant.optional(), to: Instant.optional() },
    answer: ProjectCommunication,
  }),
  recordCustomisation: command('/v1/operated-projects/:projectId/customisations', {
    summary: 'Record what was made for this customer, and what it touches',
    scope: 'support:work',
    body: { customisationId: customisationId.optional(), ...customised },
  }),
  withdrawCustomisation: command(
    '/v1/operated-projects/:projectId/customisations/:customisationId/withdrawal',
    {
      summary: 'Say that something is no longer part of the solution',
      scope: 'support:work',
      body: {},
    },
  ),
  readProjectSolution: query('/v1/operated-projects/:projectId/solution', {
    summary: 'What was customised in a solution, and how it touches other systems',
    scope: 'support:read',
    answer: ProjectSolution,
  }),
  readTicketSolution: query('/v1/tickets/:ticketId/solution', {
    summary: 'The same, of the solution that a ticket is about',
    scope: 'support:read',
    answer: ProjectSolution,
  }),
};
