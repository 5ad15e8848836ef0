// A stream of what happens to users, read while somebody is created.
import assert from 'node:assert/strict';
import { EventSource } from 'eventsource';
import { authorization, http, newUser, within } from './world.mjs';

const source = new EventSource(`http://${http}/streams/user-events`, {
  fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, authorization } }),
});
try {
  const told = new Promise((tell) => source.addEventListener('user.registered', tell));
  await within(new Promise((open) => source.addEventListener('open', open)), 'opening the stream');

  const answer = await fetch(`http://${http}/users`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(newUser()),
  });
  assert.equal(answer.status, 201);
  const { id } = await answer.json();

  const event = await within(told, 'user.registered');
  assert.ok(event.data.includes(id), event.data);
  assert.ok(event.lastEventId);
} finally {
  source.close();
}
console.log('sse works');
