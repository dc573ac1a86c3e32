// Chooses a stretch of time on the chart of results: drag over bars, or move with the arrows and Shift, then Enter.
// Each bar is a link that works without this. Listeners are on the document, so a chart that comes later works too.
"use strict";

(() => {
  const drag = { chart: null, from: -1, to: -1, moved: false };

  const barsOf = (chart) => [...chart.querySelectorAll(".bar")];
  const chartOf = (target) => target instanceof Element && target.closest("[data-timeline] svg");
  const ends = () => [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)];

  function barAt(chart, x) {
    const box = chart.getBoundingClientRect();
    const bars = barsOf(chart);
    const place = Math.floor(((x - box.left) / box.width) * bars.length);
    return Math.max(0, Math.min(bars.length - 1, place));
  }

  function show() {
    const [first, last] = ends();
    const bars = barsOf(drag.chart);
    bars.forEach((bar, place) => bar.classList.toggle("bar-drawn", first <= place && place <= last && first !== last));
    const drawn = first === last ? [] : bars.slice(first, last + 1);
    const total = drawn.reduce((sum, bar) => sum + Number(bar.dataset.count), 0);
    tell(drawn.length ? `${bars[first].dataset.name} – ${bars[last].dataset.name}: ${total.toLocaleString("en-GB")}` : "");
  }

  function tell(words) {
    drag.chart.closest("[data-timeline]").querySelector("[data-timeline-status]").textContent = words;
  }

  function start(chart, place) {
    if (drag.chart && drag.chart !== chart) cancel();
    Object.assign(drag, { chart, from: place, to: place, moved: false });
  }

  function cancel() {
    if (!drag.chart) return;
    drag.to = drag.from;
    show();
    drag.chart = null;
  }

  // The address of a bar asks for its time; the range ends where its last bar does.
  function go() {
    const [first, last] = ends();
    const bars = barsOf(drag.chart);
    const address = new URL(bars[first].getAttribute("href"), location.href);
    address.searchParams.set("date_to", bars[last].dataset.dateTo);
    visit(address);
  }

  // Within the page of results they change in place, as with every other choice; anywhere else it is a link.
  function visit(address) {
    if (!window.htmx || !document.getElementById("search")) {
      location.assign(address);
      return;
    }
    const inside = { target: "#search", select: "#search", swap: "outerHTML show:none" };
    htmx.ajax("GET", address.pathname + address.search, inside).then(() => {
      const bars = document.querySelectorAll("[data-timeline] .bar[tabindex='0']");
      [...bars].find((bar) => bar.getBoundingClientRect().width)?.focus({ preventScroll: true });
    });
  }

  document.addEventListener("pointerdown", (event) => {
    const chart = chartOf(event.target);
    if (!chart || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    start(chart, barAt(chart, event.clientX));
    drag.pointer = event.pointerId;
  });

  document.addEventListener("pointermove", (event) => {
    if (!drag.chart || drag.pointer !== event.pointerId) return;
    const place = barAt(drag.chart, event.clientX);
    if (place === drag.to) return;
    if (!drag.moved) drag.chart.setPointerCapture(event.pointerId);
    drag.to = place;
    drag.moved = true;
    show();
  });

  document.addEventListener("pointerup", (event) => {
    if (!drag.chart || drag.pointer !== event.pointerId) return;
    drag.pointer = null;
    if (drag.from !== drag.to) go();
    else cancel();
  });

  document.addEventListener("pointercancel", () => {
    drag.pointer = null;
    drag.moved = false;
    cancel();
  });

  // A click on a bar; but the click that ends a drag is none, also where the drag was taken back.
  document.addEventListener("click", (event) => {
    const chart = chartOf(event.target);
    const bar = chart && event.target.closest(".bar");
    if (chart && drag.moved) event.preventDefault();
    else if (bar && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      visit(new URL(bar.getAttribute("href"), location.href));
    }
    drag.moved = false;
  });

  document.addEventListener("dragstart", (event) => {
    if (chartOf(event.target)) event.preventDefault();
  });

  const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drag.chart) {
      cancel();
      drag.pointer = null;
      return;
    }
    const bar = event.target instanceof Element && event.target.closest("[data-timeline] .bar");
    if (!bar || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in steps) move(event, bar);
    else if (event.key === "Enter" && drag.chart && drag.from !== drag.to) {
      event.preventDefault();
      go();
    }
  });

  function move(event, bar) {
    event.preventDefault();
    const chart = bar.closest("svg");
    const bars = barsOf(chart);
    const here = bars.indexOf(bar);
    const there = Math.max(0, Math.min(bars.length - 1, here + steps[event.key]));
    if (!event.shiftKey) cancel();
    else if (drag.chart !== chart) start(chart, here);
    bar.setAttribute("tabindex", "-1");
    bars[there].setAttribute("tabindex", "0");
    bars[there].focus();
    if (event.shiftKey) {
      drag.to = there;
      show();
    }
  }
})();
