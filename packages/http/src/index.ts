export {
  answer,
  type CommandBody,
  type CommandHandler,
  type CommandRequest,
  type Handler,
  type QueryHandler,
  type QueryRequest,
} from './answer.ts';
export { answerHistory } from './answer-history.ts';
export { closeGracefully } from './close-gracefully.ts';
export { type ConnectionLimits, expressServer, plainExpress } from './express-server.ts';
export { type Health, healthServer } from './health-server.ts';
export { type HttpDoor, httpDoor, type Log, type Span } from './http-door.ts';
export { knownHistory } from './known-history.ts';
export { listen } from './listen.ts';
export type { Principal } from './principal.ts';
export { type Problem, problem } from './problem.ts';
export { problemReply } from './problem-reply.ts';
export { type ProtocolCode, protocolCodes } from './protocol-codes.ts';
export { malformed, ProtocolProblem } from './protocol-problem.ts';
export { jsonReply, type Level, type Reply } from './reply.ts';
export { ClientGone, readBody } from './request-body.ts';
export { holds, requestIdOf, traceparentOf } from './request-headers.ts';
export type { Call, Route } from './route.ts';
export { type Found, routeTable } from './route-table.ts';
export { type TokenRules, tokenVerifier, type VerifyToken } from './token-verifier.ts';
export { maySee, ownOnly, visibleOnly } from './visibility.ts';
export { writeReply } from './write-reply.ts';
