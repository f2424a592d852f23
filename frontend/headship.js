// Headship works without this file. With it: menus fold on a telephone, an error summary
// takes the focus, a button pressed twice sends once, and a table that fits is no tab stop.
import { initAll } from "./govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

function reachOnlyWhatScrolls() {
  for (const region of document.querySelectorAll(".headship-table-region")) {
    if (region.scrollWidth > region.clientWidth) region.setAttribute("tabindex", "0");
    else region.removeAttribute("tabindex");
  }
}

reachOnlyWhatScrolls();
addEventListener("resize", reachOnlyWhatScrolls);

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
