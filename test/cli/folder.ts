import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';

/** A folder of its own for each test of a file, gone when the test is over. */
export function useFolder(): { readonly path: string; write(name: string, content: string): string } {
  let folder = '';
  beforeEach(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-stateful-')); });
  afterEach(() => { fs.rmSync(folder, { recursive: true }); });
  return {
    get path() { return folder; },
    write(name, content) {
      const file = path.join(folder, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, content);
      return file;
    },
  };
}
