// @ts-check
import { problems } from "./schema.js";
import { toYaml } from "./yaml.js";

/** GitHub takes the text of a new file in its address, as long as that stays short. */
const LONGEST = 7000;

/** @param {string} text */
const slug = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’'ʼ]/g, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .reduce((kept, word) => (kept && kept.length + word.length > 47 ? kept : kept ? `${kept}-${word}` : word), "");

class EventEditor extends HTMLElement {
  async connectedCallback() {
    this.known = JSON.parse(this.find("known").textContent ?? "{}");
    for (const name of ["actors", "places", "topics", "publishers"]) this.offer(name, "");
    this.find("form").addEventListener("input", (event) => this.changed(/** @type {HTMLElement} */ (event.target)));
    this.find("form").addEventListener("submit", (event) => event.preventDefault());
    this.find("copy").addEventListener("click", () => this.copy());
    this.querySelector("[data-part=open]")?.addEventListener("click", (event) => this.open(event));
    try {
      this.schema = await (await fetch(this.known.schema)).json();
    } catch {
      this.schema = null;
    }
    this.show();
  }

  /** @param {string} name */
  find(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
  }

  /** Offers the names that are known, after those that stand in the field already. @param {string} kind @param {string} before */
  offer(kind, before) {
    const list = /** @type {HTMLElement} */ (this.querySelector(`#known-${kind}`));
    list.replaceChildren(...this.known[kind].map((/** @type {string[]} */ [, name]) => Object.assign(document.createElement("option"), { value: before + name })));
  }

  /** An id that a typed name stands for; the name itself where it stands for none. @param {string} kind @param {string} text */
  idOf(kind, text) {
    const wanted = text.trim().toLowerCase();
    return this.known[kind].find((/** @type {string[]} */ [id, name]) => id === wanted || name.toLowerCase() === wanted)?.[0] ?? slug(text);
  }

  /** @param {HTMLElement} target */
  changed(target) {
    const source = target.closest("[data-source]");
    const field = /** @type {HTMLInputElement} */ (target);
    if (field.hasAttribute("data-many")) this.offer(field.name, /.*,\s*/.exec(field.value)?.[0] ?? "");
    if (source && field.name === "url") this.guessPublisher(source, field.value);
    this.show();
  }

  /** Whose page it is, from its host. @param {Element} source @param {string} url */
  guessPublisher(source, url) {
    const field = /** @type {HTMLInputElement} */ (source.querySelector("[name=publisher]"));
    if (field.value || !URL.canParse(url)) return;
    const host = new URL(url).hostname;
    const found = this.known.publishers.find((/** @type {string[]} */ [, , hosts]) => hosts.split(" ").some((own) => own && (host === own || host.endsWith(`.${own}`))));
    if (found) field.value = found[1];
  }

  record() {
    const form = /** @type {HTMLFormElement} */ (this.find("form"));
    /** @param {ParentNode} where @param {string} name */
    const value = (where, name) => /** @type {HTMLInputElement} */ (where.querySelector(`:scope > label [name="${name}"]`)).value.trim();
    /** @param {string} name */
    const many = (name) => value(form, name).split(",").map((text) => text.trim()).filter(Boolean).map((text) => this.idOf(name, text));
    /** @type {Set<string>} */
    const taken = new Set();
    const sources = [...form.querySelectorAll("[data-source]")].flatMap((source) => {
      if (!value(source, "url")) return [];
      const publisher = this.idOf("publishers", value(source, "publisher"));
      let key = publisher.slice(0, 30).replace(/-$/, "") || "source";
      while (taken.has(key)) key += "-2";
      taken.add(key);
      return [{ key, url: value(source, "url"), title: value(source, "title"), publisher, published: value(source, "published"), lang: value(source, "lang"), kind: value(source, "kind"), says: value(source, "says") }];
    });
    const place = value(form, "place");
    return {
      title: value(form, "title"),
      label: value(form, "label"),
      date: value(form, "date"),
      phase: value(form, "phase"),
      kind: value(form, "kind"),
      importance: value(form, "importance"),
      place: place && this.idOf("places", place),
      actors: [...new Set(many("actors"))],
      topics: [...new Set(many("topics"))],
      summary: value(form, "summary"),
      outcome: value(form, "outcome"),
      sources,
      confidence: "low",
      review: "imported",
    };
  }

