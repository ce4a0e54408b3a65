// Rows: one more, one up, one down, and each with the number that it will have.
import { grow } from "./forms.js";

const box = document.querySelector("[data-rows]");
const list = box.querySelector("[data-rows-list]");
const total = box.querySelector("[data-rows-total]");
const blank = box.querySelector("[data-rows-blank]");
const numbers = box.dataset.numbers.split("|");
const rows = () => [...list.querySelectorAll("[data-row]")];
const isGoing = (row) => row.querySelector("[data-removes]").checked;

const number = (row, place) => {
  const words = numbers[place] || "";
  row.querySelector("label.form-label").textContent = isGoing(row) ? "（删去）" : words;
  row.querySelector("textarea").setAttribute("aria-label", words);
  row.classList.toggle("is-going", isGoing(row));
  const opener = row.querySelector(".insert-open");
  if (opener) opener.setAttribute("aria-label", `插入到${words}`);
  ["up", "down"].forEach((way) => {
    const button = row.querySelector(`[data-row-${way}]`);
    button.hidden = false;
    button.setAttribute("aria-label", `${button.textContent}：${words}`);
  });
  row.querySelector(".row-order").hidden = true;
};

// The order is sent only once somebody has changed it: rows that others move stay as they are.
const count = (isMoved) => {
  let place = 0;
  rows().forEach((row, at) => {
    number(row, place);
    if (!isGoing(row)) place += 1;
    if (isMoved) row.querySelector("[data-order]").value = at + 1;
  });
};

const move = (row, other, isUp) => {
  if (!other) return;
  list.insertBefore(isUp ? row : other, isUp ? other : row);
  count(true);
  row.querySelector(isUp ? "[data-row-up]" : "[data-row-down]").focus();
};

const add = () => {
  const place = Number(total.value);
  const holder = document.createElement("div");
  holder.innerHTML = blank.innerHTML.replace(/__place__/g, place);
  const row = holder.firstElementChild;
  list.append(row);
  total.value = place + 1;
  count(rows().some((each) => each.querySelector("[data-order]").value));
  row.dispatchEvent(new CustomEvent("row-added", { bubbles: true }));
  const text = row.querySelector("textarea");
  grow(text);
  text.focus();
};

list.addEventListener("click", (event) => {
  const row = event.target.closest("[data-row]");
  if (event.target.closest("[data-row-up]")) move(row, row.previousElementSibling, true);
  if (event.target.closest("[data-row-down]")) move(row, row.nextElementSibling, false);
});
list.addEventListener("change", (event) => {
  if (event.target.matches("[data-removes]")) count(false);
});
const adder = box.querySelector("[data-rows-add]");
adder.hidden = false;
adder.addEventListener("click", add);
count(false);
