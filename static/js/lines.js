// Lines are broken for the fonts of the PDF. Where a font of this machine is wider, a line is drawn
// together until it ends where the type area does; without this script it reaches past its edge.
const reach = (line) => line.scrollWidth - line.clientWidth;

const tighten = () => {
  const lines = [...document.querySelectorAll(".paper-line")];
  lines.forEach((line) => line.style.removeProperty("--paper-spacing"));
  const wide = lines.map((line) => [line, reach(line)]).filter(([, over]) => over > 0);
  const spacings = wide.map(([line]) => parseFloat(getComputedStyle(line).letterSpacing) || 0);
  wide.forEach(([line, over], at) => {
    const share = (over + 1) / line.textContent.length;
    line.style.setProperty("--paper-spacing", `${(spacings[at] - share).toFixed(3)}px`);
  });
};

document.fonts.ready.then(tighten);
document.addEventListener("htmx:load", tighten);
document.addEventListener("load", tighten, true); // of a style sheet that came later
