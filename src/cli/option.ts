/** An option of a command. */
export interface CommandOption {
  /** Without dashes: `fail-on`. */
  readonly name: string;
  /** One sentence for the help. */
  readonly description: string;
  /** What stands for the value in the help: `file`. Options without one are flags. */
  readonly value?: string;
  /** The only values that are allowed. */
  readonly choices?: readonly string[];
  /** The value if the option is not given; shown in the help. */
  readonly default?: string;
  /** Whether the option may be given several times. */
  readonly multiple?: boolean;
}
