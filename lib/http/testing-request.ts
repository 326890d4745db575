import { getURLFromRedirectError } from 'next/dist/client/components/redirect'
import { isRedirectError } from 'next/dist/client/components/redirect-error'
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external'
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external'
import { createRequestStoreForAPI } from 'next/dist/server/async-storage/request-store'
import { createWorkStore } from 'next/dist/server/async-storage/work-store'
import { IncrementalCache } from 'next/dist/server/lib/incremental-cache'
import { NextRequest } from 'next/server'

process.env.NEXTAUTH_SECRET ??= 'a secret that is known to every test'
process.env.NEXTAUTH_URL ??= 'http://localhost:3000'

const OUR_PAGE = { host: 'localhost:3000', origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }

/**
 * A browser without a server, for tests of actions through their public door: `headers()`, `cookies()` and
 * `redirect()` are Next's own, and cookies are kept from one call to the next.
 */
export class TestBrowser {
  readonly cookies = new Map<string, string>()
  headers: Record<string, string> = { ...OUR_PAGE, 'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/150.0' }

  /** Calls an action as a request of its own; where it redirects to, or else what it returned. */
  async call<T>(action: () => Promise<T>): Promise<{ value: T } | { redirect: string | null }> {
    try {
      return { value: await this.run(action) }
    } catch (error) {
      if (isRedirectError(error)) return { redirect: getURLFromRedirectError(error) }
      throw error
    }
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const request = new NextRequest('http://localhost:3000/', { headers: { ...this.headers, cookie } })
    const tags = { tags: [], expirationsByCacheKind: new Map() }
    const keep = (cookies: string[]) => this.keep(cookies)
    const store = createRequestStoreForAPI(request, request.nextUrl, tags, keep, undefined, undefined)
    return workAsyncStorage.run(newWork(), () => workUnitAsyncStorage.run(store, work))
  }

  private keep(setCookies: string[]) {
    for (const text of setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? []
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }
}

/** A form as a browser sends it. */
export function formOf(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

function newWork() {
  return createWorkStore({
    page: '/page',
    renderOpts: {
      cacheLifeProfiles: { default: { stale: 0, revalidate: 0, expire: 0 } },
      staticPageGenerationTimeout: 1,
      cacheComponents: false,
      validationLevel: 'manual-warning',
      // `revalidatePath` only asks whether there is one.
      incrementalCache: emptyCache(),
      waitUntil: undefined,
      onClose: () => {},
      onAfterTaskError: undefined,
      experimental: { authInterrupts: false, useCacheTimeout: 1, durableUseCacheEntries: false },
    },
    deploymentId: '',
    buildId: 'test',
    previouslyRevalidatedTags: [],
  })
}

function emptyCache() {
  const preview = { previewModeId: '', previewModeSigningKey: '', previewModeEncryptionKey: '' }
  return new IncrementalCache({
    dev: false,
    requestHeaders: {},
    previewProps: preview,
    prerenderManifest: { version: 4, routes: {}, dynamicRoutes: {}, notFoundRoutes: [], preview },
  })
}
