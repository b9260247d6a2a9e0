package dev.deed.site;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/// A part of the navigation, with the documents that it lists.
///
/// @param holds whether a document, by its path in the repository, is listed here
record Section(String title, Predicate<Path> holds) {

  /// Each module has the pages of its own rules.
  private static final Path RULES = Path.of("src/main/resources/dev/deed/rules");

  /// In the order of the navigation.
  static List<Section> all() {
    return List.of(
        new Section("Begin", List.of(Path.of("README.md"), Path.of("docs/tutorial.md"))::contains),
        new Section("How to", path -> path.startsWith("docs/how-to")),
        new Section("Reference", path -> path.startsWith("docs/reference")),
        new Section("Rules", Section::isOfRule),
        new Section("Decisions", path -> path.startsWith("docs/decisions")),
        new Section("The project", path -> true));
  }

  static Path rules(Path module) {
    return module.resolve(RULES);
  }

  private static boolean isOfRule(Path document) {
    var folder = document.getParent();
    return folder != null && folder.endsWith(RULES);
  }

  static Section of(Path document) {
    return all().stream()
        .filter(section -> section.holds().test(document))
        .findFirst()
        .orElseThrow();
  }
}
