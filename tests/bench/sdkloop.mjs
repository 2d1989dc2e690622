// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// The loop that the guide shows, with the official Node SDK: page after page, each asked for after the last event of the
// one before. Prints what it took as JSON. usage: node sdkloop.mjs SDK-FOLDER URL PAGES TYPES
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, address, pages, types] = process.argv.slice(2);
const { WorkOS } = createRequire(join(folder, 'package.json'))('@workos-inc/node');
const url = new URL(address);
const workos = new WorkOS('sk_test_playhead', { apiHostname: url.hostname, port: Number(url.port), https: false });

let after;
let events = 0;
const cpuBefore = process.cpuUsage();
const begin = performance.now();
for (let page = 0; page < Number(pages); ++page) {
  const list = await workos.events.listEvents({ events: types.split(','), limit: 100, after });
  events += list.data.length;
  after = list.listMetadata.after;
  if (!after) break;
}
const cpu = process.cpuUsage(cpuBefore);
console.log(JSON.stringify({ events, seconds: (performance.now() - begin) / 1000, cpu: (cpu.user + cpu.system) / 1e6 }));
