import { onTestFinished, test } from 'vitest'
import { killAtEveryCut } from './crash'
import { pglitePlace } from './places'

test('a server killed at every step of a send bills each client once, on PGlite', async () => {
  const place = await pglitePlace()
  onTestFinished(place.remove)
  await killAtEveryCut(place)
})
