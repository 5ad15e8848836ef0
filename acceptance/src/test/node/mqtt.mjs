// A query by MQTT 5, answered on a topic of the client's own.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import mqtt from 'mqtt';
import { authorization, broker, userId, within } from './world.mjs';

const client = await mqtt.connectAsync(broker, { protocolVersion: 5 });
try {
  const responseTopic = `clients/${randomUUID()}`;
  await client.subscribeAsync(responseTopic, { qos: 1 });
  const answered = once(client, 'message');
  await client.publishAsync('commands/users.get_user', JSON.stringify({ id: userId }), {
    qos: 1,
    properties: {
      responseTopic,
      correlationData: Buffer.from(randomUUID()),
      userProperties: { authorization },
    },
  });
  const [, payload] = await within(answered, 'an answer');
  const answer = JSON.parse(payload);
  assert.ok(answer.success, String(payload));
  assert.ok(String(payload).includes(userId));
} finally {
  await client.endAsync(true);
}
console.log('mqtt works');
