import { issueToken } from './issuer.ts';
import { parseTokenWish } from './token-wish.ts';

// Standard output holds the token and nothing else, so `$(npm run -s token -- …)` is one.
try {
  const { name, claims } = parseTokenWish(process.argv.slice(2));
  process.stdout.write(`${await issueToken(name, claims)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
