package dev.deed.engine.run;

import dev.deed.engine.DatabaseEncoding;
import dev.deed.engine.PlannedMigration;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.script.Script;
import java.io.Serial;
import java.util.List;

/// A migration's SQL has a character that the database's encoding lacks; nothing was changed. In a
/// comment outside of the statements it does no harm: that is not sent, and is kept without it.
public final class CharacterNotHeld extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private CharacterNotHeld(String message, String advice) {
    super(message, advice);
  }

  /// A way back is looked at as well: the history keeps its SQL, which is run from there.
  static void refuse(RunSession work, List<PlannedMigration> moves) {
    var encoding = work.session().encoding();
    if (encoding.charset() == null) {
      return;
    }
    for (var move : moves) {
      if (move.direction().sendsStatements()) {
        refuse(work, encoding, move.body().script());
      }
      var down = move.stored().down();
      if (down != null) {
        refuse(
            work,
            encoding,
            ScriptReader.read(new SourceFile(move.file().path() + " (down)"), down));
      }
    }
  }

  private static void refuse(RunSession work, DatabaseEncoding encoding, Script script) {
    for (var statement : script.statements()) {
      var text = script.textOf(statement);
      var at = encoding.firstMissing(text);
      if (at.isPresent()) {
        var character = Character.codePointAt(text, at.getAsInt());
        var lines = text.substring(0, at.getAsInt()).chars().filter(c -> c == '\n').count();
        throw new CharacterNotHeld(
            "%s: %s:%d: the database has the encoding %s, in which there is no '%s' (U+%04X); nothing was changed"
                .formatted(
                    work.target().words(),
                    script.file(),
                    statement.span().line() + lines,
                    encoding.name(),
                    Character.toString(character),
                    character),
            "write it with characters of %s, or move to a database in UTF8"
                .formatted(encoding.name()));
      }
    }
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }
}
