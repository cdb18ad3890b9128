import { IConstruct } from 'constructs';

/**
 * Anything whose pods can be found by labels: a StatefulApp, a StatelessApp, a
 * NodeAgent or a Task.
 */
export interface IApp extends IConstruct {
  /** Name of the app's main object. */
  readonly name: string;

  /**
   * Namespace of the app.
   *
   * @default - the namespace that the deployment tool chooses
   */
  readonly namespace?: string;

  /** Labels that select the app's pods and no others. */
  readonly selectorLabels: { readonly [key: string]: string };
}
