// The observations beside the text, and the filters over them.
let shown = [];
// The rows that are made so far; the others follow while nothing else is to be done.
let rows = new Map();
let places = new Map();
let current = null;
const filter = { text: "", document: "", topic: "", kind: "", state: "", confidence: "", period: "", order: "doubtful" };

function matches(item) {
  const claims = claimsOf(item);
  const state = stateOf(item);
  if (filter.state ? state !== filter.state : state === "leftOut") return false;
  if (filter.document && String(item.text.number) !== filter.document) return false;
  if (filter.topic && claims.topic !== filter.topic) return false;
  if (filter.kind && claims.kind !== filter.kind) return false;
  if (filter.period === "none" ? claims.period : filter.period && !(claims.period ?? "").startsWith(filter.period)) return false;
  if (filter.confidence) {
    const level = item.read.confidence < 0.5 ? "low" : item.read.confidence < 0.8 ? "middle" : "high";
    if (level !== filter.confidence) return false;
  }
  if (filter.text) {
    const source = item.read.source;
    const words = [source.quote, item.text.name, claims.indicator, indicatorName(claims.indicator), claims.label, claims.group,
      claims.period, figureText(claims), claims.value, item.id, ...(source.speakers ?? []).map((one) => `${one.name} ${one.party ?? ""}`)];
    const joined = words.join("\n").toLowerCase().replace(/[\u00a0\u2009\u202f]/g, " ");
    if (!joined.includes(filter.text.toLowerCase())) return false;
  }
  return true;
}

function indicatorName(id) {
  const indicator = indicators.get(id);
  return indicator ? indicator[language] : id;
}

function compare(left, right) {
  const inText = left.text.number - right.text.number || (left.at[0] ?? 0) - (right.at[0] ?? 0);
  return filter.order === "doubtful" ? left.read.confidence - right.read.confidence || inText : inText;
}

function renderList() {
  const list = document.getElementById("list");
  shown = items.filter(matches).sort(compare);
  rows = new Map();
  places = new Map(shown.map((item, index) => [item.key, index]));
  list.replaceChildren();
  makeRows(100);
  makeFurtherRows(shown);
  list.hidden = shown.length === 0;
  document.getElementById("none").hidden = shown.length > 0;
  document.getElementById("count").textContent = String(shown.length);
  if (current && !isListed(current)) current = null;
  if (!current && shown.length > 0) select(shown.find((item) => stateOf(item) === "unchecked") ?? shown[0], false);
  else if (current) select(current, false);
  else showDetails();
}

function isListed(item) {
  return places.has(item.key);
}

// Makes the first rows of the list, up to a number.
function makeRows(count) {
  const made = [];
  for (let index = rows.size; index < Math.min(count, shown.length); index += 1) {
    const row = element("li", { role: "option", id: "row-" + index, "aria-selected": "false", "aria-posinset": index + 1, "aria-setsize": shown.length });
    row.item = shown[index];
    fillRow(row);
    rows.set(row.item.key, row);
    made.push(row);
  }
  if (made.length > 0) document.getElementById("list").append(...made);
}

function makeFurtherRows(list) {
  if (list !== shown || rows.size >= shown.length) return;
  setTimeout(() => {
    if (list !== shown) return;
    makeRows(rows.size + 250);
    makeFurtherRows(list);
  }, 30);
}

const glyphs = { unchecked: "○", accepted: "✓", changed: "✎", rejected: "✗", added: "+", leftOut: "–" };

