/* SPDX-License-Identifier: Apache-2.0 */
'use strict';
(() => {
  const table = document.getElementById('status-table');
  const controls = document.getElementById('find-controls');
  const field = document.getElementById('find-text');
  const count = document.getElementById('find-count');
  const choices = Array.from(controls.querySelectorAll('[type=radio]'));
  const heads = Array.from(table.tHead.rows[0].cells);
  const body = table.tBodies[0];
  // In the order of the page, which is that of urgency.
  const rows = Array.from(body.rows);
  const texts = new Map();
  const collator = new Intl.Collator('en', {numeric: true});
  const RANKS = {
    status: ['removable', 'blocked', 'unknown', 'choice'],
    state: ['unfixed', 'unknown', 'fixed', 'not-affected'],
  };
  const state = {find: '', status: '', sort: '', descending: false};

  function textOf(row) {
    if (!texts.has(row)) {
      const parts = Array.from(row.cells).slice(0, 4);
      const words = parts.map((cell) => cell.textContent);
      for (const link of row.cells[0].querySelectorAll('a')) {
        words.push(link.href);
      }
      texts.set(row, words.join(' ').replace(/\s+/g, ' ').toLowerCase());
    }
    return texts.get(row);
  }

  function hasStatus(row) {
    if (state.status === 'expired') {
      return 'expired' in row.dataset;
    }
    return !state.status || row.dataset.status === state.status;
  }

  function filter() {
    const words = state.find.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = words.length ? textOf(row) : '';
      const fits = words.every((word) => text.includes(word));
      row.hidden = !(fits && hasStatus(row));
      shown += row.hidden ? 0 : 1;
    }
    count.value = `${shown} of ${rows.length}`;
  }

  // What has no key stays at the end, whatever the direction.
  function keyOf(row, column, place) {
    if (column === 'name') {
      return row.id;
    }
    if (column === 'status') {
      return String(RANKS.status.indexOf(row.dataset.status));
    }
    if (column === 'expires') {
      return row.cells[place].firstChild.textContent.trim();
    }
    const word = row.cells[place].querySelector('b');
    return word ? String(RANKS.state.indexOf(word.className)) : '';
  }

  function sort() {
    const place = heads.findIndex(
      (head) => head.dataset.column && head.dataset.column === state.sort);
    const sorted = Array.from(rows);
    if (place >= 0) {
      const keys = new Map(
        rows.map((row) => [row, keyOf(row, state.sort, place)]));
      const sign = state.descending ? -1 : 1;
      sorted.sort((one, other) => {
        const [a, b] = [keys.get(one), keys.get(other)];
        if (!a || !b) {
          return Number(!a) - Number(!b);
        }
        return sign * collator.compare(a, b);
      });
    }
    const all = document.createDocumentFragment();
    sorted.forEach((row) => all.append(row));
    body.append(all);
    const direction = state.descending ? 'descending' : 'ascending';
    heads.filter((head) => head.dataset.column).forEach((head) => {
      const isIt = head.dataset.column === state.sort;
      head.setAttribute('aria-sort', isIt ? direction : 'none');
    });
  }

  // One click sorts, a second turns it round, a third ends it.
  function turn(column) {
    if (state.sort !== column) {
      Object.assign(state, {sort: column, descending: false});
    } else if (!state.descending) {
      state.descending = true;
    } else {
      Object.assign(state, {sort: '', descending: false});
    }
    sort();
    remember();
  }

  function remember() {
    const words = new URLSearchParams();
    Object.entries(state).forEach(([key, value]) => {
      if (value) {
        words.set(key, value);
      }
    });
    const here = location.href.split('#')[0];
    const hash = words.toString();
    history.replaceState(null, '', hash ? `${here}#${hash}` : here);
  }

  function show() {
    field.value = state.find;
    choices.forEach((one) => {
      one.checked = one.value === state.status;
    });
    filter();
  }

  // The hash is either what was looked for or the name of a row.
  function recall() {
    const hash = location.hash.slice(1);
    if (hash.includes('=')) {
      const words = new URLSearchParams(hash);
      const status = words.get('status') || '';
      state.find = words.get('find') || '';
      state.status = choices.some((one) => one.value === status)
        ? status : '';
      state.sort = words.get('sort') || '';
      state.descending = words.has('descending');
      sort();
    }
    const row = document.getElementById(hash);
    if (row && row.hidden) {
      Object.assign(state, {find: '', status: ''});
    }
    show();
    if (row) {
      row.scrollIntoView();
    }
  }

  heads.filter((head) => head.dataset.column).forEach((head) => {
    const button = document.createElement('button');
    const label = head.querySelector('.head');
    button.type = 'button';
    button.append(...label.childNodes);
    button.addEventListener('click', () => turn(head.dataset.column));
    label.append(button);
    head.setAttribute('aria-sort', 'none');
  });
  field.addEventListener('input', () => {
    state.find = field.value;
    filter();
  });
  // Not at each letter: browsers forbid so many changes of the address.
  field.addEventListener('change', remember);
  choices.forEach((choice) => choice.addEventListener('change', () => {
    state.status = choice.value;
    filter();
    remember();
  }));
  window.addEventListener('hashchange', recall);
  controls.hidden = false;
  recall();
})();
