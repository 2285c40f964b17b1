// The document's text with the observations' spans marked.
const forms = ["paragraph", "heading", "listItem", "row", "line"];
let shownText = null;
// The pieces of text in their order: { start, end, node }
let pieces = [];
// item key -> its marks
let marks = new Map();
let currentMarks = [];

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "class") made.className = value;
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function renderText(text) {
  const place = document.getElementById("text");
  pieces = [];
  marks = new Map();
  currentMarks = [];
  shownText = text;
  const spans = spansByBlock(text);
  const parts = [element("h2", { class: "name" }, element("bdi", {}, text.name))];
  if (!text.isWhole) parts.push(element("p", { class: "remark" }, say("noText")));
  let page = 0;
  let table = null;
  for (let index = 0; index < text.blocks.length; index += 4) {
    const [form, start, end, number] = text.blocks.slice(index, index + 4);
    if (number > page) {
      page = number;
      table = null;
      parts.push(element("div", { class: "page", role: "separator", "aria-label": say("page", page) }, say("page", page)));
    }
    const own = spans[index / 4];
    if (forms[form] === "row") {
      if (!table) {
        table = element("tbody");
        parts.push(element("div", { class: "wide", tabindex: "0", role: "group" }, element("table", {}, table)));
      }
      table.append(renderRow(text, start, end, own, table.childElementCount === 0));
      continue;
    }
    table = null;
    const name = forms[form] === "heading" ? "h3" : "p";
    const block = element(name, { class: forms[form] });
    appendPieces(block, text, start, end, own);
    parts.push(block);
  }
  place.replaceChildren(...parts);
  place.scrollTop = 0;
}

// For every block the spans that touch it.
function spansByBlock(text) {
  const count = text.blocks.length / 4;
  const found = Array.from({ length: count }, () => []);
  const put = (span) => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (text.blocks[middle * 4 + 2] <= span.start) low = middle + 1;
      else high = middle;
    }
    for (; low < count && text.blocks[low * 4 + 1] < span.end; low += 1) found[low].push(span);
  };
  for (const item of items) {
    if (item.text === text && item.at.length === 2) put({ start: item.at[0], end: item.at[1], item });
  }
  for (let index = 0; index < text.uncertain.length; index += 2) {
    put({ start: text.uncertain[index], end: text.uncertain[index + 1], item: null });
  }
  return found;
}

// A row of cells between "|"; the signs between them stay in the text, for a selection's sake.
function renderRow(text, start, end, spans, isFirst) {
  const row = element("tr");
  const content = text.text.slice(start, end);
  const bars = [];
  for (let at = content.indexOf("|"); at >= 0; at = content.indexOf("|", at + 1)) {
    if (content[at - 1] !== "\\") bars.push(at);
  }
  const edges = bars.filter((bar, index) => index === 0 || content.slice(bar + 1).trim() !== "" || index < bars.length - 1);
  for (const [index, bar] of edges.entries()) {
    const from = start + (index === 0 ? 0 : bar);
    const to = index + 1 < edges.length ? start + edges[index + 1] : end;
    const cell = element(isFirst ? "th" : "td", isFirst ? { scope: "col" } : {});
    const inner = text.text.slice(from, to);
    const head = /^\s*\|?\s*/.exec(inner)[0].length;
    const tail = Math.max(head, inner.length - /\s*\|?\s*$/.exec(inner)[0].length);
    for (const [left, right, hides] of [[0, head, true], [head, tail, false], [tail, inner.length, true]]) {
      if (left === right) continue;
      const place = hides ? element("span", { class: "bar", "aria-hidden": "true" }) : cell;
      appendPieces(place, text, from + left, from + right, spans);
      if (hides) cell.append(place);
    }
    row.append(cell);
  }
  return row;
}

// Splits a range where spans begin and end, and marks each part with those that hold it.
function appendPieces(place, text, start, end, spans) {
  const edges = new Set([start, end]);
  const own = spans.filter((span) => span.start < end && span.end > start);
  for (const span of own) {
    if (span.start > start) edges.add(span.start);
    if (span.end < end) edges.add(span.end);
  }
  const sorted = [...edges].sort((left, right) => left - right);
  for (let index = 0; index + 1 < sorted.length; index += 1) {
    const [from, to] = [sorted[index], sorted[index + 1]];
    const holders = own.filter((span) => span.start <= from && span.end >= to);
    const node = document.createTextNode(text.text.slice(from, to));
    const piece = element(holders.length > 0 ? "mark" : "span", {}, node);
    pieces.push({ start: from, end: to, node });
    if (holders.length > 0) {
      // the shortest first: it is the innermost
      holders.sort((left, right) => left.end - left.start - (right.end - right.start));
      piece.items = holders.map((span) => span.item).filter((item) => item);
      for (const item of piece.items) {
        if (!marks.has(item.key)) marks.set(item.key, []);
        marks.get(item.key).push(piece);
      }
      styleMark(piece);
    }
    place.append(piece);
  }
}

