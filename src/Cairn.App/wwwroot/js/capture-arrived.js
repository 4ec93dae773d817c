// What arrived is not the end of it: the ways on to the pieces that it became.
// @ts-check
const SHOWN = 3;

/**
 * One link for each learner's piece; of many, the first few, and the others behind "and N more".
 * @param {import('./capture-send.js').Of[]} of @param {DOMStringMap} words Of the queue: judge, see, more.
 * @returns {HTMLElement[]}
 */
export function ways(of, words) {
  const all = of.map(one => {
    const link = document.createElement('a');
    const what = (one.judges ? words.judge : words.see) ?? '';
    [link.href, link.textContent] = [one.href, of.length > 1 ? `${one.name}: ${what}` : what];
    return link;
  });
  if (all.length <= SHOWN + 1) return all;
  const [more, summary, list] = [document.createElement('details'), document.createElement('summary'), document.createElement('div')];
  [summary.textContent, list.className] = [(words.more ?? '').replace('#', String(all.length - SHOWN)), 'Row'];
  list.append(...all.slice(SHOWN));
  more.append(summary, list);
  return [...all.slice(0, SHOWN), more];
}
