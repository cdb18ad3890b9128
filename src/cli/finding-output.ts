import { Arguments } from './arguments';
import { EXIT } from './command';
import { CommandOption } from './option';
import { paintFor } from './paint';
import { Terminal } from './terminal';
import { fileInRepository } from './workspace';
import { Place } from '../reports/finding';
import { MACHINE_FORMATS } from '../reports/formats';
import { Report } from '../reports/report';
import { isAtLeast } from '../reports/severity';
import { renderText } from '../reports/text';

/** How findings are printed, and which of them make a command fail. */
export const FINDING_OPTIONS: readonly CommandOption[] = [
  { name: 'format', value: 'format', choices: ['text', ...MACHINE_FORMATS.keys()], default: 'text', description: 'how findings are printed' },
  { name: 'fail-on', value: 'severity', choices: ['error', 'warning'], default: 'error', description: 'the mildest severity that makes the exit code 1' },
];

/** Prints what was found as these options say. Returns the exit code. */
export function printFindings(report: Report, args: Arguments, terminal: Terminal): number {
  const format = args.value('format')!;
  const render = MACHINE_FORMATS.get(format);
  terminal.out(render ? render(format === 'github' ? inRepository(report) : report) : renderText(report, { paint: paintFor(terminal) }));
  return report.findings.some(({ severity }) => isAtLeast(severity, report.failOn)) ? EXIT.findings : EXIT.clean;
}

/** GitHub finds the lines of files that are named from the top of the repository. */
function inRepository(report: Report): Report {
  const fileOf = ({ file }: Place) => file && (fileInRepository(file) ?? file);
  return { ...report, findings: report.findings.map(({ place = {}, ...finding }) => ({ ...finding, place: { ...place, file: fileOf(place) } })) };
}
