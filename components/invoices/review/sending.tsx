import { Icon } from '@/components/ui/icons/icon'
import { Spinner } from '@/components/ui/states/spinner'
import { focusOnMount } from './focus'

const STEPS: [names: string[], label: string][] = [
  [['catalog', 'customer'], 'Client and taxes at Stripe'],
  [['create'], 'Draft at Stripe'],
  [['lines'], 'Lines, and the totals compared'],
  [['finalize'], 'Number and payment link'],
  [['email'], 'E-mail to the client'],
]

type Props = {
  /** The step under way; none before the server has said so. */
  step: string | undefined
  isSlow: boolean
}

/** How far the sending is. It goes on without this page. */
export function Sending({ step = 'catalog', isSlow }: Props) {
  const current = STEPS.findIndex(([names]) => names.includes(step))
  return (
    <>
      <h1 ref={focusOnMount} tabIndex={-1} className="text-title font-strong outline-none">
        Sending
      </h1>
      <ol className="grid gap-2">
        {STEPS.map(([, label], index) => (
          <li
            key={label}
            aria-current={index === current ? 'step' : undefined}
            className="flex items-center gap-2"
          >
            <StepMark state={index - current} />
            <span className={index > current ? 'text-quiet' : undefined}>{label}</span>
          </li>
        ))}
      </ol>
      <p role="status" className="text-small text-quiet">
        {isSlow
          ? 'Stripe has not answered yet. It is asked again until it does; you can leave this page.'
          : 'You can leave this page, it goes on by itself.'}
      </p>
    </>
  )
}

function StepMark({ state }: { state: number }) {
  if (state === 0) return <Spinner className="text-accent" />
  if (state > 0) return <Icon name="circle" className="text-hairline" />
  return <Icon name="check" label="Done" className="text-green" />
}
