import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** The installed SDK; its exports name no package.json, so its folder is found by its entry. */
export const SDK = join(dirname(require.resolve('stripe')), '..')
export const TYPESCRIPT = dirname(require.resolve('typescript/package.json'))

/** The SDK's type declarations, with a slash at the end. */
export const SDK_TYPES = join(SDK, 'esm/')

/** Where what is costly to make is kept between runs, with a slash at the end. */
export const CACHE = join(SDK, '../.cache/')
