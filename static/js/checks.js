// 校核: from the list to the place on the pages and back, and through the list by the keyboard.
// Without this script the links lead to pages, and every button is a form of its own.
import { isComposing } from "./composing.js";

const sheets = document.querySelector(".sheets");
const list = document.querySelector("[data-checks-list]");
const lines = list ? [...list.querySelectorAll("[data-line]")] : [];
const keys = list && list.querySelector("[data-keys]");

const placesOf = (key) => [...sheets.querySelectorAll(`[data-finding="${key}"]`)];
const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

let shown = [];
let awaited = null; // a finding on sheets that have not come yet

const show = (key) => {
  shown.forEach((place) => place.classList.remove("is-shown"));
  shown = placesOf(key);
  shown.forEach((place) => place.classList.add("is-shown"));
  return shown[0];
};

const lead = (link) => {
  const key = link.dataset.toFound;
  const block = sheets.querySelector(`[data-block="${link.dataset.blockOf}"]`);
  const place = show(key) || block || document.getElementById(link.hash.slice(1));
  awaited = shown.length ? null : key;
  if (place) place.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
  return place;
};

const focusOn = (place) => {
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
};

// What n and p go through: lines, and the places of those that are opened.
const stops = () => [...list.querySelectorAll("[data-line], .spots[open] [data-to-found]")];
const stopOf = (element) => {
  const spot = element.closest(".spots li");
  return spot ? spot.querySelector("[data-to-found]") : element.closest("[data-line]");
};

// The stop with the focus, or the last that had it before its place on the pages took it.
let last = null;
const here = () => (sheets.contains(document.activeElement) ? last : stopOf(document.activeElement));

const visit = (stop) => {
  if (!stop) return;
  last = stopOf(stop);
  stop.focus({ preventScroll: true });
  stop.scrollIntoView({ block: "nearest" });
  const link = stop.matches("a") ? stop : stop.querySelector("[data-to-found]");
  if (link) lead(link);
};

const step = (by) => {
  const all = stops();
  const at = all.indexOf(here());
  visit(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]);
};

// Of a folded line its own way comes before those of its places, of a place its own.
const accept = () => {
  const stop = here();
  if (!stop) return;
  const all = stop.querySelector("[data-accepts-all]");
  const one = stop.closest("li").querySelector("[data-accepts]");
  const folded = one && one.closest("details:not([open])");
  const button = all || (folded ? null : one);
  if (button) button.click();
  else if (folded) folded.open = true;
};

const ignore = () => {
  const stop = here();
  const way = stop && stop.closest("li").querySelector(stop.matches("a") ? "[data-ignores-here]" : "[data-ignores]");
  if (!way) return;
  if (stop.matches("a")) {
    way.click();
    return;
  }
  way.parentElement.open = true;
  way.parentElement.querySelector("[name=reason]").select();
};

const help = () => {
  keys.open = !keys.open;
  if (keys.open) keys.scrollIntoView({ block: "nearest" });
};

const next = () => step(1);
const previous = () => step(-1);
const ways = {
  n: next,
  j: next,
  p: previous,
  k: previous,
  a: accept,
  i: ignore,
  "?": help,
};

// Who speaks to the machine, or presses keys by accident, can do without them.
const keysOn = list && list.querySelector("[data-keys-on]");
const KEYS = "checks-keys";

const recallKeys = () => {
  keysOn.parentElement.hidden = false;
  try {
    keysOn.checked = localStorage.getItem(KEYS) !== "off";
    keysOn.addEventListener("change", () => localStorage.setItem(KEYS, keysOn.checked ? "on" : "off"));
  } catch (error) {
    // Storage is off: then it holds for this page.
  }
};
if (keysOn) recallKeys();

const isTyping = (target) => target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  const way = list && ways[event.key];
  if (!way || !keysOn.checked || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.isComposing || isComposing() || isTyping(event.target)) return;
  event.preventDefault();
  if (!event.repeat || way === ways.n || way === ways.p) way(); // a key held down mends nothing
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-to-found]");
  if (!link) return;
  event.preventDefault();
  last = stopOf(link);
  const place = lead(link);
  if (place) focusOn(place);
});

// To the line that tells of a finding; where that is folded, to its own place in it.
const meet = (link) => {
  const folded = link.closest("details");
  if (folded) folded.open = true;
  visit(link);
};

// On the pages: to the list, which may be another page.
const goBack = (place) => {
  const key = place.dataset.finding;
  const link = list && list.querySelector(`[data-to-found="${key}"]`);
  if (link) meet(link);
  else if (!list) window.location.assign(`${sheets.dataset.checks}#found-${key}`);
};

sheets.addEventListener("click", (event) => {
  const place = event.target.closest("[data-finding]");
  if (place && window.getSelection().isCollapsed) goBack(place);
});

sheets.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("[data-finding]")) goBack(event.target);
});

document.addEventListener("htmx:load", () => {
  if (!awaited || !placesOf(awaited).length) return;
  const place = show(awaited);
  awaited = null;
  place.scrollIntoView({ block: "center" });
  if (document.activeElement === document.body) focusOn(place); // the empty sheet had it
});

// After a change: at what has taken the place of the line or the spot worked at. From another page
// of the desk: at what was clicked.
const arrive = () => {
  const [, line, spot] = /^#(?:line|spot)-(\d+)(?:-(\d+))?$/.exec(window.location.hash) || [];
  const [, key] = /^#found-(\w+)$/.exec(window.location.hash) || [];
  const inLine = spot ? `[id^="spot-${line}-"] [data-to-found]` : "";
  const spots = inLine ? [...list.querySelectorAll(inLine)] : [];
  const link = key && list.querySelector(`[data-to-found="${key}"]`);
  if (spots.length) meet(spots[Math.min(Number(spot), spots.length) - 1]);
  else if (line) visit(lines[Math.min(Number(line), lines.length) - 1]);
  else if (link) meet(link);
};
const arriveSoon = () => requestAnimationFrame(() => requestAnimationFrame(arrive));

// Until the page is there the browser itself goes to the place, and takes the focus away.
if (list && document.readyState === "complete") arriveSoon();
else if (list) window.addEventListener("load", arriveSoon);
