/** Bundles the workbench's page, whole and without any address outside, into dist/workbench/ or another folder. */
export function buildWorkbench(outdir?: string): Promise<void>
