import { mkdirSync, rmSync } from 'fs';
import { join } from 'path';
import { may, must } from './command';

const FILLING = 'fills-the-volume';

/** The claims' directories. With a size each is a file system of its own in memory, which can be full. */
export class Volumes {
  private readonly mounted = new Set<string>();

  constructor(private readonly directory: string, private readonly size?: string) {}

  /** Directory of a claim, whether it is there or not. */
  public path(claim: string): string {
    return join(this.directory, claim);
  }

  public create(claim: string): void {
    const path = this.path(claim);
    if (!this.size || this.mounted.has(path)) { return; }
    mkdirSync(path, { recursive: true });
    must('mount', '-t', 'tmpfs', '-o', `size=${this.size}`, 'tmpfs', path);
    this.mounted.add(path);
  }

  public remove(claim: string): void {
    const path = this.path(claim);
    if (this.mounted.delete(path)) { must('umount', '--lazy', path); }
    rmSync(path, { recursive: true, force: true });
  }

  /** Leaves no byte of it. */
  public fill(claim: string): void {
    may('dd', 'if=/dev/zero', `of=${join(this.path(claim), FILLING)}`, 'bs=64k');
    may('dd', 'if=/dev/zero', `of=${join(this.path(claim), FILLING)}`, 'bs=1', 'oflag=append', 'conv=notrunc');
  }

  public free(claim: string): void {
    rmSync(join(this.path(claim), FILLING));
  }

  public removeAll(): void {
    for (const path of this.mounted) { may('umount', '--lazy', path); }
    this.mounted.clear();
  }
}
