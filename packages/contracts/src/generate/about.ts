import packageJson from '../../package.json' with { type: 'json' };

/** What both documents say of the platform. */
export const about = {
  title: 'Steward',
  version: packageJson.version,
  description:
    'The years after the signature: own, discover and win, deliver, operate, serve, learn, measure.',
  license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
};
