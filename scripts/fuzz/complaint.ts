import { Outcome } from './outcome';

/** What no input may bring a command to; undefined if all is well. */
export function complaintAbout({ words, code, out, err, milliseconds }: Outcome): string | undefined {
  if (![0, 1, 2].includes(code)) { return `exit code ${code}`; }
  if (/this should not have happened|could not finish/.test(out + err)) { return 'a crash'; }
  // Beside line ends nothing that a terminal obeys; lines that a pipeline obeys are ours alone.
  if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(out + err)) { return 'raw control characters'; }
  if (/^::(?!error |warning |notice )/m.test(out) || /##(?:vso)?\[/.test(out + err)) { return 'a command to the pipeline'; }
  if (milliseconds > SLOWEST) { return `${Math.round(milliseconds)} ms`; }
  return code !== 2 && words.some(word => word === 'json' || word === 'sarif') && !isJson(out) ? 'broken JSON' : undefined;
}

/** Milliseconds for a few small documents, with much room for a busy machine. */
const SLOWEST = 5_000;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
