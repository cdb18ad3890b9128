import { Check } from '../engine/check';
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
import { memoryAboveLimit } from './system/memory-above-limit';
import { newlineInVariable } from './system/newline-in-variable';
import { operatorWithoutShell } from './system/operator-without-shell';
import { readOnlyData } from './system/read-only-data';
import { readOnlyRoot } from './system/read-only-root';
import { runAsRoot } from './system/run-as-root';
import { serviceVariable } from './system/service-variable';
import { sysctlNeedsPrivilege } from './system/sysctl-needs-privilege';
import { tinyMemory } from './system/tiny-memory';
import { unreadableFile } from './system/unreadable-file';
import { variableNotExpanded } from './system/variable-not-expanded';
import { wholeCores } from './system/whole-cores';
import { wordsAfterScript } from './system/words-after-script';

/** Those of the checks of the whole system that are about containers: what is run in them, and what they find there. */
export const CONTAINER_CHECKS: readonly Check[] = [
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
  memoryAboveLimit,
  newlineInVariable,
  operatorWithoutShell,
  readOnlyData,
  readOnlyRoot,
  runAsRoot,
  serviceVariable,
  sysctlNeedsPrivilege,
  tinyMemory,
  unreadableFile,
  variableNotExpanded,
  wholeCores,
  wordsAfterScript,
];
