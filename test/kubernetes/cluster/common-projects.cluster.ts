import { TESTED_MINORS } from './minors';
import { Client } from '../../../scripts/conformance/client';
import { ApiServer } from '../../../scripts/conformance/server';
import { waitUntil } from '../../../scripts/kubernetes/wait';
import { Manifest } from '../../../src/kubernetes/manifest';
import { COMMON_PROJECTS, Project } from '../../support/common-projects';

const START_MS = 600_000;
const DEFINED_SECONDS = 60;
const APPLIED = 'fieldManager=test&force=true&fieldValidation=Strict';

/** The objects of an API server, made and changed as server-side apply does. */
class Server {
  constructor(private readonly client: Client) {}

  /** The reason why it is refused; undefined if it is taken. */
  public async refusal(project: Project, object: Manifest, query = 'dryRun=All&'): Promise<string | undefined> {
    const { code, body } = await this.client.send('PATCH', `${this.urlOf(project)}/${object.metadata!.name}?${query}${APPLIED}`, JSON.stringify(object), 'application/apply-patch+yaml');
    return code < 300 ? undefined : String(body.message);
  }

  public async changeRefusal(project: Project, [before, after]: readonly [Manifest, Manifest]): Promise<string | undefined> {
    const made = await this.refusal(project, before, '');
    if (made) { throw new Error(made); }
    const refusal = await this.refusal(project, after);
    await this.client.send('DELETE', `${this.urlOf(project)}/${before.metadata!.name}`);
    return refusal;
  }

  /** Makes a definition, and waits until its objects are known. */
  public async define({ definition, ...project }: Project): Promise<void> {
    const { code, body } = await this.client.post('/apis/apiextensions.k8s.io/v1/customresourcedefinitions', definition);
    if (code !== 201) { throw new Error(body.message); }
    await waitUntil(`${project.kind} is served`, DEFINED_SECONDS, async () => (await this.client.get(this.urlOf({ definition, ...project }))).code === 200);
  }

  private urlOf({ definition: { spec } }: Project): string {
    return `/apis/${spec.group}/v1/namespaces/default/${spec.names.plural}`;
  }
}

const KINDS = COMMON_PROJECTS.map(project => [project.kind, project] as const);

describe.each(TESTED_MINORS)('Kinds of common projects on Kubernetes %s', minor => {
  const apiServer = new ApiServer(minor);
  let server: Server;

  beforeAll(async () => {
    server = new Server(await apiServer.up());
    for (const project of COMMON_PROJECTS) { await server.define(project); }
  }, START_MS);
  afterAll(() => apiServer.down());

  test.each(KINDS)('the server says the same of %s as the test of the checker', async (_, project) => {
    const taken = await Promise.all(project.valid.map(object => server.refusal(project, object)));
    const refused = await Promise.all(project.invalid.map(async object =>
      await server.refusal(project, object) === undefined ? object.spec : undefined));

    expect(taken.filter(Boolean)).toEqual([]);
    expect(refused.filter(Boolean)).toEqual([]);
  });

  test.each(KINDS)('and of its changes: %s', async (_, project) => {
    const taken: unknown[] = [];
    for (const change of project.allowed) { taken.push(await server.changeRefusal(project, change)); }
    const refused: unknown[] = [];
    for (const change of project.refused) { refused.push(await server.changeRefusal(project, change) === undefined ? change[1].spec : undefined); }

    expect(taken.filter(Boolean)).toEqual([]);
    expect(refused.filter(Boolean)).toEqual([]);
  });
});
