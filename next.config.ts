import type { NextConfig } from 'next'
import { securityHeaders } from './lib/http/security-headers'

const config: NextConfig = {
  typedRoutes: true,
  // Set where `npm test` or nobody checks the types: see scripts/launch/build.mjs.
  typescript: { ignoreBuildErrors: process.env.CENTWISE_BUILD_SKIPS_TYPES === '1' },
  // Only where a component asks for it by 'use memo': elsewhere it is more script than it saves work.
  reactCompiler: { compilationMode: 'annotation' },
  cacheComponents: false,
  poweredByHeader: false,
  agentRules: false,
  images: { unoptimized: true },
  transpilePackages: ['stripe-emulator'],
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@node-rs/argon2',
    'pg',
    'pdf-lib',
    '@pdf-lib/fontkit',
    'stripe',
  ],
  allowedDevOrigins: ['127.0.0.1'],
  // The largest invoice is a fifth of it; Next counts while it reads, before any of our code runs.
  experimental: { serverActions: { bodySizeLimit: '256kb' } },
  headers: async () => securityHeaders(),
  // Browsers ask there when the page has not named its icon yet.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
}

export default config
