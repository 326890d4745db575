import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'

/** As bare as Next goes, but for the settings that the product has as well. */
const config: NextConfig = {
  reactCompiler: { compilationMode: 'annotation' },
  poweredByHeader: false,
  agentRules: false,
  serverExternalPackages: ['@electric-sql/pglite', 'pg'],
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
}

export default config
