export { defaultStackName, stackFolder } from './folders.ts';
export { type Issuer, issueToken, type TokenClaims } from './issuer.ts';
export { MissingPart } from './missing-part.ts';
export { announcePlatform, platformUrl } from './platform-address.ts';
export { freePort } from './port.ts';
export type { Progress } from './progress.ts';
export { type ServerName, serverNames } from './server.ts';
export {
  resetStack,
  restartServer,
  type Stack,
  startServer,
  startStack,
  stopServer,
  stopStack,
} from './stack.ts';
export { stackEnvironment } from './stack-environment.ts';
export { type ServerStatus, type StackStatus, stackStatus } from './status.ts';
