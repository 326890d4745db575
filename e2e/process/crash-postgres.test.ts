import { onTestFinished, test } from 'vitest'
import { onPostgres } from '@/db/testing/testing'
import { killAtEveryCut } from './crash'
import { postgresPlace } from './places'

onPostgres((adminUrl) => {
  test('a server killed at every step of a send bills each client once', async () => {
    const place = await postgresPlace(adminUrl)
    onTestFinished(place.remove)
    await killAtEveryCut(place)
  })
})
