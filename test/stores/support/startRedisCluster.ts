import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { createRedisNode } from '../../../scripts/databases/databaseServers.js';
import { startDatabase } from '../../../scripts/databases/startDatabase.js';
import { findFreePort } from '../../../scripts/servers/findFreePort.js';
import { waitUntil } from '../../support/waitUntil.js';

/** The first slot of each server. */
const slots = [0, 5461, 10_923, 16_384];

export interface RedisCluster {
  /** The address of one server; it knows the others. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a cluster of three servers, each with a third of the keys. */
export async function startRedisCluster(): Promise<RedisCluster> {
  const root = mkdtempSync(join(tmpdir(), 'cluster-'));
  chmodSync(root, 0o755);
  const nodes = await Promise.all(
    [0, 1, 2].map(async (at) => {
      const clusterPort = await findFreePort();
      const node = createRedisNode(clusterPort);
      const started = await startDatabase(node, node.findProgram()!, join(root, String(at)));
      return { ...started, clusterPort, client: new Redis(started.url) };
    }),
  );
  const [first] = nodes;
  for (const [at, { client }] of nodes.entries())
    await client.call('CLUSTER', 'ADDSLOTSRANGE', slots[at]!, slots[at + 1]! - 1);
  for (const { url, clusterPort } of nodes.slice(1))
    await first!.client.call('CLUSTER', 'MEET', '127.0.0.1', new URL(url).port, clusterPort);
  for (const { client } of nodes)
    await waitUntil(async () => {
      const state = String(await client.call('CLUSTER', 'INFO'));
      if (!/cluster_state:ok[^]*cluster_known_nodes:3/.test(state)) throw new Error(state);
    });
  for (const { client } of nodes) client.disconnect();
  return {
    url: first!.url,
    async stop() {
      await Promise.all(nodes.map((node) => node.stop()));
      rmSync(root, { recursive: true });
    },
  };
}
