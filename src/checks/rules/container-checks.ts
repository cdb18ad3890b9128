import { Check } from '../engine/check';
import { advertisesLoopback } from './system/advertises-loopback';
import { argumentWithBlank } from './system/argument-with-blank';
import { backupNotKept } from './system/backup-not-kept';
import { callWithoutPassword } from './system/call-without-password';
import { carriageReturnInScript } from './system/carriage-return-in-script';
import { chownNeedsRoot } from './system/chown-needs-root';
import { commandWithBlanks } from './system/command-with-blanks';
import { commentedScript } from './system/commented-script';
import { configFileSyntax } from './system/config-file-syntax';
import { dataByPodName } from './system/data-by-pod-name';
import { decimalMode } from './system/decimal-mode';
import { droppedCapabilities } from './system/dropped-capabilities';
import { dumpOfNewerServer } from './system/dump-of-newer-server';
import { endsAtOnce } from './system/ends-at-once';
import { exporterInPod } from './system/exporter-in-pod';
import { fileAsDirectory } from './system/file-as-directory';
import { fileInConfigVolume } from './system/file-in-config-volume';
import { fileNotMounted } from './system/file-not-mounted';
import { foldedScript } from './system/folded-script';
import { goneImage } from './system/gone-image';
import { hiddenDirectory } from './system/hidden-directory';
import { hiddenFailure } from './system/hidden-failure';
import { hiddenImageFile } from './system/hidden-image-file';
import { imageDataDirectory } from './system/image-data-directory';
import { imageName } from './system/image-name';
import { imageNeedsRoot } from './system/image-needs-root';
import { imagePort } from './system/image-port';
import { imageSetup } from './system/image-setup';
import { imageTag } from './system/image-tag';
import { initFileIgnored } from './system/init-file-ignored';
import { initFileLost } from './system/init-file-lost';
import { kernelSetting } from './system/kernel-setting';
import { listensOnLoopback } from './system/listens-on-loopback';
import { memoryAboveLimit } from './system/memory-above-limit';
import { memoryVolumeAboveLimit } from './system/memory-volume-above-limit';
import { missingKeyFile } from './system/missing-key-file';
import { missingProgram } from './system/missing-program';
import { modeOfKeyFile } from './system/mode-of-key-file';
import { newlineInVariable } from './system/newline-in-variable';
import { operatorWithoutShell } from './system/operator-without-shell';
import { portNotServed } from './system/port-not-served';
import { portTakenTwice } from './system/port-taken-twice';
import { printedByTemplate } from './system/printed-by-template';
import { probeNeedsLogin } from './system/probe-needs-login';
import { readOnlyConfiguration } from './system/read-only-configuration';
import { readOnlyData } from './system/read-only-data';
import { readOnlyRoot } from './system/read-only-root';
import { refusedVariable } from './system/refused-variable';
import { removedOption } from './system/removed-option';
import { replicaOfItself } from './system/replica-of-itself';
import { runAsRoot } from './system/run-as-root';
import { scriptForServer } from './system/script-for-server';
import { scriptNotExecutable } from './system/script-not-executable';
import { serviceVariable } from './system/service-variable';
import { sysctlNeedsPrivilege } from './system/sysctl-needs-privilege';
import { tinyMemory } from './system/tiny-memory';
import { undefinedVariable } from './system/undefined-variable';
import { unfilledPlaceholder } from './system/unfilled-placeholder';
import { unknownHost } from './system/unknown-host';
import { unknownPodName } from './system/unknown-pod-name';
import { unreadConfiguration } from './system/unread-configuration';
import { unreadVariable } from './system/unread-variable';
import { unreadableFile } from './system/unreadable-file';
import { variableDefinedLater } from './system/variable-defined-later';
import { variableNotExpanded } from './system/variable-not-expanded';
import { wholeCores } from './system/whole-cores';
import { wordsAfterScript } from './system/words-after-script';

/** Those of the checks of the whole system that are about containers: what is run in them, and what they find there. */
export const CONTAINER_CHECKS: readonly Check[] = [
  advertisesLoopback,
  argumentWithBlank,
  backupNotKept,
  callWithoutPassword,
  carriageReturnInScript,
  chownNeedsRoot,
  commandWithBlanks,
  commentedScript,
  configFileSyntax,
  dataByPodName,
  decimalMode,
  droppedCapabilities,
  dumpOfNewerServer,
  endsAtOnce,
  exporterInPod,
  fileAsDirectory,
  fileInConfigVolume,
  fileNotMounted,
  foldedScript,
  goneImage,
  hiddenDirectory,
  hiddenFailure,
  hiddenImageFile,
  imageDataDirectory,
  imageName,
  imageNeedsRoot,
  imagePort,
  imageSetup,
  imageTag,
  initFileIgnored,
  initFileLost,
  kernelSetting,
  listensOnLoopback,
  memoryAboveLimit,
  memoryVolumeAboveLimit,
  missingKeyFile,
  missingProgram,
  modeOfKeyFile,
  newlineInVariable,
  operatorWithoutShell,
  portNotServed,
  portTakenTwice,
  printedByTemplate,
  probeNeedsLogin,
  readOnlyConfiguration,
  readOnlyData,
  readOnlyRoot,
  refusedVariable,
  removedOption,
  replicaOfItself,
  runAsRoot,
  scriptForServer,
  scriptNotExecutable,
  serviceVariable,
  sysctlNeedsPrivilege,
  tinyMemory,
  undefinedVariable,
  unfilledPlaceholder,
  unknownHost,
  unknownPodName,
  unreadableFile,
  unreadConfiguration,
  unreadVariable,
  variableDefinedLater,
  variableNotExpanded,
  wholeCores,
  wordsAfterScript,
];
