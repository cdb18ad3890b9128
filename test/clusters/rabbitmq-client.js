// A RabbitMQ client on the cluster's network, see harness/line-helper.ts. It publishes with confirms over a connection that it keeps while it works.
const { createInterface } = require('readline');
const amqp = require('amqplib');

const QUEUE = 'keys';
const TIMEOUT_MS = { write: 4000, keys: 25_000 };
const CONNECT_MS = 4000;
/** A quorum queue gives no consumer more than this without an answer. */
const PREFETCH = 2000;
/** Reading must not count as a failed delivery, for a message that failed too often is dropped. */
const QUORUM_QUEUE = { durable: true, arguments: { 'x-queue-type': 'quorum', 'x-delivery-limit': -1 } };

let publisher;

async function open(url) {
  const connection = await amqp.connect(url, { timeout: CONNECT_MS });
  connection.on('error', () => undefined);
  return connection;
}

async function publisherTo(url) {
  if (publisher?.url === url) { return publisher; }
  publisher?.connection.close().catch(() => undefined);
  publisher = undefined;
  const connection = await open(url);
  const channel = await connection.createConfirmChannel();
  channel.on('error', () => undefined);
  channel.on('return', message => { message.properties.messageId && returned.add(message.properties.messageId); });
  await channel.assertQueue(QUEUE, QUORUM_QUEUE);
  const made = { url, connection, channel };
  connection.on('close', () => { if (publisher === made) { publisher = undefined; } });
  return publisher = made;
}

/** A message that was returned reached no queue, though it is confirmed. */
const returned = new Set();

/** Few enough messages that all of them are read after each scenario. */
const pause = () => new Promise(resolve => setTimeout(resolve, 20));

async function write({ urls, key }) {
  const url = urls.includes(publisher?.url) ? publisher.url : urls[Math.floor(Math.random() * urls.length)];
  const { channel } = await publisherTo(url);
  await new Promise((resolve, reject) => channel.sendToQueue(QUEUE, Buffer.from(key), { persistent: true, mandatory: true, messageId: key }, error => error ? reject(error) : resolve()));
  await pause();
  return !returned.has(key);
}

/** Reads all and answers for none, so that the queue holds them again once the connection is closed. */
async function keys({ urls: [url] }) {
  const connection = await open(url);
  const late = setTimeout(() => connection.close().catch(() => undefined), TIMEOUT_MS.keys);
  try {
    const channel = await connection.createChannel();
    channel.on('error', () => undefined);
    const { messageCount } = await channel.assertQueue(QUEUE, QUORUM_QUEUE);
    const found = new Set();
    if (messageCount > 0) {
      let seen = 0;
      await new Promise((resolve, reject) => {
        channel.once('close', reject);
        const take = message => {
          if (!message) { reject(new Error('cancelled')); return; }
          found.add(message.content.toString());
          if (++seen === messageCount) { resolve(); }
        };
        for (let consumers = 0; consumers * PREFETCH < messageCount; consumers++) { channel.consume(QUEUE, take).catch(reject); }
      });
    }
    return [...found];
  } finally {
    clearTimeout(late);
    await connection.close().catch(() => undefined);
  }
}

function within(promise, milliseconds) {
  return Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error('no answer in time')), milliseconds))]);
}

const requests = { write, keys };

async function answer({ op, ...request }) {
  try {
    return await within(requests[op](request), TIMEOUT_MS[op]);
  } catch (error) {
    if (process.env.KEEP_LOGS) { process.stderr.write(`rabbitmq-client ${op}: ${error}\n`); }
    if (op === 'write') {
      publisher?.connection.close().catch(() => undefined);
      publisher = undefined;
    }
    return null;
  }
}

process.on('unhandledRejection', () => undefined);
let last = Promise.resolve();
createInterface({ input: process.stdin }).on('line', line => {
  last = last.then(() => answer(JSON.parse(line))).then(found => console.log(JSON.stringify(found)));
});
