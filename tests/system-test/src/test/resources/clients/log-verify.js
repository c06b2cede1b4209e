// Verifies checkpoints and proofs of the signed log with the code of Sigstore, which shares none with Roster.
import { createPublicKey, createHash } from 'node:crypto';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { verifyCheckpoint } = require('@sigstore/verify/dist/tlog/checkpoint.js');
const { verifyMerkleInclusion } = require('@sigstore/verify/dist/tlog/merkle.js');
const { QUERIES, TOKEN, ORGANIZATION, KEY, SPOILED } = process.env;

const [name, id, ...key] = KEY.split('+');
const material = Buffer.from(key.join('+'), 'base64');
const publicKey = createPublicKey({
  key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), material.subarray(1)]), format: 'der', type: 'spki' });
const logs = [{ logID: Buffer.from(id, 'hex'), baseURL: name, publicKey }];

const get = async path => {
  const answer = await fetch(`${QUERIES}/organizations/${ORGANIZATION}/${path}`, { headers: { Authorization: `Bearer ${TOKEN}` } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
};
const sha256 = text => createHash('sha256').update(text).digest();
const spoiled = bytes => SPOILED ? Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1) ^ 1])]) : bytes;

// C2SP tlog-proof: the head's entry is in the root log, whose checkpoint is signed.
const verifyHead = head => {
  const end = head.proof.indexOf('\n\n');
  const [, index, ...path] = head.proof.slice(0, end).split('\n');
  const entry = {
    inclusionProof: { logIndex: index.slice('index '.length), hashes: path.map(it => Buffer.from(it, 'base64')),
      checkpoint: { envelope: head.proof.slice(end + 2) } },
    canonicalizedBody: Buffer.concat([sha256(`roster head\n${ORGANIZATION}\n${head.number}\n`), sha256(head.checkpoint)]) };
  verifyMerkleInclusion(entry, verifyCheckpoint(entry, logs));
};

verifyHead(await (await get('log/checkpoint')).json());
const entries = (await (await get('log/entries')).text()).trim().split('\n').map(it => JSON.parse(it));
for (const { eventId } of entries) {
  const proof = await (await get(`log/proof?event=${eventId}`)).json();
  verifyHead(proof.checkpoint);
  const [, size, root] = proof.checkpoint.checkpoint.split('\n');
  verifyMerkleInclusion(
    { inclusionProof: { logIndex: `${proof.index}`, hashes: proof.path.map(it => Buffer.from(it, 'base64')) },
      canonicalizedBody: spoiled(Buffer.from(proof.leaf, 'base64')) },
    { logSize: BigInt(size), logHash: Buffer.from(root, 'base64') });
}
console.log(`${entries.length} proofs verified`);
