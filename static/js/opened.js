/* Steps through the matches of an opened result, and on through the list.

   The page works without this: every match has an address, and the bar links to each. Here the steps get a memory of
   where the reader is, and keys: Alt+↓ and Alt+↑ for matches, Alt+Shift+↓ and Alt+Shift+↑ for results. Keys with Alt,
   since a letter alone would be taken from those who dictate or whose screen reader moves by letters (WCAG 2.1.4). */
"use strict";

(() => {
  const AROUND = 60; // letters announced before and after a match
  const pieces = [...document.querySelectorAll("mark.hit")]; // a match that crosses another mark has several
  const matches = pieces.filter((piece) => piece.id);
  const part = (id) => document.getElementById(id);
  let current = -1;

  /** All pieces of a match: its first has the id, those that follow without one belong to it. */
  const piecesOf = (match) => {
    const first = pieces.indexOf(match);
    const next = pieces.findIndex((piece, place) => place > first && piece.id);
    return pieces.slice(first, next < 0 ? undefined : next);
  };

  /** The place of the match that a fragment leads to, or of the nearest one from there on. */
  const nearest = (fragment) => {
    const target = part(fragment);
    if (!target || !matches.length) return 0;
    const after = Node.DOCUMENT_POSITION_FOLLOWING;
    const place = matches.findIndex((match) => match === target || target.compareDocumentPosition(match) & after);
    return place < 0 ? matches.length - 1 : place;
  };

  /** The words around a match, for those who hear the page. */
  const around = (match) => {
    const block = match.closest("p, h1, h2") || match.parentElement;
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEndBefore(match);
    const before = range.toString().length;
    return block.textContent.slice(Math.max(0, before - AROUND), before + match.textContent.length + AROUND).trim();
  };

  const wrapped = (place) => (place + matches.length) % matches.length;

  const makeCurrent = (place) => {
    if (current >= 0) piecesOf(matches[current]).forEach((piece) => piece.classList.remove("hit-here"));
    current = wrapped(place);
    piecesOf(matches[current]).forEach((piece) => piece.classList.add("hit-here"));
    part("match-count").textContent = `${current + 1} of ${matches.length} match${matches.length > 1 ? "es" : ""}`;
    part("next-match").setAttribute("href", `#${matches[wrapped(current + 1)].id}`);
    part("previous-match").setAttribute("href", `#${matches[wrapped(current - 1)].id}`);
  };

  /** Go to a match. The address follows, without an entry in the history: the back button leads to the list. */
  const go = (place) => {
    makeCurrent(place);
    matches[current].scrollIntoView({ block: "center" });
    history.replaceState(history.state, "", `#${matches[current].id}`);
    part("match-status").textContent = `Match ${current + 1} of ${matches.length}: ${around(matches[current])}`;
  };

  /** Follow the address, which the browser itself led to: by hand, or by a link clicked before this script was here. */
  const arrive = () => {
    const fragment = location.hash.slice(1);
    if (matches.some((match) => match.id === fragment)) document.querySelector(".opened-all").removeAttribute("open");
    makeCurrent(nearest(fragment));
  };

  const onClick = (event) => {
    const link = event.target.closest("a[href^='#m']");
    const place = link ? matches.findIndex((match) => `#${match.id}` === link.hash) : -1;
    if (place < 0) return;
    event.preventDefault();
    link.closest("details")?.removeAttribute("open");
    go(place);
  };

  const step = (forward, results) => {
    if (results) part(forward ? "next-result" : "previous-result")?.click();
    else if (matches.length) go(current + (forward ? 1 : -1));
  };

  const onKey = (event) => {
    const arrow = event.key === "ArrowDown" || event.key === "ArrowUp";
    if (!arrow || !event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    step(event.key === "ArrowDown", event.shiftKey);
  };

  document.addEventListener("keydown", onKey);
  if (!matches.length) return;
  document.querySelector(".opened-bar").addEventListener("click", onClick);
  window.addEventListener("hashchange", arrive);
  part("previous-match").hidden = part("match-keys").hidden = false;
  part("next-match-name").textContent = "Next match";
  arrive();
})();
