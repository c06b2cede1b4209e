// Copies the members of one organization: bootstrap() reads the topic of states, follow() the topic of events, and prove() compares with
// query-service what was read. The copy is in memory. To keep it, store it with `seen` and the offsets in one transaction.
import { createHash, randomUUID } from 'node:crypto';
import { type Consumer, type EachMessagePayload, Kafka, type KafkaMessage, logLevel } from 'kafkajs';

const STATES = 'roster.member-state.v1';
const EVENTS = 'roster.member-events.v1';

export type Member = { name?: string; email?: string; role: string; status: string };
export type Proof = { complete: boolean; to: string; count: number; expected: number; checksum: string };
type Data = Record<string, string>;
type Seen = { epoch: number; sequence: number };

/** Thrown when the copy is no longer right: read everything again with a new consumer. */
export class Stopped extends Error {}

export class MemberConsumer {
  readonly members = new Map<string, Member>();
  private readonly kafka: Kafka;
  private readonly seen = new Map<string, Seen>();
  /** Lines of the events that are not proven yet, by position. */
  private readonly lines = new Map<bigint, string>();
  private events?: Consumer;
  private failure?: unknown;

  /** @param proven position from which everything is proven; 0 for an organization that is younger than the retention of events */
  constructor(brokers: string[], private readonly api: string, private readonly token: string, private readonly organization: string,
    private proven = 0n) {
    this.kafka = new Kafka({ clientId: 'members', brokers, logLevel: logLevel.WARN });
  }

  /** Reads all states. */
  async bootstrap(): Promise<void> {
    const consumer = await this.reading(STATES);
    const admin = this.kafka.admin();
    await admin.connect();
    const ends = new Map((await admin.fetchTopicOffsets(STATES)).filter(it => it.high !== it.low).map(it => [it.partition, BigInt(it.high)]));
    await admin.disconnect();
    await new Promise<void>((resolve, reject) => {
      consumer.on(consumer.events.CRASH, it => reject(it.payload.error));
      consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
        if (BigInt(payload.lastOffset) + 1n >= (ends.get(payload.partition) ?? 0n)) ends.delete(payload.partition);
        if (ends.size === 0) resolve();
      });
      if (ends.size === 0) resolve();
      consumer.run({ autoCommit: false, eachMessage: async ({ message }) => this.take(message) }).catch(reject);
    });
    await consumer.disconnect();
  }

  /** Reads the events, also those of before the states, which are dropped. */
  async follow(): Promise<void> {
    this.events = await this.reading(EVENTS);
    await this.events.run({ autoCommit: false, eachMessage: async it => this.orStop(it) });
  }

  async close(): Promise<void> {
    await this.events?.disconnect();
  }

  /** kafkajs reads with isolation level read_committed, and only as a member of a group. Nothing is committed to this one. */
  private async reading(topic: string): Promise<Consumer> {
    const consumer = this.kafka.consumer({ groupId: `members-${randomUUID()}` });
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    return consumer;
  }

  private orStop({ message }: EachMessagePayload): void {
    try {
      if (!this.failure) this.apply(message);
    } catch (e) {
      this.failure = e;
    }
  }

  private take(state: KafkaMessage): void {
    if (header(state, 'organization') !== this.organization) return; // also tombstones of no member, which have no headers
    const id = String(state.key);
    const now = { epoch: Number(header(state, 'epoch')), sequence: Number(header(state, 'sequence')) };
    const before = this.seen.get(id);
    if (!before || !isBefore(now, before)) {
      this.seen.set(id, now);
      this.keep(id, state.value ? member(data(state)) : undefined);
    }
  }

  protected apply(event: KafkaMessage): void {
    if (header(event, 'ce_organization') !== this.organization) return;
    this.note(event);
    const id = String(event.key);
    const type = header(event, 'ce_type');
    const now = { epoch: Number(header(event, 'ce_epoch')), sequence: Number(header(event, 'ce_sequence')) };
    const before = this.seen.get(id);
    const aboutMember = type.startsWith('roster.member.');
    if (before && !isBefore(before, now)) return; // seen
    if (before && now.epoch > before.epoch && aboutMember) {
      throw new Stopped(`the event store was restored from a backup: ${id} has epoch ${now.epoch}`);
    }
    if (now.sequence > (before ? before.sequence + 1 : aboutMember ? 0 : now.sequence)) {
      throw new Stopped(`a gap before event ${now.sequence} of ${id}`);
    }
    this.seen.set(id, now);
    if (aboutMember) this.keep(id, after(this.members.get(id), type, data(event)));
  }

  /** Kept for the proof, also when the state included it. A copy of the same event has the same line. */
  private note(event: KafkaMessage): void {
    const position = BigInt(header(event, 'ce_position'));
    if (position > this.proven) {
      this.lines.set(position, [position, header(event, 'ce_id'), event.key, header(event, 'ce_sequence'), header(event, 'ce_type'),
        header(event, 'ce_time')].join(' '));
    }
  }

  private keep(id: string, it: Member | undefined): void {
    if (it) this.members.set(id, it);
    else this.members.delete(id);
  }

  /** Compares the events since the last proof. Events that are still on their way make it incomplete: try again. */
  async prove(): Promise<Proof> {
    if (this.failure) throw this.failure;
    const answer = await fetch(`${this.api}/organizations/${this.organization}/events/checksum?from=${this.proven}`,
      { headers: { authorization: `Bearer ${this.token}` }, signal: AbortSignal.timeout(30_000) });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    const { to, count, checksum } = await answer.json() as { to: string; count: number; checksum: string };
    const read = [...this.lines].filter(([position]) => position <= BigInt(to));
    const complete = checksumOf(read.map(([, line]) => line)) === checksum;
    if (complete) {
      this.proven = BigInt(to);
      read.forEach(([position]) => this.lines.delete(position));
    }
    return { complete, to, count: read.length, expected: count, checksum };
  }
}

