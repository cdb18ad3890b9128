import { GoModule } from '../kubernetes/go-module';

const NAME = 'rclone';

export const isRcloneBuilt = () => new GoModule(NAME).holds(NAME);

/** A client of S3 and, for tests, its server. It is built in some minutes if that was never done, which needs Go. */
export function rcloneProgram(): string {
  return new GoModule(NAME).program({ name: NAME, package: 'github.com/rclone/rclone' });
}
