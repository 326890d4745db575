/** Secrets of the server under test, so that tests can sign what it believes, and what it must not. */
export const WEBHOOK_SECRET = 'whsec_browser_tests'
export const SESSION_SECRET = 'the browser tests sign their own sessions'
