/* Lights what the address chooses: all stretches of a quotation in the text, and its words beside it, unfolded.

   The page works without this: the first stretch is the address's own target. */
"use strict";

(() => {
  const light = () => {
    document.querySelectorAll(".chosen").forEach((one) => one.classList.remove("chosen"));
    const [, key] = location.hash.match(/^#(q\d+)(?:-\d+)?$/) ?? [];
    if (!key) return;
    document.querySelectorAll(`#${key}, [id^="${key}-"]`).forEach((stretch) => stretch.classList.add("chosen"));
    const words = [...document.querySelectorAll(`.voice-words a[href="#${key}"]`)].map((link) => link.closest(".voice-words"));
    words.forEach((one) => one.classList.add("chosen"));
    if (words.length && !words.some((one) => one.closest("details").open)) words[0].closest("details").open = true;
  };

  /** On a phone the drawer gives way to the place in the text that its link leads to. */
  const giveWay = (event) => {
    const drawer = event.target.closest("a[href^='#']")?.closest(":popover-open");
    drawer?.hidePopover();
  };

  window.addEventListener("hashchange", light);
  document.getElementById("found").addEventListener("click", giveWay);
  light();
})();
