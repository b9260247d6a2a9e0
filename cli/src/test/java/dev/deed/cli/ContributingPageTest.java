package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// CONTRIBUTING.md names what there is: classes, files and folders, and switches without a default.
class ContributingPageTest {

  private static final Path ROOT = Path.of(System.getProperty("basedir", "")).resolve("..");

  /// A class, perhaps with a nested one or a method behind it.
  private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w+)[^`/]*`");

  private static final Pattern DECLARED = Pattern.compile("(?:class|interface|record|enum) (\\w+)");
  private static final Pattern PATH = Pattern.compile("`((?:\\w[\\w-]*/)+[\\w.-]*)`");
  private static final Pattern RENDERED =
      Pattern.compile("(?s)switch \\(report\\) \\{(.*?)\\n    \\};");

  /// Of the JDK.
  private static final Set<String> NOT_OURS = Set.of("Optional");

  @Test
  void names_classes_that_there_are() throws IOException {
    var classes =
        sources()
            .map(Golden::read)
            .flatMap(source -> DECLARED.matcher(source).results())
            .map(m -> m.group(1))
            .collect(Collectors.toSet());
    assertThat(found(TYPE))
        .hasSizeGreaterThan(40)
        .filteredOn(name -> !NOT_OURS.contains(name))
        .allMatch(classes::contains);
  }

  @Test
  void names_files_and_folders_that_there_are() {
    assertThat(found(PATH))
        .isNotEmpty()
        .filteredOn(path -> !path.contains("target/"))
        .allMatch(path -> Files.exists(ROOT.resolve(path)));
  }

  @Test
  void no_renderer_has_a_default_for_reports() throws IOException {
    var renderers = ROOT.resolve("cli/src/main/java/dev/deed/cli/render");
    try (var files = Files.list(renderers)) {
      var switches =
          files
              .map(Golden::read)
              .flatMap(source -> RENDERED.matcher(source).results())
              .map(MatchResult::group)
              .toList();
      assertThat(switches).hasSizeGreaterThan(2).noneMatch(s -> s.contains("default ->"));
    }
  }

  private static List<String> found(Pattern pattern) {
    return pattern
        .matcher(Golden.read(ROOT.resolve("CONTRIBUTING.md")))
        .results()
        .map(m -> m.group(1))
        .distinct()
        .toList();
  }

  private static Stream<Path> sources() throws IOException {
    try (var files = Files.walk(ROOT)) {
      return files.filter(f -> f.toString().endsWith(".java")).toList().stream();
    }
  }
}
