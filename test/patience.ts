/** What has not come by then has not come at all: on a machine that others use too, an instant may take a minute. */
export const PATIENCE_MS = 180_000
