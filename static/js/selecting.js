/* Words that an editor selects: in the text of an article they offer what can be made of them, in a form they fill its
   row.

   All of it can be done without: each paragraph has links, and each form a field for the words. Offsets are code points,
   as the archive counts; strings here count UTF-16 units, so an astral sign is two. */
"use strict";

(() => {
  const points = (text) => [...text].length;
  const LETTER = /[\p{L}\p{N}]/u;

  /** The code points of a text up to a place in it, of whatever is inside `element` up to a point of the page. */
  const before = (element, node, offset) => {
    const range = document.createRange();
    range.setStart(element, 0);
    range.setEnd(node, offset);
    return points(range.toString());
  };

  /** Move both ends outwards, so that no word is cut, and inwards over blanks. */
  const whole = (signs, start, end) => {
    while (start < end && !signs[start].trim()) start += 1;
    while (end > start && !signs[end - 1].trim()) end -= 1;
    if (start === end) return [start, end];
    while (start > 0 && LETTER.test(signs[start]) && LETTER.test(signs[start - 1])) start -= 1;
    while (end < signs.length && LETTER.test(signs[end - 1]) && LETTER.test(signs[end])) end += 1;
    return [start, end];
  };

  /** What is selected within one element of these: the element, the code points, and the words; else nothing. */
  const selected = (within) => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const from = range.startContainer;
    const element = (from.nodeType === Node.TEXT_NODE ? from.parentElement : from).closest(within);
    if (!element) return null;
    const signs = [...element.textContent];
    const inside = element.contains(range.endContainer);
    const last = inside ? before(element, range.endContainer, range.endOffset) : signs.length;
    const [start, end] = whole(signs, before(element, from, range.startOffset), last);
    return end > start ? { element, start, end, words: signs.slice(start, end).join("") } : null;
  };

  /* In an article: a bar with what can be made of the words. */
  const bar = document.getElementById("selected");
  let pressed = false; // a finger on the bar takes the selection away before it clicks
  const offer = () => {
    const chosen = selected("[data-paragraph]");
    bar.hidden = !chosen && !pressed;
    if (!chosen) return;
    const words = chosen.words.length > 60 ? `${chosen.words.slice(0, 30)} … ${chosen.words.slice(-25)}` : chosen.words;
    bar.querySelector("[data-words]").textContent = `“${words}”`;
    for (const link of bar.querySelectorAll("[data-add]")) {
      const path = `${bar.dataset.article}${chosen.element.dataset.paragraph}/${link.dataset.add}/`;
      link.setAttribute("href", `${path}?start=${chosen.start}&end=${chosen.end}`);
    }
  };

  /* In a form: the row that had the focus last, else the first one, takes the words. */
  let row = null;
  const rowOf = (form) => (row && form.contains(row) ? row : form.querySelector(".place"));
  const fill = () => {
    const chosen = selected("[data-choose-from]");
    const place = chosen && rowOf(chosen.element.closest("form"));
    if (!place) return;
    const field = (name) => place.querySelector(`[name$="-${name}"]:not([type="radio"])`);
    field("words").value = chosen.words;
    field("paragraph").value = chosen.element.dataset.chooseFrom;
    if (field("start")) field("start").value = chosen.start;
  };

  /* Words that are typed stand wherever they are found, no more where others were selected. */
  const typed = (event) => {
    const start = event.target.closest(".place")?.querySelector('input[type="hidden"][name$="-start"]');
    if (start) start.value = "";
  };

  document.addEventListener("selectionchange", () => (bar ? offer() : null));
  document.addEventListener("selectionchange", fill);
  document.addEventListener("focusin", (event) => {
    row = event.target.closest(".place") ?? row;
  });
  document.addEventListener("input", typed);
  bar?.addEventListener("pointerdown", () => {
    pressed = true;
  });
  document.addEventListener("pointerdown", (event) => {
    if (bar && !bar.contains(event.target)) pressed = false;
  });
  document.addEventListener("htmx:load", () => {
    for (const hint of document.querySelectorAll("[data-hint]")) hint.hidden = false;
  });
})();
