// What was read, what somebody decides about it, and how that is kept and handed on.
const data = JSON.parse(document.getElementById("data").textContent);
language = data.language;
const fields = ["kind", "indicator", "topic", "value", "lower", "upper", "qualifier", "unit", "period", "comparedWith",
  "direction", "assessment", "group", "label", "about"];
const indicators = new Map(data.indicators.map((one) => [one.id, one]));
const meanings = new Map(data.rules.map((one) => [one.name, one.meaning]));
const items = [];
const byID = new Map();
data.documents.forEach((text, number) => {
  text.number = number;
  for (const item of text.items) {
    item.read = item.observation[0];
    item.id = item.read.id;
    item.text = text;
    enlist(item);
  }
});
// id -> { state, fields, note }; fields are those that differ from what was read
let decisions = new Map();
let history = [];
let keepsState = true;
const storageKey = "nyckeltal-review-" + data.page;

function enlist(item) {
  // documents that are the same have observations that are
  let key = item.id;
  while (byID.has(key)) key += "'";
  item.key = key;
  byID.set(key, item);
  items.push(item);
}

function stateOf(item) {
  const decision = decisions.get(item.key);
  if (decision) return decision.state;
  if (item.read.correction?.rejected) return "rejected";
  if (item.read.verified) return "accepted";
  return item.isLeftOut ? "leftOut" : "unchecked";
}

// The fields as they stand after the decision.
function claimsOf(item) {
  return { ...item.read, ...(decisions.get(item.key)?.fields ?? {}) };
}

function progress() {
  let checked = 0;
  let total = 0;
  for (const item of items) {
    const state = stateOf(item);
    if (state === "leftOut") continue;
    total += 1;
    if (state !== "unchecked") checked += 1;
  }
  return [checked, total];
}

function decide(item, decision) {
  history.push({ key: item.key, before: decisions.get(item.key) ?? null, added: null });
  if (decision) decisions.set(item.key, decision);
  else decisions.delete(item.key);
  keep();
}

// Adds an observation that the reading has missed.
function addItem(read, text, at) {
  const item = makeAdded(read, text, at);
  enlist(item);
  history.push({ key: item.key, before: null, added: item });
  decisions.set(item.key, { state: "added", fields: {}, note: "" });
  keep();
  return item;
}

function makeAdded(read, text, at) {
  return { id: read.id, read, text, at, cues: [], candidates: [], isLeftOut: false, isAdded: true };
}

function removeItem(item) {
  items.splice(items.indexOf(item), 1);
  byID.delete(item.key);
  decisions.delete(item.key);
}

// Takes the last decision back; gives its item, or null where there is none.
function undoLast() {
  const last = history.pop();
  if (!last) return null;
  const item = byID.get(last.key);
  if (last.added) removeItem(item);
  else if (last.before) decisions.set(last.key, last.before);
  else decisions.delete(last.key);
  keep();
  return item;
}

function keep() {
  try {
    if (decisions.size === 0) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, corrections());
    keepsState = true;
  } catch {
    keepsState = false;
  }
}

function recall() {
  try {
    const kept = localStorage.getItem(storageKey);
    if (kept) takeIn(kept);
  } catch {
    keepsState = false;
  }
}

// The decisions as a file of corrections: one JSON object a line, in the documents' order.
function corrections() {
  const lines = [];
  for (const item of items) {
    const decision = decisions.get(item.key);
    if (!decision) continue;
    const line = { id: item.id, state: decision.state, note: decision.note };
    if (item.text.content) line.content = item.text.content;
    if (decision.state === "added") {
      line.document = item.text.name;
      for (const field of fields) line[field] = claimsOf(item)[field];
      line.source = item.read.source;
      line.at = item.at;
    } else {
      Object.assign(line, decision.fields);
    }
    lines.push(JSON.stringify(line));
  }
  return lines.map((line) => line + "\n").join("");
}

// Takes a file of corrections in; gives how many were taken, and how many are for other documents.
function takeIn(content) {
  let taken = 0;
  let foreign = 0;
  const parsed = content.split("\n").map((text, number) => {
    if (text.trim() === "") return null;
    try {
      const line = JSON.parse(text);
      if (!line || typeof line.id !== "string") throw new Error("id");
      return line;
    } catch (error) {
      throw new Error(say("importFailed", number + 1, error.message));
    }
  });
  for (const line of parsed) {
    if (!line) continue;
    if (line.state === "added" && line.source) {
      const text = data.documents.find((one) => one.content === line.content);
      if (!text || byID.has(line.id)) {
        foreign += text ? 0 : 1;
        continue;
      }
      const read = { id: line.id, confidence: 1, rules: [], repeats: null, body: text.body, source: line.source };
      for (const field of fields) read[field] = line[field] ?? null;
      const item = makeAdded(read, text, Array.isArray(line.at) ? line.at : []);
      enlist(item);
      decisions.set(item.key, { state: "added", fields: {}, note: String(line.note ?? "") });
      taken += 1;
      continue;
    }
    const matching = items.filter((item) => item.id === line.id && (!line.content || item.text.content === line.content));
    if (matching.length === 0) foreign += 1;
    for (const item of matching) {
      const changed = {};
      for (const field of fields) if (field in line) changed[field] = line[field];
      const state = line.state ?? (line.reject ? "rejected" : "changed");
      decisions.set(item.key, { state, fields: changed, note: String(line.note ?? "") });
    }
    if (matching.length > 0) taken += 1;
  }
  return [taken, foreign];
}

// The last place before a position from which on the text and the file run in parallel: where it
// is in both, and on which line.
function runAt(text, position) {
  let low = 0;
  let high = text.runs.length / 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (text.runs[middle * 3] <= position) low = middle + 1;
    else high = middle;
  }
  const run = Math.max(0, low - 1) * 3;
  return [text.runs[run] ?? 0, text.runs[run + 1] ?? 0, text.runs[run + 2] ?? 1];
}

// A position of a document's text as a position in its file.
function filePosition(text, position) {
  const [start, file] = runAt(text, position);
  return file + byteCount(text.text.slice(start, position), text.encoding);
}

function byteCount(part, encoding) {
  if (encoding === "Latin-1") return part.length;
  if (encoding !== "UTF-8") return part.length * 2;
  return new TextEncoder().encode(part).length;
}

// The range in the file that a range of the text was read from: it ends after its last character.
function fileRange(text, start, end) {
  const last = [...text.text.slice(start, end)].pop() ?? "";
  return [filePosition(text, start), filePosition(text, end - last.length) + byteCount(last, text.encoding)];
}

// The page on which a position of the text lies, for formats with pages.
function pageAt(text, position) {
  if (!text.hasPages) return null;
  let page = null;
  for (let index = 0; index < text.blocks.length && text.blocks[index + 1] <= position; index += 4) page = text.blocks[index + 3];
  return page || null;
}
