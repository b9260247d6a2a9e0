(function () {
  'use strict';
  var form = document.querySelector('form.filters');
  if (!form) {
    return;
  }
  var names = ['find', 'owner', 'database', 'kind', 'severity', 'state'];
  var fields = names.map(function (name) { return document.getElementById(name); }).filter(Boolean);
  var drifts = Array.prototype.slice.call(document.querySelectorAll('.drift'));
  var tiles = Array.prototype.slice.call(document.querySelectorAll('.tile'));
  var texts = new Map();
  var more = document.getElementById('more');
  var narrow = window.matchMedia('(max-width: 46rem)');

  function text(drift) {
    if (!texts.has(drift)) {
      texts.set(drift, drift.textContent.toLowerCase());
    }
    return texts.get(drift);
  }

  function matches(drift) {
    return fields.every(function (field) {
      var wanted = field.value;
      if (!wanted.trim()) {
        return true;
      }
      if (field.id === 'find') {
        return wanted.toLowerCase().trim().split(/\s+/).every(function (word) {
          return text(drift).indexOf(word) >= 0;
        });
      }
      return drift.dataset[field.id] === wanted;
    });
  }

  function show() {
    var shown = 0;
    drifts.forEach(function (drift) {
      var is = matches(drift);
      drift.hidden = !is;
      shown += is ? 1 : 0;
    });
    var filtered = fields.some(function (field) { return field.value.trim(); });
    document.querySelectorAll('.group, .database').forEach(function (part) {
      var inside = part.querySelector('.drift');
      part.hidden = filtered && (!inside || !part.querySelector('.drift:not([hidden])'));
    });
    document.querySelectorAll('main > .notes, .database > .notes').forEach(function (part) { part.hidden = filtered; });
    document.getElementById('shown').textContent = filtered ? shown + ' of ' + drifts.length : drifts.length + (drifts.length === 1 ? ' difference' : ' differences');
    document.getElementById('nothing').hidden = shown > 0;
    document.getElementById('reset').hidden = !filtered;
    var severity = document.getElementById('severity').value;
    tiles.forEach(function (tile) { tile.setAttribute('aria-pressed', String(tile.dataset.severity === severity)); });
    remember(filtered);
  }

  function remember(filtered) {
    var place = new URLSearchParams();
    fields.forEach(function (field) {
      if (field.value.trim()) {
        place.set(field.id, field.value);
      }
    });
    try {
      history.replaceState(null, '', filtered ? '#' + place : location.pathname + location.search);
    } catch (e) {
      // Some browsers keep the address of a file as it is.
    }
  }

  function recall() {
    var place = new URLSearchParams(location.hash.slice(1));
    fields.forEach(function (field) {
      if (place.has(field.id)) {
        field.value = place.get(field.id);
        if (field.tagName === 'SELECT' && field.selectedIndex < 0) {
          field.value = '';
        }
      }
    });
  }

  function layOut() {
    more.open = !narrow.matches;
  }

  form.hidden = false;
  document.documentElement.classList.add('filtering');
  form.addEventListener('input', show);
  form.addEventListener('change', show);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.addEventListener('reset', function () { setTimeout(show); });
  tiles.forEach(function (tile) {
    tile.addEventListener('click', function () {
      var field = document.getElementById('severity');
      field.value = field.value === tile.dataset.severity ? '' : tile.dataset.severity;
      show();
    });
  });
  document.querySelectorAll('.copy').forEach(function (button) {
    if (navigator.clipboard) {
      button.hidden = false;
      button.addEventListener('click', function () {
        navigator.clipboard.writeText(button.parentNode.querySelector('pre').textContent).then(
          function () { button.textContent = 'Copied'; },
          function () { button.textContent = 'Select the text and copy it'; });
      });
    }
  });
  narrow.addEventListener('change', layOut);
  window.addEventListener('hashchange', function () { recall(); show(); });
  layOut();
  recall();
  show();
})();
