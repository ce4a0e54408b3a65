// New pages of the sample come in behind the old ones, unseen, and take their place when their
// style sheet is there: nothing flickers while numbers are typed.
const pages = document.getElementById("sample-pages");

const show = ({ target }) => {
  const newest = pages.lastElementChild;
  if (!target.matches("link") || !newest || !newest.contains(target)) return;
  [...pages.children].forEach((each) => each !== newest && each.remove());
};

pages.addEventListener("load", show, true); // neither event bubbles
pages.addEventListener("error", show, true);
