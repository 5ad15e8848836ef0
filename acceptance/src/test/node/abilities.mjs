// The rules of /auth/abilities decide in a client as they do in the server.
import assert from 'node:assert/strict';
import { createMongoAbility, subject } from '@casl/ability';
import { authorization, http, newUser, userId } from './world.mjs';

const ask = async (path, token, init = {}) =>
  fetch(`http://${http}${path}`, {
    ...init,
    headers: { ...(token && { authorization: token }), 'content-type': 'application/json' },
    signal: AbortSignal.timeout(20_000),
  });

const abilityOf = async (token) => {
  const answer = await ask('/auth/abilities', token);
  assert.equal(answer.status, 200);
  return createMongoAbility(await answer.json());
};

const agree = async (ability, token, id) => {
  const may = ability.can('read', subject('User', { id }));
  assert.equal((await ask(`/users/${id}`, token)).status, may ? 200 : 403);
  return may;
};

const registered = await ask('/auth/register', undefined, { method: 'POST', body: JSON.stringify(newUser()) });
assert.equal(registered.status, 201);
const { access_token: accessToken, user } = await registered.json();
const token = `Bearer ${accessToken}`;

const ability = await abilityOf(token);
assert.equal(await agree(ability, token, user.id), true);
assert.equal(await agree(ability, token, userId), false);
assert.equal(ability.can('update', subject('User', { id: user.id }), 'name'), true);
assert.equal(ability.can('update', subject('User', { id: user.id }), 'role'), false);

const administrator = await abilityOf(authorization);
assert.equal(await agree(administrator, authorization, user.id), true);
assert.equal(administrator.can('update', subject('User', { id: user.id }), 'role'), true);

console.log('abilities works');
