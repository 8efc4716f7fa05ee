// @ts-check
/** As much of JSON Schema (2020-12) as the record's own schemas use. @typedef {Record<string, any>} Schema */

/**
 * What is wrong with a value, each with the path to it.
 * @param {any} value @param {Schema} schema @param {Schema} root @param {string} [path] @returns {string[]}
 */
export function problems(value, schema, root, path = "") {
  if (schema.$ref) return problems(value, root.$defs[schema.$ref.split("/").at(-1)], root, path);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) {
    const tries = options.map((/** @type {Schema} */ option) => problems(value, option, root, path));
    return tries.some((/** @type {string[]} */ found) => !found.length) ? [] : tries.sort((/** @type {string[]} */ a, /** @type {string[]} */ b) => a.length - b.length)[0];
  }
  const say = (/** @type {string} */ text) => [`${path || "the record"}: ${text}`];
  const types = [schema.type ?? []].flat();
  const type = Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
  if (types.length && !types.includes(type)) return say(`has to be ${types.join(" or ")}`);
  if (schema.enum && !schema.enum.includes(value)) return say(`one of ${schema.enum.join(", ")}`);
  if (type === "string") {
    if (schema.maxLength && value.length > schema.maxLength) return say(`at most ${schema.maxLength} letters, it has ${value.length}`);
    if (schema.minLength && value.length < schema.minLength) return say("is empty");
    if (schema.pattern && !new RegExp(schema.pattern, "u").test(value)) return say("is not in the form that is asked for");
  }
  if (type === "array") return value.flatMap((/** @type {any} */ item, /** @type {number} */ index) => problems(item, schema.items ?? {}, root, `${path} ${index + 1}`.trim()));
  if (type !== "object") return [];
  const known = schema.properties ?? {};
  return [
    ...(schema.required ?? []).filter((/** @type {string} */ name) => !(name in value)).map((/** @type {string} */ name) => [path, `${name} is missing`].filter(Boolean).join(", ")),
    ...Object.entries(value).flatMap(([name, inner]) => (known[name] ? problems(inner, known[name], root, `${path} ${name}`.trim()) : schema.additionalProperties === false ? [`${name} is not a field`] : [])),
  ];
}
