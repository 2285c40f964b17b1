// The form in which every field of an observation is changed, or a missed one added.
let form = null;

function openForm(item, addition, first = "value") {
  const claims = addition ? addition.claims : claimsOf(item);
  const place = document.getElementById("details");
  const field = (name, input) => {
    input.id = "field-" + name;
    input.name = name;
    return element("label", { class: "field " + name }, element("span", {}, say(name)), input);
  };
  const text = (name, value) => field(name, element("input", { type: "text", autocomplete: "off", spellcheck: "false", value: value ?? "" }));
  const choose = (name, allowsNone) => {
    const box = element("select");
    if (allowsNone) box.append(element("option", { value: "" }, "–"));
    for (const key of Object.keys(terms[name])) box.append(element("option", { value: key, selected: claims[name] === key }, term(name, key)));
    return field(name, box);
  };
  const number = (name) => text(name, claims[name] === null || claims[name] === undefined ? "" : numberText(claims[name]));
  const indicator = text("indicator", claims.indicator);
  indicator.lastElementChild.setAttribute("list", "indicators");
  form = { item, addition };
  const made = element("form", { id: "form", autocomplete: "off", onsubmit: (event) => { event.preventDefault(); saveForm(); } },
    element("h3", {}, addition ? say("adding") : say("edit")),
    element("blockquote", {}, element("bdi", {}, addition ? addition.quote : item.read.source.quote)),
    element("p", { id: "problem", role: "alert" }),
    element("div", { class: "fields" },
      number("value"), choose("unit", true), choose("qualifier", false), choose("kind", false), indicator, choose("topic", false),
      text("period", claims.period), number("lower"), number("upper"), text("comparedWith", claims.comparedWith),
      choose("direction", true), choose("assessment", true), text("group", claims.group), text("label", claims.label),
      text("about", claims.about), text("note", item ? decisions.get(item.key)?.note : "")),
    element("div", { class: "actions" },
      element("button", { type: "submit", id: "save" }, say("save"), " ", element("kbd", {}, "Enter")),
      element("button", { type: "button", id: "cancel", onclick: closeForm }, say("cancel"), " ", element("kbd", {}, "Esc"))));
  place.replaceChildren(made);
  const start = document.getElementById("field-" + first);
  start.focus();
  start.select();
  // Enter saves from a choice too, where browsers would open it
  for (const box of made.querySelectorAll("select")) {
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      made.requestSubmit();
    });
  }
  document.getElementById("field-indicator").addEventListener("change", (event) => {
    const chosen = indicators.get(event.target.value.trim());
    if (chosen) {
      document.getElementById("field-topic").value = chosen.topic;
      const unit = document.getElementById("field-unit");
      if (!unit.value && chosen.unit) unit.value = chosen.unit;
    }
  });
  place.scrollIntoView({ block: "nearest" });
}

function closeForm() {
  form = null;
  showDetails();
  document.getElementById("list").focus({ preventScroll: true });
}

function fail(name, message) {
  document.getElementById("problem").textContent = message;
  const input = document.getElementById("field-" + name);
  for (const wrong of document.querySelectorAll("#form [aria-invalid]")) wrong.removeAttribute("aria-invalid");
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", "problem");
  input.focus();
  return null;
}

// What the form says; null, with the reason shown, where it cannot be.
function readForm() {
  const value = (name) => document.getElementById("field-" + name).value.trim();
  const read = {};
  for (const name of ["kind", "topic", "qualifier"]) read[name] = value(name);
  for (const name of ["unit", "direction", "assessment", "group", "label", "about"]) read[name] = value(name) || null;
  for (const name of ["value", "lower", "upper"]) {
    read[name] = parseNumber(value(name));
    if (Number.isNaN(read[name])) return fail(name, say("badNumber"));
  }
  for (const name of ["period", "comparedWith"]) {
    read[name] = value(name).toUpperCase() || null;
    if (read[name] && !isPeriod(read[name])) return fail(name, say("badPeriod"));
  }
  read.indicator = indicatorOf(value("indicator"));
  if (read.indicator === undefined) return fail("indicator", say("badIndicator"));
  const hasFigure = read.value !== null || read.lower !== null || read.upper !== null;
  if (figureKinds.has(read.kind)) {
    if (!hasFigure) return fail("value", say("needsValue"));
    read.unit ??= indicators.get(read.indicator)?.unit ?? "other";
  } else {
    for (const name of ["value", "lower", "upper", "unit"]) read[name] = null;
  }
  return read;
}

