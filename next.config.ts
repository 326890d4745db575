import type { NextConfig } from 'next'
import { securityHeaders } from './lib/security-headers'

const config: NextConfig = {
  typedRoutes: true,
  reactCompiler: true,
  cacheComponents: false,
  poweredByHeader: false,
  agentRules: false,
  images: { unoptimized: true },
  serverExternalPackages: ['@electric-sql/pglite', '@node-rs/argon2', 'pg'],
  allowedDevOrigins: ['127.0.0.1'],
  headers: async () => securityHeaders(),
}

export default config
