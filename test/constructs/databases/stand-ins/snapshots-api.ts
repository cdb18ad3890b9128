import { ChildProcess, execFile, execFileSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { IncomingMessage, ServerResponse } from 'http';
import { createServer, Server } from 'https';
import { AddressInfo } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { Manifest } from '../../../../src/kubernetes/manifest';

const SCRIPT = join(__dirname, '../../../../src/constructs/databases/scripts/take-snapshots.mjs');
const PATH = '/apis/snapshot.storage.k8s.io/v1/namespaces/data/volumesnapshots';
const VERBS: Readonly<Record<string, string>> = { GET: 'list', POST: 'create', DELETE: 'delete' };

/** What becomes of a new snapshot: when it is ready, counted in questions, and what is said of it until then. */
export interface Outcome { readonly readyAfter?: number; readonly error?: string }

/** A run of the script. */
export interface SnapshotRun { readonly succeeded: boolean; readonly log: string }

/**
 * Answers as the API server does that has VolumeSnapshots, with the rights that
 * the manifests give, and as the snapshot controller goes on with them.
 */
export class SnapshotsApi {
  public readonly snapshots: any[] = [];
  /** Every request that wanted to change something. */
  public readonly changes: string[] = [];
  /** Status of the next answers, instead of what was asked for. */
  public readonly disturbances: number[] = [];
  private readonly directory = mkdtempSync(join(tmpdir(), 'snapshots-api-'));
  private server!: Server;
  private child?: ChildProcess;
  private uid = 0;

  constructor(private readonly manifests: readonly Manifest[]) {}

  /** What becomes of the snapshot of a claim. */
  public outcome: (claim: string) => Outcome = () => ({});

  /** Called before each question is answered. */
  public meanwhile: () => void = () => undefined;

  /** Ends the run, as when its time is up. */
  public stopRun(): void {
    this.child?.kill();
  }

  public async start(): Promise<void> {
    const [key, crt] = [join(this.directory, 'tls.key'), join(this.directory, 'ca.crt')];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', crt, '-days', '1',
      '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'], { stdio: 'ignore' });
    writeFileSync(join(this.directory, 'token'), 'the-token\n');
    this.server = createServer({ key: readFileSync(key), cert: readFileSync(crt) }, (request, response) => this.listen(request, response));
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve));
  }

  public stop(): void {
    this.server.closeAllConnections();
    this.server.close();
    rmSync(this.directory, { recursive: true });
  }

  /** Runs the container of the CronJob, as a pod of the Job with this uid. */
  public run(job: string, change: Readonly<Record<string, string>> = {}): Promise<SnapshotRun> {
    const [{ env }] = this.manifests.find(({ kind }) => kind === 'CronJob')!.spec.jobTemplate.spec.template.spec.containers;
    const fields: Record<string, string> = { 'metadata.namespace': 'data', "metadata.labels['batch.kubernetes.io/controller-uid']": job };
    const environment = {
      ...Object.fromEntries(env.map(({ name, value, valueFrom }: any) => [name, value ?? fields[valueFrom.fieldRef.fieldPath]])),
      NODE_EXTRA_CA_CERTS: join(this.directory, 'ca.crt'),
      ACCOUNT_DIRECTORY: this.directory,
      API_SERVER: `https://localhost:${(this.server.address() as AddressInfo).port}`,
      INTERVAL: '20',
      ...change,
    };
    return new Promise(resolve => {
      this.child = execFile(process.execPath, [SCRIPT], { env: environment },
        (error, stdout, stderr) => resolve({ succeeded: !error, log: stdout + stderr }));
    });
  }

  /** Puts complete backups there that this one, or something else, took at earlier times. */
  public add(taken: string, claims: readonly string[], change: { labels?: object; status?: object } = {}): void {
    claims.forEach(claim => this.create({
      metadata: {
        name: `db-snapshots-${taken}-${claim}`,
        labels: { 'cdk8s-stateful/backup': 'db-snapshots', 'cdk8s-stateful/taken': taken, 'cdk8s-stateful/job': taken, 'cdk8s-stateful/claims': String(claims.length), ...change.labels },
      },
      spec: { source: { persistentVolumeClaimName: claim } },
      status: change.status ?? { readyToUse: true },
    }));
  }

  /** Times of the snapshots that are there, with the claims that they are of. */
  public get taken(): Record<string, string[]> {
    const result: Record<string, string[]> = {};
    this.snapshots.forEach(({ metadata, spec }) => { (result[metadata.labels['cdk8s-stateful/taken']] ??= []).push(spec.source.persistentVolumeClaimName); });
    return result;
  }

  private create(snapshot: any): any {
    this.uid += 1;
    const created = { ...snapshot, metadata: { ...snapshot.metadata, uid: `uid-${this.uid}` }, questions: 0 };
    this.snapshots.push(created);
    return created;
  }

  private listen(request: IncomingMessage, response: ServerResponse): void {
    let body = '';
    request.on('data', chunk => { body += chunk; }).on('end', () => {
      this.meanwhile();
      const [code, answer] = this.answer(request.method!, new URL(request.url!, 'http://localhost'), request.headers.authorization, body && JSON.parse(body));
      response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  }

  private answer(method: string, { pathname, searchParams }: URL, authorization: string | undefined, body: any): [number, object] {
    const [rule] = this.manifests.find(({ kind }) => kind === 'Role')!.rules;
    const failed = (code: number, message: string): [number, object] => [code, { kind: 'Status', status: 'Failure', message, code }];
    const disturbance = this.disturbances.shift();
    if (disturbance) { return failed(disturbance, 'etcdserver: leader changed'); }
    if (authorization !== 'Bearer the-token') { return failed(401, 'Unauthorized'); }
    if (!pathname.startsWith(PATH) || rule.apiGroups[0] !== 'snapshot.storage.k8s.io') { return failed(404, 'the server could not find the requested resource'); }
    if (!rule.verbs.includes(VERBS[method])) { return failed(403, `cannot ${VERBS[method]} resource "volumesnapshots"`); }
    if (method === 'GET') { return [200, { items: this.list(searchParams.get('labelSelector') ?? '') }]; }
    const name = method === 'POST' ? body.metadata.name : pathname.slice(PATH.length + 1);
    this.changes.push(`${method} ${name}`);
    const found = this.snapshots.find(({ metadata }) => metadata.name === name);
    if (method === 'POST') { return found ? failed(409, `volumesnapshots "${name}" already exists`) : [201, this.create(body)]; }
    if (!found) { return failed(404, `volumesnapshots "${name}" not found`); }
    if (body.preconditions.uid !== found.metadata.uid) { return failed(409, 'the UID in the precondition does not match'); }
    this.snapshots.splice(this.snapshots.indexOf(found), 1);
    return [200, { kind: 'Status', status: 'Success' }];
  }

  // Each question finds the snapshots a little further.
  private list(selector: string): object[] {
    const [key, value] = selector.split('=');
    return this.snapshots.filter(({ metadata }) => metadata.labels[key] === value).map(snapshot => {
      const { readyAfter = 1, error } = this.outcome(snapshot.spec.source.persistentVolumeClaimName);
      snapshot.questions += 1;
      return { ...snapshot, status: snapshot.status ?? { readyToUse: snapshot.questions > readyAfter, ...error && { error: { message: error } } } };
    });
  }
}
