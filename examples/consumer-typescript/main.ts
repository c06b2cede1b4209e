// Follows until it is stopped, and prints each proof.
import { setTimeout } from 'node:timers/promises';
import { MemberConsumer } from './consumer.js';

const { KAFKA = '127.0.0.1:19092', QUERIES = 'http://127.0.0.1:8082', TOKEN = '', ORGANIZATION = '' } = process.env;
const consumer = new MemberConsumer(KAFKA.split(','), QUERIES, TOKEN, ORGANIZATION);
await consumer.bootstrap();
console.log(consumer.members.size, 'members');
await consumer.follow();
for (;;) {
  console.log(await consumer.prove());
  await setTimeout(5_000);
}
