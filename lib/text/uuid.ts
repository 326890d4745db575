const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

/** True for text the database takes as a UUID: anything else is an id that cannot exist. */
export function isUuid(text: string) {
  return UUID.test(text)
}
