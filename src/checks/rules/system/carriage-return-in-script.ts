import { objectYaml } from './examples';
import { recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** `#!/bin/sh` with a line end of Windows. */
const WINDOWS_SCRIPT = /^#![^\n]*\r\n/;

const FIELDS: Readonly<Record<string, string>> = { ConfigMap: 'data', Secret: 'stringData' };

const example = (end: string) => objectYaml('v1', 'ConfigMap', 'scripts', `data: {start.sh: "#!/bin/sh${end}exec httpd-foreground${end}"}`);

export const carriageReturnInScript: Check = {
  id: 'carriage-return-in-script',
  why: 'with line ends of Windows the first line of a script names a program such as "/bin/sh\\r", which does not exist: the container ends with "no such file or directory"',
  severity: 'warning',
  run: function* (inventory) {
    for (const [kind, field] of Object.entries(FIELDS)) {
      for (const object of inventory.ofKind(kind)) {
        for (const [key, text] of Object.entries(recordOf(object[field]))) {
          if (typeof text !== 'string' || !WINDOWS_SCRIPT.test(text)) { continue; }
          yield {
            object,
            path: pointer(field, key),
            message: `The script '${key}' of ${titleOf(object)} has line ends of Windows (CR LF), and no program has the name of its first line`,
            fix: 'save the file with line ends of Unix (LF), and make the manifest anew',
          };
        }
      }
    }
  },
  bad: example('\\r\\n'),
  good: example('\\n'),
};
