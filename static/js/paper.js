// Pages are drawn in millimetres and scaled to the room there is. Without this script the steps
// in desk.css stand, and the outline leads to pages instead of places on them.
import "./lines.js";

const sheets = document.querySelector(".sheets");
const paper = sheets.querySelector(".paper-page");
const outline = document.querySelector("[data-opens-when-wide]");
const links = [...outline.querySelectorAll(".outline [data-leads-to]")];
const wide = window.matchMedia("(min-width: 992px)");

// A sheet that is still to be filled stands for what will be on it.
const placeOf = (link) => sheets.querySelector(`[data-block="${link.dataset.leadsTo}"]`)
  || document.getElementById(link.hash.slice(1));
let places = [];

const fit = () => {
  const scale = Math.min(1, sheets.clientWidth / paper.offsetWidth);
  sheets.style.setProperty("--paper-scale", scale.toFixed(4));
};

const lead = (event) => {
  const link = event.target.closest("[data-leads-to]");
  if (!link) return;
  const place = placeOf(link);
  event.preventDefault();
  if (!wide.matches) outline.open = false;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start" });
};

// Marks the heading under which the top of the window stands.
const locate = () => {
  const passed = places.filter((place) => place.getBoundingClientRect().top < window.innerHeight / 3);
  links.forEach((link, at) => {
    if (at === passed.length - 1) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  });
};

let waiting = false;
const locateSoon = () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    locate();
  });
};

// At first, and whenever sheets have been filled.
const look = () => {
  places = links.map(placeOf);
  locate();
};

const open = () => {
  outline.open = wide.matches;
};

new ResizeObserver(fit).observe(sheets);
outline.addEventListener("click", lead);
wide.addEventListener("change", open);
document.addEventListener("scroll", locateSoon, { passive: true });
document.addEventListener("htmx:load", look);
open();
look();
