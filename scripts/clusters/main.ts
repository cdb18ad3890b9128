import { JAVA_PROGRAMS, fetchJars } from './java-program';
import { fetchCqlsh } from './python-program';
import { rcloneProgram } from './rclone';
import { make, pathOf } from './root-file-system';
import { ROOTS } from './root-file-systems';

/** Makes all that `npm run test:clusters` runs servers of. */
for (const root of ROOTS) {
  make(root);
  console.log(`${root.name} of ${root.suite} is in ${pathOf(root)}`);
}
for (const program of JAVA_PROGRAMS) { console.log(`${program} is in ${fetchJars(program)}`); }
console.log(`cqlsh is in ${fetchCqlsh()}`);
console.log(`rclone is in ${rcloneProgram()}`);
