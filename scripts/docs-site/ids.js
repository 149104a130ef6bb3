/** Ids of headings. */

/** As GitHub makes them, so that a link to a heading works there and here. */
export function idMaker() {
  const taken = new Set();
  return (text) => {
    const name = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-');
    let id = name;
    for (let count = 1; taken.has(id); count += 1) id = `${name}-${count}`;
    taken.add(id);
    return id;
  };
}
