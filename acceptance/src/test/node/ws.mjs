// Signed in by a frame, then a ping and a query.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import WebSocket from 'ws';
import { authorization, http, userId, within } from './world.mjs';

const socket = new WebSocket(`ws://${http}/ws`);
const waiting = new Map();
socket.on('message', (text) => {
  const frame = JSON.parse(text);
  waiting.get(frame.id)?.(frame);
});
const ask = (id, event, data) => {
  const answer = new Promise((tell) => waiting.set(id, tell));
  socket.send(JSON.stringify({ event, id, data }));
  return within(answer, event);
};
try {
  await within(once(socket, 'open'), 'opening the socket');
  assert.equal((await ask('1', 'auth', { token: authorization.replace('Bearer ', '') })).event, 'connected');
  assert.equal((await ask('2', 'ping')).event, 'pong');

  const answer = await ask('3', 'query', { name: 'users.get_user', payload: { id: userId } });
  assert.ok(answer.success, JSON.stringify(answer));
  assert.ok(JSON.stringify(answer.data).includes(userId));
} finally {
  socket.terminate();
}
console.log('ws works');