/** The checksum of docs/consuming.md: the sum of the SHA-256 of each event's line, modulo 2^256. */
export function checksumOf(lines: string[]): string {
  const sum = lines.map(line => BigInt('0x' + createHash('sha256').update(line).digest('hex'))).reduce((a, b) => a + b, 0n);
  return BigInt.asUintN(256, sum).toString(16).padStart(64, '0');
}

/** The member after an event of the topic of events; undefined when the membership has ended. Other types do not change what is copied. */
function after(was: Member | undefined, type: string, event: Data): Member | undefined {
  if (!was) return type === 'roster.member.invited' ? member({ ...event, status: 'invited' }) : undefined;
  switch (type) {
    case 'roster.member.invitation_resent': return member({ ...event, status: was.status });
    case 'roster.member.invitation_accepted': return { ...was, role: String(event['role']), status: 'active' };
    case 'roster.member.role_changed': return { ...was, role: String(event['to']) };
    case 'roster.member.suspended': return { ...was, status: 'suspended' };
    case 'roster.member.reactivated': return { ...was, status: 'active' };
    case 'roster.member.name_changed': return { ...was, name: event['to'] };
    case 'roster.member.email_changed': return { ...was, email: event['to'] };
    case 'roster.member.invitation_declined':
    case 'roster.member.invitation_revoked':
    case 'roster.member.deleted':
    case 'roster.member.erased': return undefined;
    default: return was;
  }
}

function isBefore(a: Seen, b: Seen): boolean {
  return a.epoch < b.epoch || (a.epoch === b.epoch && a.sequence < b.sequence);
}

function member({ name, email, role, status }: Data): Member {
  return { name, email, role: String(role), status: String(status) };
}

function data(message: KafkaMessage): Data {
  return JSON.parse(String(message.value)) as Data;
}

function header(message: KafkaMessage, name: string): string {
  return String(message.headers?.[name] ?? '');
}
