package dev.deed.engine;

import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.Span;
import dev.deed.sql.parse.RowChange;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.script.CommandTag;
import dev.deed.sql.script.Directive;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the `backfill` directives of a script.
final class Backfills {

  static final RuleName UNREADABLE = new RuleName("unreadable-directive");
  static final String NAME = "backfill";

  private final Script script;
  private final List<Statement> statements;
  private final List<Backfill> backfills = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private Backfills(Script script, List<Statement> statements) {
    this.script = script;
    this.statements = statements;
  }

  /// @param statements the statements of the script that are sent
  static Backfills of(Script script, List<Statement> statements) {
    var backfills = new Backfills(script, statements);
    for (var directive : script.directives()) {
      if (directive.name().equals(NAME)) {
        backfills.read(directive);
      }
    }
    return backfills;
  }

  /// In the order of the text.
  List<Backfill> all() {
    return List.copyOf(backfills);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  private void read(Directive directive) {
    var position = position(directive);
    if (position < 0) {
      refuse(
          directive.span(),
          "`backfill` is not followed by an UPDATE or a DELETE",
          "write it on the line before the UPDATE or DELETE that runs in batches");
      return;
    }
    change(directive, statements.get(position))
        .ifPresent(change -> readPace(directive, position, change));
  }

  private void readPace(Directive directive, int position, RowChange change) {
    var pace = PaceReader.read(directive.arguments());
    if (pace.isEmpty()) {
      refuse(
          directive.span(),
          "`backfill` is followed by `%s`, which deed does not understand"
              .formatted(directive.arguments()),
          "write `" + PaceReader.FORM + "`");
    } else if (backfills.stream().anyMatch(earlier -> earlier.position() == position)) {
      refuse(directive.span(), "`backfill` is written twice", "remove one of the two lines");
    } else if (isPossible(directive, change, pace.get())) {
      backfills.add(new Backfill(position, change, pace.get()));
    }
  }

  private Optional<RowChange> change(Directive directive, Statement statement) {
    var change = RowChange.of(script.textOf(statement));
    if (change.isEmpty()) {
      refuse(
          directive.span(),
          "`backfill` is followed by %s, which cannot be run in batches"
              .formatted(statement.command().words()),
          "it runs one UPDATE or DELETE that has no WITH, RETURNING or WHERE CURRENT OF;"
              + " write what WITH selects into FROM, as a sub-select");
    }
    return change;
  }

  private boolean isPossible(Directive directive, RowChange change, Pace pace) {
    for (var column : pace.key()) {
      if (change.columns().contains(column)) {
        refuse(
            directive.span(),
            "the statement changes `%s`, which is the key that it is run by".formatted(column),
            "name another unique key: key=<column>");
        return false;
      }
    }
    if (pace.pauseWhen() != null && !isQuery(pace.pauseWhen())) {
      refuse(
          directive.span(),
          "`pause-when` of `backfill` is not a query that only reads",
          "write one SELECT that returns true while the backfill has to wait");
      return false;
    }
    return true;
  }

  private boolean isQuery(String query) {
    var read = ScriptReader.read(script.file(), query);
    return read.problems().isEmpty()
        && read.statements().size() == 1
        && read.statements().getFirst().command() == CommandTag.SELECT;
  }

  /// -1 where none follows. `BEGIN` and `COMMIT` around the statements are not sent.
  private int position(Directive directive) {
    for (var i = 0; i < statements.size(); i++) {
      if (statements.get(i).span().start() > directive.span().start()) {
        return i;
      }
    }
    return -1;
  }

  private void refuse(Span span, String message, String advice) {
    findings.add(Finding.error(UNREADABLE, script.file(), span, message, advice));
  }
}
