'use client'

import { FailedPage } from '@/components/ui/states/failed-page'

export default FailedPage
