import { runInNewContext } from 'vm';
import { script } from '../../../../src/constructs/databases/scripts';

interface Role { readonly role: string; readonly db: string }
interface User { pwd: string; roles: readonly Role[] }

const LIST = [
  'user shop', 'user reader', 'database orders shop', 'database logs root',
  'grant orders reader read shop', 'grant logs shop write root', 'grant logs reader none root', 'script items orders shop', '',
].join('\n');

const refusal = (codeName: string) => Object.assign(new Error(codeName), { codeName });

/** Stands for mongosh and the primary: accounts, the notes of scripts, and who ran which. There is no real server here. */
class Primary {
  public readonly users = new Map<string, User>([['root', { pwd: 'a/b:c@d', roles: [] }]]);
  public readonly ran: string[] = [];
  public readonly printed: string[] = [];
  private readonly notes: { _id: string }[] = [];

  /** Runs the script over these files; gives what it ended with. */
  public ensure(files: Readonly<Record<string, string>>): string {
    const context = {
      process: { env: { HOST: 'db-0.db', MONGO_PASSWORD: 'a/b:c@d' } },
      require: () => ({ readFileSync: (path: string) => files[path] }),
      connect: (uri: string) => this.connect(new URL(uri)),
      print: (text: string) => this.printed.push(text),
      load: (path: string) => {
        if (files[path].includes('fails')) { throw new Error('it fails'); }
        this.ran.push(`${path} by ${(context as any).db.user} in ${(context as any).db.name}`);
      },
    };
    try {
      runInNewContext(script('mongo/mongo-ensure.js'), context);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  }

  private connect({ hostname, username, password, pathname, searchParams }: URL): object {
    if (hostname !== 'db-0.db' || searchParams.get('authSource') !== 'admin' || searchParams.get('directConnection') !== 'true') { throw refusal('HostNotFound'); }
    if (this.users.get(username)?.pwd !== decodeURIComponent(password)) { throw refusal('AuthenticationFailed'); }
    return {
      user: username,
      name: pathname.slice(1),
      adminCommand: (command: any) => this.command(command),
      getSiblingDB: (db: string) => ({ runCommand: (command: any) => this.note(db, command) }),
    };
  }

  private command({ usersInfo, createUser, updateUser, connectionStatus, pwd, roles, writeConcern }: any): object {
    if (connectionStatus) { return { ok: 1 }; }
    if (usersInfo) {
      const found = this.users.get(usersInfo.user);
      return { users: found && usersInfo.db === 'admin' ? [{ user: usersInfo.user, roles: found.roles }] : [] };
    }
    if (writeConcern.w !== 'majority' || this.users.has(createUser)) { throw refusal('Location51003'); }
    const name = createUser ?? updateUser;
    const known = this.users.get(name);
    this.users.set(name, { pwd: pwd ?? known!.pwd, roles: roles ?? known!.roles });
    return { ok: 1 };
  }

  private note(db: string, { find, filter, insert, documents }: any): object {
    if (db !== 'cdk8s_stateful' || (find ?? insert) !== 'init_scripts') { throw refusal('CommandNotFound'); }
    if (insert) { this.notes.push(...documents); }
    return { cursor: { firstBatch: this.notes.filter(({ _id }) => _id === filter?._id) } };
  }
}

const filesOf = (changes: Readonly<Record<string, string>> = {}) => ({
  '/config/wanted': LIST,
  '/config/scripts/items.js': 'db.items.insertOne({})',
  '/passwords/users/shop': ' a/b:c@d?"\'$%',
  '/passwords/users/reader': 'reads',
  ...changes,
});

test('makes users with their passwords and roles, and runs scripts as the owner of their database, once', () => {
  const primary = new Primary();

  const ends = [primary.ensure(filesOf()), primary.ensure(filesOf())];

  expect(ends).toEqual(['', '']);
  expect(primary.users.get('shop')).toEqual({ pwd: ' a/b:c@d?"\'$%', roles: [{ role: 'dbOwner', db: 'orders' }, { role: 'readWrite', db: 'logs' }] });
  expect(primary.users.get('reader')).toEqual({ pwd: 'reads', roles: [{ role: 'read', db: 'orders' }] });
  expect(primary.ran).toEqual(['/config/scripts/items.js by shop in orders']);
  expect(primary.printed).toEqual(['made the user shop', 'made the user reader', 'ran the script items']);
});

test('a password that was written anew is the one that counts', () => {
  const primary = new Primary();
  primary.ensure(filesOf());

  primary.ensure(filesOf({ '/passwords/users/reader': 'other' }));

  expect(primary.users.get('reader')!.pwd).toBe('other');
  expect(primary.printed.at(-1)).toBe('the user reader has the password of its Secret');
});

test('a grant that is taken from the list is revoked, a role in another database stays, and so does a user that left', () => {
  const primary = new Primary();
  primary.ensure(filesOf());
  const elsewhere = { role: 'read', db: 'elsewhere' };
  primary.users.set('reader', { pwd: 'reads', roles: [{ role: 'read', db: 'orders' }, elsewhere] });

  primary.ensure(filesOf({ '/config/wanted': 'user reader\ndatabase orders root\ngrant orders reader none root\n' }));

  expect(primary.users.get('reader')!.roles).toEqual([elsewhere]);
  expect(primary.users.get('shop')!.roles).toHaveLength(2);
});

test.each(['', 'ends with a line break\n'])('the password %j is refused, the rest is made, and the end says so', password => {
  const primary = new Primary();

  const end = primary.ensure(filesOf({ '/config/wanted': 'user shop\nuser reader\n', '/passwords/users/shop': password }));

  expect(end).toBe('could not make all: user shop');
  expect([...primary.users.keys()]).toEqual(['root', 'reader']);
  expect(primary.printed[0]).toContain('line break');
});

test('a script that fails is run again when it was fixed', () => {
  const primary = new Primary();

  const ends = [primary.ensure(filesOf({ '/config/scripts/items.js': 'fails' })), primary.ensure(filesOf())];

  expect(ends).toEqual(['could not make all: script items', '']);
  expect(primary.ran).toHaveLength(1);
});
