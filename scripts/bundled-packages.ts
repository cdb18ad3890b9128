/** The files of lib/ that hold the packages that they use; all other files require theirs. Both are loaded when they are used. */
export const FILES_WITH_PACKAGES = ['checks/custom-resources/cel.ts', 'graph/graphviz.ts'];
