// node -e "$(cat listen.js)" -- PORT …: accepts TCP connections at all of these ports.
const { createServer } = require('node:net');

for (const port of process.argv.slice(1)) { createServer(socket => socket.destroy()).listen(Number(port)); }
