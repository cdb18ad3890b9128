import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Manifest } from '../../../src/kubernetes/manifest';
import { Kubectl } from '../../kubernetes/kubectl';
import { Client, Reply, inFlight } from '../client';
import { dependsOnCluster } from '../cluster-dependent';
import { Discovery } from '../discovery';
import { Answer } from '../verdict';

/** As kubectl calls itself when it applies on the server's side. */
const APPLY = 'fieldManager=kubectl&force=true&fieldValidation=Strict';

/** Objects that are there for real while updates of them are asked about. */
export class LiveObjects {
  constructor(private readonly client: Client, private readonly discovery: Discovery, private readonly kubectl: Kubectl) {}

  /** Asks about updates of an object by server-side apply; undefined if the object itself is refused. */
  public async askServerSide(before: Manifest, after: readonly Manifest[]): Promise<Answer[] | undefined> {
    const url = this.urlOf(before);
    if ((await this.apply(`${url}?${APPLY}`, before)).code > 299) { return undefined; }
    try {
      return await inFlight(after, async manifest => {
        const { code, body, warnings } = await this.apply(`${url}?dryRun=All&${APPLY}`, manifest);
        const refusal = code > 299 ? String(body.message) : undefined;
        return { ...answerOf(manifest, refusal, code), causes: body.details?.causes ?? [], warnings };
      });
    } finally {
      await this.delete(url);
    }
  }

  /** The same by kubectl's own patches, which it makes of the manifest, the former manifest and the live object. */
  public async askClientSide(before: Manifest, after: readonly Manifest[]): Promise<Answer[] | undefined> {
    const url = this.urlOf(before);
    if ((await this.kubectl.ask(['apply', '-f', '-'], JSON.stringify(before))).code !== 0) { return undefined; }
    const folder = mkdtempSync(join(tmpdir(), 'updates-'));
    try {
      const files = after.map((manifest, index) => {
        const file = join(folder, `${index}.json`);
        writeFileSync(file, JSON.stringify(manifest));
        return file;
      });
      return await this.dryRuns(files, after);
    } finally {
      rmSync(folder, { recursive: true });
      await this.delete(url);
    }
  }

  private async dryRuns(files: readonly string[], after: readonly Manifest[]): Promise<Answer[]> {
    const { code, stderr } = await this.kubectl.ask(['apply', '--dry-run=server', ...files.flatMap(file => ['-f', file])]);
    if (files.length === 1) { return [answerOf(after[0], code === 0 ? undefined : stderr.trim())]; }
    const answers = files.map((file, index) => answerAbout(file, stderr, after[index]));
    if (code === 0 || answers.some(({ refused }) => refused)) { return answers; }
    // Where only one is refused, kubectl does not say which.
    const alone = await inFlight(files.map((_, index) => index), index => this.dryRuns([files[index]], [after[index]]));
    return alone.flat();
  }

  private apply(url: string, manifest: Manifest): Promise<Reply> {
    const patch = () => this.client.send('PATCH', url, JSON.stringify(manifest), 'application/apply-patch+yaml');
    // A connection may be closed for good reasons, such as that nobody used it; twice the server panics at the object.
    return patch().catch(patch).catch((error: Error): Reply => ({ code: 599, body: { message: `the server closed the connection: ${error.message}` }, warnings: [] }));
  }

  private urlOf(manifest: Manifest): string {
    return `${this.discovery.collectionOf(manifest)}/${encodeURIComponent(manifest.metadata!.name!)}`;
  }

  private async delete(url: string): Promise<void> {
    // With finalizers it would stay.
    await this.client.send('PATCH', url, '{"metadata":{"finalizers":null}}', 'application/merge-patch+json');
    await this.client.send('DELETE', `${url}?gracePeriodSeconds=0`);
    await this.client.send('PATCH', url, '{"metadata":{"finalizers":null}}', 'application/merge-patch+json');
  }
}

/** kubectl names the file in what it says of it, and goes on with the others. */
export function answerAbout(file: string, stderr: string, manifest: Manifest): Answer {
  const said = stderr.split(/^(?=Error from server|error: |Warning: )/m).filter(part => part.includes(`"${file}"`) && !part.startsWith('W'));
  const message = said.map(part => part.slice(part.lastIndexOf(`"${file}"`) + file.length + 4)).join('\n').trim();
  return answerOf(manifest, said.length > 0 ? message : undefined);
}

function answerOf(manifest: Manifest, refusal: string | undefined, code?: number): Answer {
  const leftOut = refusal === undefined ? undefined : dependsOnCluster(code, refusal, manifest);
  return { refused: refusal !== undefined, message: refusal ?? '', causes: [], warnings: [], leftOut };
}
