import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@steward/local';
import { announce } from '../harness/contender.ts';
import { upstreamUrl } from './subject.ts';

/** One worker, connections to the service kept, the same headers added. */

const readyWithinMs = 5_000;

const folder = mkdtempSync(join(tmpdir(), 'steward-nginx-'));
const port = await freePort();
const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  .map((name) => `${name}_temp_path ${folder}/${name};`)
  .join('\n  ');

writeFileSync(
  join(folder, 'nginx.conf'),
  `daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log stderr error;
events { worker_connections 1024; }
http {
  access_log off;
  ${places}
  keepalive_requests 1000000000;
  upstream service {
    server ${new URL(upstreamUrl()).host};
    keepalive 64;
    keepalive_requests 1000000000;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://service;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header X-Request-Id $request_id;
      add_header X-Request-Id $request_id;
    }
  }
}
`,
);

const nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
const ended = once(nginx, 'exit');

const isUp = async (): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1');
  const [answered] = await Promise.race([
    once(socket, 'connect').then(() => [true]),
    once(socket, 'close').then(() => [false]),
  ]).catch(() => [false]);
  socket.destroy();
  return answered === true;
};

const deadlineMs = performance.now() + readyWithinMs;
while (!(await isUp())) {
  if (nginx.exitCode !== null || performance.now() > deadlineMs)
    throw new Error('nginx did not start');
  await pause(20);
}

announce(port, async () => {
  nginx.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true });
});
