// The page is whole without this script; it opens findings in place, filters, sorts, and moves by arrow keys.
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const root = document.documentElement;
  const grid = $("#grid"), body = grid.tBodies[0], rows = [...body.rows];
  const form = $("#filters"), showing = $("#showing"), none = $(".none");
  const heads = [...grid.tHead.rows[0].cells].slice(1);
  const reader = $("#reader"), open = $("#open");
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const cells = (row) => [...row.cells].slice(1);
  const visible = () => [...body.rows].filter((row) => !row.hidden);
  const article = (link) => document.getElementById(link.hash.slice(1));
  const worth = ["reflected", "partly reflected", "weakened", "reversed", "pending", "deleted", "not reflected"];

  root.classList.add("js-on");
  const filtering = $("#filtering");
  filtering.hidden = showing.hidden = false;
  filtering.open = !matchMedia("(max-width: 46rem)").matches;
  $$(".js").forEach((part) => { part.hidden = false; });

  // Filters
  const said = new Map();
  const words = (row) => {
    if (!said.has(row)) {
      const findings = cells(row).map((cell) => article($("a", cell))).filter(Boolean);
      const parts = findings.flatMap((found) => $$(".why, blockquote, h5, dd li, dd del, dd ins", found));
      said.set(row, fold([row.cells[0], ...parts].map((part) => part.textContent).join(" ")));
    }
    return said.get(row);
  };
  const counts = $$(".tally a, .movement a");
  const wish = (link) => link.dataset.moved ? { moved: link.dataset.moved }
    : { outcome: link.dataset.outcome, draft: String(heads.length - 1) };
  const opensTo = (link) => Object.entries(wish(link)).every(([name, value]) => chosen(name) === value);
  const chosen = (name) => form.elements[name]?.value ?? "";

  function apply() {
    const wanted = fold(chosen("words")).split(/\s+/).filter(Boolean);
    const [outcome, met, draft] = ["outcome", "met", "draft"].map(chosen);
    const alike = (row) => ["actor", "theme", "moved"].every((name) => !chosen(name) || row.dataset[name] === chosen(name));
    let shown = 0;
    for (const row of rows) {
      let hits = 0;
      cells(row).forEach((cell, place) => {
        const here = draft === "" || Number(draft) === place;
        const fits = here && (!outcome || cell.dataset.outcome === outcome) && (!met || cell.dataset.met === met);
        cell.classList.toggle("hit", fits && Boolean(outcome || met));
        cell.classList.toggle("shown", here);
        hits += fits ? 1 : 0;
      });
      const fits = hits > 0 && alike(row) && (wanted.length === 0 || wanted.every((word) => words(row).includes(word)));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
      const about = document.getElementById(row.id.slice(4));
      if (about) about.hidden = !fits;
    }
    heads.forEach((head, place) => head.toggleAttribute("aria-current", draft !== "" && Number(draft) === place));
    body.classList.toggle("one-draft", draft !== "");
    none.hidden = shown > 0 || rows.length === 0;
    const told = showing.dataset, said = shown === rows.length ? told.all ?? "All {count} asks." : told.some ?? "{shown} of {count} asks.";
    showing.textContent = said.replace("{shown}", shown).replace("{count}", rows.length);
    counts.forEach((link) => link.toggleAttribute("aria-current", opensTo(link)));
    rove();
  }

  function sort() {
    const order = chosen("order");
    const key = (row) => /^\d+$/.test(order) ? worth.indexOf(cells(row)[Number(order)].dataset.outcome) : row.dataset[order] ?? "";
    const placed = rows.map((row, place) => [order === "" ? place : key(row), place, row]);
    placed.sort((a, b) => (typeof a[0] === "number" ? a[0] - b[0] : a[0].localeCompare(b[0])) || a[1] - b[1]);
    body.append(...placed.map((each) => each[2]));
  }

  const clear = () => { form.reset(); sort(); apply(); };
  form.addEventListener("input", () => { sort(); apply(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { sort(); apply(); }));
  $("button", none).addEventListener("click", clear);
  counts.forEach((link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    const again = opensTo(link);
    form.reset();
    if (!again) {
      Object.entries(wish(link)).forEach(([name, value]) => { form.elements[name].value = value; });
    }
    sort();
    apply();
    showing.scrollIntoView({ block: "start" });
  }));

  // Arrow keys in the grid: one tab stop, as in the ARIA grid pattern
  let stop = null;
  grid.setAttribute("role", "grid");
  $$("td", body).forEach((cell) => cell.setAttribute("role", "gridcell"));
  $$("td a", body).forEach((link) => { link.tabIndex = -1; });
  function rove(link) {
    if (!link && stop && !stop.closest("tr").hidden) return;
    const next = link ?? (visible()[0] && $("td a", visible()[0]));
    if (stop) stop.tabIndex = -1;
    stop = next ?? null;
    if (stop) stop.tabIndex = 0;
  }
  function beside(link, way) {
    const lines = visible(), row = link.closest("tr"), across = cells(row).indexOf(link.closest("td"));
    const down = lines.indexOf(row) + ({ up: -1, down: 1 }[way] ?? 0);
    const over = across + ({ left: -1, right: 1 }[way] ?? 0);
    const cell = lines[down] && cells(lines[down])[over];
    return cell ? $("a", cell) : null;
  }
  const backward = root.dir === "rtl";
  const ARROWS = { ArrowLeft: backward ? "right" : "left", ArrowRight: backward ? "left" : "right", ArrowUp: "up", ArrowDown: "down" };
  body.addEventListener("focusin", (event) => { const link = event.target.closest("td a"); if (link) rove(link); });
  body.addEventListener("keydown", (event) => {
    const link = event.target.closest("td a"), way = ARROWS[event.key];
    if (!link || !way || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = beside(link, way);
    event.preventDefault();
    if (next) { rove(next); next.focus(); }
  });

  // The finding in place
  let home = null, current = null;
  function back() {
    if (home) { home.replaceWith(open.firstElementChild); home = null; }
    $$(".quoted-source").forEach((each) => each.remove());
  }
  function show(link) {
    const found = article(link);
    if (!found) return;
    back();
    current = link;
    home = document.createComment("");
    found.replaceWith(home);
    open.replaceChildren(found);
    reader.setAttribute("aria-label", $(".running", found).textContent);
    $$("[data-move]", reader).forEach((button) => { button.disabled = !beside(link, button.dataset.move); });
    if (!reader.open) reader.showModal();
    reader.scrollTop = 0;
    rove(link);
    if (location.hash !== link.hash) history.replaceState(null, "", link.hash);
  }
  function move(way) {
    const next = beside(current, way);
    if (next) show(next);
  }
  body.addEventListener("click", (event) => {
    const link = event.target.closest("td a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(link);
  });
  reader.addEventListener("close", () => {
    back();
    history.replaceState(null, "", location.pathname + location.search);
    current?.focus();
  });
  reader.addEventListener("click", (event) => {
    if (event.target === reader || event.target.closest("[data-close]")) reader.close();
    const button = event.target.closest("[data-move]");
    if (button) move(button.dataset.move);
  });
  reader.addEventListener("keydown", (event) => {
    const way = ARROWS[event.key];
    if (!way || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move(way);
  });
  function follow() {
    const link = $$("td a", body).find((each) => each.hash === location.hash);
    if (link) show(link);
  }
  addEventListener("beforeprint", () => { if (reader.open) reader.close(); });
  addEventListener("hashchange", follow);

  // Inside a finding: a source opens under its name, another draft in the same place, a pair of words lights up
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".finding a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey) return;
    const target = article(link);
    if (!target) return;
    event.preventDefault();
    if (!target.classList.contains("source")) {
      const cell = body.querySelector(`td a[href="${link.getAttribute("href")}"]`);
      if (cell) show(cell);
      return;
    }
    const holder = link.closest("li, dd, p");
    const next = holder.nextElementSibling ?? holder.lastElementChild;
    if (next?.classList.contains("quoted-source")) { next.remove(); link.setAttribute("aria-expanded", "false"); return; }
    const copy = document.createElement("div");
    copy.className = "quoted-source";
    copy.append(...[...target.children].slice(1).map((child) => child.cloneNode(true)));
    if (holder.matches("p")) holder.after(copy); else holder.append(copy);
    link.setAttribute("aria-expanded", "true");
  });
  $$(".finding a[data-source]").forEach((link) => { link.setAttribute("role", "button"); link.setAttribute("aria-expanded", "false"); });
  const light = (event, on) => {
    const pair = event.target.closest?.("mark[data-pair]");
    const finding = pair?.closest(".finding");
    if (finding) $$(`mark[data-pair="${pair.dataset.pair}"]`, finding).forEach((mark) => mark.classList.toggle("lit", on));
  };
  document.addEventListener("pointerover", (event) => light(event, true));
  document.addEventListener("pointerout", (event) => light(event, false));

  const all = $("#all");
  all?.addEventListener("click", () => {
    const on = root.classList.toggle("show-all");
    all.setAttribute("aria-expanded", String(on));
    all.textContent = on ? all.dataset.shown ?? "Hide the findings" : all.dataset.hidden ?? "Show all findings here";
  });

  apply();
  follow();
})();
