/** Nothing to start. Without this file Next takes the one of the product, two folders up. */
export function register() {}
