import { Testing } from 'cdk8s';
import { Members } from '../../../src/constructs/databases/members';
import { decommissionOf } from '../../../src/manifest/decommission';
import { newChart } from '../../support/synth';

test('members and their Services are called after the database', () => {
  const members = new Members(newChart('data'), { name: 'db', replicas: 3 });

  expect(members.hosts()).toEqual([0, 1, 2].map(ordinal => `db-${ordinal}.db-members.data.svc.cluster.local`));
  expect([members.host(), members.host('read')]).toEqual(['db.data.svc.cluster.local', 'db-read.data.svc.cluster.local']);
});

test('a password is made only where none is given', () => {
  const [own, given] = [newChart('data'), newChart('data')];

  new Members(own, { name: 'db' }).addPassword('password');
  new Members(given, { name: 'db', passwordSecret: 'mine' }).addPassword('password');

  expect(Testing.synth(own).map(({ kind }) => kind)).toContain('Job');
  expect(Testing.synth(given)).toEqual([]);
});

test('a dump knows the members and the password, and with TLS where to find the authority', () => {
  const [plain, secure] = [{}, { tlsSecret: 'tls' }].map(props => new Members(newChart('data'), { name: 'db', ...props }));

  const [open, encrypted] = [plain, secure].map(members => members.dumpAccess(members.login('DB_PASSWORD', 'DB_TLS'), ['ca.crt']));

  expect(open).toEqual({
    envValues: { HOSTS: { value: plain.hosts().join(' ') }, DB_PASSWORD: { valueFrom: { secretKeyRef: { name: 'db-auth', key: 'password' } } } },
    secretFiles: [],
    podLabels: { 'app.kubernetes.io/component': 'backup', 'app.kubernetes.io/part-of': 'db' },
  });
  expect(encrypted).toEqual({
    ...open,
    envValues: { ...open.envValues, DB_TLS: { value: 'yes' } },
    secretFiles: [{ secretName: 'tls', mountPath: '/tls', keys: ['ca.crt'] }],
  });
});

test('what is asked of the StatefulSet goes before what all databases have', () => {
  const chart = newChart('data');
  const members = new Members(chart, { name: 'db', replicas: 5 });

  members.add({ image: 'db:1', maxUnavailable: 1 });

  const budget = Testing.synth(chart).find(({ kind }) => kind === 'PodDisruptionBudget');
  expect(budget.spec.maxUnavailable).toBe(1);
});

test('plans that take members away find out how they leave', () => {
  const [leaving, commanded] = [newChart('data'), newChart('data')];

  new Members(leaving, { name: 'db' }).add({ image: 'db:1' });
  new Members(commanded, { name: 'db' }).add({ image: 'db:1' }, 'bash /leave.sh');

  const words = [leaving, commanded].map(chart => decommissionOf(Testing.synth(chart).find(({ kind }) => kind === 'StatefulSet')));
  expect(words).toEqual([[], ['bash', '/leave.sh']]);
});