// The id of an indicator that was typed: its id or its name; undefined where there is none.
function indicatorOf(typed) {
  if (!typed) return null;
  if (indicators.has(typed)) return typed;
  const named = data.indicators.find((one) => [one.sv, one.en].some((name) => name.toLowerCase() === typed.toLowerCase()));
  if (named) return named.id;
  const wanted = typed.toLowerCase();
  const near = data.indicators.filter((one) => [one.id, one.sv, one.en].some((name) => name.toLowerCase().includes(wanted)));
  // an indicator of a catalogue that the page does not have stays what it was
  return near.length === 1 ? near[0].id : form?.item?.read.indicator === typed ? typed : undefined;
}

function saveForm() {
  const read = readForm();
  if (!read) return;
  const note = document.getElementById("field-note").value.trim();
  const { item, addition } = form;
  form = null;
  document.getElementById("list").focus({ preventScroll: true });
  if (addition) {
    const added = addItem({ id: addition.id, confidence: 1, rules: [], repeats: null, body: addition.text.body, source: addition.source, ...read },
      addition.text, addition.at);
    decisions.get(added.key).note = note || say("noteAdded");
    keep();
    renderText(added.text);
    renderList();
    showProgress();
    if (!isListed(added)) clearFilters();
    select(added, false);
    announce(`${say("saidAdd")}. ${say("progress", ...progress())}`);
    return;
  }
  if (item.isAdded) {
    // what was added is what it is changed to
    history.push({ key: item.key, before: decisions.get(item.key), added: null });
    decisions.set(item.key, { state: "added", fields: read, note: note || say("noteAdded") });
    keep();
    refresh(item);
    select(item, false);
    announce(say("saidChange"));
    return;
  }
  const changes = {};
  for (const name of fields) if (!same(item.read[name], read[name])) changes[name] = read[name];
  if (Object.keys(changes).length === 0) return accept(note);
  decide(item, { state: "changed", fields: changes, note: note || say("noteChanged") });
  refresh(item);
  moveOn(say("saidChange"));
}

// What is selected in the text, as the beginning of a new observation.
function beginAddition() {
  const selected = selectedRange();
  if (!selected) return announce(shownText && !shownText.isWhole ? say("noPlace") : say("selectFirst"), true);
  const { text, start, end } = selected;
  if (!text.isWhole) return announce(say("noPlace"), true);
  const content = text.text.slice(start, end);
  const numbers = numbersIn(content);
  const wanted = numbers.find((number) => start + number.end === missedAt.position && missedAt.text === text)
    ?? numbers.find((number) => !/^(19|20)\d\d$/.test(content.slice(number.start, number.end))) ?? numbers[0];
  const rest = wanted ? content.slice(wanted.end) : "";
  const unit = /^\s*(%|procent\b)/i.test(rest) ? "percent" : /^\s*(t?kr|kronor|kkr|mn?kr|msek|mdkr|miljon|miljard)/i.test(rest) ? "SEK" : null;
  const scale = /^\s*(tkr|kkr)/i.test(rest) ? 1e3 : /^\s*(mn?kr|msek|miljon)/i.test(rest) ? 1e6 : /^\s*(mdkr|miljard)/i.test(rest) ? 1e9 : 1;
  const place = text.places.findLast((one) => one.at <= start) ?? {};
  const near = items.filter((item) => item.text === text && item.at.length === 2 && item.at[0] <= start).sort((left, right) => right.at[0] - left.at[0])[0];
  const nearby = near ? claimsOf(near) : null;
  const range = fileRange(text, start, end);
  const quote = content.replace(/[\s\u00a0\u2009\u202f]+/g, " ").trim();
  const claims = { kind: "outcome", qualifier: "exact", topic: nearby?.topic ?? "ovrigt", unit, period: nearby?.period ?? null,
    value: wanted ? Number((wanted.value * scale).toPrecision(12)) : null };
  const source = { document: text.name, item: place.item ?? null, itemTitle: place.itemTitle ?? null, reference: place.reference ?? null,
    section: place.section ?? null, speakers: place.speakers ?? [], date: place.date ?? null, quote, range, line: runAt(text, start)[2], page: pageAt(text, start) };
  const id = `added-${text.content}-${range[0]}-${range[1]}-${items.filter((item) => item.isAdded).length + 1}`;
  document.getSelection().removeAllRanges();
  openForm(null, { claims, quote, source, text, at: [start, end], id });
}
