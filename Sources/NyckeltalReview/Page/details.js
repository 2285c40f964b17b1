// What an observation says, and why.
function showDetails() {
  const place = document.getElementById("details");
  if (!current) {
    place.replaceChildren(element("p", { class: "remark" }, say("none")));
    return;
  }
  const item = current;
  const claims = claimsOf(item);
  const state = stateOf(item);
  const source = item.read.source;
  const indicator = indicators.get(claims.indicator);
  const button = (id, word, key, action) => element("button", { type: "button", id, onclick: action, "aria-keyshortcuts": key }, say(word), " ", element("kbd", {}, key));
  const rows = [];
  const row = (name, ...values) => {
    const filled = values.filter((value) => value !== null && value !== undefined && value !== "");
    if (filled.length > 0) rows.push(element("dt", {}, say(name)), element("dd", {}, ...filled));
  };
  const changed = (field, text) => {
    const read = item.read[field] ?? null;
    if (item.isAdded || same(read, claims[field] ?? null)) return text;
    const before = readable(field, read);
    return element("span", {}, text ?? "–", " ", element("span", { class: "was" }, `(${say("was")} `, element("bdi", {}, before), ")"));
  };
  row("indicator", changed("indicator", element("span", {}, element("bdi", {}, indicator ? indicatorName(claims.indicator) : claims.indicator ?? say("noIndicator")),
    indicator ? element("small", {}, " ", claims.indicator) : null)));
  row("kind", changed("kind", term("kind", claims.kind)));
  row("topic", changed("topic", term("topic", claims.topic)));
  row("period", changed("period", claims.period ?? "–"));
  for (const field of ["comparedWith", "direction", "assessment", "group", "label", "about"]) {
    if (claims[field] || item.read[field]) row(field, changed(field, element("bdi", {}, readable(field, claims[field] ?? null))));
  }
  row("source", element("bdi", {}, placeText(source, item.text)));
  const note = decisions.get(item.key)?.note;
  if (note) row("note", element("bdi", {}, note));
  if (item.read.correction) row("correction", element("bdi", {}, `${item.read.correction.date}: ${item.read.correction.note}`));
  if (item.read.verified) row("state", say("verified", item.read.verified));
  place.replaceChildren(
    element("div", { class: "head " + state },
      element("span", { class: "state" }, `${glyphs[state]} ${say(state)}`),
      element("strong", { id: "figure" }, element("bdi", {}, figureText(claims))),
      element("span", { class: "confidence" }, item.isAdded ? "" : `${say("confidence")} ${Math.round(item.read.confidence * 100)} %`)),
    element("blockquote", { id: "quote" }, element("bdi", {}, source.quote)),
    element("div", { class: "actions" },
      button("accept", "accept", "a", accept), button("reject", "reject", "x", reject),
      button("edit", "edit", "e", () => edit()), button("undo", "undo", "u", undo)),
    item.isLeftOut ? element("p", { class: "remark" }, say("leftOutWhy")) : "",
    element("dl", {}, ...rows),
    why(item),
  );
}

function same(left, right) {
  return (left ?? null) === (right ?? null);
}

function readable(field, value) {
  if (value === null || value === undefined) return "–";
  if (field === "indicator") return indicatorName(value);
  if (terms[field]) return term(field, value);
  return typeof value === "number" ? numberText(value) : String(value);
}

function placeText(source, text) {
  const speakers = (source.speakers ?? []).map((one) => (one.party ? `${one.name} (${one.party})` : one.name)).join(", ");
  const parts = [text.name, source.page ? say("page", source.page).toLowerCase() : null, say("line", source.line),
    source.item ? say("item", source.item) : null, source.itemTitle, source.reference,
    source.section ? term("section", source.section) : null, speakers, source.date];
  return parts.filter((part) => part).join(" · ");
}

// Why it says so: the words, the rules, the readings that were weighed.
function why(item) {
  const parts = [];
  if (item.sentence) parts.push(element("p", {}, say("sentence") + ": ", element("bdi", {}, item.sentence)));
  if (item.cues.length > 0) parts.push(element("p", {}, say("cues") + ": ", element("bdi", {}, item.cues.join(", "))));
  if (item.candidates.length > 0) {
    parts.push(element("p", {}, say("candidates") + ":"), element("ul", {}, ...item.candidates.map((one) =>
      element("li", {}, element("bdi", {}, `${say(one.field)}: ${readable(one.field, one.value)}`), ` ${Math.round(one.confidence * 100)} %`))));
  }
  if (item.read.repeats) parts.push(element("p", {}, say("repeats"), " ", element("small", {}, item.read.repeats)));
  if (item.read.rules.length > 0) {
    parts.push(element("p", {}, say("rules") + ":"), element("ul", { class: "rules" }, ...item.read.rules.map((name) =>
      element("li", {}, element("code", {}, name), meanings.has(name) ? " " + meanings.get(name) : ""))));
  }
  if (parts.length === 0) return "";
  return element("details", { open: whyIsOpen, ontoggle: (event) => { whyIsOpen = event.target.open; } },
    element("summary", {}, say("why")), ...parts);
}
let whyIsOpen = false;
