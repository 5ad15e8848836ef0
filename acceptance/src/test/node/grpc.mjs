// The original's calls, by the original's contract.
import assert from 'node:assert/strict';
import { promisify } from 'node:util';
import { Metadata, credentials, loadPackageDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { authorization, grpc, newUser } from './world.mjs';

const contract = loadPackageDefinition(loadSync(new URL('user.proto', import.meta.url).pathname, { keepCase: true }));
const client = new contract.user.UserService(grpc, credentials.createInsecure());
const token = new Metadata();
token.add('authorization', authorization);
const call = (method, request, metadata = token) =>
  promisify(client[method].bind(client))(request, metadata, { deadline: Date.now() + 20_000 });

const someone = newUser();
const created = await call('CreateUser', someone);
assert.equal(created.email, someone.email);
assert.equal(created.role, 'user');
assert.ok(!Number.isNaN(Date.parse(created.created_at)), created.created_at);

// What was added since is unknown to this contract, and passed over.
assert.deepEqual(await call('GetUser', { id: created.id }), created);

const list = await call('ListUsers', { page: 1, limit: 1 });
assert.equal(list.users.length, 1);
assert.ok(list.total >= 1);

await assert.rejects(call('GetUser', { id: created.id }, new Metadata()), { code: 16 });

client.close();
console.log('grpc works');
