/* Steps through the pictures of the page. Without this script they stand one below the other. */
(function () {
  "use strict";
  var root = document.documentElement;
  var figures = Array.prototype.slice.call(document.querySelectorAll("figure"));
  var nav = document.querySelector("nav");
  var place = nav.querySelector("output");
  var buttons = {};
  var at = 0;

  function clamp(step) {
    return Math.max(0, Math.min(figures.length - 1, step));
  }

  /* A picture that moves starts from its beginning when one comes to it. */
  function restart(figure) {
    var picture = figure.querySelector("img");
    picture.src = picture.src.replace(/#.*$/, "") + "#" + Date.now();
  }

  /* As on the slides of the program, whatever one goes to next is seen again. */
  function black(on) {
    root.classList.toggle("black", on);
  }

  function show(step) {
    var before = at;
    black(false);
    at = clamp(step);
    if (at !== before && figures[at].classList.contains("moving")) restart(figures[at]);
    figures.forEach(function (figure, i) {
      figure.classList.toggle("now", i === at);
      figure.parentNode.classList.toggle("now", figure.parentNode === figures[at].parentNode);
    });
    place.textContent = at + 1 + " / " + figures.length;
    buttons.back.disabled = at === 0;
    buttons.next.disabled = at === figures.length - 1;
    history.replaceState(null, "", "#" + (at + 1));
  }

  function play(on) {
    black(false);
    root.classList.toggle("playing", on);
    buttons.all.setAttribute("aria-pressed", String(!on));
    if (!on) figures[at].scrollIntoView({ block: "center" });
  }

  function toggle(name) {
    root.classList.toggle(name);
    buttons[name].setAttribute("aria-pressed", String(root.classList.contains(name)));
  }

  var actions = {
    back: function () { show(at - 1); },
    next: function () { show(at + 1); },
    all: function () { play(!root.classList.contains("playing")); },
    "with-notes": function () { toggle("with-notes"); },
    dark: function () { toggle("dark"); },
    black: function () { black(root.classList.contains("playing") && !root.classList.contains("black")); },
    full: function () {
      if (document.fullscreenElement) document.exitFullscreen();
      else if (root.requestFullscreen) root.requestFullscreen();
    },
    first: function () { show(0); },
    last: function () { show(figures.length - 1); }
  };

  var keys = {
    ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next",
    ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Backspace: "back",
    Home: "first", End: "last", n: "with-notes", d: "dark", b: "black", ".": "black", f: "full", o: "all", Escape: "all"
  };

  var chinese = /^zh\b/i.test(navigator.language || "");
  if (chinese) nav.setAttribute("aria-label", nav.dataset.zh);
  nav.querySelectorAll("button").forEach(function (button) {
    if (chinese) {
      button.textContent = button.dataset.zhFace;
      button.title = button.dataset.zh;
      button.setAttribute("aria-label", button.dataset.zh);
    }
    buttons[button.dataset.action] = button;
    button.addEventListener("click", actions[button.dataset.action]);
  });

  document.addEventListener("keydown", function (event) {
    var action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    var onButton = event.target.tagName === "BUTTON" && (event.key === " " || event.key === "Enter");
    var reading = !root.classList.contains("playing") && (action === "next" || action === "back");
    if (!action || onButton || reading || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    actions[action]();
  });

  /* A tap in the left third goes back, elsewhere on; a swipe goes where the finger pulls the picture. */
  var touch = null;
  document.addEventListener("pointerdown", function (event) {
    var playing = root.classList.contains("playing");
    touch = playing && event.isPrimary && !event.target.closest("nav, .notes, a") ? event.clientX : null;
  });
  document.addEventListener("pointerup", function (event) {
    if (touch === null) return;
    var pulled = event.clientX - touch;
    var back = Math.abs(pulled) > 40 ? pulled > 0 : event.clientX < window.innerWidth / 3;
    touch = null;
    actions[back ? "back" : "next"]();
  });

  window.addEventListener("hashchange", function () {
    show((parseInt(location.hash.slice(1), 10) || 1) - 1);
  });

  root.classList.add("scripted");
  if (window.matchMedia && matchMedia("(prefers-color-scheme: dark)").matches) toggle("dark");
  show((parseInt(location.hash.slice(1), 10) || 1) - 1);
  play(true);
})();
