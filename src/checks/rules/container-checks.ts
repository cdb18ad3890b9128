import { Check } from '../engine/check';
import { argumentWithBlank } from './system/argument-with-blank';
import { carriageReturnInScript } from './system/carriage-return-in-script';
import { commandWithBlanks } from './system/command-with-blanks';
import { commentedScript } from './system/commented-script';
import { decimalMode } from './system/decimal-mode';
import { droppedCapabilities } from './system/dropped-capabilities';
import { exporterInPod } from './system/exporter-in-pod';
import { fileAsDirectory } from './system/file-as-directory';
import { hiddenDirectory } from './system/hidden-directory';
import { imageDataDirectory } from './system/image-data-directory';
import { imageName } from './system/image-name';
import { imagePort } from './system/image-port';
import { imageSetup } from './system/image-setup';
import { imageTag } from './system/image-tag';
import { kernelSetting } from './system/kernel-setting';
import { memoryAboveLimit } from './system/memory-above-limit';
import { memoryVolumeAboveLimit } from './system/memory-volume-above-limit';
import { modeOfKeyFile } from './system/mode-of-key-file';
import { newlineInVariable } from './system/newline-in-variable';
import { operatorWithoutShell } from './system/operator-without-shell';
import { readOnlyData } from './system/read-only-data';
import { readOnlyRoot } from './system/read-only-root';
import { runAsRoot } from './system/run-as-root';
import { scriptNotExecutable } from './system/script-not-executable';
import { serviceVariable } from './system/service-variable';
import { sysctlNeedsPrivilege } from './system/sysctl-needs-privilege';
import { tinyMemory } from './system/tiny-memory';
import { unknownPodName } from './system/unknown-pod-name';
import { unreadableFile } from './system/unreadable-file';
import { variableNotExpanded } from './system/variable-not-expanded';
import { wholeCores } from './system/whole-cores';
import { wordsAfterScript } from './system/words-after-script';

/** Those of the checks of the whole system that are about containers: what is run in them, and what they find there. */
export const CONTAINER_CHECKS: readonly Check[] = [
  argumentWithBlank,
  carriageReturnInScript,
  commandWithBlanks,
  commentedScript,
  decimalMode,
  droppedCapabilities,
  exporterInPod,
  fileAsDirectory,
  hiddenDirectory,
  imageDataDirectory,
  imageName,
  imagePort,
  imageSetup,
  imageTag,
  kernelSetting,
  memoryAboveLimit,
  memoryVolumeAboveLimit,
  modeOfKeyFile,
  newlineInVariable,
  operatorWithoutShell,
  readOnlyData,
  readOnlyRoot,
  runAsRoot,
  scriptNotExecutable,
  serviceVariable,
  sysctlNeedsPrivilege,
  tinyMemory,
  unknownPodName,
  unreadableFile,
  variableNotExpanded,
  wholeCores,
  wordsAfterScript,
];
