// Changes the replica set as mongo-member.sh asks for. Runs in mongosh, which waits for each answer by itself.
const { CHANGE, SET, MEMBERS, PRIMARY, HOST, MONGO_PASSWORD, MONGO_METRICS_PASSWORD, MONGO_TLS } = process.env;

// MongoDB lets seven members vote.
function memberOf(name) {
  const ordinal = Number(name.split('.')[0].split('-').pop());
  return { _id: ordinal, host: `${name}:27017`, ...ordinal < 7 ? {} : { votes: 0, priority: 0 } };
}

// The server of this pod, without an account: it lets in who comes from itself, until there is a first account.
const OWN_SERVER = 'mongodb://127.0.0.1:27017/admin?directConnection=true';
const tls = MONGO_TLS ? '&tls=true&tlsCAFile=/tls/ca.crt' : '';
const PRIMARY_SERVER = `mongodb://root:${encodeURIComponent(MONGO_PASSWORD)}@${PRIMARY}:27017/admin?directConnection=true${tls}`;

// A refusal of these names says that there is nothing to make.
function makeAccount(server, user, pwd, roles, ...nothing) {
  try {
    connect(server).adminCommand({ createUser: user, pwd, roles, writeConcern: { w: 'majority' } });
  } catch (error) {
    if (!nothing.includes(error.codeName)) { throw error; }
    print(`no account ${user} was made: ${error.codeName}`);
  }
}

if (CHANGE === 'initiate') {
  connect(OWN_SERVER).adminCommand({ replSetInitiate: { _id: SET, members: MEMBERS.split('\n').map(memberOf) } });
} else if (CHANGE === 'accounts') {
  // With an account nobody comes in without one any more.
  makeAccount(OWN_SERVER, 'root', MONGO_PASSWORD, ['root'], 'Unauthorized');
  // It sees figures, and no data but those of the members themselves. The refusal of one that exists has no name but its number;
  // root cannot log in where somebody has changed its password in the Secret, or in the database.
  const roles = [{ role: 'clusterMonitor', db: 'admin' }, { role: 'read', db: 'local' }];
  if (MONGO_METRICS_PASSWORD) { makeAccount(PRIMARY_SERVER, 'metrics', MONGO_METRICS_PASSWORD, roles, 'Location51003', 'AuthenticationFailed'); }
} else {
  const primary = connect(PRIMARY_SERVER);
  const { config } = primary.adminCommand({ replSetGetConfig: 1 });
  const others = config.members.filter(({ host }) => host !== `${HOST}:27017`);
  const members = CHANGE === 'add' ? [...others, memberOf(HOST)] : others;
  if (members.length !== config.members.length) {
    primary.adminCommand({ replSetReconfig: { ...config, version: config.version + 1, members }, maxTimeMS: 60000 });
  }
}
