import 'server-only'
import { closeSync, fsyncSync, openSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Stream = { nfd?: number; node: unknown }

/** The part we touch of Emscripten's driver for a folder of the real disk. */
type NodeDriver = {
  stream_ops: { fsync?: (stream: Stream) => number }
  realPath(node: unknown): string
  tryFSOperation(operation: () => void): void
}

/**
 * A folder of the disk on which PGlite's fsync reaches the disk: Emscripten's driver has none, so that a commit would
 * survive the end of the process but not the loss of power. Wants `wal_sync_method=fsync`; fdatasync never arrives here.
 */
export class FsyncFilesystem extends NodeFS {
  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]) {
    const { emscriptenOpts } = await super.init(pg, options)
    const preRun = [
      ({ NODEFS }: { NODEFS: NodeDriver }) => addFsync(NODEFS),
      ...(emscriptenOpts.preRun ?? []),
    ]
    return { emscriptenOpts: { ...emscriptenOpts, preRun } }
  }
}

function addFsync(driver: NodeDriver) {
  driver.stream_ops.fsync = ({ nfd, node }) => {
    driver.tryFSOperation(() => (nfd === undefined ? fsyncPath(driver.realPath(node)) : fsyncSync(nfd)))
    return 0
  }
}

/** A directory is opened without a file descriptor of its own. */
function fsyncPath(path: string) {
  const fd = openSync(path, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
