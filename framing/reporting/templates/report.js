// The page is whole without this file. With it: tabs, filters, notes and lines in a sheet, names hidden
// on request, and the exercise. Nothing is stored, nothing is sent, no text is ever read as markup.
(() => {
"use strict";
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const make = (name, text) => Object.assign(document.createElement(name), { textContent: text });
const say = (text) => { byId("said").textContent = text; };

// --- tabs -------------------------------------------------------------------------------------
const list = byId("tabs");
const tabs = $$("a", list).filter((a) => !a.closest(".no-js"));
const panelOf = (tab) => byId(tab.hash.slice(1));
list.setAttribute("role", "tablist");
$$("li", list).forEach((li) => li.setAttribute("role", "presentation"));
tabs.forEach((tab) => {
  const panel = panelOf(tab);
  tab.id = `tab-${panel.id}`;
  tab.setAttribute("role", "tab");
  tab.setAttribute("aria-controls", panel.id);
  panel.setAttribute("role", "tabpanel");
  panel.setAttribute("aria-labelledby", tab.id);
});
function showTab(tab) {
  tabs.forEach((other) => {
    const on = other === tab;
    other.setAttribute("aria-selected", on);
    other.tabIndex = on ? 0 : -1;
    panelOf(other).classList.toggle("on", on);
  });
}
list.addEventListener("keydown", (event) => {
  const at = tabs.indexOf(document.activeElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  const tab = tabs[(to + tabs.length) % tabs.length];
  tab.focus();
  choose(tab);
});
function choose(tab) {
  showTab(tab);
  history.replaceState(null, "", tab.hash);
  const top = list.getBoundingClientRect().top;
  if (top <= 0) list.parentElement.scrollIntoView();
}

// --- events and the two texts -----------------------------------------------------------------
const eventPick = byId("event");
const picks = ["left", "right"].map(byId);
const options = picks.map((pick) => (pick ? [...pick.options] : []));
const eventOf = (text) => byId(text).dataset.event;
let begun = false;
const nowEvent = () => (eventPick ? eventPick.value : null);
function showEvent(id) {
  if (eventPick && id) eventPick.value = id;
  const now = nowEvent();
  $$("[data-event]").forEach((e) => {
    if (e.localName !== "option") e.classList.toggle("off", now !== null && e.dataset.event !== now);
  });
  picks.forEach((pick, side) => {
    if (!pick) return;
    const mine = options[side].filter((o) => now === null || o.dataset.event === now);
    const before = pick.value;
    pick.replaceChildren(...mine);
    // at first two texts of two outlets, if there are two
    const other = mine.find((o) => o.dataset.outlet !== mine[0].dataset.outlet) || mine[1] || mine[0];
    const kept = begun && mine.find((o) => o.value === before);
    pick.value = (kept || [mine[0], other][side]).value;
  });
  if (picks[1]) {
    apart(0);
    picks[1].parentElement.hidden = picks[1].options.length < 2;
  }
  begun = true;
  showTexts();
}
// the two lists never show one text twice: the other one moves on
function apart(side) {
  const other = picks[1 - side];
  if (picks[side].value !== other.value) return;
  const next = [...other.options].find((o) => o.value !== picks[side].value);
  if (next) other.value = next.value;
}
function showTexts() {
  const chosen = picks.map((pick) => pick && pick.value);
  $$(".text").forEach((text) => {
    text.classList.toggle("on", chosen.includes(text.id));
    text.classList.toggle("second", text.id === chosen[1] && chosen[0] !== chosen[1]);
  });
  filter();
}
picks.forEach((pick, side) => pick && pick.addEventListener("change", () => { apart(side); showTexts(); }));
if (eventPick) eventPick.addEventListener("change", () => { showEvent(); closeSheet(); });

// --- filters ----------------------------------------------------------------------------------
const boxes = $$("#filters input");
const most = Number(document.body.dataset.most);
const on = (name) => boxes.filter((b) => b.name === name && b.checked).map((b) => b.value);
function filter() {
  const groups = boxes.filter((b) => b.name === "group");
  const full = groups.filter((b) => b.checked).length >= most;
  groups.forEach((b) => { b.disabled = full && !b.checked; });
  const [voices, letters, headlines] = [on("voice"), on("group"), on("zone").length > 0];
  let shown = 0, muted = 0;
  $$(".text .m").forEach((mark) => {
    const d = mark.dataset;
    const show = voices.includes(d.v) && letters.includes(d.g) && (headlines || d.z !== "headline");
    mark.parentElement.classList.toggle("mute", !show);
    if (!show && mark.hasAttribute("href")) {
      d.href = mark.getAttribute("href");
      mark.removeAttribute("href");
      mark.removeAttribute("role");
      mark.removeAttribute("tabindex");
    } else if (show && d.href) {
      mark.setAttribute("href", d.href);
      delete d.href;
    }
    if (show) mark.setAttribute("role", "button");
    if (mark.closest(".text.on:not(.off)")) show ? shown++ : muted++;
  });
  $$(".text").forEach((text) => rove($$(".m[href]", text)));
  const told = byId("shown");
  if (told) told.textContent = `${shown} marks shown in these texts, ${muted} not shown.`;
}
boxes.forEach((b) => b.addEventListener("change", () => {
  if (b.id === "who") document.body.classList.toggle("no-who", !b.checked);
  else if (b.id === "points") document.body.classList.toggle("no-points", !b.checked);
  else { filter(); refresh(); }
}));
document.body.classList.add("no-points", "no-who");
if (innerWidth < 640 && byId("filters")) byId("filters").open = false;

// one stop for the Tab key in each group; arrows lead on inside it
function rove(items) {
  const stop = items.find((i) => i.tabIndex === 0 && i.dataset.stop) || items[0];
  items.forEach((i) => { i.tabIndex = i === stop ? 0 : -1; });
}
function step(items, from, key) {
  const move = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
  const at = items.indexOf(from);
  const to = key === "Home" ? 0 : key === "End" ? items.length - 1 : at + move;
  if (at < 0 || Number.isNaN(to) || !items[to]) return null;
  from.tabIndex = -1;
  delete from.dataset.stop;
  items[to].tabIndex = 0;
  items[to].dataset.stop = "1";
  items[to].focus();
  return items[to];
}
$$(".text").forEach((text) => text.addEventListener("keydown", (event) => {
  const mark = event.target.closest(".m[href]");
  if (!mark) return;
  if (event.key === " ") { event.preventDefault(); openNote(mark, true); return; }
  const next = step($$(".m[href]", text), mark, event.key);
  if (next || event.key.startsWith("Arrow")) event.preventDefault();
  if (next && !sheet.hidden) openNote(next, false);
}));

// --- the sheet: notes and lines ---------------------------------------------------------------
const sheet = byId("sheet");
const body = byId("sheet-body");
let opener = null;
let again = null;
function openSheet(title, from, { lines, focus }) {
  if (opener) opener.removeAttribute("aria-expanded");
  opener = from;
  if (opener && opener.getAttribute("role") === "button") opener.setAttribute("aria-expanded", "true");
  byId("sheet-title").textContent = title;
  byId("csv").hidden = !lines;
  byId("before").hidden = byId("behind").hidden = lines || !opener.closest(".text");
  sheet.hidden = false;
  document.body.classList.add("sheet-open");
  body.scrollTop = 0;
  if (hidden) rename(sheet);
  if (focus) sheet.focus();
  const [low, room] = [opener.getBoundingClientRect().bottom, innerHeight - sheet.offsetHeight];
  if (low > room - 40) scrollBy(0, low - room / 2);
}
function closeSheet() {
  if (sheet.hidden) return;
  sheet.hidden = true;
  document.body.classList.remove("sheet-open");
  if (opener) { opener.removeAttribute("aria-expanded"); opener.focus(); }
  opener = again = null;
}
function refresh() { if (again) again(); }
const voiceName = (voice) => $("span", byId(`v-${voice}`)).textContent;
function openNote(mark, focus) {
  const note = byId((mark.getAttribute("href") || mark.dataset.href).slice(1));
  const copy = note.cloneNode(true);
  copy.removeAttribute("id");
  const voice = byId(`v-${mark.dataset.v}`).textContent.trim();
  const row = make("div", "");
  const who = mark.dataset.s ? ` – ${mark.dataset.s}` : "";
  row.append(make("dt", "Whose words"), make("dd", voice + who));
  $("dl", copy).prepend(row);
  body.replaceChildren(copy);
  const words = [...mark.childNodes].filter((n) => n.localName !== "sup").map((n) => n.textContent).join("");
  again = null;
  openSheet(`“${words.trim()}”`, mark, { lines: false, focus });
}
function openLines(link) {
  const source = byId(link.hash.slice(1));
  const show = () => {
    const copy = source.cloneNode(true);
    copy.removeAttribute("id");
    const voices = boxes.length ? on("voice") : null;
    const only = link.dataset.only;
    const asked = $$("li", copy).filter((li) => !only || li.dataset.v === only);
    const all = asked.length ? asked : $$("li", copy);
    const kept = all.filter((li) => !voices || voices.includes(li.dataset.v));
    $$("li", copy).forEach((li) => { if (!kept.includes(li)) li.remove(); });
    if (kept.length < all.length) {
      copy.prepend(make("p", `${kept.length} of ${all.length} lines; the filter of voices under Compare hides the others.`));
    }
    body.replaceChildren(copy);
    const title = $("h3", copy).textContent + (only ? ` – ${voiceName(only)}` : "");
    openSheet(title, link, { lines: true, focus: true });
  };
  show();
  again = show;
}
byId("close").addEventListener("click", closeSheet);
[["before", "ArrowLeft"], ["behind", "ArrowRight"]].forEach(([id, key]) => byId(id).addEventListener("click", () => {
  const next = step($$(".m[href]", opener.closest(".text")), opener, key);
  if (next) openNote(next, false); else say("No further mark in this text.");
  byId(id).focus();
}));
document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeSheet(); });
byId("csv").addEventListener("click", () => {
  const safe = (text) => `"${text.trim().replace(/\s+/g, " ").replace(/^[=+\-@]/, "'$&").replace(/"/g, '""')}"`;
  const rows = $$("li", body).map((li) => {
    const [before, hit, behind] = [...$("bdi", li).childNodes].map((n) => n.textContent);
    return [$("a", li).textContent, $(".by", li).textContent, $("i", li).textContent, before, hit, behind];
  });
  const text = [["text", "outlet", "voice", "before", "hit", "behind"], ...rows].map((r) => r.map(safe).join(",")).join("\r\n");
  const link = make("a", "");
  link.href = URL.createObjectURL(new Blob(["\ufeff" + text], { type: "text/csv" }));
  link.download = "lines.csv";
  link.click();
  URL.revokeObjectURL(link.href);
});

// --- links inside the page --------------------------------------------------------------------
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const target = byId(link.hash.slice(1));
  if (tabs.includes(link)) { event.preventDefault(); choose(link); return; }
  if (!target || link.classList.contains("skip")) return;
  event.preventDefault();
  if (link.matches(".m")) openNote(link, true);
  else if (target.matches(".lines")) openLines(link);
  else goTo(target);
});
function goTo(target) {
  const text = target.closest(".text");
  if (text && picks[0]) {
    showEvent(text.dataset.event);
    if (!picks.some((pick) => pick.value === text.id)) picks[0].value = text.id;
    apart(0);
    showTexts();
  }
  const panel = target.closest(".tab");
  const tab = panel && tabs.find((t) => panelOf(t) === panel);
  if (tab) showTab(tab);
  $$(".flash").forEach((e) => e.classList.remove("flash"));
  if (target !== panel) target.classList.add("flash");
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: text && target !== text ? "center" : "start" });
}

