import { App, Chart, Testing } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Manifest } from '../../src/kubernetes/manifest';

/** A chart to put constructs into, in the namespace `web` unless another one is given, or none for ''. */
export function newChart(namespace = 'web'): Chart {
  return new Chart(new App(), 'chart', namespace ? { namespace } : {});
}

/** All objects of the chart's app, which is synthesized and validated as always; only its YAML is not written. */
export function synth(chart: Chart): Manifest[] {
  const [first, ...others] = App.of(chart).charts;
  return [...Testing.synth(first), ...others.flatMap(one => one.toJson())];
}

/** The only object of a kind. */
export function only(chart: Chart, kind: string): Manifest {
  const found = synth(chart).filter(manifest => manifest.kind === kind);
  if (found.length !== 1) { throw new Error(`expected one ${kind}, got ${found.length}`); }
  return found[0];
}

/** What a construct has built, without what stands for the object of one that was refused. */
export function built(construct: IConstruct): IConstruct[] {
  return construct.node.children.filter(child => !('kind' in child && child.kind === 'Refused'));
}

/** The messages that synthesis refuses with, without the construct path; an empty list if it does not. */
export function refusals(chart: Chart): string[] {
  try {
    App.of(chart).synthYaml();
    return [];
  } catch (error: any) {
    return error.message.split('\n').slice(1).map((line: string) => line.trim());
  }
}
