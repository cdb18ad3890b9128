// A Redis client on the cluster's network, see harness/line-helper.ts. It keeps one connection, and waits for an answer as long as that lasts.
const { connect } = require('net');
const { createInterface } = require('readline');

const [host, port, password] = process.argv.slice(2);
let socket;
let answered = () => undefined;

function open() {
  socket = connect({ host, port: Number(port) });
  socket.on('data', data => answered(data.toString()));
  socket.on('error', () => undefined);
  socket.on('close', () => { socket = undefined; answered(''); });
}

function command(...words) {
  if (!socket) { open(); }
  return new Promise(resolve => {
    answered = resolve;
    socket.write(`*${words.length}\r\n${words.map(word => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`);
  });
}

async function set(key) {
  if (!socket && !(await command('AUTH', password)).startsWith('+OK')) { return false; }
  return (await command('SET', key, 'x')).startsWith('+OK');
}

let last = Promise.resolve();
createInterface({ input: process.stdin }).on('line', line => {
  last = last.then(() => set(JSON.parse(line).key)).then(ok => console.log(JSON.stringify(ok)));
});