  show() {
    const record = this.record();
    const full = Object.fromEntries(Object.entries(record).filter(([, value]) => value.length));
    for (const source of record.sources) for (const [name, value] of Object.entries(source)) if (!value) delete (/** @type {any} */ (source)[name]);
    const day = /^\d{4}(-\d\d){0,2}/.exec(record.date)?.[0] ?? "";
    const id = `${day || "YYYY-MM-DD"}-${slug(record.title) || "words"}`;
    this.path = `events/${id.slice(0, 4)}/${id}.yml`;
    this.text = `${toYaml(full)}\n`;
    this.find("path").textContent = `${this.known.folder}/${this.path}`;
    /** @type {HTMLTextAreaElement} */ (this.find("yaml")).value = this.text;
    const found = [...(this.schema ? problems(full, this.schema, this.schema) : []), ...this.doubts(record, id)];
    const list = this.find("findings");
    list.classList.toggle("is-fine", !found.length);
    list.replaceChildren(...(found.length ? found : ["Nothing to mend here. The full check runs when it is proposed."]).map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  }

  /** What a schema can't say. @param {ReturnType<EventEditor["record"]>} record @param {string} id */
  doubts(record, id) {
    const unknown = (/** @type {string} */ kind, /** @type {string[]} */ ids) => ids.filter((one) => !this.known[kind].some((/** @type {string[]} */ [known]) => known === one)).map((one) => `${one} is none of the ${kind} of the record yet`);
    const keys = record.sources.map((source) => source.key);
    const marks = keys.map((key) => `[@${key}]`);
    const cited = [...record.summary.matchAll(/\[@([^\]]+)\]/g)].flatMap((match) => match[1].split(/[;, ]*@|[;, ]+/)).filter(Boolean);
    return [
      ...unknown("actors", record.actors),
      ...unknown("topics", record.topics),
      ...unknown("places", record.place ? [record.place] : []),
      ...unknown("publishers", record.sources.map((source) => source.publisher).filter(Boolean)),
      ...(this.known.events.includes(id) ? ["there is an event of that date and title already"] : []),
      ...(record.sources.length || this.schema ? [] : ["a source is missing"]),
      ...(record.summary && !cited.length && keys.length ? [`the text cites nothing yet: end its sentences with ${marks.join(" or ")}`] : []),
      ...cited.filter((key) => !keys.includes(key)).map((key) => `no source has the key ${key}`),
      ...(record.importance !== "minor" && !record.label ? ["a landmark or major event needs a short name"] : []),
    ];
  }

  /** @param {string} [done] */
  async copy(done = "The file is copied.") {
    try {
      await navigator.clipboard.writeText(this.text ?? "");
      this.find("said").textContent = done;
    } catch {
      /** @type {HTMLTextAreaElement} */ (this.find("yaml")).select();
      this.find("said").textContent = "Copy the marked text.";
    }
  }

  /** @param {Event} event */
  async open(event) {
    event.preventDefault();
    const { repository, branch, folder } = this.known;
    const name = `${repository}new/${branch}?filename=${encodeURIComponent(folder)}%2F${encodeURIComponent(this.path ?? "")}`;
    const whole = `${name}&value=${encodeURIComponent(this.text ?? "")}`;
    if (whole.length > LONGEST) await this.copy("The file is too long for the address. It is copied: paste it into the editor that opens.");
    location.assign(whole.length > LONGEST ? name : whole);
  }
}

customElements.define("event-editor", EventEditor);
