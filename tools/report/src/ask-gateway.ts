import { defaultStackName, issueToken } from '@steward/local';

/** One question to the gateway. */
export interface Asking {
  readonly url: string;
  /** Without one, the local stack's own issuer gives one to an analyst. */
  readonly token?: string | undefined;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
}

const patienceMs = 60_000;

const tokenOfStack = async (): Promise<string> => {
  try {
    return await issueToken(defaultStackName(), { subject: 'reporter', roles: ['analyst'] });
  } catch (cause) {
    throw new Error(
      'There is no token to ask with. Start the platform with npm start, or give a token with --token or STEWARD_TOKEN.',
      { cause },
    );
  }
};

const addressOf = ({ url, path, query = {} }: Asking): URL => {
  if (!URL.canParse(url)) throw new Error(`${url} is not a URL such as http://127.0.0.1:8080`);
  const address = new URL(path, url);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) address.searchParams.set(name, String(value));
  return address;
};

const ask = async (address: URL, token: string): Promise<Response> => {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    return await fetch(address, { headers: { authorization: `Bearer ${token}` }, signal });
  } catch (cause) {
    const timedOut = cause instanceof Error && cause.name === 'TimeoutError';
    if (timedOut)
      throw new Error(`${address.origin} gave no answer in ${patienceMs / 1_000} s`, { cause });
    throw new Error(
      `Steward does not answer at ${address.origin}. Start it with npm start, or say with --url or STEWARD_URL where it is.`,
      { cause },
    );
  }
};

interface Problem {
  readonly title?: string;
  readonly detail?: string;
}

const problemIn = (body: string): Problem => {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return { detail: body.slice(0, 200) };
    throw error;
  }
};

const refusalOf = (address: URL, status: number, body: string): Error => {
  if (status === 401)
    return new Error(
      `${address.origin} does not accept the token. npm run token -- --role analyst prints one for the local stack.`,
    );
  const { title, detail } = problemIn(body);
  const words = [title, detail].filter(Boolean).join(': ');
  return new Error(`${address.origin} answered ${status}${words && `, ${words}`}`);
};

/** The answer of the gateway as it is, or an error that says what to do. */
export const askGateway = async (asking: Asking): Promise<string> => {
  const address = addressOf(asking);
  const answered = await ask(address, asking.token ?? (await tokenOfStack()));
  const body = await answered.text();
  if (!answered.ok) throw refusalOf(address, answered.status, body);
  return body;
};
