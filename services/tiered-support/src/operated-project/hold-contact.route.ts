import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { holdContact } from './hold-contact.ts';

export const holdProjectContactRoute = ({ projects, newId }: Dependencies) =>
  answer(tieredSupportRoutes.holdProjectContact, ({ params: { projectId }, body, because }) => {
    const { contactId = newId(), ...held } = body;
    const command = { projectId, contactId, ...held, at: because.at };
    return projects.change(projectId, (project) => holdContact(project, command), because);
  });
