// The page's frame, its keys, and what they do.
function announce(text, isShown = false) {
  document.getElementById("live").textContent = text;
  const note = document.getElementById("notice");
  note.textContent = isShown ? text : "";
  note.hidden = !isShown;
}

function accept(note = "") {
  if (!current) return;
  if (current.isAdded) return moveOn(say("saidAccept"));
  // what was changed before is accepted as it was changed
  const before = decisions.get(current.key);
  const item = current;
  if (before?.state !== "changed") decide(item, { state: "accepted", fields: {}, note: typeof note === "string" ? note : "" });
  refresh(item);
  moveOn(say("saidAccept"));
}

function reject() {
  if (!current) return;
  const item = current;
  if (item.isAdded) {
    undoAddition(item);
    return;
  }
  decide(item, { state: "rejected", fields: {}, note: say("noteRejected") });
  refresh(item);
  moveOn(say("saidReject"));
}

function undoAddition(item) {
  history = history.filter((entry) => entry.key !== item.key);
  removeItem(item);
  keep();
  renderText(item.text);
  renderList();
  showProgress();
  announce(say("saidReject"));
}

function edit(first = "value") {
  if (current) openForm(current, null, first);
}

function undo() {
  const item = undoLast() ?? revert();
  if (!item) return announce(say("nothingToUndo"), true);
  if (byID.get(item.key) !== item) {
    renderText(item.text);
    renderList();
  } else {
    refresh(item);
    if (!isListed(item)) clearFilters();
    select(item, false);
  }
  showProgress();
  announce(`${say("saidUndo")}. ${say("progress", ...progress())}`);
}

// After the page was opened anew: what was decided about the current one before.
function revert() {
  if (!current || !decisions.has(current.key)) return null;
  const item = current;
  if (item.isAdded) removeItem(item);
  else decisions.delete(item.key);
  keep();
  return item;
}

function showProgress() {
  const [checked, total] = progress();
  const bar = document.getElementById("bar");
  bar.max = Math.max(1, total);
  bar.value = checked;
  document.getElementById("progress").textContent = say("progress", checked, total);
  document.getElementById("export").disabled = decisions.size === 0;
}