function styleMark(mark) {
  if (mark.items.length === 0) {
    mark.className = "uncertain";
    mark.title = say("uncertain");
    return;
  }
  const states = mark.items.map(stateOf);
  const state = states.includes("unchecked") ? "unchecked" : states.find((one) => one !== "leftOut") ?? states[0];
  const isCurrent = current && mark.items.includes(current);
  mark.className = state + (mark.items.length > 1 ? " several" : "") + (isCurrent ? " current" : "");
}

function showInText(item) {
  if (shownText !== item.text) renderText(item.text);
  const before = currentMarks;
  currentMarks = marks.get(item.key) ?? [];
  for (const mark of [...before, ...currentMarks]) styleMark(mark);
  if (item.at.length === 2) highlightFigure(item);
  currentMarks[0]?.scrollIntoView({ block: "center", inline: "nearest" });
}

// The number itself within the quote, where the browser can paint it without changing the text.
function highlightFigure(item) {
  if (!globalThis.CSS?.highlights) return;
  const claims = claimsOf(item);
  const wanted = [claims.value, claims.lower, claims.upper].filter((one) => one !== null && one !== undefined).map(Math.abs);
  const quote = item.text.text.slice(item.at[0], item.at[1]);
  const hits = numbersIn(quote).filter((number) =>
    wanted.some((value) => [1, 1e3, 1e6, 1e9].some((scale) => Math.abs(number.value * scale - value) < 1e-6 * Math.max(1, value))));
  const ranges = hits.map((hit) => domRange(item.at[0] + hit.start, item.at[0] + hit.end)).filter((range) => range);
  CSS.highlights.set("figure", new Highlight(...ranges));
}

function domRange(start, end) {
  const first = pieces.find((piece) => piece.end > start);
  const last = pieces.findLast((piece) => piece.start < end);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, Math.max(0, start - first.start));
  range.setEnd(last.node, Math.min(last.node.length, end - last.start));
  return range;
}

// What is selected in the text, as a range of it without white space at its ends; null where nothing is.
function selectedRange() {
  const selection = document.getSelection();
  if (!shownText || !selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const held = pieces.filter((piece) => range.intersectsNode(piece.node));
  if (held.length === 0) return null;
  const [first, last] = [held[0], held[held.length - 1]];
  let start = first.start + (range.startContainer === first.node ? range.startOffset : 0);
  let end = range.endContainer === last.node ? last.start + range.endOffset : last.end;
  const isBlank = (at) => /[\s|]/.test(shownText.text[at]);
  while (start < end && isBlank(start)) start += 1;
  while (end > start && isBlank(end - 1)) end -= 1;
  return start < end ? { text: shownText, start, end } : null;
}

// Selects the next number of the text that no observation holds, with its sentence.
let missedAt = { text: null, position: 0 };
function selectMissed() {
  const text = shownText;
  if (!text) return null;
  if (missedAt.text !== text) missedAt = { text, position: 0 };
  const spans = items.filter((item) => item.text === text && item.at.length === 2 && stateOf(item) !== "leftOut").map((item) => item.at);
  const next = numbersIn(text.text).find((number) =>
    number.start >= missedAt.position && !spans.some(([start, end]) => start < number.end && end > number.start));
  if (!next) return null;
  missedAt.position = next.end;
  const before = text.text.slice(0, next.start);
  const start = Math.max(before.lastIndexOf("\n") + 1, ...[". ", "! ", "? "].map((sign) => before.lastIndexOf(sign) + 2).filter((at) => at > 1));
  const after = /[.!?](?=\s)|\n/.exec(text.text.slice(next.end));
  const end = after ? next.end + after.index : text.text.length;
  const range = domRange(start, end);
  const selection = document.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  range.startContainer.parentElement.scrollIntoView({ block: "center" });
  return { ...next, sentence: text.text.slice(start, end) };
}
