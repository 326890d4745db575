import type { Metadata } from 'next'
import { Missing } from '@/components/ui/text/missing'

export const metadata: Metadata = { title: 'Not found' }

export default Missing
