// A query over graphql-transport-ws, by the protocol's own client.
import assert from 'node:assert/strict';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { authorization, http, userId, within } from './world.mjs';

const client = createClient({
  url: `ws://${http}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: { authorization },
  retryAttempts: 0,
});
try {
  const { value } = await within(client.iterate({ query: '{ me { id } }' }).next(), 'me');
  assert.deepEqual(value, { data: { me: { id: userId } } });
} finally {
  await client.dispose();
}
console.log('graphql-ws works');
