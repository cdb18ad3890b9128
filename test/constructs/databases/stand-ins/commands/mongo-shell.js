// Stands in for mongosh: runs a file of JavaScript, and sends its commands to the servers.
const { spawnSync } = require('child_process');
const args = process.argv.slice(2);
if (!args.includes('--nodb')) { console.error('connects to a server of its own'); process.exit(1); }
const connect = uri => ({
  adminCommand(command) {
    const { stdout } = spawnSync('mongo-command', [JSON.stringify({ uri, command })], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    const reply = JSON.parse(stdout);
    if (!reply.ok) { throw Object.assign(new Error(reply.errmsg), reply); }
    return reply;
  },
});
require('vm').runInNewContext(require('fs').readFileSync(args.pop(), 'utf8'), { connect, process, print: console.log });
