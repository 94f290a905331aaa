export { type Asking, askGateway } from './ask-gateway.ts';
export { reportProgram } from './program.ts';