function fillRow(row) {
  const item = row.item;
  const claims = claimsOf(item);
  const state = stateOf(item);
  row.className = state;
  const source = item.read.source;
  // what no indicator names is told by what the text calls it, or by its words
  const name = claims.indicator ? indicatorName(claims.indicator) : `${term("topic", claims.topic)}: ${(claims.label ?? source.quote).slice(0, 120)}`;
  row.replaceChildren(
    element("span", { class: "state" }, element("span", { "aria-hidden": "true" }, glyphs[state]), element("span", { class: "unseen" }, say(state))),
    element("strong", { class: "figure" }, element("bdi", {}, figureText(claims))),
    element("span", { class: claims.indicator ? "indicator" : "indicator unnamed" }, element("bdi", {}, name)),
    element("span", { class: "terms" }, `${term("kind", claims.kind)} · ${claims.period ?? "–"} · ${Math.round(item.read.confidence * 100)} %`),
    element("span", { class: "quote" }, element("bdi", {}, source.quote.length > 400 ? source.quote.slice(0, 400) + "…" : source.quote)),
    element("span", { class: "place" }, element("bdi", {}, item.text.name), ` · ${say("line", source.line)}`),
  );
}

// Makes an item the current one: in the list, in the text, in the details.
function select(item, announces = true) {
  if (current && rows.has(current.key)) rows.get(current.key).setAttribute("aria-selected", "false");
  current = item;
  const list = document.getElementById("list");
  if (isListed(item)) makeRows(places.get(item.key) + 20);
  const row = rows.get(item.key);
  showInText(item);
  showDetails();
  // the details are of another height for each, so the row is looked for after them
  if (row) {
    row.setAttribute("aria-selected", "true");
    list.setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" });
  }
  if (announces) announce(`${figureText(claimsOf(item))}, ${indicatorName(claimsOf(item).indicator) ?? ""}. ${say(stateOf(item))}`);
}

function move(step) {
  if (shown.length === 0) return;
  const at = current ? places.get(current.key) ?? -1 : -1;
  select(shown[Math.min(shown.length - 1, Math.max(0, at + step))]);
}

// The next unchecked item of the list after the current one, from its beginning if need be.
function moveOn(said) {
  const at = shown.indexOf(current);
  const isOpen = (item) => stateOf(item) === "unchecked";
  const next = shown.slice(at + 1).find(isOpen) ?? shown.slice(0, at + 1).find(isOpen);
  if (next) select(next, false);
  else showDetails();
  const [checked, total] = progress();
  announce(`${said}. ${say("progress", checked, total)}${next ? "" : ". " + say("allDone")}`);
}

function refresh(item) {
  const row = rows.get(item.key);
  if (row) fillRow(row);
  for (const mark of marks.get(item.key) ?? []) styleMark(mark);
  showProgress();
}

function choice(name, options, value, onchange) {
  const box = element("select", { id: "filter-" + name, onchange });
  for (const [key, text] of options) box.append(element("option", { value: key, selected: key === value }, text));
  return element("label", {}, element("span", {}, say(name)), box);
}

function renderFilters() {
  const place = document.getElementById("filters");
  const set = (name) => (event) => {
    filter[name] = event.target.value;
    renderList();
  };
  const all = ["", say("all")];
  const named = (list) => [all, ...Object.keys(terms[list]).map((name) => [name, term(list, name)])];
  const periods = [...new Set(items.map((item) => (claimsOf(item).period ?? "").slice(0, 4)).filter((year) => year))].sort();
  place.replaceChildren(
    choice("document", [all, ...data.documents.map((text) => [String(text.number), text.name])], filter.document, set("document")),
    choice("topic", named("topic"), filter.topic, set("topic")),
    choice("kind", named("kind"), filter.kind, set("kind")),
    choice("period", [all, ...periods.map((year) => [year, year]), ["none", say("noPeriod")]], filter.period, set("period")),
    choice("confidence", [all, ...["low", "middle", "high"].map((name) => [name, say(name)])], filter.confidence, set("confidence")),
    choice("state", [all, ...Object.keys(glyphs).map((name) => [name, say(name)])], filter.state, set("state")),
    choice("order", [["doubtful", say("doubtful")], ["inOrder", say("inOrder")]], filter.order, set("order")),
    element("button", { type: "button", id: "clear", onclick: clearFilters }, say("clear")),
  );
}

function clearFilters() {
  Object.assign(filter, { text: "", document: "", topic: "", kind: "", state: "", confidence: "", period: "" });
  document.getElementById("search").value = "";
  renderFilters();
  renderList();
}
