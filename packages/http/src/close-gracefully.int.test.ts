import { closeGracefully } from './close-gracefully.ts';
import { ask, eventually, openDoor } from './door-under-test.ts';

const held = () => {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isEntered = false;
  const read = async () => {
    isEntered = true;
    await released;
    return undefined;
  };
  return { read, release, hasEntered: () => isEntered };
};

describe('a graceful close', () => {
  it('lets a request finish, tells its caller to go, and takes no new one', async () => {
    const { read, release, hasEntered } = held();
    const { server, url } = await openDoor({ read });
    const answered = ask(url, { path: '/v1/accounts/acme', headers: { connection: 'keep-alive' } });
    await eventually(hasEntered);
    const closed = closeGracefully(server, 5_000);
    await expect(ask(url, { path: '/v1/accounts' })).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    release();
    expect(await answered).toMatchObject({ status: 404, headers: { connection: 'close' } });
    expect(await closed).toBe(true);
  });

  it('does not wait for those who keep a connection open for later', async () => {
    const { server, url } = await openDoor();
    await (await fetch(`${url}/nowhere`)).text();
    const startedMs = performance.now();
    expect(await closeGracefully(server, 5_000)).toBe(true);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });

  it('cuts what is left at the deadline', async () => {
    const { read, release, hasEntered } = held();
    const { server, url } = await openDoor({ read });
    const answered = ask(url, { path: '/v1/accounts/acme' });
    const cut = expect(answered).rejects.toMatchObject({ code: 'ECONNRESET' });
    await eventually(hasEntered);
    expect(await closeGracefully(server, 50)).toBe(false);
    await cut;
    release();
  });

  it('has nothing to do where nothing listens', async () => {
    const { server } = await openDoor();
    await closeGracefully(server, 1_000);
    expect(await closeGracefully(server, 1_000)).toBe(true);
  });
});
