/** What would command a terminal, or turn the reading direction around. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** What runners of pipelines take for commands: `::stop-commands::x` at the beginning of a line, `##vso[…]` and `##[…]` anywhere. */
const COMMAND = /^(\s*):(?=:[a-z])|#(?=#\w*\[)/gi;

const COMMAND_IN_LINES = new RegExp(COMMAND.source, 'im');

/** True if the runner of a pipeline may take a line of the text for a command. */
export function holdsCommand(text: string): boolean {
  return COMMAND_IN_LINES.test(text);
}

/** Text from manifests, file names included, as it may be printed into a terminal or the log of a pipeline: one line that commands nothing. */
export function printable(text: string): string {
  return text.replace(CONTROL, escaped).replace(COMMAND, (found, lead = '') => lead + escaped(found.slice(lead.length)));
}

/** JSON is the same data, whichever of its characters are escaped. */
export function printableJson(json: string): string {
  return json.replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|#(?=#\w*\[)/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function escaped(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  return code.length > 2 ? `\\u${code}` : `\\x${code.padStart(2, '0')}`;
}
