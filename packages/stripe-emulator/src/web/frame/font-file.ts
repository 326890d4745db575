import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

type FontFile = 'Geist-Regular.ttf' | 'Geist-SemiBold.ttf' | 'Geist-Variable.woff2'

const loaded = new Map<FontFile, Promise<Uint8Array>>()

/**
 * Returns a file of the font package, found from the working directory the way Node finds packages: a bundler moves
 * this module, and the package exports its modules but not its font files.
 */
export function fontFile(name: FontFile): Promise<Uint8Array> {
  const known = loaded.get(name)
  if (known) return known
  const file = readFile(join(fontFolder(), name))
  loaded.set(name, file)
  return file
}

function fontFolder(): string {
  const fromProject = createRequire(join(process.cwd(), 'package.json'))
  return join(dirname(fromProject.resolve('geist/font/sans')), 'fonts', 'geist-sans')
}
