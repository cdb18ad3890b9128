import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { PodVolume } from './options/pod-volume';
import { VolumeProps } from './options/volume-props';
import { Additions } from './pod/additions';

/**
 * What can be added to an app after it was made, as by a construct or a
 * function that gets it from somebody else. The same rules hold as for its
 * props, and what breaks one is told at synthesis.
 */
export abstract class PodApp extends Construct {
  /**
   * Adds an environment variable, as `envValues` does.
   *
   * @param name name of the variable, which the app does not have yet
   * @param value its value, for example `EnvValue.fromValue('info')`
   */
  public addEnv(name: string, value: kplus.EnvValue): void {
    Additions.of(this).addEnv(name, value);
  }

  /**
   * Adds a volume that keeps data, as `volumes` does. A StatefulApp that is
   * deployed takes no further claim: its StatefulSet must be created anew.
   *
   * @param volume where it appears, and where its data lives
   */
  public addVolume(volume: VolumeProps): void {
    Additions.of(this).add({ volumes: [volume] });
  }

  /**
   * Adds a volume of any source that Kubernetes has, as `podVolumes` does.
   *
   * @param volume the volume, and where it appears
   */
  public addPodVolume(volume: PodVolume): void {
    Additions.of(this).add({ podVolumes: [volume] });
  }

  /**
   * Adds a container that runs beside the app, as `sidecars` does.
   *
   * @param container the container
   */
  public addSidecar(container: kplus.k8s.Container): void {
    Additions.of(this).add({ sidecars: [container] });
  }

  /**
   * Adds a container that runs to its end before the app starts, after those
   * that are there already, as `initContainers` does.
   *
   * @param container the container
   */
  public addInitContainer(container: kplus.k8s.Container): void {
    Additions.of(this).add({ initContainers: [container] });
  }
}
