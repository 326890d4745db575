import { lockDirectory } from '@/db/pglite/directory-lock'

/** Says whether it got the folder, and holds it until its input ends. */
process.stdin.resume().on('end', () => process.exit())
const got = lockDirectory(process.argv[2] ?? '', 0)
console.log(await got.then(() => 'got it', String))
