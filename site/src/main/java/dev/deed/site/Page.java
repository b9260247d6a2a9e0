package dev.deed.site;

import java.nio.file.Path;
import java.util.List;

/// One document, read.
///
/// @param source its path in the repository
/// @param target the path of its page in the site
/// @param words what a search looks through
/// @param problems links that lead to no document
record Page(
    Path source, Path target, String title, String html, String words, List<String> problems) {

  Section section() {
    return Section.of(source);
  }

  /// The way from this page to another file of the site.
  String to(Path file) {
    var folder = target.getParent();
    var way = folder == null ? file : folder.relativize(file);
    return way.toString().replace('\\', '/');
  }
}
