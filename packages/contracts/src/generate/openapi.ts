import type { RouteContract } from '../route.ts';
import { about } from './about.ts';
import { answerHeaders, headerParameters } from './http-headers.ts';
import { operation, pathTemplate } from './operation.ts';
import { problem, problemResponses } from './problem-answers.ts';
import { SharedSchemas } from './shared-schemas.ts';

const bearer = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description: 'The scope that an operation lists must follow from the roles of the token.',
};

/** Every route of the platform as one OpenAPI 3.1 document; `exported` names the shared schemas. */
export const openapi = (
  routes: readonly RouteContract[],
  exported: Readonly<Record<string, unknown>>,
) => {
  const shared = new SharedSchemas(exported);
  const paths = pathsOf(routes, shared);
  const problemRef = shared.add('Problem', problem);
  return {
    openapi: '3.1.0',
    info: about,
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ service }) => service))].map((name) => ({ name })),
    paths,
    components: {
      schemas: shared.components(),
      parameters: headerParameters,
      headers: answerHeaders,
      responses: problemResponses(problemRef),
      securitySchemes: { bearer },
    },
  };
};

const pathsOf = (routes: readonly RouteContract[], shared: SharedSchemas) => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const template = pathTemplate(route.path);
    const method = route.method.toLowerCase();
    if (paths[template]?.[method]) throw new Error(`${route.method} ${template} is declared twice`);
    paths[template] = { ...paths[template], [method]: operation(route, shared) };
  }
  return paths;
};
