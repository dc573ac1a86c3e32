// The page of results after a click that changed it in place: what was folded out stays so, a reader who went to
// another page is taken to its beginning, and the new count is read out.
(() => {
  "use strict";

  const search = () => document.getElementById("search");
  let unfolded = [];
  let turnedPage = false;

  const changes = (event) => event.detail.target && event.detail.target.id === "search";

  document.addEventListener("htmx:beforeSwap", (event) => {
    if (!changes(event)) return;
    unfolded = [...search().querySelectorAll("details[id]")].map((one) => [one.id, one.open]);
    turnedPage = Boolean(event.detail.requestConfig.elt.closest(".pages"));
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target && event.detail.target.id !== "search") return;
    for (const [id, open] of unfolded) {
      const details = document.getElementById(id);
      if (details) details.open = open;
    }
    const count = document.getElementById("results-count");
    const said = document.getElementById("search-said");
    if (said) said.textContent = count ? count.textContent.replace(/\s+/g, " ").trim() : "";
    if (count && turnedPage) count.focus({ preventScroll: true });
    unfolded = [];
    turnedPage = false;
  });
})();
