// Suggestions under a search field (ARIA 1.2 combobox): the server gives the options, this shows and chooses them.
// A field says where they come from: <input data-suggestions="/search/suggestions/">. Without this it is a plain field.
"use strict";

(() => {
  const PAUSE = 150; // ms without a key before the server is asked

  // A page that comes back from the browser's history has the frame already, with what was in it.
  function frameOf(field) {
    if (field.parentElement.className === "combobox") return field.parentElement;
    const frame = Object.assign(document.createElement("div"), { className: "combobox" });
    field.replaceWith(frame);
    return frame;
  }

  class Combobox {
    constructor(field) {
      this.field = field;
      this.address = field.dataset.suggestions;
      this.asked = ""; // what the options shown, or on their way, are for
      this.active = null;
      this.build();
      this.listen();
    }

    build() {
      const { field } = this;
      this.list = Object.assign(document.createElement("div"), { id: `${field.id}-list`, className: "suggestions", hidden: true });
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", "Suggestions");
      this.status = Object.assign(document.createElement("span"), { className: "visually-hidden" });
      this.status.setAttribute("role", "status");
      const [inFocus, start, end] = [document.activeElement === field, field.selectionStart, field.selectionEnd];
      field.type = "text"; // a field of type search may not be a combobox
      field.enterKeyHint = "search";
      field.autocomplete = "off";
      field.setAttribute("role", "combobox");
      field.setAttribute("aria-autocomplete", "list");
      field.setAttribute("aria-controls", this.list.id);
      field.setAttribute("aria-expanded", "false");
      frameOf(field).replaceChildren(field, this.list, this.status);
      if (inFocus) { // which it loses when it is moved
        field.focus({ preventScroll: true });
        field.setSelectionRange(start, end);
      }
    }

    listen() {
      const { field, list } = this;
      field.addEventListener("input", (event) => event.isComposing || this.later());
      field.addEventListener("compositionend", () => this.later());
      field.addEventListener("keydown", (event) => this.key(event));
      field.addEventListener("blur", () => this.close());
      field.form.addEventListener("submit", () => this.close());
      list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
      list.addEventListener("mousedown", (event) => event.preventDefault());
      list.addEventListener("click", (event) => {
        const option = event.target.closest("[role=option]");
        if (option) this.choose(option);
      });
    }

    get options() {
      return [...this.list.querySelectorAll("[role=option]")];
    }

    get open() {
      return !this.list.hidden;
    }

    later() {
      clearTimeout(this.timer);
      this.stop();
      if (!this.field.value.trim()) this.close();
      else this.timer = setTimeout(() => this.ask(), PAUSE);
    }

    stop() {
      this.underway?.abort();
      this.underway = null;
    }

    // Everything in the form goes along, so that what is chosen beside the words stays chosen.
    question() {
      const { field } = this;
      const parameters = new URLSearchParams();
      for (const [name, value] of new FormData(field.form)) {
        if (typeof value === "string" && value && name !== field.name) parameters.append(name, value);
      }
      parameters.set("q", field.value);
      parameters.set("at", [...field.value.slice(0, field.selectionStart ?? field.value.length)].length);
      return parameters.toString();
    }

    async ask() {
      const question = this.question();
      this.stop();
      const underway = (this.underway = new AbortController());
      try {
        const answer = await fetch(`${this.address}?${question}`, { signal: underway.signal, headers: { Accept: "text/html" } });
        const options = answer.ok ? await answer.text() : "";
        if (this.underway === underway && document.activeElement === this.field) this.show(options);
      } catch (error) {
        if (error.name !== "AbortError") this.close(); // the server is away: a plain field is what is left
      }
    }

    show(options) {
      this.list.innerHTML = options;
      for (const one of this.list.querySelectorAll("[id]")) one.id = `${this.list.id}-${one.id}`;
      for (const group of this.list.querySelectorAll("[aria-labelledby]")) {
        group.setAttribute("aria-labelledby", `${this.list.id}-${group.getAttribute("aria-labelledby")}`);
      }
      this.mark(null);
      const many = this.options.length;
      this.expand(many > 0);
      this.status.textContent = many === 0 ? "No suggestions" : `${many} suggestion${many === 1 ? "" : "s"}, up and down to choose`;
    }

    expand(open) {
      this.list.hidden = !open;
      this.field.setAttribute("aria-expanded", String(open));
    }

    close() {
      clearTimeout(this.timer);
      this.stop();
      this.mark(null);
      this.expand(false);
      this.status.textContent = "";
    }

    mark(option) {
      this.active?.setAttribute("aria-selected", "false");
      this.active = option;
      if (option) {
        option.setAttribute("aria-selected", "true");
        this.field.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      } else this.field.removeAttribute("aria-activedescendant");
    }

    key(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      const vertical = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (vertical) {
        event.preventDefault();
        if (this.open) this.step(vertical);
        else if (this.field.value.trim()) this.ask();
      } else if (event.key === "Escape" && this.open) {
        event.preventDefault();
        this.close();
      } else if (event.key === "Enter" && this.open && this.active) {
        event.preventDefault();
        this.choose(this.active);
      } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) {
        this.mark(null);
      }
    }

    // Beyond either end stands the field itself: nothing is chosen there.
    step(by) {
      const stops = [null, ...this.options];
      const here = stops.indexOf(this.active);
      this.mark(stops[(here + by + stops.length) % stops.length]);
    }

    choose(option) {
      const { text, caret, address } = option.dataset;
      this.close();
      if (address) {
        location.assign(address);
        return;
      }
      this.field.value = text;
      const place = [...text].slice(0, Number(caret)).join("").length;
      this.field.focus();
      this.field.setSelectionRange(place, place);
    }
  }

  const known = new WeakSet();

  function begin() {
    for (const field of document.querySelectorAll("input[data-suggestions]")) {
      if (!known.has(field)) new Combobox(field);
      known.add(field);
    }
  }

  begin();
  document.addEventListener("htmx:load", begin); // the form comes anew with the results
  document.addEventListener("htmx:historyRestore", begin);
})();
