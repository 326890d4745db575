import type { APIRequestContext } from '@playwright/test'

/** Fills and sends the form of a page as a browser without script does. Throws unless it leads to another page. */
export async function submitForm(
  request: APIRequestContext,
  origin: string,
  path: string,
  fields: Record<string, string>,
) {
  const form = formWith(Object.keys(fields), await (await request.get(path)).text())
  const multipart = { ...hiddenFields(form), ...fields }
  const response = await request.post(path, { headers: { origin }, multipart, maxRedirects: 0 })
  if (response.status() !== 303) throw new Error(`${path} answered ${response.status()}, not a redirect.`)
}

function formWith(names: string[], html: string) {
  const forms = html.match(/<form\b.*?<\/form>/gs) ?? []
  const found = forms.find((form) => names.every((name) => form.includes(`name="${name}"`)))
  if (!found) throw new Error(`No form has the fields ${names}.`)
  return found
}

/** By them the server knows which action is meant. */
function hiddenFields(form: string) {
  const inputs = (form.match(/<input\b[^>]*>/g) ?? []).filter((input) => input.includes('type="hidden"'))
  return Object.fromEntries(inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]))
}

const ENTITIES: Record<string, string> = {
  '&quot;': '"',
  '&#x27;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
}

function attribute(tag: string, name: string) {
  const [, value = ''] = new RegExp(` ${name}="([^"]*)"`).exec(tag) ?? []
  return value.replaceAll(/&(?:quot|#x27|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
}
