/** Builds for production unless the last build is of these very sources. Throws with the output of a failed build. */
export function ensureBuilt(): Promise<void>
