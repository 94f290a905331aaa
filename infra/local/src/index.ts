export { defaultStackName, stackFolder } from './folders.ts';
export { type Issuer, issueToken, type TokenClaims } from './issuer.ts';
export { MissingPart } from './missing-part.ts';
export {
  type MemberAddress,
  restartServer,
  serverAddresses,
  signalServer,
  startServer,
  stepDown,
  stopServer,
} from './one-server.ts';
export { announcePlatform, platformUrl } from './platform-address.ts';
export { freePort } from './port.ts';
export type { Progress } from './progress.ts';
export { type ServerName, serverNames } from './server.ts';
export {
  resetStack,
  type Stack,
  type StackOptions,
  startStack,
  stopStack,
} from './stack.ts';
export { stackEnvironment } from './stack-environment.ts';
export { type ServerStatus, type StackStatus, stackStatus } from './status.ts';
