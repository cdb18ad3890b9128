// A ZooKeeper client on the cluster's network, see harness/line-helper.ts. Each request has a connection of its own.
const { createInterface } = require('readline');
const zookeeper = require('node-zookeeper-client');

const TIMEOUT_MS = 4000;

function withClient(connectString, use) {
  return new Promise(resolve => {
    const client = zookeeper.createClient(connectString, { sessionTimeout: 6000, retries: 0 });
    const end = answer => { clearTimeout(timer); client.close(); resolve(answer); };
    const timer = setTimeout(() => end(null), TIMEOUT_MS);
    client.once('connected', () => use(client, end));
    client.connect();
  });
}

const requests = {
  write: ({ hosts, key }) => withClient(hosts, (client, end) =>
    client.create(`/${key}`, Buffer.from('x'), error => end(!error || error.getCode() === zookeeper.Exception.NODE_EXISTS))),
  keys: ({ hosts }) => withClient(hosts, (client, end) => client.getChildren('/', (error, children) => end(error ? null : children))),
};

let last = Promise.resolve();
createInterface({ input: process.stdin }).on('line', line => {
  const request = JSON.parse(line);
  last = last.then(() => requests[request.op](request)).then(answer => console.log(JSON.stringify(answer)));
});
