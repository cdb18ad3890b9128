import type { DumpMethod } from './dump-method';
import { PodSettings } from './pod-settings';
import { componentProblems } from './related-pods';
import { Field, WordsForProps } from '../../props/fields';
import { POD_FIELDS } from '../pod/pod-fields';
import type { PodOptions } from '../pod/pod-options';

const { resources, placement, labels, podAnnotations, imagePullSecrets } = POD_FIELDS;

/** The props of every pod that works for a database. */
export const POD_SETTING_FIELDS: Readonly<Record<keyof PodSettings, Field>> = { resources, placement, labels, podAnnotations, imagePullSecrets };

const PLACEMENT = 'write \'placement: { nodeSelector: { disk: "ssd" } }\'';

/** What they have under another name. */
export const POD_SETTING_WORDS: WordsForProps = {
  nodeSelector: PLACEMENT,
  tolerations: PLACEMENT,
  affinity: PLACEMENT,
  priorityClassName: PLACEMENT,
  spread: PLACEMENT,
  annotations: "did you mean 'podAnnotations'?",
};

/** What stands for the method of a database that was not given, or of none. */
const NO_METHOD: Pick<DumpMethod, 'podLabels' | 'imagePullSecrets'> = {};

/** The settings as options of an app: with the Secrets of the database for its images, and with none of its labels. */
export function settingsOf(settings: PodSettings, { imagePullSecrets: ofDatabase } = NO_METHOD): Pick<PodOptions, keyof PodSettings> {
  return {
    resources: settings.resources,
    placement: settings.placement,
    labels: settings.labels,
    podAnnotations: settings.podAnnotations,
    imagePullSecrets: settings.imagePullSecrets ?? ofDatabase,
  };
}

/** The same for a pod that the database lets in. */
export function settingsOfClient(settings: PodSettings, method: Pick<DumpMethod, 'podLabels' | 'imagePullSecrets'>): Pick<PodOptions, keyof PodSettings> {
  return { ...settingsOf(settings, method), labels: { ...settings.labels, ...method.podLabels } };
}

/** Why the labels would take the pod from its database, or give it to another one; an empty list means that they do not. */
export function podSettingProblems({ labels: own = {} }: PodSettings, { podLabels = {} } = NO_METHOD): string[] {
  const other = Object.entries(own).filter(([key, value]) => podLabels[key] !== value);
  return [
    ...other.filter(([key]) => key in podLabels)
      .map(([key, value]) => `'labels' has '${key}: ${value}', and by '${key}: ${podLabels[key]}' the database lets the pod in; remove it`),
    ...componentProblems(Object.fromEntries(other.filter(([key]) => !(key in podLabels)))),
  ];
}
