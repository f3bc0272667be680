// A checker of receipts that shares nothing with the portal but the format in server/docs/receipts.md.
//   node check-receipt.mjs RECEIPT KEYS [LOG HEAD]
// Says what is wrong and ends with 1, or says what the receipt is about.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const ZEROS = '0'.repeat(64);
const HEX = /^[0-9a-f]{64}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
// What stands before the 32 bytes of an Ed25519 key in DER.
const DER = Buffer.from('302a300506032b6570032100', 'hex');

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const must = (condition, what) => {
  if (!condition) throw new Error(what);
};
// JSON.stringify writes the canonical form, as long as the fields are read in their order: what was changed comes out different.
const canonical = (text, what) => {
  const value = JSON.parse(text);
  must(JSON.stringify(value) === text, `${what} is not in the canonical form`);
  return value;
};
const fields = (value, names, what) => must(Object.keys(value).join() === names, `${what} has other fields than ${names}`);
const base64 = (text, length, what) => {
  const bytes = Buffer.from(text, 'base64');
  must(bytes.length === length && bytes.toString('base64') === text, `${what} is not ${length} bytes of base64`);
  return bytes;
};

export function readKeys(text) {
  const file = canonical(text.trim(), 'the list of keys');
  must(file.format === 'openfloor-keys-1', 'this is not a list of keys');
  const keys = new Map();
  let before = null;
  for (const key of file.keys) {
    fields(key, 'id,public,created_at,predecessor,signature', 'a key');
    const bytes = base64(key.public, 32, 'a key');
    must(sha256(bytes).startsWith(key.id) && key.id.length === 16, `the key ${key.id} has another id`);
    if (before) {
      const { id, created_at, predecessor } = key;
      const statement = JSON.stringify({ format: 'openfloor-key-1', id, public: key.public, created_at, predecessor });
      must(predecessor === before.id, `the key ${id} does not follow from the one before it`);
      signed(keys, before.id, statement, key.signature);
    } else {
      must(key.predecessor === null && key.signature === null, 'the first key has a predecessor');
    }
    keys.set(key.id, createPublicKey({ key: Buffer.concat([DER, bytes]), format: 'der', type: 'spki' }));
    before = key;
  }
  must(before, 'there is no key');
  return keys;
}

function signed(keys, id, bytes, signature) {
  must(keys.has(id), `the key ${id} is not among the keys`);
  must(verify(null, Buffer.from(bytes), keys.get(id), base64(signature, 64, 'the signature')), 'the signature does not belong to these words');
}

export function checkReceipt(text, keys) {
  const line = text.trim();
  const file = canonical(line, 'the receipt');
  fields(file, 'payload,key,signature', 'the receipt');
  const bytes = line.slice('{"payload":'.length, line.lastIndexOf(',"key":"'));
  const payload = canonical(bytes, 'the payload');
  fields(payload, 'format,portal,outcome,number,item,organisation,received_at,judged_by,content_sha256,files,nonce,log', 'the payload');
  fields(payload.item, 'kind,id,version', 'the item');
  fields(payload.organisation, 'id,name', 'the organisation');
  fields(payload.judged_by, 'round,entry,number,closes_at', 'the ledger entry');
  fields(payload.log, 'index,head', 'the place in the log');
  must(payload.format === 'openfloor-receipt-1', 'this is a receipt of another format');
  must(INSTANT.test(payload.received_at) && HEX.test(payload.content_sha256) && HEX.test(payload.log.head), 'the payload is malformed');
  signed(keys, file.key, bytes, file.signature);
  return { payload, hash: sha256(bytes) };
}

// Lines that came after the head was downloaded are behind it: it is compared at its own place.
export function checkLog(text, headText, keys) {
  const head = canonical(headText.trim(), 'the head');
  const payload = JSON.stringify(head.payload);
  must(head.payload.format === 'openfloor-log-head-1', 'this is not the head of a log');
  signed(keys, head.key, payload, head.signature);
  const lines = [];
  let hash = ZEROS;
  let same = head.payload.size === 0 && head.payload.hash === hash;
  for (const line of text.split('\n').filter((line) => line !== '')) {
    const entry = canonical(line, `line ${lines.length}`);
    fields(entry, 'index,received_at,kind,receipt_hash,prev_hash', `line ${lines.length}`);
    must(entry.index === lines.length && entry.prev_hash === hash, `the log is broken at line ${lines.length}`);
    hash = sha256(line);
    lines.push(entry);
    if (lines.length === head.payload.size) same = head.payload.hash === hash;
  }
  must(same, 'the head is that of another log, or the lines end before it: download the head first');
  return lines;
}

export function checkPlace({ payload, hash }, lines) {
  const line = lines[payload.log.index];
  must(line, `the log has no line ${payload.log.index}`);
  must(line.receipt_hash === hash && line.prev_hash === payload.log.head, `line ${line.index} is about another receipt`);
  must(line.received_at === payload.received_at && line.kind === payload.outcome, `line ${line.index} says something else`);
}

function main([receipt, keyFile, log, head]) {
  const read = (path) => readFileSync(path, 'utf8');
  const keys = readKeys(read(keyFile));
  const checked = checkReceipt(read(receipt), keys);
  if (log) checkPlace(checked, checkLog(read(log), read(head), keys));
  const { number, outcome, organisation, received_at } = checked.payload;
  console.log(`${number}: genuine. ${outcome} at ${received_at}, ${JSON.stringify(organisation.name)}${log ? '; the log has it' : ''}`);
}

if (process.argv[1]?.endsWith('check-receipt.mjs')) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(`Not genuine: ${error.message}`);
    process.exitCode = 1;
  }
}
