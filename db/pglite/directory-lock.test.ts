import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { play } from '@/db/testing/process'
import { lockDirectory } from './directory-lock'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function newFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'centwise-lock-'))
  folders.push(folder)
  return folder
}

test('a second process is refused in one line that names the first; a killed one loses its lock', async () => {
  const folder = newFolder()
  const first = play('lock', folder)
  expect(await first.nextLine()).toBe('got it')
  const refusal = await lockDirectory(folder, 0).catch((error: unknown) => String(error))
  expect(refusal).toContain(`Another Centwise (process ${first.pid}) already uses ${folder}`)
  expect(refusal).not.toContain('\n')

  await first.kill()
  const release = await lockDirectory(folder, 0)
  release()
}, 60_000)

test('who comes second waits for the first to let go', async () => {
  const folder = newFolder()
  const release = await lockDirectory(folder, 0)
  const second = lockDirectory(folder, 5_000)
  release()
  const releaseSecond = await second
  releaseSecond()
})

test('of many that find a dead holder, one takes its place', async () => {
  const folder = newFolder()
  writeFileSync(path.join(folder, 'lock-7'), `${process.pid} started-before-this-one`)
  const rivals = Array.from({ length: 3 }, () => play('lock', folder))
  const answers = await Promise.all(rivals.map((rival) => rival.nextLine()))
  expect(answers.filter((answer) => answer === 'got it')).toHaveLength(1)
  expect(readdirSync(folder)).toEqual(['lock-8'])
  await Promise.all(rivals.map((rival) => rival.letGo()))
}, 60_000)

test('one process does not get the same folder twice', async () => {
  const folder = newFolder()
  const release = await lockDirectory(folder, 0)
  await expect(lockDirectory(folder, 0)).rejects.toThrow(`process ${process.pid}`)
  release()
})
