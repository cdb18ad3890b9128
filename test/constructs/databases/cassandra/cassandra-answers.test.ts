import { ChildProcess, execFile, spawn, spawnSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { AddressInfo, createServer } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { script } from '../../../../src/constructs/databases/scripts';
import { needs } from '../../../support/needs';

// Two processes start for every question.
jest.setTimeout(30_000);

const hasPython = spawnSync('python3', ['--version']).status === 0;
const directory = mkdtempSync(join(tmpdir(), 'answers-'));
let port: number;
let server: ChildProcess;

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => resolve(free));
    });
  });
}

/** The program as it is, but for its port and for where its script is. */
function place(name: string): string {
  const file = join(directory, name);
  writeFileSync(file, script(`cassandra/${name}`).replace('PORT = 7070', `PORT = ${port}`).replace('/scripts', directory));
  return file;
}

function ask(question: string, program = join(directory, 'cassandra-ask.py')): Promise<{ code: number; stdout: string }> {
  return new Promise(resolve => execFile('python3', [program, '127.0.0.1', question], (error, stdout) => resolve({ code: error ? 1 : 0, stdout })));
}

needs(hasPython, 'no python3').describe('the two programs by which members of a CassandraRing ask one another', () => {
  beforeAll(async () => {
    port = await freePort();
    place('cassandra-ask.py');
    writeFileSync(join(directory, 'asked'), '');
    writeFileSync(join(directory, 'cassandra-answer.sh'), `echo "$1" >>${directory}/asked\necho "member of $1"\nprintf 'é%.0s' $(seq 40000)\n`);
    server = spawn('python3', [place('cassandra-answers.py')], { stdio: 'ignore' });
    while ((await ask('nonsense')).code !== 0) { await new Promise(resolve => setTimeout(resolve, 100)); }
  });
  afterAll(() => {
    server.kill('SIGKILL');
    rmSync(directory, { recursive: true });
  });

  test('an answer arrives whole', async () => {
    const { stdout } = await ask('ring');

    expect(stdout).toBe(`member of ring\n${'é'.repeat(40_000)}`);
  });

  test('many that ask at once are answered by one look', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask('who')));

    expect(answers.every(({ stdout }) => stdout.startsWith('member of who'))).toBe(true);
    expect(readFileSync(join(directory, 'asked'), 'utf8').match(/who/g)).toHaveLength(1);
  });

  test('other questions are not answered', async () => {
    const { stdout } = await ask('$(reboot)');

    expect(stdout).toBe('');
    expect(readFileSync(join(directory, 'asked'), 'utf8')).not.toContain('reboot');
  });

  test('nobody there is a failure, and no answer', async () => {
    const program = join(directory, 'ask-nobody.py');
    writeFileSync(program, script('cassandra/cassandra-ask.py').replace('PORT = 7070', `PORT = ${await freePort()}`));

    const outcome = await ask('who', program);

    expect(outcome).toEqual({ code: 1, stdout: '' });
  });
});
