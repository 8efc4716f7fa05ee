// @ts-check
import { plain } from "./prose.js";

/** Text that a spreadsheet must not take for a formula (OWASP, "CSV injection"). @param {unknown} value */
const cell = (value) => {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return '"' + safe.replaceAll('"', '""') + '"';
};

/** RFC 4180. @param {any[]} events */
export const csv = (events) => {
  const head = ["id", "date", "start", "end", "title", "phase", "kind", "importance", "place", "actors", "topics", "confidence", "summary", "outcome", "sources", "url"];
  const rows = events.map((event) => [
    event.id, event.date.edtf, event.date.start, event.date.end, event.title, event.phase, event.kind, event.importance, event.place?.name,
    event.actors.join(" "), event.topics.join(" "), event.confidence, plain(event.summary), plain(event.outcome),
    event.sources.map((/** @type {any} */ source) => source.url).join(" "), event.url,
  ]);
  return [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
};

/** RFC 5545: escaped, and folded at 75 octets. @param {string} line */
const foldLine = (line) => {
  const parts = [];
  let part = "";
  let octets = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (octets + size > 74) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join("\r\n");
};

/** @param {any[]} events @param {URL} root of the site */
export const ics = (events, root) => {
  const text = (/** @type {string} */ value) => value.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
  const after = (/** @type {string} */ day) => new Date(Date.parse(`${day}T00:00:00Z`) + 86400000).toISOString().slice(0, 10).replaceAll("-", "");
  const items = events.flatMap((event) => [
    "BEGIN:VEVENT",
    `UID:${event.id}@${location.host || "localhost"}`,
    `DTSTAMP:${event.date.start.replaceAll("-", "")}T000000Z`,
    `DTSTART;VALUE=DATE:${event.date.start.replaceAll("-", "")}`,
    `DTEND;VALUE=DATE:${after(event.date.end)}`,
    `SUMMARY:${text(event.title)}`,
    `DESCRIPTION:${text(plain(event.summary))}`,
    `URL:${new URL(event.id, new URL("events/", root)).href}/`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//open record//timeline//EN", ...items, "END:VCALENDAR"].map(foldLine).join("\r\n") + "\r\n";
};

/** Hands a text to the reader as a file. @param {string} name @param {string} type @param {string} text */
export function save(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
