"use strict";
// Looks for all words in titles first, then in texts.
(() => {
  const input = document.getElementById("search");
  const list = document.getElementById("found");
  const top = document.body.dataset.top;
  const pages = window.deedPages.map((page) => ({
    ...page,
    lowerTitle: page.title.toLowerCase(),
    lowerWords: page.words.toLowerCase(),
  }));

  const points = (page, words) => {
    let sum = 0;
    for (const word of words) {
      const inTitle = page.lowerTitle.includes(word);
      const at = page.lowerWords.indexOf(word);
      if (!inTitle && at < 0) {
        return 0;
      }
      sum += (page.lowerTitle === word ? 100 : 0) + (inTitle ? 20 : 0) + (at >= 0 ? 1 + 5 / (1 + at / 500) : 0);
    }
    return sum;
  };

  const excerpt = (page, word) => {
    const at = Math.max(page.lowerWords.indexOf(word), 0);
    const from = Math.max(at - 40, 0);
    return (from > 0 ? "\u2026" : "") + page.words.slice(from, from + 140) + "\u2026";
  };

  const show = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter((word) => word.length > 1);
    list.replaceChildren();
    list.hidden = words.length === 0;
    if (list.hidden) {
      return;
    }
    const found = pages
      .map((page) => ({ page, points: points(page, words) }))
      .filter((one) => one.points > 0)
      .sort((a, b) => b.points - a.points)
      .slice(0, 12);
    for (const { page } of found) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = top + page.path;
      link.textContent = page.title;
      const section = document.createElement("small");
      section.textContent = " " + page.section;
      const text = document.createElement("p");
      text.textContent = excerpt(page, words[0]);
      item.append(link, section, text);
      list.append(item);
    }
    if (found.length === 0) {
      const item = document.createElement("li");
      item.textContent = "No page has all of these words.";
      list.append(item);
    }
  };

  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      list.querySelector("a")?.click();
    } else if (event.key === "Escape") {
      input.value = "";
      show();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== input) {
      event.preventDefault();
      input.focus();
    }
  });
})();
