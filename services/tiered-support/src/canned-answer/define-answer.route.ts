import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { defineAnswer, retireAnswer, reviseAnswer } from './define-answer.ts';

export const defineCannedAnswerRoute = ({ cannedAnswers }: Dependencies) =>
  answer(tieredSupportRoutes.defineCannedAnswer, ({ body, because }) => {
    const { shortcut, ...content } = body;
    const command = { shortcut, content, at: because.at };
    return cannedAnswers.create(shortcut, (canned) => defineAnswer(canned, command), because);
  });

export const reviseCannedAnswerRoute = ({ cannedAnswers }: Dependencies) =>
  answer(tieredSupportRoutes.reviseCannedAnswer, ({ params: { shortcut }, body, because }) => {
    const command = { shortcut, content: body, at: because.at };
    return cannedAnswers.change(shortcut, (canned) => reviseAnswer(canned, command), because);
  });

export const retireCannedAnswerRoute = ({ cannedAnswers }: Dependencies) =>
  answer(tieredSupportRoutes.retireCannedAnswer, ({ params: { shortcut }, because }) => {
    const command = { shortcut, at: because.at };
    return cannedAnswers.change(shortcut, (canned) => retireAnswer(canned, command), because);
  });
