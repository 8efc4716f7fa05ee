// @ts-check
/**
 * The matrix of positions at a chosen day, made from the table of all changes in the page; the day stands in the address.
 * A step of the slider is a change: most of them fall into one of the many years.
 */

const DAY = 86400000;

class PositionsMatrix extends HTMLElement {
  connectedCallback() {
    const part = (/** @type {string} */ name) => /** @type {any} */ (this.querySelector(`[data-part="${name}"]`));
    const slider = /** @type {HTMLInputElement} */ (part("slider"));
    const changes = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-change]"))].map((row) => ({
      day: Date.parse(row.dataset.start ?? "") / DAY,
      topic: row.dataset.topic ?? "",
      party: row.dataset.party ?? "",
      held: /** @type {HTMLElement} */ (row.querySelector(".held")),
    }));
    if (!changes.length) return;
    const days = [...new Set(changes.map((change) => change.day))].sort((a, b) => a - b);
    const columns = [...this.querySelectorAll("[data-part=matrix] thead a")].map((link) => link.getAttribute("href")?.split("/").at(-2));
    const asked = Date.parse(new URLSearchParams(location.search).get("date") ?? "") / DAY;
    const opening = Date.parse(slider.dataset.value ?? "") / DAY;
    let today = Math.max(days[0], Math.min(Number.isNaN(asked) ? opening : asked, days.at(-1) ?? 0));
    slider.min = "0";
    slider.max = String(days.length - 1);
    part("when").hidden = false;

    const words = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    const show = () => {
      slider.value = String(days.findLastIndex((day) => day <= today));
      const text = words.format(today * DAY);
      part("day").textContent = text;
      slider.setAttribute("aria-valuetext", text);
      for (const row of this.querySelectorAll("[data-part=matrix] [data-topic]")) {
        /** @type {Map<string, typeof changes[number]>} */
        const latest = new Map();
        for (const change of changes) if (change.topic === row.getAttribute("data-topic") && change.day <= today) latest.set(change.party, change);
        row.querySelectorAll("td").forEach((cell, index) => {
          const shown = [...latest].filter(([party]) => (index < columns.length ? party === columns[index] : !columns.includes(party)));
          const held = shown.map(([, change]) => {
            const copy = /** @type {HTMLElement} */ (change.held.cloneNode(true));
            copy.classList.toggle("is-new", today - change.day <= 30);
            return copy;
          });
          const none = document.createElement("span");
          none.className = "none";
          none.textContent = "–";
          if (held.length && index === columns.length) {
            const open = cell.querySelector("details")?.open ?? false;
            const others = document.createElement("details");
            others.open = open;
            const summary = document.createElement("summary");
            summary.textContent = held.length === 1 ? "1 party" : `${held.length} parties`;
            others.append(summary, ...held);
            cell.replaceChildren(others);
          } else {
            cell.replaceChildren(...(held.length ? held : [none]));
          }
        });
      }
      part("before").disabled = today <= days[0];
      part("after").disabled = today >= (days.at(-1) ?? 0);
    };
    const keep = () => history.replaceState(null, "", `?date=${new Date(today * DAY).toISOString().slice(0, 10)}${location.hash}`);
    /** @param {number | undefined} day */
    const go = (day) => {
      if (day === undefined) return;
      today = day;
      show();
      keep();
    };
    slider.addEventListener("input", () => {
      today = days[Number(slider.value)];
      show();
    });
    slider.addEventListener("change", keep);
    part("before").addEventListener("click", () => go(days.findLast((day) => day < today)));
    part("after").addEventListener("click", () => go(days.find((day) => day > today)));
    show();
  }
}

customElements.define("positions-matrix", PositionsMatrix);
