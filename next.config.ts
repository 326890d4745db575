import type { NextConfig } from 'next'

const config: NextConfig = {
  typedRoutes: true,
  reactCompiler: true,
  cacheComponents: false,
  poweredByHeader: false,
  agentRules: false,
  images: { unoptimized: true },
  serverExternalPackages: ['@electric-sql/pglite', '@node-rs/argon2', 'pg'],
  allowedDevOrigins: ['127.0.0.1'],
}

export default config
