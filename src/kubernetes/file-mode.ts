/** What one who meets a file may do with it. */
export interface Rights {
  readonly read: boolean;
  readonly write: boolean;
  readonly run: boolean;
}

/** The rights that a mode such as 0644 gives: to the owner, to the group, and to all others. */
export function rightsOf(mode: number): { readonly owner: Rights; readonly group: Rights; readonly others: Rights } {
  const digit = (place: number) => Math.floor(mode / 8 ** place) % 8;
  const rights = (bits: number): Rights => ({ read: bits >= 4, write: bits % 4 >= 2, run: bits % 2 === 1 });
  return { owner: rights(digit(2)), group: rights(digit(1)), others: rights(digit(0)) };
}

/** The mode of files of Secrets and ConfigMaps if nobody says otherwise. */
export const USUAL_FILE_MODE = 0o644;

/** As people write it: `0644`. */
export function modeText(mode: number): string {
  return `0${mode.toString(8)}`;
}
