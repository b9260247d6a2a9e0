package dev.deed.ownership.teams;

import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A `CODEOWNERS` file of GitHub or GitLab: which teams own which files.
public record Codeowners(SourceFile file, List<Line> lines) {

  /// Where GitHub and GitLab look, in this order.
  public static final List<String> PLACES =
      List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");

  /// `[Section]`, `^[Optional]`, `[Section][2] @default`.
  private static final Pattern SECTION = Pattern.compile("\\^?\\[[^]]+](?:\\[\\d+])?(.*)");

  public Codeowners {
    lines = List.copyOf(lines);
  }

  /// A pattern and its owners; without owners, the files are owned by none.
  public record Line(Pattern pattern, String text, List<String> owners, Span span) {
    public Line {
      owners = List.copyOf(owners);
    }
  }

  public static Codeowners of(SourceFile file, String text) {
    var lines = new ArrayList<Line>();
    var defaults = List.<String>of();
    var number = 0;
    var start = 0;
    for (var raw : text.split("\n", -1)) {
      number++;
      var span = new Span(start, start + raw.length(), number, 1);
      start += raw.length() + 1;
      var line = raw.replaceFirst("^\uFEFF", "").replaceFirst("(^|\\s)#.*$", "").strip();
      var section = SECTION.matcher(line);
      if (section.matches()) {
        defaults = words(section.group(1));
      } else if (!line.isEmpty()) {
        var words = words(line);
        var owners = words.subList(1, words.size());
        lines.add(
            new Line(
                matching(words.getFirst()),
                words.getFirst(),
                owners.isEmpty() ? defaults : owners,
                span));
      }
    }
    return new Codeowners(file, lines);
  }

  /// A blank of a path has a backslash before it.
  private static List<String> words(String text) {
    return Stream.of(text.strip().split("(?<!\\\\)\\s+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.replace("\\ ", " "))
        .toList();
  }

  /// As in a `.gitignore` file: anchored where there is a slash before the end.
  private static Pattern matching(String text) {
    var isFolder = text.endsWith("/");
    var bare = isFolder ? text.substring(0, text.length() - 1) : text;
    var isAnchored = bare.contains("/");
    var path = bare.startsWith("/") ? bare.substring(1) : bare;
    var regex = new StringBuilder(isAnchored ? "" : "(?:.*/)?");
    for (var i = 0; i < path.length(); i++) {
      var c = path.charAt(i);
      if (c == '*' && path.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (c == '*' && path.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else {
        regex.append(
            switch (c) {
              case '*' -> "[^/]*";
              case '?' -> "[^/]";
              default -> Pattern.quote(String.valueOf(c));
            });
      }
    }
    // The files of a folder, at any depth; `docs/*` means the files next to each other only.
    regex.append(isFolder ? "/.*" : path.endsWith("/*") ? "" : "(?:/.*)?");
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  /// The last line that matches decides.
  ///
  /// @param path of a file, relative to the top of the repository
  public Optional<Line> lineOf(String path) {
    return lines.reversed().stream()
        .filter(line -> line.pattern().matcher(path).matches())
        .findFirst();
  }
}
