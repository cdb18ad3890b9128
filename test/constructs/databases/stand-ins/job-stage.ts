import { execFile } from 'child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { Manifest } from '../../../../src/kubernetes/manifest';

/** What a run of a CronJob came to. */
export interface Run { readonly succeeded: boolean; readonly log: string }

/**
 * Runs the pods of CronJobs as the manifests say, with the real scripts and
 * with commands that stand in for a database's own ones. Volumes outlive a run,
 * everything else does not.
 */
export class JobStage {
  public readonly directory = mkdtempSync(join(tmpdir(), 'job-stage-'));
  private readonly stateFile = join(this.directory, 'state.json');

  /** `replaced` is text of scripts that must be another one outside of a container. */
  constructor(private readonly manifests: Manifest[], private readonly secrets: Readonly<Record<string, string>>,
    commandFile: string, commands: string[], private readonly replaced: readonly (readonly [RegExp, string])[] = []) {
    const bin = join(this.directory, 'bin');
    mkdirSync(bin);
    chmodSync(join(__dirname, 'commands', commandFile), 0o755);
    commands.forEach(name => symlinkSync(join(__dirname, 'commands', commandFile), join(bin, name)));
    const install = (name: string, text: string) => { writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`); chmodSync(join(bin, name), 0o755); };
    install('sync', '');
    install('sleep', 'exec /bin/sleep 0.1');
    // A command that hangs gives up at once, and none that is only slow does: the machine may be busy.
    install('timeout', 'shift; IN_TIME=yes exec "$@"');
  }

  public close(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** What the servers are that the commands reach. */
  public set state(state: object) {
    writeFileSync(this.stateFile, JSON.stringify(state));
  }

  /** What the commands were asked for and do not know: the script is wrong, or its stand-in. */
  public get unknown(): string {
    return existsSync(`${this.stateFile}.unknown`) ? readFileSync(`${this.stateFile}.unknown`, 'utf8') : '';
  }

  /** A path of a container, on this machine. */
  public path(path: string): string {
    return join(this.directory, path);
  }

  /** @param more environment that a pod has not, for what would take long */
  public run(cronJob: string, more: Readonly<Record<string, string>> = {}): Promise<Run> {
    const manifest = this.manifests.find(({ kind, metadata }) => kind === 'CronJob' && metadata?.name === cronJob)!;
    const [container] = manifest.spec.jobTemplate.spec.template.spec.containers;
    const files: Record<string, string> = Object.assign({}, ...this.manifests.filter(({ kind }) => kind === 'ConfigMap').map(({ data }) => data));
    ['tmp', 'scratch'].forEach(directory => rmSync(this.path(directory), { recursive: true, force: true }));
    container.volumeMounts.forEach(({ name, mountPath, subPath }: any) => {
      mkdirSync(dirname(this.path(mountPath)), { recursive: true });
      if (name === 'files') { writeFileSync(this.path(mountPath), this.translate(files[subPath])); } else { mkdirSync(this.path(mountPath), { recursive: true }); }
    });
    if (existsSync(this.path('tls'))) { writeFileSync(this.path('tls/ca.crt'), 'a certificate'); }
    const [program, ...args] = container.command.map((word: string) => this.translate(word));
    const env = { ...this.environment(container), ...more };
    return new Promise(resolve => execFile(program, args, { env }, (error, stdout, stderr) => resolve({ succeeded: !error, log: stdout + stderr })));
  }

  private environment({ env }: any): NodeJS.ProcessEnv {
    const valueOf = ({ value, valueFrom }: any) => value === undefined ? this.secrets[valueFrom.secretKeyRef.key] : this.translate(value);
    return {
      ...Object.fromEntries(env.map((variable: any) => [variable.name, valueOf(variable)])),
      PATH: `${join(this.directory, 'bin')}:${dirname(process.execPath)}:/usr/bin:/bin`,
      STAND_INS: this.stateFile,
    };
  }

  /** The directories that a container mounts lie below one of this machine. */
  private translate(text: string): string {
    const local = text.replace(/(?<![\w.}/])\/(scripts|backups|scratch|tmp|tls)(?=[/\s"';]|$)/gm, (_, directory) => this.path(directory));
    return this.replaced.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), local);
  }
}
