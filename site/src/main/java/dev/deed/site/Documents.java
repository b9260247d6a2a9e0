package dev.deed.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which files of the repository are pages, and where each page is in the site.
final class Documents {

  private static final List<String> AT_THE_TOP =
      List.of("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md", "SECURITY.md");

  /// The folder of the site with the pages of rules.
  private static final Path RULES = Path.of("docs/rules");

  private final Map<Path, Path> targets;
  private final Set<Path> pages;

  private Documents(Map<Path, Path> targets) {
    this.targets = targets;
    pages = Set.copyOf(targets.values());
  }

  static Documents in(Path top) throws IOException {
    var targets = new LinkedHashMap<Path, Path>();
    for (var name : AT_THE_TOP) {
      if (Files.exists(top.resolve(name))) {
        targets.put(Path.of(name), page(Path.of(name)));
      }
    }
    for (var folder : List.of(Path.of("docs"), Path.of("bench"))) {
      for (var document : markdownBelow(top, folder)) {
        targets.put(document, page(document));
      }
    }
    for (var module : modules(top)) {
      for (var rule : markdownBelow(top, Section.rules(module))) {
        targets.put(rule, page(RULES.resolve(rule.getFileName())));
      }
    }
    return new Documents(targets);
  }

  private static List<Path> modules(Path top) throws IOException {
    try (var files = Files.list(top)) {
      return files.filter(Files::isDirectory).map(top::relativize).sorted().toList();
    }
  }

  private static List<Path> markdownBelow(Path top, Path folder) throws IOException {
    if (!Files.isDirectory(top.resolve(folder))) {
      return List.of();
    }
    try (var files = Files.walk(top.resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .map(top::relativize)
          .sorted()
          .toList();
    }
  }

  private static Path page(Path document) {
    var name = document.getFileName().toString();
    return document.resolveSibling(name.substring(0, name.length() - ".md".length()) + ".html");
  }

  Stream<Path> sources() {
    return targets.keySet().stream();
  }

  Path target(Path source) {
    var target = targets.get(source);
    if (target == null) {
      throw new IllegalArgumentException("not a document: " + source);
    }
    return target;
  }

  boolean has(Path source) {
    return targets.containsKey(source);
  }

  /// The page of a lint or ownership rule, by the rule's name.
  Optional<Path> rule(String name) {
    if (!name.matches("[a-z0-9-]+")) {
      return Optional.empty();
    }
    return Optional.of(RULES.resolve(name + ".html")).filter(pages::contains);
  }
}
