import { currentMember } from '@/lib/accounts/session/auth'
import { subscribe } from '@/lib/http/live'

const HEARTBEAT_MS = 20_000

/** A stream of what changes in the member's workspace. Ends when either side goes, or with this process. */
export async function GET(request: Request) {
  const member = await currentMember()
  if (!member) return new Response(null, { status: 401 })
  const { workspaceId } = member
  let end = (_isCancelled?: boolean) => {}

  const stream = new ReadableStream<string>({
    async start(controller) {
      const heartbeat = setInterval(() => controller.enqueue(': still here\n\n'), HEARTBEAT_MS)
      const close = await subscribe(workspaceId, {
        onChange: (event) => controller.enqueue(`data: ${JSON.stringify(event)}\n\n`),
        onEnd: () => end(),
      })
      end = (isCancelled = false) => {
        end = () => {}
        clearInterval(heartbeat)
        void close()
        if (!isCancelled) controller.close()
      }
      request.signal.addEventListener('abort', () => end())
      if (request.signal.aborted) return end()
      controller.enqueue('retry: 1000\n\n')
    },
    cancel: () => end(true),
  })

  return new Response(stream.pipeThrough(new TextEncoderStream()), {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'private, no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
