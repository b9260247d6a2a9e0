package dev.deed.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.Finding;
import dev.deed.sql.golden.HouseStyle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Files that hold what is expected; `-Ddeed.update=true` writes them anew.
public final class Golden {

  public static final Path RESOURCES = Path.of("src", "test", "resources");

  private Golden() {}

  public static void check(Path expected, String actual) {
    try {
      if (Boolean.getBoolean("deed.update")) {
        Files.writeString(expected, actual);
      }
      assertThat(actual).isEqualTo(Files.readString(expected));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(List<Finding> findings) {
    var text = new StringBuilder();
    findings.forEach(f -> append(text, f));
    return text.isEmpty() ? "nothing to say\n" : text.toString();
  }

  private static void append(StringBuilder text, Finding finding) {
    HouseStyle.check(finding);
    text.append(
        "%s:%d:%d %s %s%n  %s%n  help: %s%n"
            .formatted(
                finding.file(),
                finding.span().line(),
                finding.span().column(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.rule(),
                finding.message(),
                finding.advice().replace("\n", "\n        ")));
    for (var s : finding.subjects()) {
      text.append(
          "  about: %s, owner %s (%s, %s)%n"
              .formatted(s.object(), s.owner(), s.team(), s.contact()));
      for (var c : s.consumers()) {
        text.append("  consumer: %s, access %s%n".formatted(c.service(), c.access()));
      }
    }
  }

  public static List<Path> entries(Path folder) {
    try (var paths = Files.list(folder)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
