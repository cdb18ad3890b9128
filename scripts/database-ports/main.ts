/** Prints docs/database-ports.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { portsPage } from './page';

writeFileSync(join(__dirname, '../../docs/database-ports.md'), portsPage());
