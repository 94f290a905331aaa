import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { defineAnswer, retireAnswer, reviseAnswer } from './define-answer.ts';

export const defineCannedAnswerRoute = ({ cannedAnswers }: Dependencies) =>
  answer(tieredSupportRoutes.defineCannedAnswer, ({ body, because }) => {
    const { cannedAnswerId, ...content } = body;
    const command = { cannedAnswerId, content, at: because.at };
    return cannedAnswers.create(cannedAnswerId, (canned) => defineAnswer(canned, command), because);
  });

export const reviseCannedAnswerRoute = ({ cannedAnswers }: Dependencies) =>
  answer(
    tieredSupportRoutes.reviseCannedAnswer,
    ({ params: { cannedAnswerId }, body, because }) => {
      const command = { cannedAnswerId, content: body, at: because.at };
      return cannedAnswers.change(
        cannedAnswerId,
        (canned) => reviseAnswer(canned, command),
        because,
      );
    },
  );

export const retireCannedAnswerRoute = ({ cannedAnswers }: Dependencies) =>
  answer(tieredSupportRoutes.retireCannedAnswer, ({ params: { cannedAnswerId }, because }) => {
    const command = { cannedAnswerId, at: because.at };
    return cannedAnswers.change(cannedAnswerId, (canned) => retireAnswer(canned, command), because);
  });
