// Runs on the cluster's network and stands between each member and the API server: it passes on, delays or swallows.
// Arguments: host, port of the API server, first port of its own, count of members. A JSON request a line: {member, delay}, a
// delay in ms; -1 for nothing at all. The answer of {member} says how much was delayed or swallowed since.
const net = require('net');
const { createInterface } = require('readline');

const [host, port, first, count] = [process.argv[2], ...process.argv.slice(3).map(Number)];
const delays = Array(count).fill(0);
const touched = Array(count).fill(0);
const waiting = Array.from({ length: count }, () => []);

/** Passes data on after the delay of that moment, in its order; what comes while nothing is passed on waits. */
function pass(member, from, to) {
  let last = 0;
  from.on('data', data => {
    const send = () => {
      if (delays[member] !== 0) { touched[member]++; }
      if (delays[member] < 0) { waiting[member].push(send); return; }
      const at = Math.max(last, Date.now() + delays[member]);
      last = at;
      setTimeout(() => to.writable && to.write(data), at - Date.now());
    };
    send();
  });
  from.on('error', () => to.destroy()).on('close', () => to.destroy());
}

for (let member = 0; member < count; member++) {
  net.createServer(client => {
    const server = net.connect(port, host);
    pass(member, client, server);
    pass(member, server, client);
  }).listen(first + member, host);
}

createInterface({ input: process.stdin }).on('line', line => {
  const { member, delay } = JSON.parse(line);
  if (delay !== undefined) {
    [delays[member], touched[member]] = [delay, 0];
    if (delay >= 0) { for (const send of waiting[member].splice(0)) { send(); } }
  }
  console.log(JSON.stringify({ touched: touched[member] }));
});
