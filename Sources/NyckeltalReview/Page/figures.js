// Figures and periods as people write them.
const figureKinds = new Set(["outcome", "target", "forecast", "budget", "change"]);
const signs = { exact: "", about: "≈ ", almost: "< ", lessThan: "< ", moreThan: "> ", atLeast: "≥ ", atMost: "≤ " };

function numberText(number) {
  const digits = String(number);
  if (digits.includes("e")) return digits;
  const [whole, part] = digits.split(".");
  const minus = whole.startsWith("-") ? "−" : "";
  const grouped = whole.replace("-", "").replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  return minus + grouped + (part ? (language === "sv" ? "," : ".") + part : "");
}

// The number that a text states; null for an empty one, NaN for what is none.
function parseNumber(text) {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const found = /^([-−–+]?)\s*(\d[\d\s\u00a0\u2009\u202f]*(?:[.,]\d+)?)\s*(%|procent|kr|kronor|tkr|kkr|mnkr|mkr|msek|mdkr)?$/i.exec(trimmed);
  if (!found) return NaN;
  const scale = { tkr: 3, kkr: 3, mnkr: 6, mkr: 6, msek: 6, mdkr: 9 }[(found[3] ?? "").toLowerCase()] ?? 0;
  const digits = found[2].replace(/[\s\u00a0\u2009\u202f]/g, "").replace(",", ".");
  return Number((found[1] === "-" || found[1] === "−" || found[1] === "–" ? "-" : "") + digits + "e" + scale);
}

function isPeriod(text) {
  const one = /^(19|20)\d\d(-(T[1-3]|Q[1-4]|H[12]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?$/;
  const parts = text.split("/");
  return parts.length <= 2 && parts.every((part) => one.test(part));
}

function figureText(claims) {
  if (claims.assessment && claims.kind === "assessment") return term("assessment", claims.assessment);
  const sign = signs[claims.qualifier] ?? "";
  const unit = !claims.unit || claims.unit === "other" ? "" : claims.unit === "percent" ? "\u00a0%" : claims.unit === "SEK" ? "\u00a0kr" : "\u00a0" + term("unit", claims.unit);
  const arrow = { up: "↑ ", down: "↓ ", unchanged: "→ " }[claims.direction] ?? "";
  if (claims.value !== null && claims.value !== undefined) return arrow + sign + numberText(claims.value) + unit;
  if (claims.lower !== null || claims.upper !== null) {
    const bounds = [claims.lower, claims.upper].map((bound) => (bound === null || bound === undefined ? "…" : numberText(bound)));
    return arrow + sign + bounds.join("–") + unit;
  }
  return claims.direction ? arrow + term("direction", claims.direction) : term("kind", claims.kind);
}

// Every number in a text: where it stands and what it is.
function numbersIn(text) {
  const found = [];
  const pattern = /\d+(?:[ \u00a0\u2009\u202f]\d{3}(?!\d))*(?:[.,]\d+)?/g;
  for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
    found.push({ start: hit.index, end: hit.index + hit[0].length, value: parseNumber(hit[0]) });
  }
  return found;
}
