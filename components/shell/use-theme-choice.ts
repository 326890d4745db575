'use client'

import { useEffect } from 'react'
import { chooseTheme, themeFrom } from '@/components/ui/theme/theme'

/** Shows and keeps the theme that is chosen in the account menu. */
export function useThemeChoice() {
  // The fields are plain HTML, so that only the document hears them.
  useEffect(() => {
    function choose({ target }: Event) {
      if (target instanceof HTMLInputElement && target.name === 'theme') chooseTheme(themeFrom(target.value))
    }

    document.addEventListener('change', choose)
    return () => document.removeEventListener('change', choose)
  }, [])
}
