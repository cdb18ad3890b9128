// Makes the users of /config/wanted on the primary, gives them their roles and passwords, and runs scripts that were never run. Runs in mongosh,
// which waits for each answer by itself.
const { readFileSync } = require('fs');
const { HOST, MONGO_PASSWORD, MONGO_TLS } = process.env;

const LINES = readFileSync('/config/wanted', 'utf8').split('\n').filter(Boolean).map(line => line.split(' '));
const linesOf = kind => LINES.filter(([first]) => first === kind).map(([, ...words]) => words);
const DATABASES = linesOf('database').map(([name]) => name);
const ROLES = { read: 'read', write: 'readWrite' };
const durable = { writeConcern: { w: 'majority' } };

const passwordOf = user => readFileSync(`/passwords/users/${user}`, 'utf8');
const uriOf = (user, password, database) =>
  `mongodb://${user}:${encodeURIComponent(password)}@${HOST}:27017/${database}?directConnection=true&authSource=admin${MONGO_TLS ? '&tls=true&tlsCAFile=/tls/ca.crt' : ''}`;

// What a user owns, and what was granted.
function wantedRoles(user) {
  const owned = linesOf('database').filter(([, owner]) => owner === user).map(([db]) => ({ role: 'dbOwner', db }));
  const granted = linesOf('grant').filter(([, name, access]) => name === user && ROLES[access]).map(([db, , access]) => ({ role: ROLES[access], db }));
  return [...owned, ...granted];
}

const asText = roles => roles.map(({ role, db }) => `${db}.${role}`).sort().join();

function canLogIn(user, password) {
  try {
    connect(uriOf(user, password, 'admin')).adminCommand({ connectionStatus: 1 });
    return true;
  } catch (error) {
    if (error.codeName === 'AuthenticationFailed') { return false; }
    throw error;
  }
}

function makeUser(admin, user) {
  const pwd = passwordOf(user);
  if (!/^[^\u0000-\u001f\u007f]+$/.test(pwd)) { throw new Error('its password is empty, or holds a line break or another control character: write the Secret anew'); }
  const [known] = admin.adminCommand({ usersInfo: { user, db: 'admin' } }).users;
  if (!known) {
    admin.adminCommand({ createUser: user, pwd, roles: wantedRoles(user), ...durable });
    print(`made the user ${user}`);
    return;
  }
  // Roles in other databases than these are somebody else's business.
  const others = known.roles.filter(({ db }) => !DATABASES.includes(db)).map(({ role, db }) => ({ role, db }));
  const roles = [...others, ...wantedRoles(user)];
  if (asText(roles) !== asText(known.roles)) {
    admin.adminCommand({ updateUser: user, roles, ...durable });
    print(`the user ${user} has other roles now`);
  }
  if (!canLogIn(user, pwd)) {
    admin.adminCommand({ updateUser: user, pwd, ...durable });
    print(`the user ${user} has the password of its Secret`);
  }
}

function runScript(admin, name, database, owner) {
  const notes = admin.getSiblingDB('cdk8s_stateful');
  if (notes.runCommand({ find: 'init_scripts', filter: { _id: name } }).cursor.firstBatch.length > 0) { return; }
  // The script finds its database as `db`.
  db = connect(owner === 'root' ? uriOf('root', MONGO_PASSWORD, database) : uriOf(owner, passwordOf(owner), database));
  load(`/config/scripts/${name}.js`);
  notes.runCommand({ insert: 'init_scripts', documents: [{ _id: name, done: new Date() }], ...durable });
  print(`ran the script ${name}`);
}

// One that fails does not keep the others from being made.
const failed = [];
function attempt(what, make) {
  try {
    make();
  } catch (error) {
    failed.push(what);
    print(`could not make: ${what}: ${error.message}`);
  }
}

const admin = connect(uriOf('root', MONGO_PASSWORD, 'admin'));
for (const [user] of linesOf('user')) { attempt(`user ${user}`, () => makeUser(admin, user)); }
for (const [name, database, owner] of linesOf('script')) { attempt(`script ${name}`, () => runScript(admin, name, database, owner)); }
if (failed.length > 0) { throw new Error(`could not make all: ${failed.join(', ')}`); }
