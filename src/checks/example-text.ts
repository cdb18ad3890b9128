const LONGEST_LINE = 400;
const SHOWN = 100;

/** An example as it is shown to people: of a line that is long to make a point only the beginning. */
export function shownExample(yaml: string): string {
  return yaml.split('\n').map(line => line.length > LONGEST_LINE ? `${line.slice(0, SHOWN)}... # and so on, ${line.length} characters` : line).join('\n');
}
