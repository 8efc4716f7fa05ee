// @ts-check
/** A record as YAML that the reader takes: plain words where that is safe, else JSON strings, which are YAML too. */

const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} ()./’'“”–-]|,(?= )|:(?=\S)|;(?= ))*[\p{L}\p{N}.)’”]$|^[\p{L}\p{N}]$/u;
const WIDTH = 100;

/** @param {string} text */
const scalar = (text) => (PLAIN.test(text) && !/ #|: /.test(text) ? text : JSON.stringify(text));

/** @param {string} text */
const listed = (text) => (/^[a-z0-9-]+$/.test(text) ? text : JSON.stringify(text));

/** @param {string} text @param {string} pad */
function folded(text, pad) {
  const lines = text.split(/\n\s*\n/).map((part) => {
    /** @type {string[]} */
    const rows = [];
    for (const word of part.split(/\s+/).filter(Boolean)) {
      const last = rows.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= WIDTH) rows[rows.length - 1] = `${last} ${word}`;
      else rows.push(word);
    }
    return rows.map((row) => pad + row).join("\n");
  });
  return `>\n${lines.join("\n\n")}`;
}

/** @param {Record<string, any>} record @param {string} [pad] @returns {string} */
export function toYaml(record, pad = "") {
  return Object.entries(record)
    .filter(([, value]) => value !== "" && !(Array.isArray(value) && !value.length))
    .map(([name, value]) => {
      if (typeof value === "string") return `${pad}${name}: ` + (value.length > 80 ? folded(value, pad + "  ") : scalar(value));
      if (typeof value[0] === "string") return `${pad}${name}: [${value.map(listed).join(", ")}]`;
      const inner = `${pad}    `;
      const items = value.map((/** @type {any} */ item) => `${pad}  - ${toYaml(item, inner).trimStart()}`);
      return `${pad}${name}:\n${items.join("\n")}`;
    })
    .join("\n");
}