// --- hidden names -----------------------------------------------------------------------------
const secrets = JSON.parse(document.body.dataset.names);
const hide = byId("hide");
const originals = new Map();
const shownTitle = document.title;
let hidden = false;
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const loose = (text) => escape(text).replace(/\s+/g, "\\s+").replace(/['’ʼ]/g, "['’ʼ]");
const rules = secrets.map(([string, instead, exact]) => [
  new RegExp(`(?<![\\p{L}\\p{N}])${loose(string)}(?![\\p{L}\\p{N}])`, exact ? "gu" : "giu"), instead,
]);
// a name of several words that a long line cut off: its first words and an ellipsis
secrets.forEach(([string, instead]) => {
  const words = string.split(/\s+/);
  const fewest = words[0].length < 4 ? 2 : 1; // "The…" is the beginning of anything
  const begun = words.map((_, k) => loose(words.slice(0, k + 1).join(" "))).slice(fewest - 1, -1);
  if (begun.length) {
    rules.push([new RegExp(`(?<![\\p{L}\\p{N}])(?:${begun.reverse().join("|")})…`, "gu"), `${instead}…`]);
  }
});
const blind = (text) => rules.reduce((now, [pattern, instead]) => now.replace(pattern, instead), text);
const LABELS = ["aria-label", "title", "alt", "label"];
function swap(key, read, write) {
  const old = read();
  const now = blind(old);
  if (now !== old) { originals.set(key, () => write(old)); write(now); }
}
function rename(root) {
  // a name that a chart breaks over two lines is joined, replaced, and broken again
  $$("g", root).forEach((g) => {
    const rows = [...g.children].filter((e) => e.localName === "text");
    if (rows.length < 2 || originals.has(rows[0])) return;
    const old = rows.map((row) => row.textContent);
    const whole = blind(old.join(" "));
    if (whole === old.map(blind).join(" ")) return;
    const room = Math.max(...old.map((row) => row.length));
    const lines = [""];
    whole.split(" ").forEach((word) => {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (longer.length <= room || lines.length === rows.length) lines[lines.length - 1] = longer;
      else lines.push(word);
    });
    rows.forEach((row, k) => { row.textContent = lines[k] || ""; });
    originals.set(rows[0], () => rows.forEach((row, k) => { row.textContent = old[k]; }));
  });
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!["SCRIPT", "STYLE"].includes(node.parentElement.tagName)) {
      swap(node, () => node.data, (text) => { node.data = text; });
    }
  }
  LABELS.forEach((label) => $$(`[${label}]`, root).forEach((e) => {
    swap(`${label}${ids(e)}`, () => e.getAttribute(label), (text) => e.setAttribute(label, text));
  }));
  $$("[data-s]", root).forEach((e) => {
    swap(`s${ids(e)}`, () => e.dataset.s, (text) => { e.dataset.s = text; });
  });
}
const known = new Map();
function ids(element) {
  if (!known.has(element)) known.set(element, known.size);
  return known.get(element);
}
hide.addEventListener("click", () => {
  hidden = !hidden;
  closeSheet();
  hide.focus();
  hide.setAttribute("aria-pressed", hidden);
  document.body.classList.toggle("names-off", hidden);
  if (hidden) {
    options.flat().forEach((o) => swap(o, () => o.textContent, (text) => { o.textContent = text; }));
    rename(document.body);
    document.title = blind(shownTitle);
  } else {
    [...originals.values()].reverse().forEach((restore) => restore());
    originals.clear();
    document.title = shownTitle;
  }
  say(hidden ? "Outlet names are hidden." : "Outlet names are shown.");
});
byId("print").addEventListener("click", () => window.print());

