package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.script.Statement;
import java.util.List;
import java.util.Optional;

/// One migration moved in one direction: what is sent, from which statement on, and what the
/// history stores.
///
/// @param body for `UP` the file's, for `DOWN` the one stored when it was applied
/// @param done number of statements that an earlier run finished
/// @param begun the statement after those was sent by an earlier run, and its outcome is unknown
/// @param outOfOrder a later version of another service is already applied
public record PlannedMigration(
    Direction direction,
    MigrationName name,
    SourceFile file,
    MigrationBody body,
    HistoryRow.Stored stored,
    int done,
    boolean begun,
    boolean outOfOrder) {

  /// Requirements on migrations of other databases.
  public List<Requirement> requiredElsewhere() {
    return direction == Direction.UP
        ? stored.requires().stream().filter(requirement -> !isHere(requirement.database())).toList()
        : List.of();
  }

  /// What its author tells the people who apply it; a way back has its own reasons.
  public AuthorNotes notes() {
    return direction == Direction.UP && AuthorNotes.mayHave(body.script().text())
        ? AuthorNotes.of(body.script())
        : AuthorNotes.NONE;
  }

  /// It is a part of a changeover, or takes one back: code writes to its tables meanwhile.
  public boolean isOfChangeover() {
    return changeover().isPresent();
  }

  public Optional<ChangeoverPart> changeover() {
    return new Section(file, stored.up()).said(ChangeoverPart.NAME, ChangeoverPart::of);
  }

  /// Earlier migrations that it contains.
  public List<Replaced> replaces() {
    return body.script().directives().stream()
        .filter(directive -> directive.name().equals(Replaced.NAME))
        .flatMap(directive -> Replaced.of(directive.arguments()).stream())
        .toList();
  }

  /// Names the text that is sent: for a rollback it may be a file of its own, or the history.
  public SourceFile place() {
    return body.script().file();
  }

  /// Where the text is corrected: that of the history in the file that a new one is read from.
  public SourceFile fileToCorrect() {
    return isOfHistory() ? Migration.downOf(file) : place();
  }

  /// The down was kept when the migration was applied.
  public boolean isOfHistory() {
    return direction == Direction.DOWN && DownSource.isOfHistory(place());
  }

  public int statements() {
    return body.statements().size();
  }

  /// The statements before that one whose settings of the session are in force.
  public List<Statement> settingsBefore(int position) {
    var statements = body.statements();
    return new SessionSettings(statements).before(position).stream().map(statements::get).toList();
  }

  @Override
  public String toString() {
    return direction + " " + name;
  }

  private boolean isHere(DatabaseName database) {
    return name.database().equals(database);
  }
}
