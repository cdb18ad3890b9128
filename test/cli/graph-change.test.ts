import { useFolder } from './folder';
import { record } from './recorder';
import { set } from '../graph/support';

const folder = useFolder();
const sides = (before: string, after: string) => [folder.write('before.yaml', before), folder.write('after.yaml', after)];

test('two names are before and after', () => {
  const { code, out } = record(['graph', ...sides(set('db', 2), set('db', 2).replaceAll('redis:8', 'redis:8.2'))]);

  expect(code).toBe(0);
  expect(out).toContain('db-1<br>db-1.db<br>redis:8.2 :redis<br>restarts 1 of 2');
  expect(out).toContain('restarts pods: image redis:8 → redis:8.2; pods 1 down to 0 restart');
});

test('claims that lose their reader are in the colour of danger, and pods of both sides are told apart', () => {
  const { out } = record(['graph', ...sides(set('db', 30), set('db', 20))]);

  expect(out).toContain('db-2 … db-18<br>');
  expect(out).toContain('PersistentVolumeClaim<br>data-db-22 … data-db-28<br>1Gi · one node<br>stranded: data stays, no pod finds it');
  expect(out).toMatch(/class (n\d+,)*n\d+ danger/);
  expect(out).toContain('Plan: StatefulSet shop/db from 30 to 20 replicas');
});

test('what does not exist yet makes everything new', () => {
  const { out, err } = record(['graph', `${folder.path}/none`, folder.write('after.yaml', set('db', 1))]);

  expect(out).toContain('db-0<br>db-0.db<br>redis:8 :redis<br>new');
  expect(err).toContain('everything is new');
});

test('several are one picture if that is said', () => {
  const files = sides(set('db', 1), set('cache', 1));

  expect(record(['graph', '--join', ...files]).out).not.toContain('new');
  expect(record(['graph', ...files, files[0]])).toMatchObject({ code: 2, err: expect.stringContaining('draw them as one picture: --join') });
  expect(record(['graph', '--findings', ...files])).toMatchObject({ code: 2, err: expect.stringContaining('draw them of one side') });
});

test('pods that a partition keeps as they are have a box apart from those that restart', () => {
  const partition = '  updateStrategy: {rollingUpdate: {partition: 15}}';
  const { out } = record(['graph', ...sides(set('db', 20), set('db', 20, { spec: partition }).replaceAll('redis:8', 'redis:8.2'))]);

  expect(out).toContain('db-14<br>db-14.db<br>redis:8 :redis"');
  expect(out).toContain('db-15<br>db-15.db<br>redis:8.2 :redis<br>restarts 5 of 5');
});

test('a claim that is deleted is drawn in the colour of danger, also if no pod reads it', () => {
  const claim = '---\n{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: files, namespace: shop}, spec: {storageClassName: fast, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}';
  const { out } = record(['graph', ...sides(set('db', 1) + claim, set('db', 1))]);

  const id = /(n\d+)\[\("PersistentVolumeClaim<br>files<br>/.exec(out)![1];
  expect(out).toMatch(new RegExp(`class (n\\d+,)*${id}(,n\\d+)* danger`));
  expect(out).not.toContain('Besides what is drawn');
});
