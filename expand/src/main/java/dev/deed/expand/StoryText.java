package dev.deed.expand;

import dev.deed.sql.Identifier;
import java.util.List;
import java.util.stream.Collectors;

/// A story's files as text: header, directives, up, and the down as comments.
record StoryText(Story story, List<String> versions, String created, List<String> requires) {

  StoryText {
    versions = List.copyOf(versions);
    requires = List.copyOf(requires);
  }

  String of(int number) {
    var file = story.files().get(number);
    var text = new StringBuilder();
    text.append("-- Migration: ").append(file.title()).append('\n');
    text.append("-- Created: ").append(created).append('\n');
    text.append("-- Version: ").append(versions.get(number)).append('\n');
    text.append(changeover(file.phase())).append('\n');
    requires.forEach(place -> text.append("-- deed: requires ").append(place).append('\n'));
    if (file.phase() == Phase.CONTRACT) {
      text.append(
          "-- deed: contract of=%s wait=%s%n"
              .formatted(waitsFor(number), story.delays().contract()));
    }
    if (file.phase() == Phase.KEEP) {
      text.append(
          "-- deed: contract of=%s wait=%s%n"
              .formatted(versions.get(number - 1), story.delays().keep()));
    }
    if (file.alone()) {
      text.append("-- deed: transaction none\n");
    }
    text.append("\n-- UP Migration\n").append(statements(file.up()));
    text.append("\n-- DOWN Migration (Rollback)\n").append(commented(statements(file.down())));
    return text.toString();
  }

  private String changeover(Phase phase) {
    var text = new StringBuilder("-- deed: changeover ");
    text.append(story.name()).append(" phase=").append(phase.word());
    text.append(" operation=").append(story.operation());
    text.append(" table=").append(story.table().quoted());
    if (story.old() != null) {
      text.append(" old=").append(Identifier.quoted(story.old()));
    }
    if (story.added() != null) {
      text.append(" new=").append(Identifier.quoted(story.added()));
    }
    return text.toString();
  }

  /// The version of the switch, or of the expansion; of a second contract, that of the first.
  private String waitsFor(int number) {
    if (number > 0 && story.files().get(number - 1).phase() == Phase.CONTRACT) {
      return versions.get(number - 1);
    }
    for (var i = story.files().size() - 1; i >= 0; i--) {
      if (story.files().get(i).phase() == Phase.SWITCH) {
        return versions.get(i);
      }
    }
    return versions.getFirst();
  }

  private static String statements(List<String> statements) {
    return statements.stream()
        .map(s -> s.startsWith("-- deed: expect ") ? s + "\n" : s + ";\n")
        .collect(Collectors.joining("\n"));
  }

  /// A directive is a comment already.
  private static String commented(String text) {
    return text.lines()
        .map(line -> line.startsWith("-- deed:") ? line : ("-- " + line).stripTrailing())
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