// --- the exercise -----------------------------------------------------------------------------
$$(".try").forEach((piece) => {
  const words = $$(".w", $(".sample", piece));
  const answer = $(".answer", piece);
  const sample = $(".sample", piece);
  const chosen = (word) => word.getAttribute("aria-checked") === "true";
  sample.setAttribute("role", "group");
  sample.setAttribute("aria-label", "Words to choose from");
  const clear = () => {
    words.forEach((word) => {
      word.setAttribute("role", "checkbox");
      word.setAttribute("aria-checked", "false");
      word.classList.remove("both", "mine", "theirs");
    });
    answer.hidden = true;
  };
  const toggle = (word) => {
    if (answer.hidden) word.setAttribute("aria-checked", !chosen(word));
  };
  clear();
  rove(words);
  words.forEach((word) => word.addEventListener("click", () => toggle(word)));
  sample.addEventListener("keydown", (event) => {
    const word = event.target.closest(".w");
    if (word && [" ", "Enter"].includes(event.key)) { event.preventDefault(); toggle(word); }
    else if (word && step(words, word, event.key)) event.preventDefault();
  });
  $(".again", piece).addEventListener("click", () => { clear(); words[0].focus(); });
  $(".check", piece).addEventListener("click", () => {
    const keys = (word) => (word.dataset.k || "").split(" ").filter(Boolean);
    words.forEach((word) => {
      const [mine, theirs] = [chosen(word), keys(word).length > 0];
      word.classList.toggle("both", mine && theirs);
      word.classList.toggle("mine", mine && !theirs);
      word.classList.toggle("theirs", theirs && !mine);
    });
    const all = new Set(words.flatMap(keys));
    const met = new Set(words.filter(chosen).flatMap(keys));
    const alone = words.filter((word) => chosen(word) && !keys(word).length).length;
    $(".sum", piece).textContent = `You chose ${words.filter(chosen).length} words. They meet ${met.size} of `
      + `${all.size} documented phrases of this piece; ${alone} of your words stand in none of them.`;
    $$("li[data-k]", answer).forEach((li) => li.classList.toggle("met", met.has(li.dataset.k)));
    answer.hidden = false;
    $(".sum", piece).focus();
  });
});

// --- begin ------------------------------------------------------------------------------------
const start = byId(decodeURIComponent(location.hash.slice(1))) || panelOf(tabs[0]);
showTab(tabs.find((tab) => panelOf(tab) === start.closest(".tab")) || tabs[0]);
showEvent();
if (location.hash && start.closest(".text")) goTo(start);
})();
