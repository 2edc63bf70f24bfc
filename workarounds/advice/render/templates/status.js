/* SPDX-License-Identifier: Apache-2.0 */
'use strict';
(() => {
  const controls = document.getElementById('find-controls');
  const field = document.getElementById('find-text');
  const count = document.getElementById('find-count');
  const sections = Array.from(document.querySelectorAll('[data-status]'));
  const rows = sections.flatMap(
    (section) => Array.from(section.querySelectorAll('tr[id]')));
  const texts = new Map();

  // With its status, the heading of its group, and where its links lead.
  function textOf(row) {
    if (!texts.has(row)) {
      const parts = [row.closest('[data-status]').dataset.status];
      const heading = row.parentElement.querySelector('.heading');
      parts.push(heading ? heading.textContent : '', row.textContent);
      for (const link of row.querySelectorAll('a')) {
        parts.push(link.href);
      }
      texts.set(row, parts.join(' ').replace(/\s+/g, ' ').toLowerCase());
    }
    return texts.get(row);
  }

  function hideIfEmpty(part) {
    part.hidden = !part.querySelector('tr[id]:not([hidden])');
  }

  function filter() {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !words.every((word) => textOf(row).includes(word));
      shown += row.hidden ? 0 : 1;
    }
    sections.forEach((section) => {
      section.querySelectorAll('tbody').forEach(hideIfEmpty);
      hideIfEmpty(section);
    });
    count.value = `${shown} of ${rows.length}`;
  }

  function remember() {
    const words = new URLSearchParams({find: field.value});
    const here = location.href.split('#')[0];
    history.replaceState(null, '', field.value ? `${here}#${words}` : here);
  }

  // The hash is either what was looked for or the name of a place.
  function recall() {
    const hash = location.hash.slice(1);
    const target = document.getElementById(hash);
    if (hash.includes('=')) {
      field.value = new URLSearchParams(hash).get('find') || '';
    } else if (target && target.closest('[hidden]')) {
      field.value = '';
    }
    filter();
    if (target) {
      target.scrollIntoView();
    }
  }

  field.addEventListener('input', filter);
  // Not at each letter: browsers forbid so many changes of the address.
  field.addEventListener('change', remember);
  window.addEventListener('hashchange', recall);
  controls.hidden = false;
  recall();
})();
