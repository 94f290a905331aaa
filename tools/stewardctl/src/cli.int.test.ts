import { once } from 'node:events';
import { eventually } from '@steward/testing';
import { type Deployed, deploy } from './fixtures/deployed.ts';
import { cliOf, type Ran, readmeCommands } from './fixtures/run-cli.ts';

const consumer = 'service-productization.startSubscriptionsOnOpportunityWon';
const streamOf = (opportunityId: string) => `${consumer}|opportunity.opportunity|${opportunityId}`;

const offering = (offeringId: string) => ({
  offeringId,
  name: `The ${offeringId}`,
  businessType: 'platform',
  unit: 'software',
  price: { amountMinor: 9_900, currency: 'EUR', per: 'month' },
});

const json = ({ out }: Ran) => JSON.parse(out);

describe('npm run stewardctl', () => {
  let on: Deployed;
  let cli: ReturnType<typeof cliOf>;
  let registered = 0;

  beforeAll(async () => {
    on = await deploy();
    cli = cliOf(on.environment);
    for (let index = 0; index < 20; index += 1) await register();
  });
  afterAll(() => on.stop());

  const register = async () => {
    registered += 1;
    const caller = on.callers[registered % 2];
    const accountId = `company-${registered}`;
    const body = { accountId, name: accountId, industry: 'finance', ownerId: 'olga' };
    expect(await caller?.post('/v1/accounts', body)).toMatchObject({ status: 201 });
  };

  const run = (line: string, names?: Record<string, string>) => cli.run(line, names);
  const fine = async (line: string, names?: Record<string, string>): Promise<Ran> => {
    const ran = await run(line, names);
    if (ran.code !== 0) throw new Error(`${line} ended with ${ran.code}:\n${ran.out}${ran.err}`);
    return ran;
  };

  const winAndPark = async (opportunityId: string, offeringId: string) => {
    await on.win(opportunityId, offeringId);
    await eventually(
      () => on.catalogue.collection('parked').countDocuments({ guardId: streamOf(opportunityId) }),
      (count) => count === 2,
    );
  };

  const subscriptions = () => on.catalogue.collection('subscription').countDocuments();

  describe('doctor', () => {
    it('finds a deployment right, and says what to do where it may be better', async () => {
      const { out } = await fine('doctor');
      expect(out).toMatch(/^✓ MongoDB: .*, with transactions$/m);
      expect(out).toMatch(/^✓ account: indexes, groups, guards and outbox are right$/m);
      expect(out).toMatch(/^! opportunity: has no database .*\n {2}→ start opportunity/m);
      expect(out).not.toContain('✗');
      expect((await run('doctor --strict --guards 5000')).code).toBe(3);
    });

    it('exits with 3 where an index is missing, or a guard knows what history does not', async () => {
      const { guards, events } = on.accounts.collections;
      const index = 'topic_1_key_1_version_1';
      const _id = 'account.customer-timeline|account.account|nobody';
      await events.dropIndex(index);
      await guards.insertOne({ _id, version: 7 });
      const ran = await run('doctor --json --guards 100000');
      expect(ran.code).toBe(3);
      expect(json(ran)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ state: 'wrong', about: 'account indexes' }),
          expect.objectContaining({
            state: 'wrong',
            about: 'account guards',
            says: `1 are ahead of the history, such as ${_id} at version 7`,
          }),
        ]),
      );
      await guards.deleteOne({ _id });
      await events.createIndex({ topic: 1, key: 1, version: 1 }, { unique: true });
      await fine('doctor');
    }, 120_000);

    it('says which server does not answer, and goes on with the other', async () => {
      const nowhere = 'mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=500';
      const { out, code } = await cliOf({ ...on.environment, MONGODB_URL: nowhere }).run('doctor');
      expect(code).toBe(3);
      expect(out).toMatch(
        /^✗ MongoDB: does not answer: .*\n {2}→ start it, or correct MONGODB_URL/m,
      );
      expect(out).toMatch(/^✓ Kafka: /m);
    });
  });

  it('counts topics, groups and the outbox', async () => {
    await eventually(
      () => on.accounts.collections.events.countDocuments({ pending: true }),
      (pending) => pending === 0,
    );
    expect((await fine('topics --partitions')).out).toMatch(
      /account\.account +3 +\d+ +0 +\d+ +led/,
    );
    const topics = json(await fine('topics --json'));
    const messages = topics.find(({ topic }: { topic: string }) =>
      topic.endsWith('account.account'),
    );
    expect(messages).toMatchObject({ exists: true, retentionMs: -1, messages: 2 * registered });

    expect((await fine('lag --service account --max 1000')).out).toMatch(
      /customer-timeline +Stable +2/,
    );
    const groups = json(await fine('lag --json --service account'));
    expect(groups).toHaveLength(2);
    expect(groups[0]).toMatchObject({ state: 'Stable', members: 2, lag: expect.any(Number) });

    expect((await fine('outbox --max-age 60')).out).toMatch(/^account +0 +- +2$/m);
    const [outbox] = json(await fine('outbox --json --service account'));
    expect(outbox).toMatchObject({ service: 'account', pending: 0, oldestSeconds: 0 });
    expect(outbox.relays.map(({ lanes }: { lanes: number }) => lanes)).toEqual([32, 32]);
  }, 120_000);

  it('tails events from a moment on, whole for machines', async () => {
    const { out } = await fine('tail account.account --from beginning --count 2');
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(out).toMatch(
      /^\S+Z account\.account company-\d+ 1 AccountRegistered trace=\S+ correlation=\S+$/m,
    );
    const seen = await fine('tail --from 2026-03-02T12:00:00Z --type AccountRegistered --count 1');
    expect(seen.out).toContain('AccountRegistered');
    const whole = await fine(
      'tail account.account --key company-7 --from beginning --count 1 --json',
    );
    expect(JSON.parse(whole.out)).toMatchObject({ key: 'company-7', data: { name: 'company-7' } });
  });

  it('tails what passes from now on', async () => {
    const tail = cli.start('tail account.account --key company-now --count 1');
    let out = '';
    tail.stdout?.on('data', (chunk) => {
      out += chunk;
    });
    const ended = once(tail, 'exit');
    let owner = 0;
    const body = { accountId: 'company-now', name: 'Now', industry: 'finance', ownerId: 'olga' };
    await on.callers[0]?.post('/v1/accounts', body);
    registered += 1;
    await eventually(
      async () => {
        owner += 1;
        await on.callers[0]?.post('/v1/accounts/company-now/owner', { ownerId: `olga-${owner}` });
        return out;
      },
      (seen) => seen !== '',
    );
    expect((await ended)[0]).toBe(0);
    expect(out).toMatch(/company-now \d+ Account/);
  });

  it('shows what is set aside, and takes it up once its cause is mended', async () => {
    expect((await fine('parked list --check')).out).toBe('Nothing is set aside.\n');
    await winAndPark('early', 'drone');
    const names = { '<stream>': streamOf('early') };
    const listed = await run('parked list --check');
    expect(listed.code).toBe(3);
    expect(listed.out).toMatch(/offering-not-found +2 /);
    expect(json(await fine('parked list --json --reason offering-not-found'))).toMatchObject([
      { service: 'service-productization', consumer, stream: streamOf('early'), messages: 2 },
    ]);
    const shown = await fine('parked show <stream>', names);
    expect(shown.out).toMatch(/^reason +offering-not-found: /m);
    expect(shown.out).toMatch(/^correlation +opportunity\.opportunity-early$/m);
    expect(shown.out).toContain('"offeringId": "drone"');
    expect(shown.out).toContain('1 more wait behind it');

    const inVain = await run('parked replay <stream>', names);
    expect(inVain).toMatchObject({ code: 3, err: '' });
    expect(inVain.out).toMatch(/^✗ .*early stops at version 1: offering-not-found/);
    await on.manager.post('/v1/offerings', offering('drone'));
    expect((await fine('parked replay <stream>', names)).out).toBe(
      `✓ ${streamOf('early')} is free\n`,
    );
    expect(await subscriptions()).toBe(1);
    expect((await fine('parked list --check')).out).toBe('Nothing is set aside.\n');
  }, 120_000);

  it('says the same as the metrics of the services', async () => {
    await winAndPark('measured', 'gauge');
    const parked = `parked_messages{consumer="${consumer}",service="service-productization"} 2`;
    const text = await eventually(on.metrics, (metrics) => metrics.includes(parked));
    for (const name of [
      'outbox_pending{service="account"} 0',
      'outbox_oldest_seconds{service="account"} 0',
      'consumer_lag{group=',
      'messages_in_flight{group=',
      'http_requests_in_flight{service="account"} 0',
      'publish_seconds_bucket{service="account",le="+Inf"}',
      'event_effect_seconds_count{consumer="customer-timeline",service="account"}',
    ])
      expect(text).toContain(name);
    await on.manager.post('/v1/offerings', offering('gauge'));
    await fine('parked replay --all');
  });

  it('replays all streams of a consumer, or all there are', async () => {
    await winAndPark('one', 'robot');
    await winAndPark('two', 'robot');
    await winAndPark('three', 'never');
    await on.manager.post('/v1/offerings', offering('robot'));
    const byConsumer = await run('parked replay --consumer startSubscriptionsOnOpportunityWon');
    expect(byConsumer.code).toBe(3);
    expect(byConsumer.out.match(/is free/g)).toHaveLength(2);
    await on.manager.post('/v1/offerings', offering('never'));
    await fine('parked replay --all');
    expect(await subscriptions()).toBe(5);
  });

  it('discards what can never succeed, with who and why, and takes up what waited', async () => {
    await winAndPark('hopeless', 'fax');
    const names = { '<stream>': streamOf('hopeless') };
    const refused = await run('parked discard <stream> --reason "It never was"', names);
    expect(refused).toMatchObject({ out: '', code: 2 });
    expect(refused.err).toMatch(/will never take effect .*\n.*--yes/);
    const line = 'parked discard <stream> --reason "The offering was never sold" --yes';
    expect((await fine(line, names)).out).toContain('Nothing of its stream is set aside any more');
    const guardId = streamOf('hopeless');
    expect(await on.catalogue.collection('discarded').findOne({ guardId })).toMatchObject({
      version: 1,
      reason: 'offering-not-found',
      discardReason: 'The offering was never sold',
      discardedBy: expect.stringContaining('@'),
    });
    expect(await on.catalogue.collections.guards.findOne({ _id: guardId })).toEqual({
      _id: guardId,
      version: 2,
    });
    expect(await run(line, names)).toMatchObject({ code: 1, out: '' });
  });

  describe('read models', () => {
    const timeline = async () =>
      json(await fine('read-models list --json')).filter(
        ({ name }: { name: string }) => name === 'customer-timeline',
      );
    const roles = async () =>
      Object.fromEntries(
        (await timeline()).map((model: { role: string; generation: number }) => [
          model.role,
          model.generation,
        ]),
      );
    const rowsOf = (generation: number) =>
      on.accounts
        .collection(
          generation === 1 ? 'view.customer-timeline' : `view.customer-timeline.${generation}`,
        )
        .find({}, { projection: { _id: 1 } })
        .toArray();
    const facts = () =>
      on.accounts.collections.events.find({}, { projection: { _id: 1 } }).toArray();
    const ids = (rows: readonly { readonly _id: unknown }[]) => rows.map(({ _id }) => String(_id));

    /** Everything that this service has recorded is there; other services have told more. */
    const isWhole = (generation: number) =>
      eventually(
        async () => {
          const there = new Set(ids(await rowsOf(generation)));
          return ids(await facts()).filter((id) => !there.has(id));
        },
        (missing) => missing.length === 0,
      );

    it('rebuilds one under load though the builder is killed, and two instances change over', async () => {
      let isOver = false;
      const load = (async () => {
        while (!isOver) await register();
      })();
      const line = 'read-models rebuild customer-timeline';
      const killed = cli.start(line);
      await new Promise((heard) => killed.stderr?.once('data', heard));
      killed.kill('SIGKILL');
      await once(killed, 'exit');
      expect(Object.values(await roles())).toContain(1);

      const { out } = await fine(line);
      expect(out).toBe('✓ Generation 2 of customer-timeline serves.\n');
      expect(await roles()).toEqual({ serving: 2, previous: 1 });
      expect((await fine('read-models list')).out).toMatch(
        /account\/customer-timeline +2 +serving/,
      );
      isOver = true;
      await load;
      await isWhole(2);

      const old = ids(await rowsOf(1));
      await register();
      for (const caller of on.callers)
        await eventually(
          async () => (await caller.get(`/v1/accounts/company-${registered}/timeline`)).body,
          (body) => (body as { items: unknown[] }).items.length === 2,
        );
      expect(ids(await rowsOf(1))).toEqual(old);
    }, 120_000);

    it('goes back to the one before with all that came since, and drops the other', async () => {
      expect((await run('read-models serve customer-timeline 9 --yes')).err).toContain(
        'and 1 is kept',
      );
      expect((await run('read-models serve customer-timeline 1')).code).toBe(2);
      await fine('read-models serve customer-timeline 1 --yes');
      expect(await roles()).toEqual({ serving: 1, previous: 2 });
      await isWhole(1);
      const dropped = await fine('read-models drop-old customer-timeline --yes');
      expect(dropped.out).toBe('✓ Generation 2 of customer-timeline is deleted.\n');
      expect(await roles()).toEqual({ serving: 1 });
      expect(await rowsOf(2)).toEqual([]);
    }, 120_000);

    it('asks before it deletes one, and is not done twice', async () => {
      await fine('read-models rebuild customer-timeline');
      expect((await run('read-models rebuild customer-timeline')).err).toContain('will be deleted');
      await fine('read-models rebuild customer-timeline --anew --yes');
      expect(await roles()).toEqual({ serving: 4, previous: 3 });
      await isWhole(4);
    }, 120_000);
  });

  it.each([
    { line: 'nonsense', says: 'unknown command' },
    { line: 'lag --max few', says: 'whole number' },
    { line: 'lag --service nobody', says: 'There is no service nobody; there are account' },
    { line: 'tail nothing', says: 'There is no topic nothing' },
    { line: 'tail --from yesterday', says: 'a time such as' },
    { line: 'parked show early', says: 'is not the name of a stream' },
    { line: 'parked replay', says: 'Name one of' },
    { line: 'parked discard <stream>', says: "required option '--reason <words>'" },
    { line: 'read-models rebuild nothing', says: 'there are account/customer-holdings' },
  ])('exits with 2 for $line, and says what is wrong once', async ({ line, says }) => {
    const { out, err, code } = await run(line);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err.split(says)).toHaveLength(2);
  });

  it('has help for every verb', async () => {
    for (const line of ['--help', 'parked replay --help', 'read-models rebuild --help'])
      expect((await fine(line)).out).toContain('Usage: npm run stewardctl --');
  }, 120_000);

  it('has been tried with every command that the README shows', () => {
    expect(readmeCommands().filter((line) => !cli.given.has(line))).toEqual([]);
  });
});
