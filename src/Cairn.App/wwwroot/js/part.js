// A part of a page, fetched as a document of its own: nothing is ever parsed from a string, and no script in it runs.
// @ts-check

/**
 * @param {string} address An address of this site.
 * @returns {Promise<Document>} What is there; rejects when it did not come or is not for this reader.
 */
export const part = address => new Promise((done, fail) => {
  const ask = new XMLHttpRequest();
  ask.open('GET', address);
  ask.responseType = 'document';
  ask.onload = () => (ask.status === 200 && ask.response ? done(ask.response) : fail(new Error(`${address}: ${ask.status}`)));
  ask.onerror = () => fail(new Error(`${address}: no answer`));
  ask.send();
});
