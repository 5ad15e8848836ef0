// Where the application is, and who asks.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

const given = (name) => {
  const value = process.env[name];
  assert.ok(value, `${name} is missing`);
  return value;
};

export const http = `127.0.0.1:${given('HTTP_PORT')}`;
export const grpc = `127.0.0.1:${given('GRPC_PORT')}`;
export const broker = `mqtt://127.0.0.1:${given('BROKER_PORT')}`;
export const authorization = `Bearer ${given('TOKEN')}`;
export const userId = given('USER_ID');

/** Somebody new, in the fields that REST and gRPC have alike. */
export const newUser = () => ({
  email: `n-${randomUUID()}@example.com`,
  name: 'Ada',
  password: 'a fine password',
});

/** Within a limit, or not at all. */
export const within = (promise, what, millis = 20_000) => {
  let timer;
  const limit = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what}: nothing within ${millis} ms`)), millis);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
};
