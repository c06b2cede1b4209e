import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { KafkaMessage } from 'kafkajs';
import { checksumOf, MemberConsumer } from './consumer.js';

const { KAFKA = '', QUERIES = '', TOKEN = '', ORGANIZATION = '', SKIPPED = '', VECTORS } = process.env;

class SkippingConsumer extends MemberConsumer {
  protected override apply(event: KafkaMessage): void {
    if (String(event.headers?.['ce_type']) !== SKIPPED) super.apply(event);
  }
}

if (VECTORS) {
  const vectors = JSON.parse(readFileSync(VECTORS, 'utf8')) as { lines: string[]; checksum: string }[];
  vectors.forEach(it => assert.equal(checksumOf(it.lines), it.checksum));
} else {
  const consumer = new SkippingConsumer([KAFKA], QUERIES, TOKEN, ORGANIZATION);
  await consumer.bootstrap();
  await consumer.follow();
  let proof = await consumer.prove();
  while (!(SKIPPED ? proof.count === proof.expected - 1 : proof.complete)) {
    await setTimeout(50);
    proof = await consumer.prove();
  }
  console.log(JSON.stringify({ proof, members: Object.fromEntries(consumer.members) }));
  await consumer.close();
}
