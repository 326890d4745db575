// Serves a built Next app on HOST and PORT until it is told to stop:  node scripts/launch/server.mjs [folder]
import { once } from 'node:events'
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../run.mjs'

const LIMITS = {
  // Whoever sends a head or a body more slowly than this holds a connection that others wait for.
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  // Longer than a proxy keeps its side (nginx: 75 s), or it would send into a connection that just closed.
  keepAliveTimeout: 80_000,
}

/**
 * Starts the app that was built in `folder` and resolves once it answers. SIGTERM and SIGINT let what is open end and
 * exit with 0; a start that fails exits with 1 and one sentence.
 */
export async function serve(folder = ROOT) {
  try {
    const port = portOf(process.env.PORT)
    const host = process.env.HOST || undefined
    // React and Next read it as they are imported.
    Object.assign(process.env, { NODE_ENV: 'production', PORT: `${port}` })
    const server = createServer(LIMITS)
    const options = { dir: folder, port, hostname: nameOf(host), dev: false, httpServer: server }
    // The port first: a second server on it must not come as far as the database. Who asks meanwhile waits.
    const taken = listen(server, port, host)
    const app = taken.then(() => prepare(options))
    server.on('request', (request, response) => answer(app, request, response))
    const prepared = await app
    for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stop(server, prepared))
    console.log(`Centwise is at http://${nameOf(host)}:${port}`)
  } catch (error) {
    console.error(`Centwise cannot start. ${reasonOf(error)}`)
    process.exit(1)
  }
}

async function listen(server, port, host) {
  server.listen({ port, host })
  await once(server, 'listening')
}

async function prepare(options) {
  const { default: next } = await import('next')
  const app = next(options)
  await app.prepare()
  return app
}

async function answer(app, request, response) {
  try {
    await (await app).getRequestHandler()(request, response)
  } catch (error) {
    console.error(error)
    response.statusCode = 500
    response.end('Internal Server Error')
  }
}

function stop(server, app) {
  server.close(async () => {
    await app.close()
    process.exit(0)
  })
}

function portOf(text = '3000') {
  const port = Number(text)
  if (/^\d+$/.test(text) && port > 0 && port < 65_536) return port
  throw new Error(`PORT=${text} is no port: use a number from 1 to 65535.`)
}

/** The name under which the server reaches itself. */
function nameOf(host) {
  const isEvery = host === undefined || host === '0.0.0.0' || host === '::'
  if (isEvery) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function reasonOf(error) {
  if (error.code === 'EADDRINUSE')
    return `Port ${error.port} is taken: stop what uses it, or set another PORT.`
  if (error.code === 'EACCES')
    return `Port ${error.port} may not be opened by this account: set another PORT.`
  return error.message
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve(resolve(process.argv[2] ?? ROOT))
