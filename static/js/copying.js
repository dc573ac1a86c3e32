/* Copies what a button stands below: as rich text, so that italics survive in a letter, and as text beside it.

   The page works without this: the buttons stay hidden, and what they would copy is text to be chosen. */
"use strict";

(() => {
  const say = (words) => {
    document.getElementById("copied").textContent = words;
  };

  const copied = (text, html) =>
    window.ClipboardItem
      ? navigator.clipboard.write([new ClipboardItem({ "text/plain": inkOf(text, "plain"), "text/html": inkOf(html, "html") })])
      : navigator.clipboard.writeText(text);

  const inkOf = (words, kind) => new Blob([words], { type: `text/${kind}` });

  const copy = async (button) => {
    const source = document.getElementById(button.dataset.copies);
    try {
      await copied(source.textContent, source.outerHTML);
      say(`Copied: ${source.textContent}`);
      button.lastChild.previousSibling.textContent = " Copied";
    } catch {
      getSelection().selectAllChildren(source);
      say("Copying is not allowed here. The words are chosen: copy them yourself.");
    }
  };

  const offer = () =>
    document.querySelectorAll("[data-copies][hidden]").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", () => copy(button));
    });

  if (!navigator.clipboard) return;
  offer();
  document.addEventListener("htmx:afterSettle", offer);
})();
