import { type Context, Hono } from 'hono'
import type { Admin, HostedOnboarding } from '../../admin/admin'
import type { Links } from '../frame/links'
import { noticePage } from '../frame/page'
import { allowFormTo, webAddress } from '../frame/policy'
import { onboardingPage } from './onboarding-page'

/**
 * Serves where an account link leads. It is good for one completion; after that, or too late, the platform gives a new
 * one.
 */
export function onboardingRoutes(admin: Admin, links: Links): Hono {
  const app = new Hono()

  app.get('/onboarding/:token', (c) => {
    const token = c.req.param('token')
    const hosted = admin.onboarding(token)
    if (!hosted || hosted.over) return elsewhere(c, links, hosted)
    allowFormTo(c, [webAddress(hosted.returnUrl), webAddress(hosted.refreshUrl)])
    return c.html(onboardingPage(links, token, hosted))
  })

  app.post('/onboarding/:token', async (c) => {
    const token = c.req.param('token')
    const hosted = admin.onboarding(token)
    if (!hosted || hosted.over) return elsewhere(c, links, hosted)
    await admin.completeOnboarding(token)
    return c.redirect(webAddress(hosted.returnUrl) ?? links.home, 303)
  })

  return app
}

function elsewhere(c: Context, links: Links, hosted: HostedOnboarding | undefined) {
  const refresh = webAddress(hosted?.refreshUrl)
  if (refresh) return c.redirect(refresh, 303)
  const text = 'It was used already, or its time is over. Ask for a new one where you got it.'
  return c.html(noticePage(links, 'This link leads nowhere', text), hosted ? 410 : 404)
}
