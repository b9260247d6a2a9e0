package dev.deed.engine;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.script.Directive;
import dev.deed.sql.script.Script;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One direction of a migration as a part of a larger file: without what is said of the file as a
/// whole.
///
/// @param isDown the text is of a down
record SquashedPart(Script script, boolean isDown) {

  private static final Set<String> OF_THE_FILE =
      Set.of(
          Requirement.DIRECTIVE,
          "irreversible",
          "transaction",
          "draft",
          AuthorNotes.FIXES,
          ChangeoverPart.NAME,
          ContractOrder.NAME,
          Replaced.NAME);

  private static final Pattern HEADER =
      Pattern.compile(
          "--\\s*(?:(?:migration|created|version):.*|(?:up|down)\\s+migration\\b.*)",
          Pattern.CASE_INSENSITIVE);

  private static final String SEARCH_PATH = "search_path";

  /// Settings with which statements mean the same.
  private static final Set<String> HARMLESS =
      Set.of(
          SEARCH_PATH,
          "application_name",
          "client_min_messages",
          "deadlock_timeout",
          "idle_in_transaction_session_timeout",
          "lock_timeout",
          "log_statement",
          "maintenance_work_mem",
          "max_parallel_maintenance_workers",
          "role",
          "session authorization",
          "session_authorization",
          "statement_timeout",
          "transaction_timeout",
          "work_mem");

  /// From one character to another.
  private record Cut(int from, int to) {}

  /// @param searchPath that the next part begins with
  String text(List<String> searchPath) {
    var text = new StringBuilder();
    var at = 0;
    for (var cut : cuts()) {
      text.append(script.text(), at, Math.max(at, cut.from()));
      at = Math.max(at, cut.to());
    }
    text.append(script.text().substring(at));
    return withoutHeader(text.toString()).strip() + "\n" + ending(searchPath);
  }

  /// Rules that the author silenced for all of the file.
  List<String> ignores() {
    return script.directives().stream()
        .filter(directive -> isOfWholeFile(directive))
        .map(directive -> "-- deed: ignore " + directive.arguments())
        .toList();
  }

  /// Settings that would change what the statements after it mean.
  List<String> settings() {
    return script.statements().stream()
        .flatMap(statement -> statement.effects().stream())
        .filter(SetsParameter.class::isInstance)
        .map(effect -> ((SetsParameter) effect).parameter().toLowerCase(Locale.ROOT))
        .filter(parameter -> !HARMLESS.contains(parameter))
        .distinct()
        .toList();
  }

  private List<Cut> cuts() {
    var cuts = new ArrayList<Cut>();
    script.directives().stream()
        .filter(directive -> OF_THE_FILE.contains(directive.name()) || isOfWholeFile(directive))
        .forEach(directive -> cuts.add(line(directive)));
    var all = script.statements();
    if (MigrationBody.of(script, false).statements().size() < all.size()) {
      for (var own : List.of(all.getFirst(), all.getLast())) {
        cuts.add(new Cut(own.span().start(), afterSemicolon(own.span().end())));
      }
    }
    cuts.sort(Comparator.comparingInt(Cut::from));
    return cuts;
  }

  private boolean isOfWholeFile(Directive directive) {
    return directive.name().equals("ignore") && !isDown && Ignore.isOfWholeFile(script, directive);
  }

  /// A comment reaches to the end of its line.
  private Cut line(Directive directive) {
    var start = script.text().lastIndexOf("--", directive.span().start() + 1);
    var end = script.text().indexOf('\n', directive.span().start());
    return new Cut(
        Math.max(0, Math.min(start, directive.span().start())),
        end < 0 ? script.text().length() : end);
  }

  private int afterSemicolon(int end) {
    var semicolon = script.text().indexOf(';', end);
    return semicolon < 0 ? end : semicolon + 1;
  }

  /// From the first statement on, the text stays as it is: blanks at the end of a line, and the way
  /// in which lines end, may be in a string or in a body.
  private static String withoutHeader(String text) {
    var kept = new StringBuilder();
    for (var start = 0; start < text.length(); ) {
      var newline = text.indexOf('\n', start);
      var end = newline < 0 ? text.length() : newline + 1;
      var line = text.substring(start, end).strip();
      if (!line.isEmpty() && !line.startsWith("--")) {
        return kept + text.substring(start);
      }
      if (!HEADER.matcher(line).matches()) {
        kept.append(line).append('\n');
      }
      start = end;
    }
    return kept.toString();
  }

  private String ending(List<String> searchPath) {
    var all = script.statements();
    var isEnded =
        all.isEmpty()
            || script.text().substring(all.getLast().span().end()).stripLeading().startsWith(";");
    var semicolon = isEnded ? "" : ";\n";
    var sets =
        all.stream()
            .flatMap(statement -> statement.effects().stream())
            .anyMatch(effect ->
                effect instanceof SetsParameter set && set.parameter().equals(SEARCH_PATH));
    return semicolon
        + (sets
            ? "SET search_path = %s;\n"
                .formatted(
                    searchPath.stream().map(Identifier::quoted).collect(Collectors.joining(", ")))
            : "");
  }
}
