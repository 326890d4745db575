/** Builds for production unless the last build is of these very sources, and does `meanwhile` in that time. */
export function ensureBuilt(meanwhile?: () => Promise<void>): Promise<void>