function exportFile() {
  if (decisions.size === 0) return;
  const address = URL.createObjectURL(new Blob([corrections()], { type: "application/jsonl" }));
  const link = element("a", { href: address, download: "corrections.jsonl" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  announce(say("exported", decisions.size), true);
}

async function importFile(event) {
  const file = event.target.files[0];
  if (!file) return;
  try {
    const [taken, foreign] = takeIn(await file.text());
    keep();
    history = [];
    if (shownText) renderText(shownText);
    renderList();
    showProgress();
    announce(say("imported", taken) + (foreign > 0 ? "; " + say("unknown", foreign) : ""), true);
  } catch (error) {
    announce(error.message, true);
  }
  event.target.value = "";
}

function nextMissed() {
  if (!selectMissed()) announce(say("noMissed"), true);
  else announce(document.getSelection().toString());
}

function showHelp() {
  const help = document.getElementById("help");
  const rows = say("helpText").map(([key, what]) => [element("dt", {}, element("kbd", {}, key)), element("dd", {}, what)]).flat();
  help.replaceChildren(element("h2", {}, say("keys")), element("dl", {}, ...rows), element("p", {}, say("helpMore")),
    element("button", { type: "button", onclick: () => help.close() }, say("close"), " ", element("kbd", {}, "Esc")));
  if (!help.open) help.showModal();
}

function focusFilters() {
  const box = document.getElementById("filter-box");
  box.open = true;
  document.getElementById("filter-document").focus();
}

const keys = {
  j: () => move(1), k: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1), a: () => accept(), x: reject,
  e: () => edit(), Enter: () => edit(), i: () => edit("indicator"), p: () => edit("period"),
  u: undo, n: beginAddition, m: nextMissed, s: exportFile, "?": showHelp, f: focusFilters,
  o: () => document.getElementById("import").click(), "/": () => document.getElementById("search").focus(),
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const help = document.getElementById("help");
  if (event.key === "Escape") {
    if (form && !help.open) {
      event.preventDefault();
      closeForm();
    } else if (document.activeElement?.closest("header")) {
      document.getElementById("list").focus();
    }
    return;
  }
  if (help.open || event.target.closest("input, select, textarea, form")) return;
  const isNavigation = event.key.startsWith("Arrow") || event.key === "Enter";
  // arrows scroll the text, Enter presses buttons: they move and open only in the list
  if (isNavigation && !event.target.closest("#list")) return;
  const action = keys[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

function onMark(event) {
  const mark = event.target.closest("mark");
  if (!mark || mark.items.length === 0 || !document.getSelection().isCollapsed) return;
  // again on the same place: the next one of those that overlap there
  const item = mark.items[(mark.items.indexOf(current) + 1) % mark.items.length];
  if (!isListed(item)) {
    if (stateOf(item) === "leftOut") filter.state = "leftOut";
    else clearFilters();
    renderFilters();
    renderList();
  }
  select(item);
}

function render() {
  document.documentElement.lang = language;
  document.title = `${say("title")} – ${data.documents.length === 1 ? data.documents[0].name : say("documents", data.documents.length)}`;
  const press = (id, word, key, action) => element("button", { type: "button", id, onclick: action, "aria-keyshortcuts": key }, say(word), key ? " " : "", key ? element("kbd", {}, key) : "");
  const search = element("input", { type: "search", id: "search", "aria-label": say("filter"), placeholder: say("filter") + " ( / )", value: filter.text,
    oninput: (event) => { filter.text = event.target.value; renderList(); } });
  const options = element("datalist", { id: "indicators" }, ...data.indicators.map((one) => element("option", { value: one.id }, one[language])));
  const page = [
    element("header", {},
      element("h1", {}, say("title")),
      element("div", { class: "progress" }, element("progress", { id: "bar", "aria-labelledby": "progress" }), element("span", { id: "progress" })),
      element("div", { class: "tools" },
        press("export", "export", "s", exportFile), press("import-button", "import", "o", keys.o),
        element("input", { type: "file", id: "import", accept: ".jsonl,.json,.txt", class: "unseen", tabindex: "-1", "aria-label": say("import"), onchange: importFile }),
        press("print", "print", null, () => window.print()), press("language", "language", null, switchLanguage), press("help-button", "help", "?", showHelp)),
      element("p", { id: "notice", hidden: true })),
    element("main", {},
      element("section", { class: "left", "aria-label": say("text") },
        element("div", { class: "tools" }, press("add", "add", "n", beginAddition), press("missed", "missed", "m", nextMissed)),
        element("article", { id: "text", tabindex: "0", role: "region", "aria-label": say("text"), onclick: onMark })),
      element("section", { id: "details", "aria-label": say("details") }),
      element("nav", { "aria-label": say("list") },
        search,
        element("details", { id: "filter-box" }, element("summary", {}, say("filters"), " (", element("span", { id: "count" }), ")"), element("div", { id: "filters" })),
        element("p", { id: "none", class: "remark", hidden: true }, say("none")),
        element("ul", { id: "list", role: "listbox", tabindex: "0", "aria-label": say("list"), onclick: (event) => {
          const row = event.target.closest("li");
          if (row) select(row.item);
        } }))),
    options, element("div", { id: "live", class: "unseen", role: "status", "aria-live": "polite" }), element("dialog", { id: "help", "aria-label": say("help") }),
  ];
  for (const old of document.querySelectorAll("header, main, datalist, #live, dialog, noscript")) old.remove();
  document.body.prepend(...page);
  shownText = null;
  renderFilters();
  renderList();
  showProgress();
  if (!keepsState) announce(say("noStorage"), true);
}

function switchLanguage() {
  language = language === "sv" ? "en" : "sv";
  form = null;
  render();
}

recall();
keep();
render();
document.addEventListener("keydown", onKey);
window.addEventListener("beforeprint", () => makeRows(shown.length));
window.addEventListener("beforeunload", (event) => {
  if (!keepsState && decisions.size > 0) event.preventDefault();
});
document.getElementById("list").focus({ preventScroll: true });
