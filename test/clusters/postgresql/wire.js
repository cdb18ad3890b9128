// As much of PostgreSQL's protocol as a client without a password needs: one statement after the other, rows as text.
const net = require('net');

const LOST = new Error('the connection was lost');

function text(value) { return Buffer.from(`${value}\0`); }

function message(type, body) {
  const head = Buffer.alloc(type ? 5 : 4);
  if (type) { head.write(type); }
  head.writeInt32BE(body.length + 4, type ? 1 : 0);
  return Buffer.concat([head, body]);
}

class Connection {
  constructor(host, { port = 5432, connectMs = 1000 } = {}) {
    this.received = Buffer.alloc(0);
    this.socket = net.connect({ host, port });
    this.socket.setNoDelay(true);
    this.ready = this.answer(connectMs);
    this.ready.catch(() => undefined);
    this.socket.on('connect', () => {
      const version = Buffer.alloc(4);
      version.writeInt32BE(196608);
      this.socket.write(message('', Buffer.concat([version, text('user'), text('postgres'), text('database'), text('postgres'), Buffer.from('\0')])));
    });
    this.socket.on('data', data => { this.received = Buffer.concat([this.received, data]); this.read(); });
    this.socket.on('error', () => undefined).on('close', () => this.fail(LOST));
  }

  /** Rows of a statement. Fails with what the server says, or when it says nothing in time; then the connection is closed. */
  async query(sql, ms = 5000) {
    await this.ready;
    const rows = this.answer(ms);
    this.socket.write(message('Q', text(sql)));
    return rows;
  }

  close() { this.socket.destroy(); }

  answer(ms) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => { this.fail(new Error('no answer in time')); this.socket.destroy(); }, ms);
      this.pending = { resolve, reject, timer, rows: [], problem: undefined };
    });
  }

  fail(error) {
    const pending = this.pending;
    if (!pending) { return; }
    this.pending = undefined;
    clearTimeout(pending.timer);
    pending.reject(pending.problem || error);
  }

  read() {
    while (this.received.length >= 5 && this.received.length >= 1 + this.received.readInt32BE(1)) {
      const end = 1 + this.received.readInt32BE(1);
      this.take(String.fromCharCode(this.received[0]), this.received.subarray(5, end));
      this.received = this.received.subarray(end);
    }
  }

  take(type, body) {
    if (!this.pending) { return; }
    if (type === 'E') {
      this.pending.problem = new Error(body.toString().split('\0').filter(part => /^[MC]/.test(part)).join(' '));
    } else if (type === 'D') { this.pending.rows.push(columns(body)); }
    // A warning here means that the server did not wait for its standbys.
    else if (type === 'N' && /synchronous/.test(body.toString())) { this.pending.problem = new Error('not on a standby'); }
    else if (type === 'Z') {
      const { resolve, reject, timer, rows, problem } = this.pending;
      this.pending = undefined;
      clearTimeout(timer);
      if (problem) { reject(problem); } else { resolve(rows); }
    }
  }
}

function columns(body) {
  const row = [];
  let at = 2;
  for (let count = body.readInt16BE(0); count > 0; count--) {
    const length = body.readInt32BE(at);
    row.push(length < 0 ? null : body.subarray(at + 4, at + 4 + length).toString());
    at += 4 + Math.max(length, 0);
  }
  return row;
}

module.exports = { Connection };
